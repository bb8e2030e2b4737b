"""The letterhead of an edition: a Word file of the workspace that its draft is written into."""

from __future__ import annotations

from pathlib import Path

from letterbook.drafting.editions.edition import Edition
from letterbook.errors import BadInput
from letterbook.files import inside, unreadable
from letterbook.finding import Finding, Place, Severity
from letterbook.library.workspace import Workspace
from letterbook.suggestion import did_you_mean
from letterbook.writers.writer import LetterheadFile

LARGEST_FILE = 200 * 1024 * 1024
_ENDINGS = (".docx", ".dotx")


def read_letterhead(edition: Edition, workspace: Workspace) -> LetterheadFile | None:
    """The file of an edition's letterhead, or None when it has a look instead.

    Raises BadInput, at the place that names it, when it is not there, lies outside the workspace, or
    cannot be read. Whether it can be a letterhead is for the writer to say.
    """
    if not edition.letterhead:
        return None
    place = edition.place_of("letterhead")
    path = inside(workspace.root, edition.letterhead, place=place)
    if not path.is_file():
        raise BadInput(
            f'There is no letterhead "{edition.letterhead}".',
            hint=did_you_mean(edition.letterhead, _word_files(workspace.root))
            or "Name a Word file by its path from the workspace.",
            place=place,
        )
    return letterhead_of(path, workspace.relative(path))


def letterhead_of(path: Path, name: str) -> LetterheadFile:
    """The letterhead in a file, which messages call `name`; raises BadInput when it cannot be read."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise BadInput(
                f"{path.name} is larger than {LARGEST_FILE // 1024 // 1024} MB.",
                hint="No letterhead needs as much; make its pictures smaller.",
                place=Place(name),
            )
        return LetterheadFile(name, path.read_bytes())
    except OSError as error:
        raise unreadable(path, error) from error


def review_letterhead(file: LetterheadFile | None) -> tuple[Finding, ...]:
    """Why a file cannot be a letterhead, as a finding; nothing when it can."""
    if file is None:
        return ()
    # Most editions are checked without a letterhead, and need not wait for what reads one.
    from letterbook.writers.word.letterhead.letterhead import open_letterhead  # noqa: PLC0415

    try:
        open_letterhead(file)
    except BadInput as error:
        return (Finding("letterhead-refused", Severity.ERROR, error.message, error.hint, error.place),)
    return ()


def _word_files(root: Path) -> list[str]:
    """The Word files of a workspace in its uppermost two floors, by their paths from it."""
    found = (path for pattern in ("*", "*/*") for path in root.glob(pattern) if path.suffix in _ENDINGS)
    return sorted(path.relative_to(root).as_posix() for path in found)
