"""The end of a month, to which periods and reporting dates are counted."""

from __future__ import annotations

import calendar
from datetime import date


def month_end(year: int, month: int) -> date:
    """The last day of a month. Raises ValueError for a year or a month that there is not."""
    return date(year, month, calendar.monthrange(year, month)[1])


def is_month_end(day: date) -> bool:
    """Whether `day` is the last one of its month."""
    return day == month_end(day.year, day.month)
