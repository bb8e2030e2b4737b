"""Value over time: columns of what was distributed, with NAV upon it, against a line for what was paid in."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from letterbook.charts.chart import NOTHING, ValueOverTime, ValuePoint, unit_of
from letterbook.charts.frame import Area, Content
from letterbook.charts.pen import Pen
from letterbook.charts.plot import EndName, Plot, Stroke
from letterbook.charts.scale import mark_texts, scale_for
from letterbook.charts.shapes import Polyline, Rectangle
from letterbook.charts.style import ChartStyle
from letterbook.charts.words import chart_words
from letterbook.figure_format import format_figure

_WIDEST = 48.0
_FILLED = 0.66


def lay_out_value(chart: ValueOverTime, area: Area, pen: Pen) -> Content:
    """The shapes of value over time. A NAV below zero hangs from the axis."""
    words = chart_words(chart.titles.language)
    scale, style = scale_for(_heights(chart)), pen.style
    plot = Plot(area, scale, mark_texts(scale, unit_of(chart)), _names(chart, style), pen)
    count = len(chart.points)
    slot = (plot.right - plot.left) / count
    middles = [plot.left + slot * (number + 0.5) for number in range(count)]
    columns = [
        shape
        for point, middle in zip(chart.points, middles, strict=True)
        for shape in _column(point, middle, min(slot * _FILLED, _WIDEST), plot, style)
    ]
    dates = plot.dates([point.date for point in chart.points], middles, words)
    steps = _paid_in(chart, middles, slot, plot)
    # Light at its edges, so that it is seen upon dark columns.
    line = (
        Polyline(points=steps, colour="FFFFFF", width=3.2),
        Polyline(points=steps, colour=style.ink, width=_paid_in_stroke(style).width),
    )
    return Content((*plot.axis(NOTHING), *columns, *line, *dates, *plot.end_names()), plot.below_dates())


def _heights(chart: ValueOverTime) -> Iterator[Decimal]:
    for point in chart.points:
        yield point.paid_in.value
        yield point.distributed.value
        yield _top(point)
        yield point.nav.value if point.nav.value < 0 else NOTHING


def _top(point: ValuePoint) -> Decimal:
    return point.distributed.value + max(point.nav.value, NOTHING)


def _names(chart: ValueOverTime, style: ChartStyle) -> tuple[EndName, ...]:
    """The names of the three, at the height at which the last column has them."""
    words, last = chart_words(chart.titles.language), chart.points[-1]
    nav_middle = last.nav.value / 2 if last.nav.value < 0 else (last.distributed.value + _top(last)) / 2
    return (
        EndName(
            words.nav,
            format_figure(last.nav),
            nav_middle,
            style.light if last.nav.value < 0 else style.middle,
        ),
        EndName(words.paid_in, format_figure(last.paid_in), last.paid_in.value, _paid_in_stroke(style)),
        EndName(words.distributed, format_figure(last.distributed), last.distributed.value / 2, style.dark),
    )


def _paid_in_stroke(style: ChartStyle) -> Stroke:
    return Stroke(style.ink, 1.6)


def _column(
    point: ValuePoint, middle: float, width: float, plot: Plot, style: ChartStyle
) -> Iterator[Rectangle]:
    """What was distributed, dark, and upon it the NAV."""
    nav = point.nav.value
    spans = [
        (NOTHING, point.distributed.value, style.dark, ""),
        (min(nav, NOTHING), NOTHING, style.light, style.ink)
        if nav < 0
        else (point.distributed.value, _top(point), style.middle, ""),
    ]
    for low, high, fill, outline in spans:
        if low != high:
            top, bottom = plot.y(high), plot.y(low)
            yield Rectangle(
                x=middle - width / 2, y=top, width=width, height=bottom - top, fill=fill, outline=outline
            )


def _paid_in(
    chart: ValueOverTime, middles: list[float], slot: float, plot: Plot
) -> tuple[tuple[float, float], ...]:
    """The points of a line in steps, each as wide as the room of a column."""
    return tuple(
        (x, plot.y(point.paid_in.value))
        for point, middle in zip(chart.points, middles, strict=True)
        for x in (middle - slot / 2, middle + slot / 2)
    )
