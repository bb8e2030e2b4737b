"""Spreadsheets, by python-calamine: the values of the first sheet, without any of their formats."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from letterbook.errors import BadInput, MissingExtra
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.rows import Row, Rows

ENDINGS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
INSTALL = "pip install 'letterbook[data]'"
_DIGITS = 15  # what a spreadsheet keeps of a number
_LARGEST_WHOLE = 10**15
_LARGEST_UNPACKED = 400 * 1024 * 1024

Cell = str | float | int | bool | dt.date | dt.time | dt.timedelta | None


def read_spreadsheet(path: Path, data: bytes) -> Rows:
    """The rows of the first sheet of the spreadsheet in `data`, which was read from `path`.

    Raises BadInput when it cannot be read, and MissingExtra without the package that reads it.
    """
    name, names, table = _sheet(path, data)
    rows = tuple(Row(number, tuple(map(_text, cells))) for number, cells in enumerate(table, start=1))
    findings = _other_sheets(path, name, names)
    return Rows(rows, findings, tuple(_converted(table)))


def _sheet(path: Path, data: bytes) -> tuple[str, list[str], list[list[Cell]]]:
    """The name of the first sheet that can be seen, those of all, and the values of the first."""
    try:
        import python_calamine as calamine  # noqa: PLC0415 - an extra that only spreadsheets need
    except ImportError as error:
        message = f'Reading {path.name} needs the extra "data".'
        raise MissingExtra(message, hint=INSTALL, place=Place(str(path))) from error
    _refuse_bomb(path, data)
    try:
        book: Any = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        seen = [
            sheet.name for sheet in book.sheets_metadata if sheet.visible == calamine.SheetVisibleEnum.Visible
        ]
        names = seen or book.sheet_names
        if not names:
            raise _unreadable(path, "has no sheet", "Save it as CSV UTF-8.")
        return names[0], names, book.get_sheet_by_name(names[0]).to_python(skip_empty_area=False)
    except calamine.PasswordError as error:
        raise _unreadable(path, "is protected with a password", "Save it without one.") from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        reason = f"is no spreadsheet that can be read ({error})"
        raise _unreadable(path, reason, "Save it again in the spreadsheet, or as CSV UTF-8.") from error


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
        raise _unreadable(path, f"unpacks to more than {megabytes} MB", "Save the recipients as CSV UTF-8.")


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
    hint = "Move the sheet with the recipients to the front if it is another."
    return (Finding("recipients-sheets", Severity.NOTE, message, hint, Place(str(path))),)
