"""The reporting periods that end on a day: those for which there is a valuation at their beginning."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from letterbook.figure import Period
from letterbook.month_end import is_month_end, month_end

_LENGTHS = (3, 6, 12)
_YEARS = (3, 5, 10)
_DAY = dt.timedelta(days=1)


def periods_to(end: dt.date, valued: Sequence[dt.date], year_end: str = "12-31") -> Iterator[Period]:
    """The quarter, half-year, year and year to date that end on the day `end`.

    Only those at whose beginning, the end of the day before, there is one of the `valued` days.
    """
    starts = {_months_before(end, months): _words(end, months) for months in _LENGTHS}
    starts.setdefault(last_year_end(end, year_end), f"year to {end}")
    for opening, words in starts.items():
        if opening in valued and opening < end:
            yield Period(words, opening + _DAY, end)


def years_to(end: dt.date, valued: Sequence[dt.date]) -> Iterator[Period]:
    """Three, five and ten years to a day, and all since the first valuation where that is over a year ago."""
    for years in _YEARS:
        opening = _months_before(end, 12 * years)
        if opening in valued:
            yield Period(f"{years} years to {end}", opening + _DAY, end)
    if valued and (end - min(valued)).days >= 365:
        yield Period(f"since {min(valued)}", min(valued) + _DAY, end)


def opening_of(period: Period) -> dt.date:
    """The day at whose end a period begins."""
    return (period.start or dt.date.min + _DAY) - _DAY


def last_year_end(day: dt.date, year_end: str) -> dt.date:
    """The last end of a fund's year before a day."""
    month, last = (int(part) for part in year_end.split("-"))
    this = _day_of(day.year, month, last)
    return this if this < day else _day_of(max(1, day.year - 1), month, last)


def _day_of(year: int, month: int, day: int) -> dt.date:
    return dt.date(year, month, min(day, month_end(year, month).day))


def _months_before(day: dt.date, months: int) -> dt.date:
    """The day so many months earlier; the last of a month for the last of a month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return _day_of(year, month + 1, 31 if is_month_end(day) else day.day) if year > 0 else dt.date.min


def _words(end: dt.date, months: int) -> str:
    """`Q2 2026`, `H1 2026` or `2026` where that is what the months are, else `6 months to 2026-05-31`."""
    if not is_month_end(end) or end.month % months:
        return f"{months} months to {end}"
    part = end.month // months
    return {3: f"Q{part} {end.year}", 6: f"H{part} {end.year}", 12: f"{end.year}"}[months]
