"""What a chart shows: figures with the words that stand at them. Pure types, one for each kind of chart.

All figures of a chart have one unit. Money is in whole units of its currency, a rate is a fraction.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from letterbook.errors import WrongUse
from letterbook.figure import Figure, Status, Unit
from letterbook.record import named_record, record

NOTHING = Decimal(0)
LONGEST = 400
"""More rows, columns or points than this no chart can show; `draw` refuses them."""


@named_record
class Titles:
    """What is said about a chart as a whole, in `language`.

    `unit` overrides the words for the unit, such as "% of opening NAV". Numbers are as of `as_of`, or of
    the time from `since` to it. `source` is drawn under the chart, unless it is empty.
    """

    title: str
    unit: str = ""
    since: date | None = None
    as_of: date | None = None
    status: Status | None = None
    source: str = ""
    language: str = "en"


@record
class Entry:
    """One figure of a chart, and what it is called there."""

    label: str
    figure: Figure


@record
class NavBridgeChart:
    """How the net asset value came from `opening` to `closing`; a step that lowered it is below zero."""

    titles: Titles
    opening: Entry
    steps: tuple[Entry, ...]
    closing: Entry


@record
class ValuePoint:
    """What was paid in, distributed and left as net asset value by the end of a day, since inception."""

    date: date
    paid_in: Figure
    distributed: Figure
    nav: Figure


@record
class ValueOverTime:
    """The value of a fund, distributed and left in it, against what was paid in: points by date."""

    titles: Titles
    points: tuple[ValuePoint, ...]


@record
class GrowthPoint:
    """What 100 had grown to by the end of a day."""

    date: date
    figure: Figure


@record
class GrowthLine:
    """The growth of the fund or of an index: points by date."""

    label: str
    points: tuple[GrowthPoint, ...]


@record
class Growth:
    """Growth of 100: first the fund's, then that of indices."""

    titles: Titles
    lines: tuple[GrowthLine, ...]


@record
class Allocation:
    """How a whole is made up of parts; `others` are those that are too small to be named."""

    titles: Titles
    parts: tuple[Entry, ...]
    others: Entry | None = None

    @property
    def all_parts(self) -> tuple[Entry, ...]:
        """The parts, and all others last."""
        return (*self.parts, self.others) if self.others else self.parts


@record
class Contributions:
    """What each part added to a whole, or took from it; below stand `totals`, such as gross and net.

    `others` are the parts that are too small to be named.
    """

    titles: Titles
    parts: tuple[Entry, ...]
    others: Entry | None = None
    totals: tuple[Entry, ...] = ()

    @property
    def all_parts(self) -> tuple[Entry, ...]:
        """The parts, and all others last."""
        return (*self.parts, self.others) if self.others else self.parts


Chart = NavBridgeChart | ValueOverTime | Growth | Allocation | Contributions


def figures_of(chart: Chart) -> tuple[Figure, ...]:
    """The figures that a chart shows, in its order."""
    return tuple(_figures(chart))


def _figures(chart: Chart) -> Iterator[Figure]:
    match chart:
        case NavBridgeChart():
            yield from (each.figure for each in (chart.opening, *chart.steps, chart.closing))
        case ValueOverTime():
            for value in chart.points:
                yield from (value.paid_in, value.distributed, value.nav)
        case Growth():
            yield from (point.figure for line in chart.lines for point in line.points)
        case Allocation():
            yield from (each.figure for each in chart.all_parts)
        case Contributions():
            yield from (each.figure for each in (*chart.all_parts, *chart.totals))


def unit_of(chart: Chart) -> Unit:
    """The unit of all figures of a chart.

    Raises WrongUse when it has no figures, more than can be shown, or figures of two units.
    """
    figures = figures_of(chart)
    if not figures:
        raise WrongUse(
            f'The chart "{chart.titles.title}" has nothing to show.', hint="Give it data, or leave it out."
        )
    _refuse_too_many(chart)
    first = figures[0]
    for figure in figures:
        if figure.unit != first.unit:
            message = (
                f'The chart "{chart.titles.title}" has {first.name} in {first.unit} '
                f"and {figure.name} in {figure.unit}."
            )
            raise WrongUse(message, hint="Draw them apart: amounts in two units are never compared.")
    return first.unit


def _refuse_too_many(chart: Chart) -> None:
    match chart:
        case Growth():
            count = max(len(line.points) for line in chart.lines)
        case ValueOverTime():
            count = len(chart.points)
        case NavBridgeChart():
            count = len(chart.steps)
        case _:
            count = len(chart.all_parts)
    if count > LONGEST:
        message = f'The chart "{chart.titles.title}" has {count} entries, and can show {LONGEST}.'
        raise WrongUse(message, hint="Take a shorter time, or put small parts together.")
