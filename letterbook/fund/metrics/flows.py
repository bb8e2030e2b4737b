"""Dated flows of money as an investor sees them: paid in is negative, received is positive."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from letterbook.errors import WrongUse

Amount = Decimal | int | float | str
"""A number as callers have it; a float counts as the shortest decimal number that reads back as it."""

DAYS_OF_A_YEAR = 365
_MOST_DIGITS = 200


class Flow(NamedTuple):
    """Money on a day: `amount` below zero was paid in by the investor, above zero received.

    A plain pair of a date and a number will do wherever flows are asked for.
    """

    date: dt.date
    amount: Decimal


class Valuation(NamedTuple):
    """What something was worth at the end of a day, after the flows of that day."""

    date: dt.date
    value: Decimal


Pair = tuple[dt.date, Amount]


def as_decimal(amount: Amount) -> Decimal:
    """The number as a Decimal. Raises WrongUse when it is none, not a finite one, or beyond all money."""
    try:
        value = Decimal(repr(amount)) if isinstance(amount, float) else Decimal(amount)
    except (ArithmeticError, TypeError) as error:
        raise WrongUse(f'"{amount}" is not a number.', hint="Use a number such as 1250000.50.") from error
    if not value.is_finite():
        raise WrongUse(f'"{amount}" is not a finite number.', hint="Leave the flow out, or correct it.")
    if value.adjusted() > _MOST_DIGITS:
        raise WrongUse(f'"{amount}" is far too large.', hint="Use whole units of a currency.")
    return value


def as_flows(flows: Iterable[Flow | Pair]) -> tuple[Flow, ...]:
    """The flows with Decimal amounts, by date; those of one day stay in their order."""
    read = (Flow(as_day(date), as_decimal(amount)) for date, amount in flows)
    return tuple(sorted(read, key=lambda flow: flow.date))


def as_valuations(values: Iterable[Valuation | Pair]) -> tuple[Valuation, ...]:
    """The valuations with Decimal values, by date. Raises WrongUse when a day has two."""
    read = sorted(Valuation(as_day(date), as_decimal(value)) for date, value in values)
    for earlier, later in pairwise(read):
        if earlier.date == later.date:
            raise WrongUse(f"There are two values for {later.date}.", hint="Keep one of them.")
    return tuple(read)


def years_between(start: dt.date, end: dt.date) -> float:
    """Years by the day count ACT/365F, days over 365, as Excel's XIRR has it: a leap year is 366/365."""
    return (end - start).days / DAYS_OF_A_YEAR


def as_day(date: dt.date) -> dt.date:
    """The day of a date or of a time. Raises WrongUse for what is neither."""
    if not isinstance(date, dt.date):
        raise WrongUse(f"{date!r} is not a date.", hint="Use datetime.date(2026, 6, 30).")
    return date.date() if isinstance(date, dt.datetime) else date
