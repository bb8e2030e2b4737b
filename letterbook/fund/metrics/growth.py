"""Underlying growth: how the value of a portfolio changed apart from what was paid in and out.

Letters state it simply ("excluding drawdowns and returns": Square Peg, investor letter of 31 December 2024)
or on the average capital, when the days of the flows are known (modified Dietz). A letter must say which.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from letterbook.fund.metrics.flows import Amount, Flow, Pair, as_decimal
from letterbook.fund.metrics.returns import modified_dietz, simple_return


def underlying_growth(
    *, opening: Amount, closing: Amount, calls: Amount = 0, distributions: Amount = 0
) -> Decimal | None:
    """(closing - calls + distributions) / opening - 1, amounts above zero; None without an opening value."""
    net_flow = as_decimal(distributions) - as_decimal(calls)
    return simple_return(opening=opening, closing=closing, net_flow=net_flow)


def dated_growth(
    *, opening: Amount, closing: Amount, flows: Iterable[Flow | Pair], start: dt.date, end: dt.date
) -> Decimal | None:
    """The same on the average capital, each flow weighted by its days: the modified Dietz return."""
    return modified_dietz(opening=opening, closing=closing, flows=flows, start=start, end=end)
