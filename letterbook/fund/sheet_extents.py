"""How far the cells of a sheet go in spreadsheets that are not made of Excel's XML: .ods and .xlsb.

Their reader makes a cell of everything between the first and the last one, so that a single cell far off
fills the memory and ends the program. Sources: OpenDocument 1.3 part 3, 9.1 (tables; cells and rows that are
repeated say how often), and [MS-XLSB] 2.1.4 (records), 2.4 (BrtBundleSh, BrtRowHdr and those of cells).
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Iterator, Mapping
from xml.parsers import expat

from letterbook.fund.sheet_cells import CellPlace, read_relationships, refuse_doctype, relationships_of

_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_CELLS = frozenset({f"{_TABLE} table-cell", f"{_TABLE} covered-table-cell"})
_FILLED = frozenset({f"{_OFFICE} value-type", f"{_TABLE} formula"})
_WORKBOOK = "xl/workbook.bin"
_ROW, _SHEET = 0, 156
_WITH_VALUE = range(2, 12)  # records of cells in which something stands; 1 is an empty one


def extent(data: bytes, ending: str, sheet: str) -> CellPlace:
    """The last row and column with something in them of a sheet of an .xlsb, or of any sheet of an .ods.

    An .ods is read whole as soon as it is opened. It is (0, 0) for a file of another `ending` or one that is
    not made as it says, which its reader tells. The caller has seen that it is not larger than it should be.
    """
    measure = _MEASURES.get(ending)
    if measure is None:
        return 0, 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return measure(package, sheet)
    except (
        zipfile.BadZipFile,
        KeyError,
        IndexError,
        ValueError,
        struct.error,
        expat.ExpatError,
        NotImplementedError,
    ):
        return 0, 0


def _of_open_document(package: zipfile.ZipFile, _sheet: str) -> CellPlace:
    reader = _TableReader()
    reader.read(package.read("content.xml"))
    return reader.largest


def _of_binary(package: zipfile.ZipFile, sheet: str) -> CellPlace:
    parts = read_relationships(package, *relationships_of(_WORKBOOK))
    identifier = _sheets(package.read(_WORKBOOK))[sheet]
    row = last_row = last_column = 0
    for kind, start, content in _records(package.read(parts[identifier][1])):
        if kind == _ROW:
            (row,) = struct.unpack_from("<I", content, start)
        elif kind in _WITH_VALUE:
            (column,) = struct.unpack_from("<I", content, start)
            last_row, last_column = max(last_row, row + 1), max(last_column, column + 1)
    return last_row, last_column


_MEASURES: Mapping[str, Callable[[zipfile.ZipFile, str], CellPlace]] = {
    ".ods": _of_open_document,
    ".xlsb": _of_binary,
}


def _sheets(data: bytes) -> dict[str, str]:
    """The relationship of each sheet by its name."""
    found: dict[str, str] = {}
    for kind, start, content in _records(data):
        if kind == _SHEET:
            identifier, end = _string(content, start + 8)  # after its state and its number
            found[_string(content, end)[0]] = identifier
    return found


def _string(data: bytes, start: int) -> tuple[str, int]:
    """A string with its length before it, and where it ends."""
    (length,) = struct.unpack_from("<I", data, start)
    end = start + 4 + 2 * length
    return data[start + 4 : end].decode("utf-16-le"), end


def _records(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """The kind of each record, where its content begins, and the data that it stands in."""
    at = 0
    while at < len(data):
        kind, at = _variable(data, at, 2)
        size, at = _variable(data, at, 4)
        yield kind, at, data
        at += size


def _variable(data: bytes, at: int, most: int) -> tuple[int, int]:
    """A number of seven bits a byte, of which the last has no eighth bit, and where it ends."""
    value = 0
    for step in range(most):
        byte = data[at + step]
        value |= (byte & 0x7F) << (7 * step)
        if byte < 0x80:
            return value, at + step + 1
    return value, at + most


class _TableReader:
    """Finds the largest table of an OpenDocument spreadsheet."""

    def __init__(self) -> None:
        self.largest: CellPlace = (0, 0)
        self._last: CellPlace = (0, 0)
        self._row = self._rows = self._column = self._columns = 0

    def read(self, data: bytes) -> None:
        """Find it in the XML of the document."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = refuse_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.Parse(data, True)

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        if element in _CELLS:
            self._columns = int(attributes.get(f"{_TABLE} number-columns-repeated", 1))
            if not _FILLED.isdisjoint(attributes):
                self._reach()
        elif element == f"{_TEXT} p":
            self._reach()
        elif element == f"{_TABLE} table-row":
            self._rows = int(attributes.get(f"{_TABLE} number-rows-repeated", 1))
            self._column = self._columns = 0
        elif element == f"{_TABLE} table":
            self._row = 0
            self._last = (0, 0)

    def _reach(self) -> None:
        """Note that something stands in the cell that is being read."""
        row, column = self._last
        self._last = max(row, self._row + self._rows), max(column, self._column + self._columns)

    def _end(self, element: str) -> None:
        if element in _CELLS:
            self._column += self._columns
        elif element == f"{_TABLE} table-row":
            self._row += self._rows
        elif element == f"{_TABLE} table":
            self.largest = max(self.largest, self._last, key=lambda place: place[0] * place[1])
