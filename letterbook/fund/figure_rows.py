"""One row of the sheet of figures becomes a figure, or is told cell by cell why it cannot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TypeVar

from letterbook.figure import Basis, Figure, Period, Status, Unit, UnitKind
from letterbook.figure_format import format_as
from letterbook.finding import Finding, Severity
from letterbook.fund.cell_values import UnitOfCells, read_choice, read_number, read_unit
from letterbook.fund.dates import read_date, read_period
from letterbook.fund.figure_names import basis_in, name_words
from letterbook.fund.not_understood import NotUnderstood
from letterbook.fund.sheet_cells import address
from letterbook.fund.table import Table, TableRow
from letterbook.item import Audience
from letterbook.printed_number import PrintedNumber
from letterbook.record import record

COLUMNS = (
    *("name", "value", "unit", "as_of", "basis", "period", "status", "source", "show_as"),
    *("audience", "lp"),
)
_MOST_DECIMALS_SHOWN = 2
_T = TypeVar("_T")


@record
class FigureRow:
    """What a row gave: a figure, or None and the reasons; `key` is the same for the same figure."""

    line: int
    figure: Figure | None
    findings: tuple[Finding, ...]
    key: object = None


class RowReader:
    """Reads the rows of one table; `mark` is what stands before decimals in it, empty where nothing tells."""

    def __init__(self, table: Table, mark: str) -> None:
        self._table, self._mark = table, mark
        self._found: list[Finding] = []
        self.findings: tuple[Finding, ...] = ()
        self._date: date | None = None
        if table.as_of:
            try:
                self._date = read_date(table.as_of)
            except NotUnderstood as error:
                place = table.place(1)
                told = Finding("figure-as-of", Severity.ERROR, error.message, error.hint, place)
                self.findings = (told,)

    def read(self, row: TableRow) -> FigureRow:
        """The figure of a row; whatever is wrong with the row is told at once."""
        self._found = []
        name = " ".join(row.values["name"].split())
        if self._is_remark(row):
            message = f'Only "{name}" stands in this row, so it was taken for a heading or a remark.'
            hint = "Fill in its value if it is a figure."
            place = self._table.place(row.line, "name")
            remark = Finding("figure-remark", Severity.WARNING, message, hint, place)
            return FigureRow(row.line, None, (remark,))
        if not name:
            self._tell(row, "name", "The figure has no name.", "Name it as the letter says it.")
        basis = self._read(row, "basis", lambda text: read_choice(text, Basis, "basis"))
        basis = self._basis(row, name, basis)
        period = self._read(row, "period", read_period)
        as_of = self._read(row, "as_of", read_date) or self._date
        status = self._read(row, "status", lambda text: read_choice(text, Status, "status"))
        audience = self._read(row, "audience", lambda text: read_choice(text, Audience, "audience"))
        lp = " ".join(row.values.get("lp", "").split())
        amount = self._amount(row)
        if self._found or amount is None:
            return FigureRow(row.line, None, tuple(self._found))
        value, unit, show_as = amount
        figure = Figure(
            name=_with_owner(name, lp),
            value=value,
            unit=unit,
            as_of=as_of,
            basis=basis,
            period=period,
            status=status,
            source=row.values.get("source", "").strip(),
            show_as=show_as,
            place=self._table.place(row.line, "value"),
            other=self._other(row),
            audience=Audience.FIRM if lp else audience or Audience.INVESTORS,
            lp=lp,
        )
        return FigureRow(row.line, figure, (), _key(figure))

    def _other(self, row: TableRow) -> tuple[tuple[str, str], ...]:
        names = dict(zip(self._table.positions, self._table.columns, strict=True))
        return tuple((names[key], text) for key, text in row.values.items() if key not in COLUMNS)

    def _tell(self, row: TableRow, column: str, message: str, hint: str) -> None:
        place = self._table.place(row.line, column)
        identifier = f"figure-{column.replace('_', '-')}"
        self._found.append(Finding(identifier, Severity.ERROR, message, hint, place))

    def _read(self, row: TableRow, column: str, read: Callable[[str], _T]) -> _T | None:
        """What a cell says; None where it is empty, or after telling what is wrong with it."""
        text = row.values.get(column, "").strip()
        if not text:
            return None
        try:
            return read(text)
        except NotUnderstood as error:
            self._tell(row, column, error.message, error.hint)
            return None

    def _basis(self, row: TableRow, name: str, basis: Basis | None) -> Basis | None:
        named = basis_in(name)
        if basis and named and basis is not named:
            message = f'The name says "{named}", and the column "basis" says "{basis}".'
            self._tell(row, "basis", message, "Correct one of them.")
        return basis or named

    def _amount(self, row: TableRow) -> tuple[Decimal, Unit, str] | None:
        """The value, the unit, and what it is shown as."""
        cells = self._read(row, "unit", read_unit)
        typed = self._read(row, "value", lambda text: read_number(text, self._mark))
        example = self._read(row, "show_as", lambda text: read_number(text, self._mark))
        if typed is None:
            self._tell_of_no_value(row)
            return None
        unit = self._unit(row, typed, example, cells)
        if unit is None:
            return None
        value = self._value(row, typed, example, cells or UnitOfCells(unit))
        if value is None:
            return None
        if example and example.value and format_as(value, example.layout) != example.text:
            shown = format_as(value, example.layout)
            message = f'The value is shown as "{example.text}", but would be printed as "{shown}".'
            self._tell(row, "show_as", message, "Correct one of them.")
        return value, unit, _shown_as(typed, example)

    def _is_remark(self, row: TableRow) -> bool:
        """Whether a row of a wider table has a name and nothing else, not even a formula for its value."""
        filled = [column for column, text in row.values.items() if text.strip()]
        is_formula = (row.line, self._table.positions["value"]) in self._table.without_value
        return filled == ["name"] and len(self._table.positions) > 2 and not is_formula

    def _tell_of_no_value(self, row: TableRow) -> None:
        position = (row.line, self._table.positions["value"])
        is_told = position in self._table.without_value or any(
            finding.place and finding.place.column == position[1] for finding in self._found
        )
        if not is_told:
            hint = "Fill in its value."
            where = f" (cell {address(position)})" if self._table.file.casefold().endswith("x") else ""
            self._tell(row, "value", f"The figure has no value{where}.", hint)

    def _unit(
        self,
        row: TableRow,
        typed: PrintedNumber,
        example: PrintedNumber | None,
        cells: UnitOfCells | None,
    ) -> Unit | None:
        """The unit that the column says, else the marks of the value, else those of its example."""
        if cells is None and row.values.get("unit", "").strip():
            return None  # told already
        said = next((each for each in (typed, example) if each and each.kind), None)
        marked = Unit(said.kind, said.currency) if said and said.kind else None
        unit = cells.unit if cells else marked or Unit(UnitKind.NUMBER)
        for column, number in (("value", typed), ("show_as", example)):
            if number and not number.fits(unit):
                message = f'"{number.text}" is not in the unit "{row.values["unit"].strip() or unit}".'
                self._tell(row, column, message, "Correct the value or its unit.")
                return None
        return unit

    def _value(
        self, row: TableRow, typed: PrintedNumber, example: PrintedNumber | None, cells: UnitOfCells
    ) -> Decimal | None:
        """The value in whole units; of a rate, as a fraction."""
        if typed.layout.exponent:
            return typed.value
        value = typed.value.scaleb(cells.exponent)
        may_be_fraction = cells.unit.kind is UnitKind.PERCENT and cells.exponent == -2
        if not may_be_fraction or typed.kind or not 0 < abs(typed.value) <= 1:
            return value
        if example and example.value:
            return typed.value if example.agrees(typed.value) else value
        percent = typed.value.scaleb(2).normalize()
        message = f'"{typed.text}" in percent may be {typed.text}% or {percent:f}%.'
        self._tell(
            row, "value", message, f'Write "{percent:f}%" or "{typed.text}%", or make its unit "fraction".'
        )
        return None


def _shown_as(typed: PrintedNumber, example: PrintedNumber | None) -> str:
    """The example of the sheet; else the value as it was typed, when it has marks and is not overlong."""
    if example:
        return example.text
    is_stated = typed.has_marks and typed.layout.mark == "." and typed.layout.decimals <= _MOST_DECIMALS_SHOWN
    return typed.text if is_stated else ""


def _with_owner(name: str, lp: str) -> str:
    """The name of a figure with the investor before it whose account alone it is about."""
    return name if not lp or name.casefold().startswith(f"{lp.casefold()} ") else f"{lp} {name}"


def _key(figure: Figure) -> tuple[frozenset[str] | tuple[str, ...], Basis | None, date | None, str]:
    period: Period | None = figure.period
    return (name_words(figure.name), figure.basis, figure.as_of, period.words.casefold() if period else "")
