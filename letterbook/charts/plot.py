"""The ground of charts over time: the axis of values at the left, dates below, names at the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from letterbook.charts.frame import Area
from letterbook.charts.pen import Pen
from letterbook.charts.scale import Scale
from letterbook.charts.shapes import Polyline, Rectangle, Shape, Side
from letterbook.charts.words import ChartWords, month_words
from letterbook.record import record

_HEIGHT = 0.42
_GAP = 5.0
_SAMPLE = 14.0
_WIDEST_NAME = 0.26
_MANY = 8
_DECEMBER = 12


@record
class Stroke:
    """How a line is drawn: its colour, its width, and the lengths of its dashes and gaps."""

    colour: str
    width: float
    dashes: tuple[float, ...] = ()


@record
class EndName:
    """What stands at the right end of something: its name and its last number, at the height of `value`.

    `sample` shows what it is the name of: a line drawn so, or an area of the colour.
    """

    name: str
    number: str
    value: Decimal
    sample: Stroke | str


class Plot:
    """The area in which something is drawn over time, once its axis and the names beside it are known."""

    def __init__(
        self, area: Area, scale: Scale, marks: Sequence[str], names: Sequence[EndName], pen: Pen
    ) -> None:
        self._area, self._scale, self._marks, self._pen = area, scale, marks, pen
        widest = area.width * _WIDEST_NAME
        self._names = [(name, pen.wrapped(name.name, widest, bold=True)) for name in names]
        self.left = area.left + max(map(pen.width, marks)) + _GAP
        written = [pen.width(line, bold=True) for _, lines in self._names for line in lines]
        written += [pen.width(name.number) for name in names]
        self.right = area.right - max(written) - 2 * _GAP - _SAMPLE
        self.top = area.top + pen.size / 2
        heights = [pen.height((*lines, name.number)) for name, lines in self._names]
        self.bottom = self.top + max(pen.style.width * _HEIGHT, sum(heights) - pen.size)

    def y(self, value: Decimal) -> float:
        """The height at which `value` is drawn."""
        return self.bottom - self._scale.part(value) * (self.bottom - self.top)

    def axis(self, base: Decimal) -> Iterator[Shape]:
        """A thin line at each mark, a dark one at `base`, and the numbers of the marks."""
        style = self._pen.style
        for mark, text in zip(self._scale.marks, self._marks, strict=True):
            y, colour = self.y(mark), style.ink if mark == base else style.hairline
            yield Polyline(points=((self.left, y), (self.right, y)), colour=colour)
            yield self._pen.words(self.left - _GAP, y, text, colour=style.faint, side=Side.RIGHT)

    def dates(self, days: Sequence[date], middles: Sequence[float], words: ChartWords) -> Iterator[Shape]:
        """Months, or years where there are many days, below those of `middles` that leave room for it.

        The last one is always there.
        """
        taken = self._area.right + _GAP
        for text, x in reversed(list(_date_labels(days, middles, words))):
            half = self._pen.width(text) / 2
            if x + half + _GAP <= taken and x - half >= self._area.left:
                taken = x - half
                y = self.bottom + self._pen.size * 1.2
                yield self._pen.words(x, y, text, colour=self._pen.style.faint, side=Side.CENTRE)

    def below_dates(self) -> float:
        """The y at which the dates end."""
        return self.bottom + self._pen.size * 2

    def end_names(self) -> Iterator[Shape]:
        """Samples, names and numbers at the right, moved apart where they would stand on each other."""
        texts = [(*lines, name.number) for name, lines in self._names]
        heights = [self._pen.height(lines) for lines in texts]
        wanted = [self.y(name.value) for name, _ in self._names]
        middles = _apart(wanted, heights, self.top - self._pen.size / 2, self.bottom + self._pen.size)
        leading = self._pen.height(("",))
        for (name, _), lines, middle in zip(self._names, texts, middles, strict=True):
            first = middle - (len(lines) - 1) * leading / 2
            yield self._sample(name.sample, first)
            for row, line in enumerate(lines):
                x, is_name = self.right + _GAP + _SAMPLE + _GAP, row < len(lines) - 1
                yield self._pen.words(x, first + row * leading, line, bold=is_name)

    def _sample(self, sample: Stroke | str, middle: float) -> Shape:
        """A short line, or a square of an area's colour."""
        x = self.right + _GAP
        if isinstance(sample, Stroke):
            points = (x, middle), (x + _SAMPLE, middle)
            return Polyline(points=points, colour=sample.colour, width=sample.width, dashes=sample.dashes)
        side = self._pen.size * 0.8
        left, top = x + (_SAMPLE - side) / 2, middle - side / 2
        return Rectangle(x=left, y=top, width=side, height=side, fill=sample)


def _date_labels(
    days: Sequence[date], middles: Sequence[float], words: ChartWords
) -> Iterator[tuple[str, float]]:
    """Each day's month; of many days the last of each year with the year, the very last with its month."""
    last = len(days) - 1
    for number, (day, x) in enumerate(zip(days, middles, strict=True)):
        ends_year = number == last or days[number + 1].year > day.year
        if len(days) <= _MANY or (number == last and day.month < _DECEMBER):
            yield month_words(day, words), x
        elif ends_year:
            yield str(day.year), x


def _apart(middles: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Middles near those given at which nothing overlaps: pushed down in order, then up from the bottom.

    Between `top` and `bottom` there must be room for all.
    """
    order = sorted(range(len(middles)), key=lambda number: middles[number])
    found = [max(middle, top + height / 2) for middle, height in zip(middles, heights, strict=True)]
    for above, below in pairwise(order):
        found[below] = max(found[below], found[above] + (heights[above] + heights[below]) / 2)
    for number in reversed(order):
        found[number] = min(found[number], bottom - heights[number] / 2)
        bottom = found[number] - heights[number] / 2
    return found
