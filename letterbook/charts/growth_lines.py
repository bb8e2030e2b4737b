"""Growth of 100: the fund as a thick line, each index with strokes of its own, named at their ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from letterbook.charts.chart import Growth, GrowthLine, unit_of
from letterbook.charts.frame import Area, Content
from letterbook.charts.pen import Pen
from letterbook.charts.plot import EndName, Plot, Stroke
from letterbook.charts.scale import mark_texts, scale_for
from letterbook.charts.shapes import Polyline, Rectangle, Shape
from letterbook.charts.style import ChartStyle
from letterbook.charts.words import chart_words
from letterbook.figure_format import format_figure

_HUNDRED = Decimal(100)
_DOT = 4.0


def lay_out_growth(chart: Growth, area: Area, pen: Pen) -> Content:
    """The shapes of growth lines. The axis need not begin at zero; 100 has a line of its own."""
    lines = [line for line in chart.lines if line.points]
    values = [point.figure.value for line in lines for point in line.points]
    scale = scale_for((*values, _HUNDRED), from_zero=False)
    strokes = _strokes(pen.style)
    names = [_name(line, strokes[number % len(strokes)]) for number, line in enumerate(lines)]
    plot = Plot(area, scale, mark_texts(scale, unit_of(chart)), names, pen)
    days = sorted({point.date for line in lines for point in line.points})
    places = {day: _x(day, days, plot) for day in days}
    drawn = [
        _line(_points(line, places, plot), strokes[number % len(strokes)])
        for number, line in enumerate(lines)
    ]
    dates = plot.dates(days, [places[day] for day in days], chart_words(chart.titles.language))
    # The fund's own line is drawn last, above the others.
    return Content((*plot.axis(_HUNDRED), *reversed(drawn), *dates, *plot.end_names()), plot.below_dates())


def _strokes(style: ChartStyle) -> tuple[Stroke, ...]:
    """How lines are told apart, in grey too: by their width and their dashes."""
    return (
        Stroke(style.dark, 2.4),
        Stroke(style.ink, 1.3, (5, 2)),
        Stroke(style.ink, 1.5, (1.5, 1.7)),
        Stroke(style.middle, 1.6),
        Stroke(style.ink, 1.2, (7, 2, 1.4, 2)),
    )


def _name(line: GrowthLine, stroke: Stroke) -> EndName:
    last = line.points[-1].figure
    return EndName(line.label, format_figure(last), last.value, stroke)


def _x(day: date, days: Sequence[date], plot: Plot) -> float:
    """Where a day stands; a single one in the middle."""
    whole = (days[-1] - days[0]).days
    part = (day - days[0]).days / whole if whole else 0.5
    return plot.left + part * (plot.right - plot.left)


def _points(line: GrowthLine, places: Mapping[date, float], plot: Plot) -> tuple[tuple[float, float], ...]:
    return tuple((places[point.date], plot.y(point.figure.value)) for point in line.points)


def _line(points: tuple[tuple[float, float], ...], stroke: Stroke) -> Shape:
    """A line through the points; one point is a dot."""
    if len(points) > 1:
        return Polyline(points=points, colour=stroke.colour, width=stroke.width, dashes=stroke.dashes)
    ((x, y),) = points
    return Rectangle(x=x - _DOT / 2, y=y - _DOT / 2, width=_DOT, height=_DOT, fill=stroke.colour)
