"""Tables of the fund's data: a CSV file or a sheet whose first row, but for titles, names the columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from letterbook.errors import BadInput
from letterbook.files import unreadable
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.csv_rows import read_csv
from letterbook.fund.rows import Row, Rows
from letterbook.fund.spreadsheet_rows import ENDINGS, read_spreadsheet
from letterbook.record import record

LARGEST_FILE = 100 * 1024 * 1024
FRONT_KEY = "as_of"
_MOST_TITLES = 20
_BETWEEN_WORDS = re.compile(r"[\s_-]+")


@record
class TableRow:
    """One row: its line in the file, and the value of each column by its `column_key`."""

    line: int
    values: Mapping[str, str]


@record
class Table:
    """The rows of a file, which has the `columns` by these names; `positions` are theirs by key, from 1.

    `findings` say which rows were left out and how the file was read; `converted` are the columns, by key,
    that hold numbers or dates of a spreadsheet, each with an example of what is printed; `without_value` are
    the cells, by line and position, that a spreadsheet could not work out. `as_of` is the text of a row
    `as of` above the names of the columns; `sheet` the sheet it stands on, where the file has several tables.
    """

    file: str
    header_line: int
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    findings: tuple[Finding, ...]
    converted: Mapping[str, str]
    positions: Mapping[str, int]
    without_value: frozenset[tuple[int, int]] = frozenset()
    as_of: str = ""
    sheet: str = ""

    def place(self, line: int, column: str = "") -> Place:
        """A line of the file, and the position of a column by its key."""
        return Place(self.file, line, self.positions.get(column, 0), self.sheet)


def column_key(name: str) -> str:
    """The form in which names of columns and fields are compared: case, blanks, `-` and `_` do not matter."""
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    return _BETWEEN_WORDS.sub("_", text.strip())


def read_table(
    path: Path, of: str, *, sheet: str = "", called: str = "", is_one_of_many: bool = False
) -> Table:
    """The table in a CSV file or a spreadsheet, whose rows are each one `of` something, in the plural.

    Of a spreadsheet it is the sheet of the name `sheet`, else the first. Findings name the file as it is
    `called`, else by its path, and the sheet where it `is_one_of_many` tables. A row with more cells than
    columns is left out, with a finding of severity error at its line. Raises BadInput when the file or its
    header cannot be used, and MissingExtra for a spreadsheet without the package that reads it.
    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST_FILE else b""
    except OSError as error:
        raise unreadable(path, error) from error
    if size > LARGEST_FILE:
        limit = LARGEST_FILE // 1024 // 1024
        raise BadInput(f"{path.name} has more than {limit} MB.", hint="Split it.", place=Place(str(path)))
    is_spreadsheet = path.suffix.casefold() in ENDINGS
    read = read_spreadsheet(path, data, sheet) if is_spreadsheet else read_csv(path, data)
    return _table(Place(called or str(path), sheet=sheet if is_one_of_many else ""), read, of)


def _table(file: Place, read: Rows, of: str) -> Table:
    above, rows = _parted([row for row in read.rows if not row.is_blank])
    as_of = next(filter(None, map(_front, above)), "")
    one = of.removesuffix("s")
    if not rows:
        hint = f"Write the names of the columns into its first row, and one {one} into each row below."
        raise BadInput(f"The file of {of} is empty.", hint=hint, place=file)
    header, *rest = rows
    names = [cell.strip() for cell in header.cells]
    faults = tuple(_header_faults(file, header, names, rest))
    if faults:
        raise BadInput.from_findings(faults)
    if not rest:
        hint = f"Write one {one} into each row below the names of the columns."
        raise BadInput(f"There are no {of} in the file.", hint=hint, place=replace(file, line=header.line))
    keys = [column_key(name) for name in names]
    too_long = [row for row in rest if any(cell.strip() for cell in row.cells[len(keys) :])]
    skipped = {row.line for row in too_long}
    return Table(
        file.file,
        header.line,
        tuple(name for name in names if name),
        tuple(TableRow(row.line, _values(keys, row)) for row in rest if row.line not in skipped),
        (
            *(_in_file(each, file) for each in read.findings),
            *_titles(file, [row for row in above if not _front(row)], header),
            *(_too_long(file, row, len(keys)) for row in too_long),
        ),
        {keys[position]: text for position, text in read.converted if position < len(keys)},
        {key: position for position, key in enumerate(keys, start=1) if key},
        read.without_value,
        as_of,
        file.sheet,
    )


def _in_file(finding: Finding, file: Place) -> Finding:
    """A finding with the file called as its reader was told to call it."""
    if finding.place is None:
        return finding
    return replace(finding, place=replace(finding.place, file=file.file, sheet=file.sheet))


def _parted(rows: Sequence[Row]) -> tuple[Sequence[Row], Sequence[Row]]:
    """The rows that stand above the names of the columns, and those from the names on.

    In a table of one column the first row is its name.
    """
    first = rows[: _MOST_TITLES + 1]
    header = next((at for at, row in enumerate(first) if not (_front(row) or _is_title(row))), None)
    if header is None:
        header = 1 if rows and _front(rows[0]) else 0
    return rows[:header], rows[header:]


def _is_title(row: Row) -> bool:
    """Whether one cell of three or more is filled, or the first is a label such as `Currency:`."""
    filled = row.filled
    return len(row.cells) > 2 and (len(filled) == 1 or filled[0].endswith(":"))


def _titles(file: Place, titles: Sequence[Row], header: Row) -> Iterator[Finding]:
    """A note that rows above the names of the columns were not read."""
    if titles:
        message = f"The columns are named in row {header.line}; what stands above was not read."
        hint = f'Above it stands "{titles[0].filled[0]}".'
        yield Finding("table-title", Severity.NOTE, message, hint, replace(file, line=header.line))


def _front(row: Row) -> str:
    """The date of a row above the names of the columns that says `as of` and a date, and nothing else."""
    cells = row.filled
    is_front = len(cells) == 2 and column_key(cells[0]) == FRONT_KEY and any(map(str.isdigit, cells[1]))
    return cells[1] if is_front else ""


def _values(keys: Sequence[str], row: Row) -> Mapping[str, str]:
    cells = (*row.cells, *("" for _ in range(len(keys) - len(row.cells))))
    return {key: cell for key, cell in zip(keys, cells, strict=False) if key}


def _header_faults(file: Place, header: Row, names: Sequence[str], rest: Sequence[Row]) -> Iterator[Finding]:
    """What is wrong with the names of the columns."""
    seen: dict[str, str] = {}
    for position, name in enumerate(names):
        key, place = column_key(name), replace(file, line=header.line, column=position + 1)
        if not name and any(row.cells[position : position + 1] not in {(), ("",)} for row in rest):
            message = f"Column {position + 1} has no name."
            yield Finding("table-column", Severity.ERROR, message, f"Name it in row {header.line}.", place)
        elif name and key in seen:
            message = f'The columns "{seen[key]}" and "{name}" have the same name.'
            yield Finding("table-column", Severity.ERROR, message, "Rename one of them.", place)
        seen.setdefault(key, name)


def _too_long(file: Place, row: Row, columns: int) -> Finding:
    return Finding(
        "table-row",
        Severity.ERROR,
        f"The row has {len(row.cells)} cells, but there are {columns} columns.",
        "Put a cell that has the delimiter in it between quotation marks.",
        replace(file, line=row.line),
    )
