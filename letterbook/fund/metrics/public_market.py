"""Public market equivalents: a fund's flows against the same flows in an index.

- KS-PME: S. Kaplan, A. Schoar, "Private Equity Performance: Returns, Persistence, and Capital Flows", The
  Journal of Finance 60, 2005. A ratio; above 1 the fund did better than the index.
- LN-PME: A. Long, C. Nickels, "A Private Investment Benchmark", 1996, also called the index comparison
  method: the rate of an index account into which the calls went and out of which the distributions came.
- PME+: C. Rouvinez, "Private Equity Benchmarking with PME+", Venture Capital Journal, August 2003: all
  distributions are scaled by one factor so that the index account ends at the fund's net asset value.
- Direct Alpha: O. Gredil, B. Griffiths, R. Stucke, "Benchmarking Private Equity: The Direct Alpha Method",
  2014: the rate of the flows carried to the end at the index's growth; the yearly excess over the index.

Only ratios of index levels count, so an index may be rebased. It should be a total-return index in the
fund's currency.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable
from decimal import Decimal

from letterbook.errors import BadInput
from letterbook.fund.metrics.flows import (
    Amount,
    Flow,
    Pair,
    Valuation,
    as_day,
    as_decimal,
    as_flows,
    as_valuations,
)
from letterbook.fund.metrics.internal_rate import InternalRate, xirr
from letterbook.fund.metrics.multiples import distributed, paid_in, ratio
from letterbook.record import record

LONGEST_GAP = 7
"""A level may be that many days old: markets close over weekends and holidays."""


class Index:
    """The levels of an index.

    For a day without one it is the last before it, when that is at most `longest_gap` days old. Nothing is
    taken from the future and nothing is interpolated.
    """

    def __init__(self, levels: Iterable[Valuation | Pair], *, longest_gap: int = LONGEST_GAP) -> None:
        self._levels = as_valuations(levels)
        self._dates = [level.date for level in self._levels]
        self._longest_gap = longest_gap

    def day(self, date: dt.date) -> dt.date | None:
        """The day whose level counts for a day; None when there is none."""
        date = as_day(date)
        position = bisect_right(self._dates, date) - 1
        if position < 0 or (date - self._dates[position]).days > self._longest_gap:
            return None
        return self._dates[position]

    def covers(self, date: dt.date) -> bool:
        """Whether there is a level for a day."""
        return self.day(date) is not None

    def level(self, date: dt.date) -> Decimal:
        """The level of a day, above zero. Raises BadInput when there is none for it."""
        day = self.day(date)
        if day is None:
            message = f"The index has no level for {date} or the {self._longest_gap} days before it."
            raise BadInput(message, hint="Add the level of that day to the benchmarks.")
        level = self._levels[bisect_right(self._dates, day) - 1].value
        if level <= 0:
            raise BadInput(f"The level of the index on {day} is not above zero.")
        return level

    def growth(self, start: dt.date, end: dt.date) -> Decimal:
        """What one unit of money put into the index on `start` had become on `end`."""
        return self.level(end) / self.level(start)


@record
class LongNickels:
    """An index account with the fund's flows: its rate, and what was in it at the end.

    `went_short` says that the distributions once took more out of it than there was: the comparison is
    worth little then.
    """

    rate: InternalRate
    closing: Decimal
    went_short: bool


@record
class PmePlus:
    """The rate of the index account, and the factor by which its distributions were scaled.

    A factor below zero makes calls of the distributions: the comparison is worth nothing then.
    """

    rate: InternalRate
    factor: Decimal


def ks_pme(flows: Iterable[Flow | Pair], nav: Amount, as_of: dt.date, index: Index) -> Decimal | None:
    """Distributions and net asset value over calls, all carried to `as_of` at the growth of the index.

    None when nothing was paid in. Flows after `as_of` are left out, here and below; raises BadInput when the
    index has no level for the day of a flow.
    """
    carried = _carried(flows, as_of, index)
    return ratio(distributed(carried) + as_decimal(nav), paid_in(carried))


def direct_alpha(flows: Iterable[Flow | Pair], nav: Amount, as_of: dt.date, index: Index) -> InternalRate:
    """The rate of the flows carried to `as_of` at the growth of the index, a yearly excess return."""
    return xirr((*_carried(flows, as_of, index), Flow(as_of, as_decimal(nav))))


def ln_pme(flows: Iterable[Flow | Pair], as_of: dt.date, index: Index) -> LongNickels:
    """The rate of an index account with the fund's calls as deposits and its distributions as withdrawals."""
    until = _until(flows, as_of)
    balance, short, day = Decimal(0), False, until[0].date if until else as_of
    for flow in until:
        balance = balance * index.growth(day, flow.date) - flow.amount
        short, day = short or balance < 0, flow.date
    balance *= index.growth(day, as_of)
    return LongNickels(xirr((*until, Flow(as_of, balance))), balance, short)


def pme_plus(flows: Iterable[Flow | Pair], nav: Amount, as_of: dt.date, index: Index) -> PmePlus | None:
    """The rate of an index account whose distributions are scaled so that it ends at `nav`.

    None when nothing was distributed: there is nothing to scale.
    """
    until, residual = _until(flows, as_of), as_decimal(nav)
    carried = _carried(until, as_of, index)
    factor = ratio(paid_in(carried) - residual, distributed(carried))
    if factor is None:
        return None
    scaled = (Flow(day, amount * factor if amount > 0 else amount) for day, amount in until)
    return PmePlus(xirr((*scaled, Flow(as_of, residual))), factor)


def _until(flows: Iterable[Flow | Pair], as_of: dt.date) -> tuple[Flow, ...]:
    return tuple(flow for flow in as_flows(flows) if flow.date <= as_day(as_of))


def _carried(flows: Iterable[Flow | Pair], as_of: dt.date, index: Index) -> tuple[Flow, ...]:
    return tuple(Flow(day, amount * index.growth(day, as_of)) for day, amount in _until(flows, as_of))
