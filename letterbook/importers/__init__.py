"""Importers: each reads one kind of export and yields items."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from letterbook.errors import BadInput
from letterbook.finding import Place
from letterbook.importers.export import ExportFile, ImportedFile, Importer
from letterbook.importers.folder import Skipped, files_below, read_export
from letterbook.importers.generic_markdown import GenericMarkdown
from letterbook.importers.own_files import OwnFiles
from letterbook.importers.readwise_markdown import ReadwiseMarkdown

# Tried in order: the first that recognises a file reads it, so the most particular come first.
IMPORTERS: tuple[Importer, ...] = (
    OwnFiles(),
    ReadwiseMarkdown(),
    GenericMarkdown(),
)


def read_path(path: Path) -> Iterator[ImportedFile]:
    """What is in a file, or in the files below a folder, in the order of their names.

    Raises BadInput for a single file that is missing, unreadable, empty or of no known kind; in a
    folder such a file is skipped with a reason.
    """
    if path.is_dir():
        yield from _read_folder(path)
    elif path.exists():
        yield read_file(read_export(path))
    else:
        raise BadInput(
            f"There is no file or folder {path}.", hint="Check how it is spelt.", place=Place(str(path))
        )


def read_file(file: ExportFile) -> ImportedFile:
    """The items in one file. Raises BadInput when no importer recognises it."""
    for importer in IMPORTERS:
        if importer.recognises(file):
            return importer.read(file)
    raise BadInput(
        f"{file.path.name} is no export that letterbook knows.",
        hint="Export it again as Markdown or text.",
        place=Place(str(file.path)),
    )


def _read_folder(folder: Path) -> Iterator[ImportedFile]:
    for found in files_below(folder):
        if isinstance(found, Skipped):
            yield found.report()
            continue
        try:
            yield read_file(read_export(found))
        except BadInput as error:
            yield ImportedFile(str(found), skipped=error.message)
