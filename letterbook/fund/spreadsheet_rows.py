"""Spreadsheets, by python-calamine: the values of one sheet, without their formats but for percentages."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from letterbook.errors import BadInput, MissingExtra
from letterbook.extras import install_line
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.rows import Row, Rows
from letterbook.fund.sheet_cells import ENDINGS as XML_ENDINGS
from letterbook.fund.sheet_cells import CellPlace, SheetCells, address, examine_sheet
from letterbook.fund.sheet_extents import extent
from letterbook.record import record

ENDINGS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
_READ_WHEN_OPENED = ".ods"
_DIGITS = 15  # what a spreadsheet keeps of a number
_LARGEST_WHOLE = 10**15
_MOST_CELLS = 20_000_000
_LARGEST_UNPACKED = 400 * 1024 * 1024

Cell = str | float | int | bool | dt.date | dt.time | dt.timedelta | None


def read_spreadsheet(path: Path, data: bytes, sheet: str = "") -> Rows:
    """The rows of a sheet of the spreadsheet in `data`, which was read from `path`.

    It is the sheet of the name `sheet`, however its case, else the first that can be seen. A cell that is
    shown as a percentage gives `18.4%`. A formula that has no value, or an error, is a finding of severity
    error with the cell's address. Raises BadInput when the file cannot be read, and MissingExtra without
    the package that reads it.
    """
    book = _open(path, data)
    names = _visible(path, book)
    name = next((name for name in names if _is_called(name, sheet)), names[0])
    ending = path.suffix.casefold()
    cells = examine_sheet(data, name) if ending in XML_ENDINGS else SheetCells()
    _refuse_far_cell(path, cells.last if ending in XML_ENDINGS else extent(data, ending, name))
    table = _values(path, book, name)
    rows = tuple(
        Row(line, tuple(_shown(value, (line, column), cells) for column, value in enumerate(values, start=1)))
        for line, values in enumerate(table, start=1)
    )
    faults = _cell_faults(path, cells)
    findings = (*faults, *(() if _is_called(name, sheet) else _other_sheets(path, name, names)))
    bad = frozenset((*cells.without_value, *(cells.errors or {})))
    return Rows(rows, findings, tuple(_converted(table)), bad)


@record
class SheetNames:
    """The names of the sheets that can be seen, and of the `hidden` ones, which are not read."""

    seen: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


def sheet_names(path: Path, data: bytes) -> SheetNames:
    """The names of the sheets; where all are hidden, all are seen. Raises as `read_spreadsheet` does."""
    book = _open(path, data)
    seen = _visible(path, book)
    return SheetNames(tuple(seen), tuple(name for name in book.sheet_names if name not in seen))


def _values(path: Path, book: Any, name: str) -> list[list[Cell]]:  # noqa: ANN401 - see `_open`
    """The values of a sheet."""
    import python_calamine as calamine  # noqa: PLC0415 - it was loaded to make `book`

    try:
        values: list[list[Cell]] = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise _not_readable(path, error) from error
    return values


def _refuse_far_cell(path: Path, last: CellPlace) -> None:
    """Raise BadInput where a cell is so far from the table that those between would fill the memory."""
    rows, columns = last
    if rows * columns > _MOST_CELLS:
        where = f"up to cell {address(last)}"
        hint = "Delete what stands below and right of the table, and save it again."
        raise _unreadable(path, f"has a sheet with something in it {where}", hint)


def _is_called(name: str, wanted: str) -> bool:
    return bool(wanted) and name.strip().casefold() == wanted.casefold()


def _visible(path: Path, book: Any) -> list[str]:  # noqa: ANN401 - the package's own class is not always there
    import python_calamine as calamine  # noqa: PLC0415 - it was loaded to make `book`

    seen = [
        sheet.name for sheet in book.sheets_metadata if sheet.visible == calamine.SheetVisibleEnum.Visible
    ]
    names = seen or list(book.sheet_names)
    if not names:
        raise _unreadable(path, "has no sheet", "Save it as CSV UTF-8.")
    return names


def _open(path: Path, data: bytes) -> Any:  # noqa: ANN401 - the package's own class is not always there
    try:
        import python_calamine as calamine  # noqa: PLC0415 - an extra that only spreadsheets need
    except ImportError as error:
        message = f"Reading {path.name} needs python-calamine, which is not installed."
        hint = install_line("python-calamine")
        raise MissingExtra(message, hint=hint, place=Place(str(path))) from error
    _refuse_bomb(path, data)
    if path.suffix.casefold() == _READ_WHEN_OPENED:
        _refuse_far_cell(path, extent(data, _READ_WHEN_OPENED, ""))
    try:
        return calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except calamine.PasswordError as error:
        raise _unreadable(path, "is protected with a password", "Save it without one.") from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise _not_readable(path, error) from error


def _not_readable(path: Path, error: Exception) -> BadInput:
    reason = f"is no spreadsheet that can be read ({error})"
    return _unreadable(path, reason, "Save it again in the spreadsheet, or as CSV UTF-8.")


def _cell_faults(path: Path, cells: SheetCells) -> tuple[Finding, ...]:
    """A finding for each cell that has no value although something stands in it."""
    hint = "Open the file in the spreadsheet, let it calculate, and save it."
    faults = [
        (place, f"The formula in cell {address(place)} has no value in the file.", hint)
        for place in cells.without_value
    ]
    faults += [
        (place, f"Cell {address(place)} holds an error ({text}).", "Correct its formula in the spreadsheet.")
        for place, text in (cells.errors or {}).items()
    ]
    return tuple(
        Finding("table-cell", Severity.ERROR, message, hint, Place(str(path), *place))
        for place, message, hint in sorted(faults)
    )


def _refuse_bomb(path: Path, data: bytes) -> None:
    """Raise BadInput for a spreadsheet that says itself that it is far too large."""
    if not data.startswith(b"PK"):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            size = sum(entry.file_size for entry in package.infolist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise _unreadable(path, "is damaged", "Save it again in the spreadsheet, or as CSV UTF-8.") from error
    if size > _LARGEST_UNPACKED:
        megabytes = _LARGEST_UNPACKED // 1024 // 1024
        raise _unreadable(path, f"unpacks to more than {megabytes} MB", "Save it as CSV UTF-8.")


def _unreadable(path: Path, reason: str, hint: str) -> BadInput:
    return BadInput(f"{path.name} {reason}.", hint=hint, place=Place(str(path)))


def _text(value: Cell) -> str:
    """A cell as people write it; a whole number has no decimals, a date without a time is only a date."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float() | int():
            whole = abs(value) < _LARGEST_WHOLE and value == int(value)
            return str(int(value)) if whole else f"{value:.{_DIGITS}g}"
        case dt.datetime():
            text = value.isoformat(" ", "seconds").removesuffix(" 00:00:00")
            return text.removesuffix(":00") if " " in text else text
        case dt.time():
            return value.isoformat("seconds").removesuffix(":00")
    return str(value)


def _shown(value: Cell, place: CellPlace, cells: SheetCells) -> str:
    return _percentage(value) if place in cells.percentages else _text(value)


def _percentage(value: Cell) -> str:
    if isinstance(value, str | bool) or not isinstance(value, float | int):
        return _text(value)
    return f"{Decimal(f'{value:.{_DIGITS}g}').scaleb(2).normalize():f}%"


def _converted(table: list[list[Cell]]) -> Iterator[tuple[int, str]]:
    """The columns with a value whose format may have shown it otherwise, each with an example."""
    found: set[int] = set()
    for cells in table[1:]:
        for position, value in enumerate(cells):
            if position not in found and not isinstance(value, str | bool | None):
                found.add(position)
                yield position, _text(value)


def _other_sheets(path: Path, name: str, names: list[str]) -> tuple[Finding, ...]:
    if len(names) == 1:
        return ()
    message = f'The file has {len(names)} sheets; only the first, "{name}", was read.'
    hint = "Move the sheet to the front if it is another."
    return (Finding("table-sheets", Severity.NOTE, message, hint, Place(str(path))),)
