"""Days for examples whose source gives only years, or whole periods: each is 365 days after the last."""

from __future__ import annotations

import datetime as dt

FIRST = dt.date(2001, 1, 1)


def year_end(number):
    """The day `number` times 365 days after the first."""
    return FIRST + dt.timedelta(days=365 * number)


def yearly(*amounts):
    """Flows a year of 365 days apart."""
    return [(year_end(number), amount) for number, amount in enumerate(amounts)]
