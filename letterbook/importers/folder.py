"""The files below a folder: which of them are worth reading, and why the others are not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from letterbook.conflict_copies import is_conflict_copy
from letterbook.errors import BadInput
from letterbook.files import read_text
from letterbook.finding import Place
from letterbook.importers.export import ExportFile, ImportedFile
from letterbook.record import record

_TEXT_ENDINGS = {".md", ".markdown", ".mdown", ".txt", ".text", ""}
_SYNC_LOGS = {"readwise syncs.md"}
# What files of other kinds begin with, in lower case, whatever their name says.
_OTHER_KINDS = {
    "%pdf-": "a PDF",
    "pk\x03\x04": "an archive or an office document",
    "{\\rtf": "a rich-text document",
    "<!doctype html": "a web page",
    "<html": "a web page",
}


@record
class Skipped:
    """A file that is no export, and why."""

    path: Path
    reason: str

    def report(self) -> ImportedFile:
        """The same as a line of the import's report."""
        return ImportedFile(str(self.path), skipped=self.reason)


def files_below(folder: Path) -> Iterator[Path | Skipped]:
    """The text files below `folder` in the order of their names; hidden folders are passed over.

    Other files are passed over without a word when they are no text by their ending (pictures,
    PDFs), else with a reason.
    """
    for path in sorted(folder.iterdir(), key=lambda entry: (entry.name.casefold(), entry.name)):
        if path.name.startswith(".") and not path.name.endswith(".icloud"):
            continue
        if path.is_dir():
            if not path.is_symlink():
                yield from files_below(path)
        elif reason := _reason_to_skip(path):
            yield Skipped(path, reason)
        elif path.suffix.lower() in _TEXT_ENDINGS:
            yield path


def _reason_to_skip(path: Path) -> str:
    if path.name.endswith(".icloud"):
        return "a place-holder: iCloud has not downloaded the file"
    if is_conflict_copy(path.name):
        return "a conflict copy that a synchronisation left behind"
    if path.name.casefold() in _SYNC_LOGS:
        return "a log of Readwise's syncs, not a note"
    return ""


def read_export(path: Path) -> ExportFile:
    """A file's text. Raises BadInput when it cannot be read, is no text, or is empty."""
    text = read_text(path).replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\ufeff", "")
    if not text.strip():
        raise BadInput("The file is empty.", hint="Export it again.", place=Place(str(path)))
    if kind := _other_kind(text):
        hint = "Export it as Markdown or plain text."
        raise BadInput(f"The file is {kind}, which is not read.", hint=hint, place=Place(str(path)))
    return ExportFile(path, text)


def _other_kind(text: str) -> str:
    """What a text is that is no note, or an empty text."""
    beginning = text.lstrip()[:20].lower()
    return next((kind for mark, kind in _OTHER_KINDS.items() if beginning.startswith(mark)), "")
