"""The days and periods that a text names: `30 June 2026`, `June 2026`, `H1 2026`, `2025`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from letterbook.figure import Figure
from letterbook.month_end import month_end
from letterbook.record import record

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<{0}>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_PATTERN = re.compile(
    r"(?P<iso>(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})"
    rf"|\b(?P<day>[0-3]?[0-9])(?:st|nd|rd|th|\.)?\s{_MONTH.format('month')},?\s(?P<year>(?:19|20)[0-9]{{2}})"
    rf"|\b{_MONTH.format('month2')}\s(?P<day2>[0-3]?[0-9])(?:st|nd|rd|th)?,?\s(?P<year2>(?:19|20)[0-9]{{2}})"
    r"|\b(?P<day4>[0-3]?[0-9])[./](?P<month4>[01]?[0-9])[./](?P<year5>(?:19|20)[0-9]{2})"
    rf"|\b{_MONTH.format('month3')}(?:[\s-](?=(?:19|20)[0-9]{{2}})|-)(?P<year3>(?:19|20)?[0-9]{{2}}\b)"
    r"|\b(?P<part>[hq][1-4])[\s-]?(?P<year4>(?:19|20)[0-9]{2})"
    r"|(?<![\w.,$€£])(?P<only>(?:19|20)[0-9]{2})(?![\w%]|[.,][0-9])",
    re.IGNORECASE,
)
_BEGINNING = re.compile(r"(?:since|founded|launched|closed|raised|started)\W+(?:in\W+)?$", re.IGNORECASE)
_VINTAGE = re.compile(r"\W*vintage", re.IGNORECASE)


@record
class TimeMention:
    """The days from `first` to `last` that a text names from `start` to `end`; a whole year is `is_vague`."""

    start: int
    end: int
    first: date
    last: date
    is_vague: bool = False

    def is_of(self, figure: Figure) -> bool:
        """Whether a figure is of this time: of a day in it, or of just this period."""
        if figure.as_of and self.first <= figure.as_of <= self.last:
            return True
        period = figure.period
        return bool(period and period.end and (period.start, period.end) == (self.first, self.last))


@lru_cache(maxsize=4096)
def find_times(text: str) -> tuple[TimeMention, ...]:
    """The times that a text names, in order; the year in which a fund began is none."""
    return tuple(_mentions(text))


def _mentions(text: str) -> Iterator[TimeMention]:
    for match in _PATTERN.finditer(text):
        is_year = bool(match["only"])
        begins = _BEGINNING.search(text[max(0, match.start() - 20) : match.start()])
        if is_year and (begins or _VINTAGE.match(text, match.end())):
            continue
        try:
            first, last = _days(match)
        except (ValueError, TypeError):
            continue
        yield TimeMention(match.start(), match.end(), first, last, is_year)


def _days(match: re.Match[str]) -> tuple[date, date]:
    if match["iso"]:
        day = date.fromisoformat(match["iso"])
        return day, day
    if match["only"]:
        return date(int(match["only"]), 1, 1), date(int(match["only"]), 12, 31)
    if match["part"]:
        length = 6 if match["part"][0] in "hH" else 3
        return _months(int(match["year4"]), int(match["part"][1]) * length, length)
    if match["month3"]:
        year = int(match["year3"])
        return _months(year if year > 99 else 2000 + year, _month(match["month3"]), 1)
    if match["day4"]:
        day = date(int(match["year5"]), int(match["month4"]), int(match["day4"]))
        return day, day
    suffix = "" if match["day"] else "2"
    day = date(int(match[f"year{suffix}"]), _month(match[f"month{suffix}"]), int(match[f"day{suffix}"]))
    return day, day


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].casefold()) + 1


def _months(year: int, last: int, length: int) -> tuple[date, date]:
    return date(year, last - length + 1, 1), month_end(year, last)
