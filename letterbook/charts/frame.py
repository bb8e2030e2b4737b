"""What stands around every chart: title and unit above it, its source below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from letterbook.charts.chart import Chart, Titles, unit_of
from letterbook.charts.pen import LEADING, Pen
from letterbook.charts.shapes import Shape, Sheet, Words, wrapped
from letterbook.charts.words import ChartWords, chart_words, day_words
from letterbook.figure import Unit, UnitKind
from letterbook.record import record

_SMALLER = 1.0
_AROUND = 2.0


@record
class Area:
    """The room of a chart's own shapes: from `left` to `right`, from `top` downwards."""

    left: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left


@record
class Content:
    """A chart's own shapes, and the y at which they end."""

    shapes: Sequence[Shape]
    bottom: float


def framed(chart: Chart, pen: Pen, lay_out: Callable[[Area], Content]) -> Sheet:
    """The drawing of a chart whose own shapes `lay_out` puts into an area."""
    titles, words, style = chart.titles, chart_words(chart.titles.language), pen.style
    text = _TextColumn(pen, style.width - 2 * _AROUND)
    text.add(titles.title, style.title_size, style.ink, bold=True)
    text.add(subtitle(titles, unit_of(chart), words), style.size, style.faint)
    content = lay_out(Area(_AROUND, style.width - _AROUND, text.y + style.size))
    text.y = content.bottom
    if titles.source:
        text.y += style.size * 0.8
        text.add(words.source.format(source=titles.source), style.size - _SMALLER, style.faint)
    return Sheet(style.width, text.y + _AROUND, (*content.shapes, *text.shapes))


def subtitle(titles: Titles, unit: Unit, words: ChartWords) -> str:
    """The unit of a chart, its date or time, and how far it can be relied on."""
    dates = ""
    if titles.as_of:
        day = day_words(titles.as_of, words)
        since = day_words(titles.since, words) if titles.since else ""
        dates = words.period.format(since=since, date=day) if since else words.as_of.format(date=day)
    status = words.statuses[titles.status] if titles.status else ""
    return ", ".join(part for part in (titles.unit or _unit_words(unit, words), dates, status) if part)


def _unit_words(unit: Unit, words: ChartWords) -> str:
    """The currency; nothing where the numbers say their unit themselves, but for rates."""
    if unit.kind is UnitKind.MONEY:
        return unit.currency
    return words.rates if unit.kind is UnitKind.PERCENT else ""


class _TextColumn:
    """Texts one under the other; `y` is where the next begins."""

    def __init__(self, pen: Pen, width: float) -> None:
        self.shapes: list[Words] = []
        self.y = _AROUND
        self._pen, self._width = pen, width

    def add(self, text: str, size: float, colour: str, *, bold: bool = False) -> None:
        """Add a text in as many lines as it needs."""
        for line in wrapped(text, self._width, size, self._pen.measure, bold=bold) if text else ():
            words = Words(x=_AROUND, y=self.y + size, text=line, size=size, colour=colour, bold=bold)
            self.shapes.append(words)
            self.y += size * LEADING
