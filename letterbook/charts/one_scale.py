"""The amounts of a chart in one scale: `$0.9m` beside `$7.9m`, and not `$900,000`."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from letterbook.charts.chart import (
    Allocation,
    Chart,
    Contributions,
    Entry,
    NavBridgeChart,
    ValueOverTime,
    figures_of,
)
from letterbook.figure import Figure, UnitKind
from letterbook.figure_format import format_as, rounded, scaled_layout

_MILLION = Decimal(1_000_000)
_MILLIONS, _DECIMALS = 6, 1


def in_one_scale(chart: Chart) -> Chart:
    """The chart with all amounts in millions where one of them is.

    A figure whose sheet says how it is shown stays so, and so does one that would be printed as nothing.
    """
    if not any(_is_amount(figure) and abs(figure.value) >= _MILLION for figure in figures_of(chart)):
        return chart
    match chart:
        case NavBridgeChart():
            return replace(
                chart,
                opening=_entry(chart.opening),
                steps=tuple(map(_entry, chart.steps)),
                closing=_entry(chart.closing),
            )
        case Allocation():
            return replace(chart, parts=tuple(map(_entry, chart.parts)), others=_others(chart.others))
        case Contributions():
            parts, totals = tuple(map(_entry, chart.parts)), tuple(map(_entry, chart.totals))
            return replace(chart, parts=parts, others=_others(chart.others), totals=totals)
        case ValueOverTime():
            points = (
                replace(
                    each,
                    paid_in=_scaled(each.paid_in),
                    distributed=_scaled(each.distributed),
                    nav=_scaled(each.nav),
                )
                for each in chart.points
            )
            return replace(chart, points=tuple(points))
    return chart


def _is_amount(figure: Figure) -> bool:
    return figure.unit.kind is UnitKind.MONEY


def _entry(entry: Entry) -> Entry:
    return replace(entry, figure=_scaled(entry.figure))


def _others(entry: Entry | None) -> Entry | None:
    return _entry(entry) if entry else None


def _scaled(figure: Figure) -> Figure:
    """A figure below a million with a layout in millions, if it has none of its own."""
    if figure.show_as or not _is_amount(figure) or abs(figure.value) >= _MILLION:
        return figure
    if figure.value and not rounded(figure.value.scaleb(-_MILLIONS), _DECIMALS):
        return figure
    layout = replace(scaled_layout(_MILLION, figure.unit, "m"), decimals=_DECIMALS)
    return replace(figure, show_as=format_as(_MILLION, layout))
