"""What a spreadsheet's own XML says of its cells and its reader does not: formulas without a value, formats.

A program that writes a formula without working it out leaves no value behind, and a reader of values then
drops the cell without a word. Source: ECMA-376 part 1, 18.3.1.4 (cells), 18.3.1.96 (values) and
18.8.30 (formats).
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Mapping
from xml.parsers import expat

from letterbook.record import record

ENDINGS = frozenset({".xlsx", ".xlsm"})
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BUILT_IN_PERCENT = frozenset({"9", "10"})  # 0% and 0.00%
_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")

CellPlace = tuple[int, int]
"""The row and the column of a cell, both from 1."""

_Start = Callable[[str, dict[str, str]], None]


@record
class SheetCells:
    """Of one sheet: formulas without a value, cells that hold an error, cells shown as a percentage.

    `last` is the last row and the last column in which something stands.
    """

    without_value: tuple[CellPlace, ...] = ()
    errors: Mapping[CellPlace, str] | None = None
    percentages: frozenset[CellPlace] = frozenset()
    last: CellPlace = (0, 0)


def address(place: CellPlace) -> str:
    """A cell as spreadsheets name it: `B7`."""
    row, column = place
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


def examine_sheet(data: bytes, sheet: str) -> SheetCells:
    """The cells of one sheet of an .xlsx, by its name; nothing for a file that is not made as one.

    The caller has seen that the file is not larger than it should be.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _examine(package, sheet)
    except (zipfile.BadZipFile, KeyError, expat.ExpatError, ValueError, NotImplementedError):
        return SheetCells()


def _examine(package: zipfile.ZipFile, sheet: str) -> SheetCells:
    targets = read_relationships(package, "_rels/.rels", "")
    workbook = next(target for kind, target in targets.values() if kind == "officeDocument")
    parts = read_relationships(package, *relationships_of(workbook))
    identifier = _sheet_identifier(package, workbook, sheet)
    styles = next((target for kind, target in parts.values() if kind == "styles"), "")
    percent_styles = _percent_styles(package, styles) if styles else frozenset()
    reader = _CellReader(percent_styles)
    reader.read(package.read(parts[identifier][1]))
    percentages = frozenset(reader.percentages)
    return SheetCells(tuple(reader.without_value), reader.errors, percentages, reader.last)


def relationships_of(part: str) -> tuple[str, str]:
    """The part with the relationships of another one, and the folder that their targets begin in."""
    folder, _, name = part.rpartition("/")
    return posixpath.join(folder, "_rels", f"{name}.rels"), folder


def read_relationships(package: zipfile.ZipFile, name: str, folder: str) -> dict[str, tuple[str, str]]:
    """The kind and the part of each relationship, by its id."""
    found: dict[str, tuple[str, str]] = {}

    def start(element: str, attributes: dict[str, str]) -> None:
        """Note one relationship."""
        if element == f"{_PACKAGE} Relationship":
            target = posixpath.normpath(posixpath.join("/", folder, attributes["Target"])).lstrip("/")
            found[attributes["Id"]] = (attributes["Type"].rpartition("/")[2], target)

    _parse(package.read(name), start)
    return found


def _sheet_identifier(package: zipfile.ZipFile, workbook: str, sheet: str) -> str:
    found: dict[str, str] = {}

    def start(element: str, attributes: dict[str, str]) -> None:
        """Note the id of one sheet."""
        if element == f"{_MAIN} sheet":
            found[attributes["name"]] = attributes[f"{_OFFICE} id"]

    _parse(package.read(workbook), start)
    return found[sheet]


def _percent_styles(package: zipfile.ZipFile, styles: str) -> frozenset[str]:
    """The numbers of the cell styles that show a fraction as a percentage."""
    formats: set[str] = set(_BUILT_IN_PERCENT)
    shown: list[str] = []
    inside: list[str] = []

    def start(element: str, attributes: dict[str, str]) -> None:
        """Note a format of numbers, or the one that a cell style shows."""
        if element == f"{_MAIN} numFmt" and "%" in attributes.get("formatCode", ""):
            formats.add(attributes.get("numFmtId", ""))
        if element == f"{_MAIN} xf" and inside and inside[-1] == f"{_MAIN} cellXfs":
            shown.append(attributes.get("numFmtId", "0"))
        inside.append(element)

    _parse(package.read(styles), start, lambda _name: (inside.pop(), None)[1])
    return frozenset(str(number) for number, each in enumerate(shown) if each in formats)


def _parse(data: bytes, start: _Start, end: Callable[[str], None] | None = None) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.StartElementHandler = start
    if end:
        parser.EndElementHandler = end
    parser.Parse(data, True)


def refuse_doctype(*_about: object) -> None:
    """Raise ValueError, for a parser to call at a DOCTYPE."""
    raise ValueError("a spreadsheet has no DOCTYPE")


class _CellReader:
    """Gathers the cells of a sheet that need a word."""

    def __init__(self, percent_styles: frozenset[str]) -> None:
        self.without_value: list[CellPlace] = []
        self.errors: dict[CellPlace, str] = {}
        self.percentages: set[CellPlace] = set()
        self.last: CellPlace = (0, 0)
        self._percent_styles = percent_styles
        self._place: CellPlace = (0, 0)
        self._kind = self._value = ""
        self._has_formula = self._in_value = False

    def read(self, data: bytes) -> None:
        """Gather them from the XML of the sheet."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = refuse_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.Parse(data, True)

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        match element.removeprefix(f"{_MAIN} "):
            case "row":
                self._place = (int(attributes.get("r", self._place[0] + 1)), 0)
            case "c":
                self._place = self._next_place(attributes.get("r", ""))
                self._kind, self._value = attributes.get("t", "n"), ""
                self._has_formula = False
                if attributes.get("s", "0") in self._percent_styles and self._kind == "n":
                    self.percentages.add(self._place)
            case "f":
                self._has_formula = True
            case "v":
                self._in_value = True
                self._reach()
            case "is":
                self._reach()

    def _reach(self) -> None:
        """Note how far the cells go in which something stands."""
        row, column = self._place
        last_row, last_column = self.last
        if row > last_row or column > last_column:
            self.last = max(row, last_row), max(column, last_column)

    def _next_place(self, written: str) -> CellPlace:
        """The place of a cell, which may leave it out where it stands right of the one before."""
        match = _ADDRESS.fullmatch(written)
        if match is None:
            return self._place[0], self._place[1] + 1
        column = 0
        for letter in match[1].upper():
            column = column * 26 + ord(letter) - ord("A") + 1
        return int(match[2]), column

    def _end(self, element: str) -> None:
        match element.removeprefix(f"{_MAIN} "):
            case "v":
                self._in_value = False
            case "c":
                if self._has_formula and not self._value and self._kind != "str":
                    self.without_value.append(self._place)
                if self._kind == "e":
                    self.errors[self._place] = self._value

    def _characters(self, text: str) -> None:
        if self._in_value:
            self._value += text
