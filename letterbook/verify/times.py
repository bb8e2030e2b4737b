"""The days and periods that a text names: `30 June 2026`, `June 2026`, `H1 2026`, `2025`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from letterbook.figure import Figure
from letterbook.month_end import month_end
from letterbook.record import record
from letterbook.stretch import overlaps_any

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_GERMAN = {"mär": 3, "mai": 5, "okt": 10, "dez": 12}
_NAMES = "|".join((*_MONTHS, *_GERMAN))
_MONTH = rf"(?P<{{0}}>{_NAMES})[a-z]*\.?"
_YEAR = r"(?:19|20)[0-9]{2}"
_PARTS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_LENGTHS = {"quarter": 3, "half": 6, "quartal": 3, "halbjahr": 6}
_PATTERN = re.compile(
    r"(?P<iso>(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})"
    rf"|\b(?P<day>[0-3]?[0-9])(?:st|nd|rd|th|\.)?\s{_MONTH.format('month')},?\s(?P<year>{_YEAR})"
    rf"|\b{_MONTH.format('month2')}\s(?P<day2>[0-3]?[0-9])(?:st|nd|rd|th)?,?\s(?P<year2>{_YEAR})"
    rf"|\b(?P<day4>[0-3]?[0-9])[./](?P<month4>[01]?[0-9])[./](?P<year5>{_YEAR})"
    rf"|\b{_MONTH.format('month3')}(?:[\s-](?={_YEAR})|-)(?P<year3>(?:19|20)?[0-9]{{2}}\b)"
    rf"|\b(?P<part>[hq][1-4])(?:[\s-]?(?P<year4>{_YEAR})|(?:\s?['’]|-)(?P<short4>[0-9]{{2}})\b)"
    rf"|\b(?P<part2>[1-4][hq])[\s-]?(?P<year6>{_YEAR}|[0-9]{{2}}\b)"
    rf"|\b(?P<which>{'|'.join(_PARTS)})[\s-](?P<length>quarter|half)(?:[\s-]year)?,?\s(?:of\s)?(?P<year7>{_YEAR})"
    rf"|\b(?P<which2>[1-4])\.\s(?P<length2>quartal|halbjahr)\s(?P<year8>{_YEAR})"
    rf"|(?<![\w.,$€£])(?P<only>{_YEAR})(?![\w%]|[.,][0-9])"
    rf"|\b(?P<part3>[hq][1-4])(?!\w)"
    rf"|\b(?P<which3>{'|'.join(_PARTS)})[\s-](?P<length3>quarter|half)\b",
    re.IGNORECASE,
)
_FULL = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    "|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)
_MONTH_ALONE = re.compile(
    rf"(?:^\W*|\b(?i:in|of|for|during|since|end|ended|at|by|from|to)\s|\()(?P<month>{_FULL})\b\.?"
    r"(?!\s[0-3]?[0-9](?:st|nd|rd|th)?(?![\w%]|[.,][0-9])|\s?['’][0-9]|,?\s(?:19|20)[0-9]{2})"
    r"|(?:\b(?i:at|as of|as at|to|ended|end)\s|\()"
    rf"(?P<day>[0-3]?[0-9]\s(?P<month2>{_FULL})|(?P<month3>{_FULL})\s[0-3]?[0-9])"
    r"(?!\w|,?\s(?:19|20)[0-9]{2})"
)
_LABEL = 16
"""A month at the beginning of a text is one where the text is hardly longer: the label of a column."""
_BEGINNING = re.compile(
    r"(?:since|founded|launched|closed|raised|started|until|till|through|runs?\sto|extended\sto"
    r"|(?:matur|expir)\w+\s(?:in|on))\W+(?:in\W+)?$",
    re.IGNORECASE,
)
_VINTAGE = re.compile(r"\W*vintage", re.IGNORECASE)
_ANY_YEAR = 2000


@record
class TimeMention:
    """The days from `first` to `last` that a text names from `start` to `end`.

    A whole year is `is_vague`. One that `recurs` is of any year, such as "in May" and "the third quarter".
    """

    start: int
    end: int
    first: date
    last: date
    is_vague: bool = False
    recurs: bool = False

    def is_of(self, figure: Figure) -> bool:
        """Whether a figure is of this time: of a day in it, or of just this period."""
        period = figure.period
        if self.recurs:
            end = figure.as_of or (period.end if period else None)
            return end is not None and self.of_year(end.year).is_of(figure)
        if figure.as_of and self.first <= figure.as_of <= self.last:
            return True
        return bool(period and period.end and (period.start, period.end) == (self.first, self.last))

    def is_within(self, figure: Figure) -> bool:
        """Whether a figure is of a period in which this month or quarter of any year lies."""
        period = figure.period
        if not (period and period.start and period.end):
            return False
        there = self.of_year(period.end.year)
        return period.start <= there.first and there.last <= period.end

    def of_year(self, year: int) -> TimeMention:
        """The same days of another year."""
        first, last = date(year, self.first.month, 1), month_end(year, self.last.month)
        return TimeMention(self.start, self.end, first, last)


@lru_cache(maxsize=4096)
def find_times(text: str) -> tuple[TimeMention, ...]:
    """The times that a text names, in order; the year in which a fund began is none, nor one to come."""
    found = list(_mentions(text))
    found += (month for month in _months_alone(text) if not overlaps_any(month, found))
    return tuple(sorted(found, key=lambda each: each.start))


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
        recurs = bool(match["part3"] or match["which3"])
        yield TimeMention(match.start(), match.end(), first, last, is_year, recurs)


def _months_alone(text: str) -> Iterator[TimeMention]:
    for match in _MONTH_ALONE.finditer(text):
        is_label = match["month"] and not text[: match.start("month")].strip(" (")
        if is_label and not match[0].startswith("(") and len(text) > _LABEL:
            continue
        name = match["month"] or match["month2"] or match["month3"]
        first, last = _months(_ANY_YEAR, _month(name), 1)
        start = match.start("month" if match["month"] else "day")
        yield TimeMention(start, match.end(), first, last, recurs=True)


def _days(match: re.Match[str]) -> tuple[date, date]:
    if match["iso"]:
        day = date.fromisoformat(match["iso"])
        return day, day
    if match["only"]:
        return date(int(match["only"]), 1, 1), date(int(match["only"]), 12, 31)
    part = _part(match)
    if part:
        return _months(*part)
    if match["month3"]:
        return _months(_year(match["year3"]), _month(match["month3"]), 1)
    if match["day4"]:
        day = date(int(match["year5"]), int(match["month4"]), int(match["day4"]))
        return day, day
    suffix = "" if match["day"] else "2"
    day = date(int(match[f"year{suffix}"]), _month(match[f"month{suffix}"]), int(match[f"day{suffix}"]))
    return day, day


def _part(match: re.Match[str]) -> tuple[int, int, int] | None:
    """The year, the last month and the length in months of a quarter or a half."""
    year = match["year4"] or match["short4"] or match["year6"] or match["year7"] or match["year8"]
    letters = match["part"] or (match["part2"] or "")[::-1] or match["part3"]
    if letters:
        length, which = (6 if letters[0] in "hH" else 3), int(letters[1])
    elif match["which2"]:
        length, which = _LENGTHS[match["length2"].casefold()], int(match["which2"])
    elif match["which"] or match["which3"]:
        length = _LENGTHS[(match["length"] or match["length3"]).casefold()]
        which = _PARTS[(match["which"] or match["which3"]).casefold()]
    else:
        return None
    return _year(year) if year else _ANY_YEAR, which * length, length


def _year(written: str) -> int:
    year = int(written)
    return year if year > 99 else 2000 + year


def _month(name: str) -> int:
    short = name[:3].casefold()
    return _GERMAN.get(short) or _MONTHS.index(short) + 1


def _months(year: int, last: int, length: int) -> tuple[date, date]:
    return date(year, last - length + 1, 1), month_end(year, last)
