"""What the rows and columns of a letter's tables say of the numbers in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from letterbook.currencies import CODES, SIGNS
from letterbook.figure import UnitKind
from letterbook.record import record
from letterbook.verify.found_numbers import FoundNumbers

_SIGNS = "|".join(re.escape(sign) for sign in sorted((*SIGNS, *CODES), key=len, reverse=True))
_MONEY = re.compile(
    rf"(?<!\w)(?P<sign>{_SIGNS})\s?(?P<scale>(?i:millions?|billions?|thousands?|bn|mn|mm|m|k|['’]?000s?))?(?!\w)"
)
_WORDS = re.compile(
    r"\bin\s(?:(?P<scale>millions|billions|thousands)(?:\sof)?)?\s?"
    rf"(?P<sign>{_SIGNS}|US dollars|dollars|euros?|pounds)?\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"%|\bper ?cent\b", re.IGNORECASE)
_MULTIPLE = re.compile(r"(?<![\w])[x×](?!\w)")
_Rows = dict[int, dict[int, list[FoundNumbers]]]
_SCALES = {"m": 6, "b": 9, "k": 3, "t": 3, "0": 3, "'": 3, "’": 3}


@record
class UnitHint:
    """The unit that a label says for numbers below or beside it: `US$m`, `%`, `x`."""

    kind: UnitKind
    exponent: int | None = None


@record
class Labels:
    """What stands around a cell: the words of its row, its column, its band of rows, and above the table."""

    row: str = ""
    column: str = ""
    band: str = ""
    caption: str = ""

    @property
    def unit(self) -> UnitHint | None:
        """The unit that they say; the nearest label comes first."""
        hints = (unit_hint(text) for text in (self.column, self.row, self.band, self.caption))
        return next((hint for hint in hints if hint), None)


def unit_hint(text: str) -> UnitHint | None:
    """The unit that the text of a label says, None where it says none."""
    match = _MONEY.search(text) or _WORDS.search(text)
    if match and (match["sign"] or match["scale"]):
        scale = (match["scale"] or "").casefold()
        return UnitHint(UnitKind.MONEY, _SCALES[scale[0]] if scale else None)
    if _PERCENT.search(text):
        return UnitHint(UnitKind.PERCENT)
    return UnitHint(UnitKind.MULTIPLE) if _MULTIPLE.search(text) else None


class Tables:
    """The tables of one part of a letter, by number; `captions` are the texts right above them."""

    def __init__(self, passages: Iterable[FoundNumbers], captions: Mapping[int, str]) -> None:
        self._captions = captions
        cells: dict[int, _Rows] = {}
        for found in passages:
            cell = found.passage.cell
            if cell:
                row = cells.setdefault(cell.table, {}).setdefault(cell.row, {})
                for column in range(cell.column, cell.column + cell.width):
                    row.setdefault(column, []).append(found)
        self._tables = {number: _Table(rows) for number, rows in cells.items()}

    def labels(self, found: FoundNumbers) -> Labels:
        """What the table says of the cell that a passage stands in."""
        cell = found.passage.cell
        if cell is None:
            return Labels()
        table = self._tables[cell.table]
        return Labels(
            row=table.row_words(cell.row, cell.column),
            column=table.column_words(cell.row, cell.column),
            band=table.bands.get(cell.row, ""),
            caption=" ".join(filter(None, (self._captions.get(cell.table, ""), table.corner))),
        )


class _Table:
    """One table; `bands` are for each row the words of the nearest band above it.

    A band is a row with only one cell that has words, and no figures. The rows above the first figures are
    headers, and so is what stands above the first band.
    """

    def __init__(self, rows: _Rows) -> None:
        self._rows = dict(sorted(rows.items()))
        self.bands: dict[int, str] = {}
        self._headers: list[int] = []
        self._first: dict[int, str] = {}
        band, first = "", ""
        has_begun = False
        for number, columns in self._rows.items():
            cells = {id(found): found for each in columns.values() for found in each}
            has_figures = any(found.numbers for found in cells.values())
            self.bands[number] = band
            first = _text(columns, 1) or first
            self._first[number] = first
            if len(cells) == 1 and not has_figures:
                band, first = next(iter(cells.values())).passage.text.strip(), ""
                has_begun = has_begun or bool(self._headers)
            elif has_figures or has_begun:
                has_begun = True
            else:
                self._headers.append(number)

    @property
    def corner(self) -> str:
        """What stands above the labels of the rows."""
        return " ".join(_text(self._rows[header], 1) for header in self._headers)

    def row_words(self, row: int, column: int) -> str:
        """The texts left of a cell: the first, and those that have no figures.

        Where the first is empty beside another label, it is that of the row above, as in merged cells.
        """
        columns = self._rows[row]
        others = [
            text
            for before in range(2, column)
            if not any(found.numbers for found in columns.get(before, ()))
            and _has_words(text := _text(columns, before))
        ]
        first = _text(columns, 1) if column > 1 else ""
        first = first or (self._first[row] if others else "")
        is_label = _has_words(first) or not any(found.numbers for found in columns.get(1, ()))
        return " ".join((*((first,) if first and is_label else ()), *others))

    def column_words(self, row: int, column: int) -> str:
        """The texts of the headers above a cell."""
        texts = (_text(self._rows[header], column) for header in self._headers if header < row)
        return " ".join(filter(None, texts))


def _text(columns: Mapping[int, Sequence[FoundNumbers]], column: int) -> str:
    return " ".join(found.passage.text.strip() for found in columns.get(column, ()))


def _has_words(text: str) -> bool:
    return any(character.isalpha() for character in text)
