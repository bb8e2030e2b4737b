"""Multiples of what was paid in: DPI, RVPI, TVPI, PIC, MOIC, and the totals they are made of.

Definitions: CFA Institute, GIPS Standards 2020 for Firms, glossary (paid-in capital, since inception
distributions, committed capital and the four multiples). All amounts are money in one
currency; all results are plain ratios (1.7 is "1.7x"). A ratio without a denominator is None.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from letterbook.fund.metrics.flows import Amount, Flow, Pair, as_decimal, as_flows

NOTHING = Decimal(0)


def paid_in(flows: Iterable[Flow | Pair]) -> Decimal:
    """What was paid in, as a positive amount; what was distributed and recalled counts again."""
    return -sum((flow.amount for flow in as_flows(flows) if flow.amount < 0), NOTHING)


def distributed(flows: Iterable[Flow | Pair]) -> Decimal:
    """What an investor has received, recallable distributions included."""
    return sum((flow.amount for flow in as_flows(flows) if flow.amount > 0), NOTHING)


def unfunded(*, committed: Amount, paid_in: Amount, recallable: Amount = NOTHING) -> Decimal:
    """What may still be called: the commitment, less what was paid in, plus what may be recalled.

    `paid_in` is here only what was paid against the commitment. What is recallable follows the fund's
    agreement (ILPA Capital Call & Distribution Template 2025: its effect on unfunded commitments).
    """
    return as_decimal(committed) - as_decimal(paid_in) + as_decimal(recallable)


def ratio(part: Amount, whole: Amount) -> Decimal | None:
    """`part` over `whole`; None unless `whole` is above zero."""
    divisor = as_decimal(whole)
    return as_decimal(part) / divisor if divisor > 0 else None


def dpi(*, distributed: Amount, paid_in: Amount) -> Decimal | None:
    """Distributions to paid-in capital, the realisation multiple."""
    return ratio(distributed, paid_in)


def rvpi(*, nav: Amount, paid_in: Amount) -> Decimal | None:
    """Residual value to paid-in capital; net when `nav` is after fees and accrued carry."""
    return ratio(nav, paid_in)


def tvpi(*, distributed: Amount, nav: Amount, paid_in: Amount) -> Decimal | None:
    """Total value to paid-in capital: DPI plus RVPI, the investment multiple."""
    return ratio(as_decimal(distributed) + as_decimal(nav), paid_in)


def pic(*, paid_in: Amount, committed: Amount) -> Decimal | None:
    """Paid-in capital to committed capital."""
    return ratio(paid_in, committed)


def moic(
    *, cost: Amount, proceeds: Amount = NOTHING, income: Amount = NOTHING, fair_value: Amount = NOTHING
) -> Decimal | None:
    """Multiple on invested capital: proceeds, income and fair value over what the investments cost.

    Between a fund and its companies it is gross: no fee, expense or carry is in it, so it is no TVPI.
    """
    return ratio(as_decimal(proceeds) + as_decimal(income) + as_decimal(fair_value), cost)


def net_moic(*, distributed: Amount, nav: Amount, paid_in: Amount) -> Decimal | None:
    """The investors' multiple on what they paid in, after fees, expenses and carry: the ratio of TVPI."""
    return tvpi(distributed=distributed, nav=nav, paid_in=paid_in)
