"""What the rows and columns of a letter's tables say of the numbers in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

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
_Table = Mapping[tuple[int, int], Sequence[FoundNumbers]]
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
        self._cells: dict[int, dict[tuple[int, int], list[FoundNumbers]]] = {}
        for found in passages:
            cell = found.passage.cell
            if cell:
                for column in range(cell.column, cell.column + cell.width):
                    table = self._cells.setdefault(cell.table, {})
                    table.setdefault((cell.row, column), []).append(found)

    def labels(self, found: FoundNumbers) -> Labels:
        """What the table says of the cell that a passage stands in."""
        cell = found.passage.cell
        if cell is None:
            return Labels()
        table = self._cells[cell.table]
        headers = self._header_rows(cell.table)
        column = (self._text(table, row, cell.column) for row in headers if row < cell.row)
        return Labels(
            row=" ".join(self._row_words(table, cell.row, cell.column)),
            column=" ".join(filter(None, column)),
            band=self._band(cell.table, cell.row, headers),
            caption=self._captions.get(cell.table, ""),
        )

    def _row_words(self, table: _Table, row: int, column: int) -> Iterator[str]:
        """The texts left of a cell: the first, and those that have no figures."""
        for before in range(1, column):
            has_figures = any(found.numbers for found in table.get((row, before), ()))
            text = self._text(table, row, before)
            if _has_words(text) and (before == 1 or not has_figures):
                yield text

    def _text(self, table: _Table, row: int, column: int) -> str:
        return " ".join(found.passage.text.strip() for found in table.get((row, column), ()))

    def _header_rows(self, number: int) -> list[int]:
        """The first rows of a table, up to the first that has figures or is a band over the rows below it."""
        table = self._cells[number]
        headers: list[int] = []
        for row in sorted({row for row, _ in table}):
            cells = [found for (at, _), each in table.items() if at == row for found in each]
            if any(found.numbers for found in cells):
                break
            if len({id(found) for found in cells}) > 1:
                headers.append(row)
            elif headers:
                break
        return headers

    def _band(self, number: int, row: int, headers: Sequence[int]) -> str:
        """The words of the nearest row above that has only one cell with words, and no figures."""
        table = self._cells[number]
        for above in range(row - 1, 0, -1):
            if above in headers:
                continue
            cells = {id(found): found for (at, _), each in table.items() if at == above for found in each}
            if len(cells) == 1 and not any(found.numbers for found in cells.values()):
                return next(iter(cells.values())).passage.text.strip()
        return ""


def _has_words(text: str) -> bool:
    return any(character.isalpha() for character in text)
