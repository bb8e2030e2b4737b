"""What importers are given and what they return."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from letterbook.item import Item
from letterbook.record import record


@record
class ExportFile:
    """A file that somebody exported: where it lies and the text it holds, its line ends normalised."""

    path: Path
    text: str


@record
class UnknownLine:
    """A line that its importer did not understand; the item keeps it under `unread`."""

    path: str
    line: int
    text: str


@record
class ImportedFile:
    """What came of one file: its items, or the reason why there are none."""

    path: str
    items: tuple[Item, ...] = ()
    skipped: str = ""
    unknown: tuple[UnknownLine, ...] = ()


class Importer(Protocol):
    """A reader of one kind of export, registered in `letterbook.importers.IMPORTERS`."""

    @property
    def name(self) -> str:
        """What people call the format: `Readwise Markdown`."""

    @property
    def about(self) -> str:
        """One sentence on what is read."""

    def recognises(self, file: ExportFile) -> bool:
        """Whether the content, not the name, is of this kind."""

    def read(self, file: ExportFile) -> ImportedFile:
        """The items in the file. Never fails on a line: what is not understood is `unknown`."""
