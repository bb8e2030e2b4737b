"""Returns of periods: modified Dietz, time-weighted by chain-linking, annualised.

Sources: P. Dietz, "Pension Funds: Measuring Investment Performance", 1966, in its modified form; CFA
Institute, GIPS Standards 2020 (time-weighted returns link sub-periods geometrically; nothing under a year
is annualised). Returns are fractions: 0.021 is 2.1%. Flows are as the investor sees them: paid in below
zero, received above; each counts at the end of its day.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise
from math import prod

from letterbook.errors import WrongUse
from letterbook.fund.metrics.flows import (
    DAYS_OF_A_YEAR,
    Amount,
    Flow,
    Pair,
    Valuation,
    as_day,
    as_decimal,
    as_flows,
    as_valuations,
)

_ONE = Decimal(1)


def simple_return(*, opening: Amount, closing: Amount, net_flow: Amount = 0) -> Decimal | None:
    """What a period gained on its opening value, when its flows came to `net_flow`; None without a value."""
    start = as_decimal(opening)
    gain = as_decimal(closing) - start + as_decimal(net_flow)
    return gain / start if start > 0 else None


def modified_dietz(
    *, opening: Amount, closing: Amount, flows: Iterable[Flow | Pair], start: dt.date, end: dt.date
) -> Decimal | None:
    """The gain from `start` to `end` on the average capital: each flow counts for the days it was there.

    Flows outside the days after `start` up to `end` are left out. None when the average capital is not above
    zero. Raises WrongUse when the period ends before it begins.
    """
    start, end = as_day(start), as_day(end)
    if end < start:
        raise WrongUse(
            f"The period from {start} to {end} ends before it begins.", hint="Turn the days round."
        )
    within = [flow for flow in as_flows(flows) if start < flow.date <= end]
    days = Decimal((end - start).days)
    gain = as_decimal(closing) - as_decimal(opening) + sum(flow.amount for flow in within)
    capital = as_decimal(opening) - sum(flow.amount * (end - flow.date).days / days for flow in within)
    return gain / capital if capital > 0 else None


def chain_link(returns: Iterable[Amount]) -> Decimal:
    """The return of several periods one after the other."""
    return prod((_ONE + as_decimal(each) for each in returns), start=_ONE) - _ONE


def time_weighted_return(
    valuations: Iterable[Valuation | Pair], flows: Iterable[Flow | Pair] = ()
) -> Decimal | None:
    """The chain-linked return from the first valuation to the last.

    A valuation is that of the end of its day, after that day's flows. Where there is one for every day with a
    flow the return is exact; between valuations it is the modified Dietz return. None for fewer than two
    valuations, or when a sub-period began with nothing.
    """
    values, dated = as_valuations(valuations), as_flows(flows)
    days = [flow.date for flow in dated]
    returns = [
        modified_dietz(
            opening=first.value,
            closing=last.value,
            flows=dated[bisect_right(days, first.date) : bisect_right(days, last.date)],
            start=first.date,
            end=last.date,
        )
        for first, last in pairwise(values)
    ]
    known = [each for each in returns if each is not None]
    return chain_link(known) if known and len(known) == len(returns) else None


def annualised(total_return: Amount, start: dt.date, end: dt.date) -> Decimal | None:
    """The return a year (of 365 days) of `total_return` from the end of one day to that of another.

    None for less than 365 days, and when more than everything was lost.
    """
    days, growth = (as_day(end) - as_day(start)).days, _ONE + as_decimal(total_return)
    if days < DAYS_OF_A_YEAR or growth < 0:
        return None
    return growth ** (Decimal(DAYS_OF_A_YEAR) / days) - _ONE
