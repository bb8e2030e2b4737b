"""The time that a letter is about: the day of its figures, and how many months up to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from letterbook.fund.dates import read_period
from letterbook.fund.not_understood import NotUnderstood
from letterbook.record import record

_PARTS_OF_YEAR = {"Q": 3, "H": 6, "": 12}
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_PERIOD = re.compile(r"([0-9]{4})(?:[ -]?([QH])([1-4]))?")


@record
class LetterTime:
    """The last day of a letter's time and its length in months; 0 where that is not known."""

    end: date
    months: int

    def ends_within(self, months: int) -> Iterator[date]:
        """The last days of the times of so many months within it, without its own."""
        for back in range(self.months - months, 0, -months):
            count = self.end.year * 12 + self.end.month - 1 - back
            yield _last_of_month(count // 12, count % 12 + 1)


def time_of(number: str, as_of: date | None) -> LetterTime | None:
    """The time of the edition of a number, whose figures are of a day; None where neither says it."""
    named = period_of_number(number)
    return named or (LetterTime(as_of, 0) if as_of else None)


def period_of_number(number: str) -> LetterTime | None:
    """The time that a number names: `2026 H1`, `2026-Q2`, `2026-06` or `2026`; None for other numbers."""
    if month := _MONTH.fullmatch(number):
        return LetterTime(_last_of_month(int(month[1]), int(month[2])), 1)
    named = _PERIOD.fullmatch(number)
    if named is None:
        return None
    try:
        end = read_period(" ".join(filter(None, (named[1], f"{named[2] or ''}{named[3] or ''}")))).end
    except NotUnderstood:
        return None
    return LetterTime(end, _PARTS_OF_YEAR[named[2] or ""]) if end else None


def _last_of_month(year: int, month: int) -> date:
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
