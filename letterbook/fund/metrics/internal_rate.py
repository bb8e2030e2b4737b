"""The internal rate of return of dated flows (XIRR): with everything there is to say about it.

The rate r makes Σ amount / (1 + r)^(days / 365) zero, days counted from the first flow (Microsoft, "XIRR
function", support.microsoft.com/excel/functions/xirr-function). A spreadsheet gives one number whatever there
is; here it is found out whether there is a rate, and whether it is the only one. For less than a year the
return of the period is shown, since a rate must not be made annual then (CFA Institute, GIPS Standards 2020:
returns for periods of less than one year are not annualised).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from itertools import groupby
from math import exp, expm1, fsum, inf, log1p

from letterbook.errors import WrongUse
from letterbook.fund.metrics.exponential_sums import ExponentialSum, real_roots
from letterbook.fund.metrics.flows import (
    DAYS_OF_A_YEAR,
    Amount,
    Flow,
    Pair,
    as_decimal,
    as_flows,
    years_between,
)
from letterbook.record import record

_LOWEST, _HIGHEST = -14.0, 64.0
"""Rates are looked for from exp(-14) - 1, which is -99.9999%, to exp(64) - 1; both for a year or less."""

_NEARLY_ALL_LOST = -32.0
"""How far down they are looked for where none is found: a float can hardly tell exp(-32) - 1 from -1."""


class RateOutcome(StrEnum):
    """What came of looking for the rate."""

    FOUND = "found"
    TOTAL_LOSS = "total loss"
    SEVERAL = "several"
    NO_ROOT = "no root"
    NOTHING_PAID = "nothing paid"
    NO_TIME = "no time"
    NO_FLOWS = "no flows"


_SENTENCES = {
    RateOutcome.NO_ROOT: "No rate makes the present value of these flows zero.",
    RateOutcome.NOTHING_PAID: "There is no rate, since nothing was paid in: no flow is negative.",
    RateOutcome.NO_TIME: "There is no rate, since all flows are of one day.",
    RateOutcome.NO_FLOWS: "There is no rate, since there are no flows.",
}


@record
class InternalRate:
    """What is known of the internal rate of return of flows between two days.

    `rates` are all annual rates there are, as fractions (0.2 is 20%), ascending; -1 is a total loss.
    `period_returns` are the same rates over the whole period from `start` to `end`.
    """

    outcome: RateOutcome
    rates: tuple[float, ...] = ()
    period_returns: tuple[float, ...] = ()
    start: dt.date | None = None
    end: dt.date | None = None

    @property
    def days(self) -> int:
        """The days from the first flow to the last."""
        return (self.end - self.start).days if self.start and self.end else 0

    @property
    def is_under_a_year(self) -> bool:
        """Whether the period is too short, with less than 365 days, for an annual rate to be shown."""
        return self.days < DAYS_OF_A_YEAR

    @property
    def annual(self) -> float | None:
        """The annual rate when there is exactly one, however short the period: what Excel's XIRR gives."""
        return self.rates[0] if len(self.rates) == 1 else None

    @property
    def period_return(self) -> float | None:
        """The return over the whole period, not annualised, when there is exactly one."""
        return self.period_returns[0] if len(self.period_returns) == 1 else None

    @property
    def shown(self) -> float | None:
        """What may be printed: the annual rate, or for less than a year the return of the period."""
        return self.period_return if self.is_under_a_year else self.annual

    @property
    def sentence(self) -> str:
        """What a reader must be told besides the number; empty when the rate says it all."""
        if self.outcome is RateOutcome.SEVERAL:
            rates = ", ".join(f"{100 * rate:.2f}%" for rate in self.rates)
            return f"There is no one rate: {len(self.rates)} rates make the present value zero ({rates})."
        if self.outcome in _SENTENCES:
            return _SENTENCES[self.outcome]
        loss = "Everything paid in is lost. " if self.outcome is RateOutcome.TOTAL_LOSS else ""
        short = f"The period has only {self.days} days: the return is not annualised."
        return (loss + (short if self.is_under_a_year else "")).strip()


def xirr(flows: Iterable[Flow | Pair]) -> InternalRate:
    """The internal rate of return of `flows`, in the investor's view: paid in is negative.

    Flows of one day count as one; a flow of zero only says how long the period is (a net asset value of
    nothing at its end).
    """
    read = as_flows(flows)
    nets = [Flow(date, sum((flow.amount for flow in group), Decimal(0))) for date, group in _by_day(read)]
    while nets and not nets[0].amount:
        nets.pop(0)
    if not nets:
        return InternalRate(RateOutcome.NO_FLOWS)
    start, end = nets[0].date, nets[-1].date
    if start == end:
        return InternalRate(RateOutcome.NO_TIME, start=start, end=end)
    moved = [flow for flow in nets if flow.amount]
    if all(flow.amount > 0 for flow in moved):
        return InternalRate(RateOutcome.NOTHING_PAID, start=start, end=end)
    if all(flow.amount < 0 for flow in moved):
        return InternalRate(RateOutcome.TOTAL_LOSS, (-1.0,), (-1.0,), start, end)
    return _solved(moved, start, end)


def xnpv(rate: Amount, flows: Iterable[Flow | Pair]) -> float:
    """The present value of `flows` on the day of the first, at an annual `rate` above -1 (Excel's XNPV).

    Raises WrongUse for another rate.
    """
    read = as_flows(flows)
    if as_decimal(rate) <= -1:
        raise WrongUse(
            f"A rate of {rate} has no present value.", hint="Use a fraction above -1, such as 0.1."
        )
    growth = log1p(float(rate))
    return fsum(float(flow.amount) * exp(-growth * years_between(read[0].date, flow.date)) for flow in read)


def _by_day(flows: Iterable[Flow]) -> Iterable[tuple[dt.date, Iterable[Flow]]]:
    return groupby(flows, key=lambda flow: flow.date)


def _solved(flows: list[Flow], start: dt.date, end: dt.date) -> InternalRate:
    times = [years_between(start, flow.date) for flow in flows]
    years = years_between(start, end)
    short = min(1.0, years)
    total = ExponentialSum([float(flow.amount) for flow in flows], times)
    growths = real_roots(total, _LOWEST / short, _HIGHEST / short)
    if not growths and flows[-1].amount * flows[0].amount < 0:  # then there is one, however low
        growths = real_roots(total, _NEARLY_ALL_LOST / short, _HIGHEST / short)
    outcome = (RateOutcome.NO_ROOT, RateOutcome.FOUND, RateOutcome.SEVERAL)[min(len(growths), 2)]
    annual = tuple(_rate(growth) for growth in growths)
    return InternalRate(outcome, annual, tuple(_rate(growth * years) for growth in growths), start, end)


def _rate(growth: float) -> float:
    try:
        return expm1(growth)
    except OverflowError:
        return inf
