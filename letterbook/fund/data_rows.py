"""Rows of the fund's data, read cell by cell: what is wrong is told with row, column and what was expected.

Amounts are in whole units of their currency and rates are fractions, each as `1250000.50` or `0.2`; what else
is understood without doubt (`1,250,000`, `20%`) is taken too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Generic, TypeVar

from letterbook.currencies import CODES, WORDS
from letterbook.errors import BadInput
from letterbook.figure import UnitKind
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.cell_values import read_choice, read_number
from letterbook.fund.dates import read_date
from letterbook.fund.not_understood import NotUnderstood
from letterbook.fund.repeated import told_once
from letterbook.fund.table import FRONT_KEY, Table, TableRow, column_key
from letterbook.printed_number import decimal_mark
from letterbook.record import record
from letterbook.suggestion import closest

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

ANY_FUND = ""
_PLAIN = re.compile("-?[0-9]+(?:[.][0-9]+)?")
_ISO_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEARS = range(1900, 2200)
_TOO_LARGE = 10**18
_YES, _NO = {"yes", "true", "y", "1"}, {"no", "false", "n", "0"}


@record
class TableKind:
    """A kind of table: its name, what its rows are, and its columns, of which some are `needed`.

    A table `with_own_columns` has many of the user's own, so that a name near one of ours is none of them.
    What its rows are added up for stands in the column `owner`.
    """

    name: str
    of: str
    columns: tuple[str, ...]
    needed: tuple[str, ...]
    with_own_columns: bool = False
    owner: str = "fund"


@record
class Data(Generic[T]):
    """What was read of a table: the rows that can be used, and what is to be told of the others.

    `unsure` are the funds of which a row could not be used, so that their sums would be wrong; `ANY_FUND`
    stands for a row that does not even tell its fund.
    """

    rows: tuple[T, ...] = ()
    findings: tuple[Finding, ...] = ()
    unsure: frozenset[str] = frozenset()

    def is_sure(self, fund: str) -> bool:
        """Whether all rows of a fund could be used."""
        return ANY_FUND not in self.unsure and fund not in self.unsure


class DataRow:
    """One row: its cells by column, and what was found wrong with them so far."""

    def __init__(self, kind: TableKind, table: Table, row: TableRow, mark: str) -> None:
        self._kind, self._table, self._row, self._mark = kind, table, row, mark
        self.findings: list[Finding] = []
        self._lacks_a_cell = False  # a formula without a value, which was told with its address

    @property
    def other(self) -> tuple[tuple[str, str], ...]:
        """The columns that letterbook does not know, by their names, with what stands in them."""
        names = dict(zip(self._table.positions, self._table.columns, strict=True))
        known = self._kind.columns
        return tuple((names[key], text) for key, text in self._row.values.items() if key not in known)

    def place(self, column: str = "") -> Place:
        """The place of the row, or of its cell in a column."""
        return self._table.place(self._row.line, column)

    def tell(self, column: str, message: str, hint: str, severity: Severity = Severity.ERROR) -> None:
        """Add what is wrong with the cell in a column."""
        identifier = f"{self._kind.name}-{column.replace('_', '-')}"
        self.findings.append(Finding(identifier, severity, message, hint, self.place(column)))

    @property
    def is_usable(self) -> bool:
        """Whether nothing is wrong with it that would make its use a mistake."""
        return not self._lacks_a_cell and all(
            finding.severity is not Severity.ERROR for finding in self.findings
        )

    def text(self, column: str) -> str:
        """What stands in a cell, without blanks around it; empty where a needed one is, after telling."""
        cell = self._row.values.get(column)
        text = " ".join(cell.split()) if cell else ""
        if not text:
            self._tell_of_no_text(column)
        return text

    def _tell_of_no_text(self, column: str) -> None:
        if (self._row.line, self._table.positions.get(column, 0)) in self._table.without_value:
            self._lacks_a_cell = True
        elif column in self._kind.needed:
            self.tell(column, f'"{column.replace("_", " ")}" is empty.', "Fill it in.")

    def day(self, column: str) -> date | None:
        """The day in a cell; the column `as_of` may be left to the row above the names of the columns."""
        if column == FRONT_KEY and self._table.as_of and not self._row.values.get(column, "").strip():
            return self._understood(column, self._table.as_of, _read_day)
        text = self.text(column)
        return self._understood(column, text, _read_day) if text else None

    def number(self, column: str) -> Decimal | None:
        """The number in a cell."""
        return self._number(column, None)

    def fraction(self, column: str) -> Decimal | None:
        """The rate in a cell, `0.2` or `20%`, from 0 to 1."""
        value = self._number(column, UnitKind.PERCENT)
        if value is not None and not 0 <= value <= 1:
            self.tell(
                column, f'"{self.text(column)}" is not between 0 and 1.', "Write 0.2 or 20% for a fifth."
            )
            return None
        return value

    def amount(self, column: str, *, least: Decimal | None = None) -> Decimal | None:
        """The money in a cell, in whole units, not below `least`."""
        value = self._number(column, UnitKind.MONEY)
        if value is not None and least is not None and value < least:
            hint = "Write it without a sign." if least == 0 else f"It is at least {least}."
            self.tell(column, f'"{self.text(column)}" is below zero.', hint)
            return None
        return value

    def choice(self, column: str, choices: type[E], what: str) -> E | None:
        """The one of `choices` that a cell names; blanks and `-` are as good as `_`."""
        text = self.text(column)
        return self._understood(column, text, lambda each: _choice(each, choices, what)) if text else None

    def yes_no(self, column: str, *, default: bool) -> bool:
        """Whether a cell says yes; `default` where it is empty."""
        text = self.text(column).casefold()
        if text and text not in _YES | _NO:
            self.tell(column, f'"{self.text(column)}" is neither yes nor no.', "Write yes or no.")
        return text in _YES if text else default

    def currency(self) -> str:
        """The code in the column `currency`; empty where there is none."""
        text = self.text("currency").upper()
        if text and text not in CODES:
            self.tell("currency", f'There is no currency "{self.text("currency")}".', _code_for(text))
            return ""
        return text

    def _number(self, column: str, kind: UnitKind | None) -> Decimal | None:
        text = self.text(column)
        value = self._value(column, text, kind) if text else None
        if value is not None and abs(value) >= _TOO_LARGE:
            self.tell(column, f'"{text}" is far too large.', "Amounts are in whole units of the currency.")
            return None
        return value

    def _value(self, column: str, text: str, kind: UnitKind | None) -> Decimal | None:
        if self._mark == "." and _PLAIN.fullmatch(text):
            return Decimal(text)
        number = self._understood(column, text, lambda each: read_number(each, self._mark, _expected(kind)))
        if number is not None and number.kind not in {None, kind}:
            self.tell(column, f'"{text}" has a unit that this column cannot have.', _expected(kind))
            return None
        return number.value if number else None

    def _understood(self, column: str, text: str, read: Callable[[str], T]) -> T | None:
        try:
            return read(text)
        except NotUnderstood as error:
            self.tell(column, error.message, error.hint)
            return None


@lru_cache(maxsize=256)  # a column has few words in it, each in many rows
def _choice(text: str, choices: type[E], what: str) -> E:
    return read_choice(column_key(text), choices, what)


def _read_day(text: str) -> date:
    """As `read_date`, but quick with what most cells are, 2026-06-30, and of a year that a fund may see."""
    day = None
    if _ISO_DAY.fullmatch(text):
        with suppress(ValueError):
            day = date.fromisoformat(text)
    day = day or read_date(text)
    if day.year not in _YEARS:
        raise NotUnderstood(f'The year {day.year} of "{text}" cannot be meant.', "Write all its four digits.")
    return day


def _code_for(text: str) -> str:
    """What to write instead of a word that is no code of a currency; of codes none is near to another."""
    word = text.casefold()
    code = WORDS.get(word) or WORDS.get(word.removesuffix("s"), "")
    return f"Write its ISO code, such as {code if code in CODES else 'USD'}."


def _expected(kind: UnitKind | None) -> str:
    examples = {UnitKind.MONEY: "a plain amount such as 1250000", UnitKind.PERCENT: "a fraction such as 0.2"}
    return f"Write {examples.get(kind or UnitKind.NUMBER, 'a plain number such as 12.5')}."


def read_rows(kind: TableKind, table: Table, read: Callable[[DataRow], T | None]) -> Data[T]:
    """The rows of a table as `read` makes them of one; a row with an error is left out, and told.

    Raises BadInput, with a finding for each, when needed columns are missing.
    """
    _refuse_without(kind, table)
    mark = decimal_mark(text for row in table.rows for text in row.values.values()) or "."
    rows: list[T] = []
    findings = [*table.findings, *_near_names(kind, table)]
    unsure = {ANY_FUND for finding in table.findings if finding.id == "table-row"}
    for each in table.rows:
        row = DataRow(kind, table, each, mark)
        made = read(row)
        findings += row.findings
        if made is not None and row.is_usable:
            rows.append(made)
        else:
            unsure.add(" ".join(each.values.get(kind.owner, "").split()))
    return Data(tuple(rows), told_once(findings), frozenset(unsure))


def _refuse_without(kind: TableKind, table: Table) -> None:
    unknown = [name for name in table.columns if column_key(name) not in kind.columns]
    faults = []
    for needed in kind.needed:
        if needed in table.positions or (needed == FRONT_KEY and table.as_of):
            continue
        near = closest(needed, unknown)
        columns = ", ".join(table.columns)
        hint = f'Is it "{near}"? Rename it.' if near else f"The columns are {columns}."
        place = table.place(table.header_line, column_key(near))
        message = f'There is no column "{needed.replace("_", " ")}".'
        faults.append(Finding(f"{kind.name}-column", Severity.ERROR, message, hint, place))
    if faults:
        raise BadInput.from_findings(tuple(faults))


def _near_names(kind: TableKind, table: Table) -> list[Finding]:
    """A warning for each column that may be meant to be one of ours: such a column is only kept."""
    looked_for = () if kind.with_own_columns else kind.columns
    missing = [column.replace("_", " ") for column in looked_for if column not in table.positions]
    found = []
    for name in table.columns:
        near = (
            closest(column_key(name).replace("_", " "), missing)
            if column_key(name) not in kind.columns
            else ""
        )
        if near:
            message = f'The column "{name}" is not one of letterbook\'s, so it is only kept.'
            place = table.place(table.header_line, column_key(name))
            hint = f'Rename it if "{near}" is meant.'
            found.append(Finding(f"{kind.name}-column", Severity.WARNING, message, hint, place))
    return found


def told_twice(
    kind: TableKind,
    keyed: Iterable[tuple[object, Place]],
    what: str,
    severity: Severity = Severity.ERROR,
) -> tuple[Finding, ...]:
    """A finding for each row that has the key of an earlier one; `what` a key is."""
    first: dict[object, Place] = {}
    found = []
    for key, place in keyed:
        earlier = first.setdefault(key, place)
        if earlier is not place:
            message = f"This {what} is there twice, first in row {earlier.line}."
            found.append(Finding(f"{kind.name}-twice", severity, message, "Delete one of them.", place))
    return told_once(found)
