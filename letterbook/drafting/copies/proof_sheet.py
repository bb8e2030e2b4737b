"""The proof sheet: a CSV that says for each copy who gets it, which file it is, and what is theirs in it.

It is also the record of what was written: a copy that it does not list with its present bytes was edited by
a person. A cell that a spreadsheet would take for a formula begins with an apostrophe
(owasp.org/www-community/attacks/CSV_Injection).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from letterbook.record import record

SHEET_NAME = "Proof sheet.csv"
_OWN_COLUMNS = ("line", "recipient", "file", "sha256")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MARK = "\ufeff"  # without it Excel does not read UTF-8


@record
class Proof:
    """One file: the recipient's line and name, its own name and SHA-256, and what differs by column."""

    line: int
    recipient: str
    file: str
    sha256: str
    differs: Mapping[str, str]


def sheet_bytes(proofs: Sequence[Proof]) -> bytes:
    """The proof sheet of some copies, which all differ in the same columns."""
    columns = tuple(proofs[0].differs) if proofs else ()
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow((*_OWN_COLUMNS, *map(_safe, columns)))
    for proof in proofs:
        own = (str(proof.line), _safe(proof.recipient), _safe(proof.file), proof.sha256)
        writer.writerow((*own, *map(_safe, proof.differs.values())))
    return (_MARK + buffer.getvalue()).encode("utf-8", "replace")


def recorded(path: Path) -> Mapping[str, str]:
    """The SHA-256 of each file that the proof sheet at `path` lists; nothing where it cannot be read."""
    try:
        return recorded_in(path.read_bytes())
    except OSError:
        return {}


def recorded_in(data: bytes) -> Mapping[str, str]:
    """The SHA-256 of each file that a proof sheet lists; nothing where it cannot be read."""
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error):
        return {}
    if not rows or tuple(rows[0][: len(_OWN_COLUMNS)]) != _OWN_COLUMNS:
        return {}
    return {_unsafe(row[2]): row[3] for row in rows[1:] if len(row) > 3}


def is_untouched(data: bytes) -> bool:
    """Whether a proof sheet is as we write it: a spreadsheet that saves it leaves out quotation marks."""
    try:
        text = data.decode("utf-8")
        rows = list(csv.reader(io.StringIO(text.removeprefix(_MARK), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error):
        return False
    buffer = io.StringIO(newline="")
    csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return text == _MARK + buffer.getvalue() and tuple(rows[0][: len(_OWN_COLUMNS)]) == _OWN_COLUMNS


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _unsafe(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
