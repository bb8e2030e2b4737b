"""Tables of figures, as a section's Markdown prints them: columns, rows of cells, and what the caption says.

A column has one layout for all its figures, and all money of a table one scale, named in the headings; a
column without data is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from markupsafe import Markup

from letterbook.currencies import house_sign
from letterbook.drafting.partials.printable import Inlines
from letterbook.drafting.sections.fund.captions import Facts, facts_of
from letterbook.drafting.sections.fund.material import FigureCells, FundMaterial
from letterbook.figure import Figure, UnitKind
from letterbook.figure_format import (
    SCALES,
    decimals_stated,
    format_as,
    layout_of,
    scaled_layout,
)
from letterbook.printed_number import Layout
from letterbook.record import record

CellValue = Figure | Inlines | str | date | None
Headings = Mapping[str, str]
_SMALLEST_MILLIONS = Decimal(1_000_000)
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@record
class TableRow:
    """A row: what stands under each key; a `total` is printed in bold."""

    values: Mapping[str, CellValue]
    total: bool = False


@record
class ColumnView:
    """A column that has data; `title` is its heading with the unit, `alignment` left or decimal."""

    key: str
    title: str
    alignment: str


@record
class RowView:
    """A row's cells, from left to right."""

    cells: tuple[Inlines | str, ...]
    total: bool = False


@record
class FigureTable:
    """A table for a section to print; without rows there is nothing to print.

    `align` is for the table's attribute of that name, `facts` ends its caption; `as_of`, `basis` and `source`
    are its parts.
    """

    columns: tuple[ColumnView, ...] = ()
    rows: tuple[RowView, ...] = ()
    align: str = ""
    facts: str = ""
    as_of: str = ""
    basis: str = ""
    source: str = ""

    def __bool__(self) -> bool:
        return bool(self.rows)


def make_table(
    fund: FundMaterial, headings: Headings, rows: Sequence[TableRow], *, by_row: bool = False
) -> FigureTable:
    """The table of `rows` under `headings`, in their order.

    With `by_row` each row is about one metric, and its cells say their units themselves.
    """
    kept = {key: title for key, title in headings.items() if any(row.values.get(key) for row in rows)}
    figures = [value for row in rows for key in kept if isinstance(value := row.values.get(key), Figure)]
    if not figures and not any(row.values.get(key) for row in rows for key in list(kept)[1:]):
        return FigureTable()
    cells = FigureCells(fund)
    money = _money_layout(figures)
    columns = tuple(_column(key, kept[key], rows, money, by_row=by_row) for key in kept)
    layouts = {key: _layouts(row.values.get(key) for row in rows) for key in kept}
    printed = tuple(
        RowView(
            tuple(
                _cell(
                    row.values.get(key),
                    _of_row(row, kept) if by_row else layouts[key],
                    None if by_row else money,
                    cells,
                )
                for key in kept
            ),
            row.total,
        )
        for row in rows
    )
    facts = _facts(figures, fund)
    align = Markup(" ".join(column.alignment for column in columns))  # noqa: S704 - words of our own
    return FigureTable(columns, printed, align, facts.text, facts.as_of, facts.basis, facts.source)


def _facts(figures: Sequence[Figure], fund: FundMaterial) -> Facts:
    manager = next((each.manager for each in fund.data.funds if each.manager), "")
    return facts_of(figures, manager, fund.language)


def _column(
    key: str, title: str, rows: Sequence[TableRow], money: Layout | None, *, by_row: bool
) -> ColumnView:
    figures = [value for row in rows if isinstance(value := row.values.get(key), Figure)]
    is_money = money is not None and any(figure.unit.kind is UnitKind.MONEY for figure in figures)
    unit = money.positive.replace("{}", "").strip() if money and is_money and not by_row else ""
    return ColumnView(key, f"{title} ({unit})" if unit else title, "decimal" if figures else "left")


def _money_layout(figures: Iterable[Figure]) -> Layout | None:
    """One layout for all money of a table; None where there is none, or several currencies."""
    money = [figure for figure in figures if figure.unit.kind is UnitKind.MONEY]
    if len({figure.unit.currency for figure in money}) != 1:
        return None
    largest = max(abs(figure.value) for figure in money)
    scale = "m" if largest >= _SMALLEST_MILLIONS else "1"
    sample = max(money, key=lambda figure: decimals_stated(figure.value, SCALES[scale]))
    layout = scaled_layout(sample.value, sample.unit, scale)
    if scale == "1":
        layout = replace(layout, decimals=min(2, decimals_stated(sample.value, 0)))
    sign = house_sign(sample.unit.currency).strip()
    return replace(layout, positive=f"{sign}{{}}{'' if scale == '1' else scale}")


def _bare(layout: Layout) -> Layout:
    """The layout without sign and scale, which the heading says."""
    return replace(layout, positive="{}", negative="({})")


def _layouts(values: Iterable[CellValue]) -> Mapping[UnitKind, int]:
    """The decimals of the figures of a column, or a row, by kind: as many as the most exactly stated has."""
    decimals: dict[UnitKind, int] = {}
    for value in values:
        if isinstance(value, Figure):
            kind = value.unit.kind
            decimals[kind] = max(decimals.get(kind, 0), layout_of(value).decimals)
    return decimals


def _of_row(row: TableRow, kept: Headings) -> Mapping[UnitKind, int]:
    return _layouts(row.values.get(key) for key in kept)


def _cell(
    value: CellValue,
    decimals: Mapping[UnitKind, int],
    money: Layout | None,
    cells: FigureCells,
) -> Inlines | str:
    if isinstance(value, Figure):
        layout = _layout(value, decimals, money)
        return cells.cell(value, format_as(value.value, layout))
    if isinstance(value, date):
        return short_date(value, cells.language)
    return value or ""


def _layout(figure: Figure, decimals: Mapping[UnitKind, int], money: Layout | None) -> Layout:
    if figure.unit.kind is UnitKind.MONEY and money is not None:
        return _bare(money)
    layout = layout_of(figure)
    return replace(layout, decimals=min(decimals[figure.unit.kind], _most(figure, layout)))


def _most(figure: Figure, layout: Layout) -> int:
    """How many decimals may be printed: no more than are stated."""
    return max(decimals_stated(figure.value, layout.exponent), layout.decimals)


def short_date(day: date, language: str) -> str:
    """`12 Mar 2024`; in languages other than English as ISO 8601."""
    if language.partition("-")[0] != "en":
        return day.isoformat()
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
