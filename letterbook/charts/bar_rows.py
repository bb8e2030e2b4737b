"""Bars that lie in rows: names at the left, bars from zero, numbers in a column at the right.

Names of any length can be read so, and numbers never stand in the way of bars.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from letterbook.charts.chart import NOTHING, Allocation, Contributions, Entry, NavBridgeChart
from letterbook.charts.frame import Area, Content
from letterbook.charts.pen import Pen
from letterbook.charts.scale import Scale
from letterbook.charts.shapes import Polyline, Rectangle, Side, Words
from letterbook.charts.shares import share_words
from letterbook.charts.style import ChartStyle
from letterbook.figure_format import format_figure
from letterbook.record import named_record

_WIDEST_NAME = 0.36
_GAP = 8.0
_THICKNESS = 1.35
_LEAST_HEIGHT = 2.05
_THINNEST = 0.8


@named_record
class Row:
    """A bar from `start` to `end` in a tone, with the words at both sides; `tail` is a second number.

    A strong row is a total. From the end of one that `leads_on` a thin line goes down to the next.
    """

    name: str
    number: str
    start: Decimal
    end: Decimal
    fill: str
    outline: str = ""
    tail: str = ""
    strong: bool = False
    leads_on: bool = False


def bridge_rows(chart: NavBridgeChart, style: ChartStyle) -> Iterator[Row]:
    """From the opening value, dark, through rises and falls, to the closing one."""
    yield _total(chart.opening, style, leads_on=True)
    reached = chart.opening.figure.value
    for step in chart.steps:
        start, reached = reached, reached + step.figure.value
        is_fall = step.figure.value < 0
        yield Row(
            name=step.label,
            number=format_figure(step.figure),
            start=start,
            end=reached,
            fill=style.light if is_fall else style.middle,
            outline=style.ink if is_fall else "",
            leads_on=True,
        )
    yield _total(chart.closing, style)


def allocation_rows(chart: Allocation, style: ChartStyle) -> Iterator[Row]:
    """The parts in their order, each with its share in the whole."""
    for part, share in zip(chart.all_parts, share_words(chart.all_parts), strict=True):
        yield _part(part, style, tail=share)


def contribution_rows(chart: Contributions, style: ChartStyle) -> Iterator[Row]:
    """The contributions in their order, and the totals."""
    for part in chart.all_parts:
        yield _part(part, style)
    for total in chart.totals:
        yield _total(total, style)


def _total(entry: Entry, style: ChartStyle, *, leads_on: bool = False) -> Row:
    value = entry.figure.value
    number = format_figure(entry.figure)
    return Row(
        name=entry.label,
        number=number,
        start=NOTHING,
        end=value,
        fill=style.dark,
        strong=True,
        leads_on=leads_on,
    )


def _part(entry: Entry, style: ChartStyle, tail: str = "") -> Row:
    value = entry.figure.value
    return Row(
        name=entry.label,
        number=format_figure(entry.figure),
        start=NOTHING,
        end=value,
        fill=style.light if value < 0 else style.middle,
        outline=style.ink if value < 0 else "",
        tail=tail,
    )


def lay_out_rows(rows: Sequence[Row], area: Area, pen: Pen) -> Content:
    """The shapes of rows, one under the other."""
    return _RowLayout(rows, area, pen).content()


class _RowLayout:
    def __init__(self, rows: Sequence[Row], area: Area, pen: Pen) -> None:
        self._rows, self._area, self._pen = rows, area, pen
        widest = area.width * _WIDEST_NAME
        self._names = [pen.wrapped(row.name, widest, bold=row.strong) for row in rows]
        tails = max(pen.width(row.tail) for row in rows)
        self._number_edge = area.right - (tails + _GAP if tails else 0)
        numbers = max(pen.width(row.number, bold=row.strong) for row in rows)
        with_rows = zip(rows, self._names, strict=True)
        names = max(pen.width(line, bold=row.strong) for row, lines in with_rows for line in lines)
        self._left = area.left + names + _GAP
        self._right = self._number_edge - numbers - _GAP
        ends = [end for row in rows for end in (row.start, row.end)]
        lowest, highest = min(NOTHING, *ends), max(NOTHING, *ends)
        self._scale = Scale(lowest, highest if highest > lowest else lowest + 1, ())

    def content(self) -> Content:
        """All shapes: guides under bars, bars under words."""
        style, tops = self._pen.style, [self._area.top]
        for lines in self._names:
            tops.append(
                tops[-1] + max(self._pen.size * _LEAST_HEIGHT, self._pen.height(lines) + self._pen.size / 2)
            )
        placed = list(zip(self._rows, self._names, pairwise(tops), strict=True))
        zero = self._x(NOTHING)
        axis = Polyline(points=((zero, tops[0]), (zero, tops[-1])), colour=style.ink)
        bars = [self._bar(row, sum(span) / 2) for row, _, span in placed]
        leads = [
            self._lead(row.end, bar, below)
            for row, (bar, below) in zip(self._rows, pairwise(bars), strict=False)
            if row.leads_on
        ]
        words = [shape for row, lines, span in placed for shape in self._words(row, lines, sum(span) / 2)]
        rules = [self._rule(top) for row, _, (top, _) in placed if row.strong and top > tops[0]]
        return Content((*rules, *leads, *bars, axis, *words), tops[-1])

    def _x(self, value: Decimal) -> float:
        return self._left + self._scale.part(value) * (self._right - self._left)

    def _bar(self, row: Row, middle: float) -> Rectangle:
        """The bar in the middle of its row; one that is not zero is thick enough to be seen."""
        height = self._pen.size * _THICKNESS
        left, right = sorted((self._x(row.start), self._x(row.end)))
        if row.start != row.end:
            right = max(right, left + _THINNEST)
        return Rectangle(
            x=left,
            y=middle - height / 2,
            width=right - left,
            height=height,
            fill=row.fill,
            outline=row.outline,
        )

    def _lead(self, end: Decimal, bar: Rectangle, below: Rectangle) -> Polyline:
        x = self._x(end)
        points = (x, bar.y + bar.height), (x, below.y)
        return Polyline(points=points, colour=self._pen.style.faint, width=0.5)

    def _rule(self, y: float) -> Polyline:
        return Polyline(points=((self._area.left, y), (self._area.right, y)), colour=self._pen.style.hairline)

    def _words(self, row: Row, lines: Sequence[str], middle: float) -> Iterator[Words]:
        leading = self._pen.height(("",))
        first = middle - (len(lines) - 1) * leading / 2
        for number, line in enumerate(lines):
            yield self._pen.words(self._area.left, first + number * leading, line, bold=row.strong)
        for text, edge in ((row.number, self._number_edge), (row.tail, self._area.right)):
            if text:
                yield self._pen.words(edge, middle, text, side=Side.RIGHT, bold=row.strong)
