"""The recipients of a letter: a table with a column for each field, and a row for each of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from letterbook.errors import BadInput
from letterbook.files import unreadable
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.csv_rows import read_csv
from letterbook.fund.rows import Row, Rows
from letterbook.fund.spreadsheet_rows import ENDINGS, read_spreadsheet

LARGEST_FILE = 100 * 1024 * 1024
_BETWEEN_WORDS = re.compile(r"[\s_-]+")


@dataclass(frozen=True, slots=True)
class Recipient:
    """One recipient: the line of the file, and the value of each column by its `column_key`."""

    line: int
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Recipients:
    """The recipients of a file, which has the `columns` by these names.

    `findings` say which rows were left out and how the file was read; `converted` are the columns, by key,
    that hold numbers or dates of a spreadsheet, each with an example of what is printed.
    """

    file: str
    header_line: int
    columns: tuple[str, ...]
    rows: tuple[Recipient, ...]
    findings: tuple[Finding, ...] = ()
    converted: Mapping[str, str] | None = None

    def place(self, line: int) -> Place:
        """A line of the file."""
        return Place(self.file, line)


def column_key(name: str) -> str:
    """The form in which names of columns and fields are compared: case, blanks, `-` and `_` do not matter."""
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    return _BETWEEN_WORDS.sub("_", text.strip())


def read_recipients(path: Path) -> Recipients:
    """The recipients in a CSV file or a spreadsheet.

    A row that cannot be used is left out, with a finding of severity error at its line. Raises BadInput
    when the file or its header cannot be used, and MissingExtra for a spreadsheet without the package that
    reads it.
    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST_FILE else b""
    except OSError as error:
        raise unreadable(path, error) from error
    if size > LARGEST_FILE:
        limit = LARGEST_FILE // 1024 // 1024
        raise BadInput(f"{path.name} has more than {limit} MB.", hint="Split it.", place=Place(str(path)))
    read = read_spreadsheet if path.suffix.casefold() in ENDINGS else read_csv
    return _recipients(str(path), read(path, data))


def _recipients(file: str, read: Rows) -> Recipients:
    rows = [row for row in read.rows if not row.is_blank]
    if not rows:
        hint = "Write the names of the columns into its first row, and one recipient into each row below."
        raise BadInput("The file of recipients is empty.", hint=hint, place=Place(file))
    header, *rest = rows
    names = [cell.strip() for cell in header.cells]
    faults = tuple(_header_faults(file, header, names, rest))
    if faults:
        raise BadInput.from_findings(faults)
    if not rest:
        hint = "Write one recipient into each row below the names of the columns."
        raise BadInput("There are no recipients in the file.", hint=hint, place=Place(file, header.line))
    keys = [column_key(name) for name in names]
    too_long = [row for row in rest if any(cell.strip() for cell in row.cells[len(keys) :])]
    skipped = {row.line for row in too_long}
    return Recipients(
        file,
        header.line,
        tuple(name for name in names if name),
        tuple(Recipient(row.line, _values(keys, row)) for row in rest if row.line not in skipped),
        (*read.findings, *(_too_long(file, row, len(keys)) for row in too_long)),
        {keys[position]: text for position, text in read.converted if position < len(keys)},
    )


def _values(keys: Sequence[str], row: Row) -> Mapping[str, str]:
    cells = (*row.cells, *("" for _ in range(len(keys) - len(row.cells))))
    return {key: cell for key, cell in zip(keys, cells, strict=False) if key}


def _header_faults(file: str, header: Row, names: Sequence[str], rest: Sequence[Row]) -> Iterator[Finding]:
    """What is wrong with the names of the columns."""
    place = Place(file, header.line)
    seen: dict[str, str] = {}
    for position, name in enumerate(names):
        key = column_key(name)
        if not name and any(row.cells[position : position + 1] not in {(), ("",)} for row in rest):
            message = f"Column {position + 1} has no name."
            yield Finding("recipients-column", Severity.ERROR, message, "Name it in the first row.", place)
        elif name and key in seen:
            message = f'The columns "{seen[key]}" and "{name}" have the same name.'
            yield Finding("recipients-column", Severity.ERROR, message, "Rename one of them.", place)
        seen.setdefault(key, name)


def _too_long(file: str, row: Row, columns: int) -> Finding:
    return Finding(
        "recipients-row",
        Severity.ERROR,
        f"The row has {len(row.cells)} cells, but there are {columns} columns.",
        "Put a cell that has the delimiter in it between quotation marks.",
        Place(file, row.line),
    )
