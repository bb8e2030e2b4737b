"""Writing the marked copy of a letter, never over one that a person has edited or has open."""

from __future__ import annotations

from pathlib import Path

from letterbook.errors import BadInput, EditedFileInTheWay
from letterbook.files import is_open, sha256, write
from letterbook.finding import Place
from letterbook.record import record
from letterbook.verify.comments import is_sealed
from letterbook.writers.word.opened.archive import open_archive


@record
class MarkedFile:
    """The copy that was written; `obstacle` is to be raised where it could not take its name."""

    path: Path
    size: int
    sha256: str
    obstacle: EditedFileInTheWay | None = None


def write_marked(wanted: Path, data: bytes) -> MarkedFile:
    """Write a marked copy at `wanted`, or beside it as `NAME.new.docx` where another file must stay.

    Raises LetterbookError when it cannot be written.
    """
    path, number = wanted, 1
    while not _may_write(path, data):
        ending = "new" if number == 1 else f"new {number}"
        path, number = wanted.with_name(f"{wanted.stem}.{ending}{wanted.suffix}"), number + 1
    write(path, data)
    return MarkedFile(path, len(data), sha256(data), None if path == wanted else _obstacle(wanted, path))


def _may_write(path: Path, data: bytes) -> bool:
    """Whether nothing is lost by writing `data` to `path`."""
    if not path.exists():
        return True
    if not path.is_file():
        return False
    present = path.read_bytes()
    return present == data or (not is_open(path) and _is_untouched(path, present))


def _is_untouched(path: Path, data: bytes) -> bool:
    try:
        return is_sealed(open_archive(str(path), data))
    except BadInput:
        return False


def _obstacle(wanted: Path, path: Path) -> EditedFileInTheWay:
    reason = "is open in a word processor" if is_open(wanted) else "is not as letterbook wrote it"
    return EditedFileInTheWay(
        f"{wanted.name} {reason}, so it was left as it is.",
        hint=f"The new copy lies beside it as {path.name}.",
        place=Place(str(wanted)),
    )
