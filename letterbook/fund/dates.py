"""Dates and periods as people type them into cells. What could be two days is said and not guessed."""

from __future__ import annotations

import re
from datetime import date, timedelta

from letterbook.figure import Period
from letterbook.fund.not_understood import NotUnderstood
from letterbook.month_end import is_month_end, month_end

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_ISO = re.compile(r"([0-9]{4})([/-])([0-9]{1,2})\2([0-9]{1,2})(?:[ T]00:00(?::00)?)?")
_NUMBERS = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})")
_DAY_MONTH = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|\.)?[ -]([a-z]{3,9})\.?,?[ -]([0-9]{4})", re.IGNORECASE)
_MONTH_DAY = re.compile(r"([a-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})", re.IGNORECASE)
_PART_FIRST = re.compile(r"([HQ])([1-4])[ -]?(?:FY)?([0-9]{4})", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(?:FY ?)?([0-9]{4})(?:[ -]?([HQ])([1-4]))?", re.IGNORECASE)
_FROM_TO = re.compile(r"(.+?)(?: to | until |/| ?[–—] ?)(.+)", re.IGNORECASE)
_SO_MANY_TO = re.compile(
    r"(?:the )?(?:([0-9]{1,3}|three|six|nine|twelve) months|(quarter|half[ -]year|year|month))"
    r" (?:ended|ending|to|until) (.+)",
    re.IGNORECASE,
)
_SO_MANY = {"three": 3, "six": 6, "nine": 9, "twelve": 12}
_MONTH_OF = re.compile(
    r"(?P<name>[a-z]{3,9})\.?[ -]['’]?(?P<year>[0-9]{4}|[0-9]{2})"
    r"|(?P<first_year>[0-9]{4})-(?P<number>[0-9]{2})",
    re.IGNORECASE,
)
_SHORT_YEAR, _CENTURY = 2, 2000
_LENGTHS = {"quarter": 3, "half-year": 6, "half year": 6, "year": 12, "month": 1}
_SERIALS_FROM = date(1899, 12, 30)  # the day 0 of Excel's calendar (ECMA-376 part 1, 18.17.4.1)
_SERIALS = range(25569, 73051)  # 1970 to 2099
_EXPECTED = "Write it as 2026-06-30."


def read_date(text: str) -> date:
    """The day that a cell names: `2026-06-30`, `30 June 2026`, `June 30, 2026`, `30.06.2026`, `30/06/2026`.

    Raises NotUnderstood for what is no day, and where day and month could be each other.
    """
    text = text.strip()
    for pattern, order in ((_ISO, (1, 3, 4)), (_DAY_MONTH, (3, 2, 1)), (_MONTH_DAY, (3, 1, 2))):
        match = pattern.fullmatch(text)
        if match:
            return _day(text, *(match[group] for group in order))
    match = _NUMBERS.fullmatch(text)
    if match is None:
        raise _no_date(text)
    first, separator, second, year = match.groups()
    if separator != "." and first != second and int(first) <= 12 and int(second) <= 12:
        raise NotUnderstood(f'Of "{text}" nobody can say which is the month.', _EXPECTED)
    day_first = separator == "." or int(first) > 12 or int(second) <= 12
    return _day(text, year, second, first) if day_first else _day(text, year, first, second)


def _no_date(text: str) -> NotUnderstood:
    """What to say of a text that is no date, such as the number by which spreadsheets keep one."""
    if text.isdecimal() and int(text) in _SERIALS:
        day = _SERIALS_FROM + timedelta(days=int(text))
        return NotUnderstood(f'"{text}" is no date: it is how a spreadsheet keeps {day}.', f"Write {day}.")
    return NotUnderstood(f'"{text}" is no date.', _EXPECTED)


def _day(text: str, year: str, month: str, day: str) -> date:
    named = (each for each, name in enumerate(_MONTHS, start=1) if name.startswith(month.casefold()))
    number = int(month) if month.isdigit() else next(named, 0)
    try:
        return date(int(year), number, int(day))
    except ValueError as error:
        raise NotUnderstood(f'"{text}" is no date: the calendar has no such day.', _EXPECTED) from error


def read_period(text: str) -> Period:
    """The period that a cell names, with its days where they are known: `H1 2026`, `Q3 2025`, `2025`,
    `June 2026`, `2026-01-01 to 2026-06-30`, `six months to 30 June 2026`; other words are kept as they are.

    Raises NotUnderstood where it has a date that is none, or ends before it begins.
    """
    words = " ".join(text.split())
    first, later = _PART_FIRST.fullmatch(words), _YEAR_FIRST.fullmatch(words)
    if first:
        return _part_of_year(words, int(first[3]), first[1], int(first[2]))
    if later:
        return _part_of_year(words, int(later[1]), later[2] or "", int(later[3] or 1))
    month = _month_named(words)
    if month:
        return Period(words, month, month_end(month.year, month.month))
    so_many = _SO_MANY_TO.fullmatch(words)
    if so_many:
        number = so_many[1] or ""
        months = _SO_MANY.get(number.casefold()) or int(number) if number else _LENGTHS[so_many[2].casefold()]
        return _months_before(words, months, read_date(so_many[3]))
    between = _FROM_TO.fullmatch(words)
    if between and all(any(map(str.isdigit, side)) for side in between.groups()):
        start, end = map(read_date, between.groups())
        if end < start:
            raise NotUnderstood(f'The period "{words}" ends before it begins.', "Turn the dates round.")
        return Period(words, start, end)
    return Period(words)


def _month_named(words: str) -> date | None:
    """The first day of the month that words such as `June 2026`, `Jun-26` and `2026-06` are, else None."""
    match = _MONTH_OF.fullmatch(words)
    if not match:
        return None
    name, year, number = match["name"], match["year"] or match["first_year"], match["number"]
    months = enumerate(_MONTHS, start=1)
    named = (month for month, each in months if name and each.startswith(name.casefold()))
    month = int(number) if number else next(named, 0)
    whole_year = int(year) if len(year) > _SHORT_YEAR else _CENTURY + int(year)
    return date(whole_year, month, 1) if 1 <= month <= len(_MONTHS) else None


def _part_of_year(words: str, year: int, kind: str, number: int) -> Period:
    length = {"": 12, "H": 6, "Q": 3}[kind.upper()]
    last = number * length
    if last > 12 or not year:
        raise NotUnderstood(f'There is no period "{words}".', "Write it as H1 2026, Q3 2025 or 2025.")
    return Period(words, date(year, last - length + 1, 1), month_end(year, last))


def _months_before(words: str, months: int, end: date) -> Period:
    """The months that end with a day; their first day is known where that is the last of a month."""
    if not is_month_end(end):
        return Period(words, None, end)
    year, month = divmod(end.year * 12 + end.month - months, 12)
    return Period(words, date(year, month + 1, 1) if year > 0 else None, end)
