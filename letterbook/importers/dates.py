"""Dates as exports write them, as ISO text that may be partial: `2024`, `2024-01`, `2024-01-11`."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WORD = re.compile(r"[A-Za-z]+")
_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?![\d-])")
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})(?!\d)")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})(?!\d)")
_PARTS = re.compile(r"[^\s,.:/+\[\]\u00a0-]+")
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th|am|pm|T\d+|Z)?", re.IGNORECASE)
_LONGEST = 60


def iso_date(text: str) -> str:
    """The date `text` begins with, as far as it is given; empty when there is none.

    Reads ISO dates and times, `June 18th, 2021, Friday`, `Monday, 31-10-2022`, `5 January 2024 at
    3:04 PM`, `16.04.2024`, `Jan 2024`, each also as a wikilink. Of `03-04-2022` nobody can say
    which is the day, unless a weekday stands beside it: without one it is not read.
    """
    text = text.replace("\u00a0", " ").replace("[[", "").replace("]]", "").strip().strip("\"'")
    if not text or len(text) > _LONGEST:
        return ""
    weekday = _weekday(text)
    text = _without_weekday(text)
    return _year_first(text) or _numbers(text, weekday) or _with_month_name(text)


def is_date(text: str) -> bool:
    """Whether `text` is a date, with or without a time, and nothing else."""
    return bool(iso_date(text)) and all(_belongs_to_a_date(part) for part in _PARTS.findall(text))


def _belongs_to_a_date(part: str) -> bool:
    return bool(_NUMBER.fullmatch(part)) or part[:3].lower() in (*_MONTHS, *_WEEKDAYS, "at", "am", "pm")


def _weekday(text: str) -> int | None:
    found = (_WEEKDAYS.index(word[:3]) for word in _WORD.findall(text.lower()) if word[:3] in _WEEKDAYS)
    return next(found, None)


def _without_weekday(text: str) -> str:
    first = _WORD.match(text)
    if first and first[0][:3].lower() in _WEEKDAYS:
        return text[first.end() :].lstrip(" ,.")
    return text


def _year_first(text: str) -> str:
    match = _ISO.match(text)
    return _iso(match[1], match[2], match[3]) if match else ""


def _numbers(text: str, weekday: int | None) -> str:
    match = _DAY_FIRST.match(text)
    if not match:
        return ""
    first, separator, second, year = match.groups()
    day_first, month_first = _iso(year, second, first), _iso(year, first, second)
    if separator == "." or not month_first or day_first == month_first:
        return day_first
    if not day_first:
        return month_first
    fitting = [day for day in (day_first, month_first) if date.fromisoformat(day).weekday() == weekday]
    return fitting[0] if len(fitting) == 1 else ""


def _with_month_name(text: str) -> str:
    match = _MONTH_FIRST.match(text)
    if match:
        return _named(match[3], match[1], match[2])
    match = _DAY_AND_MONTH.match(text)
    return _named(match[3], match[2], match[1]) if match else ""


def _named(year: str, month: str, day: str | None) -> str:
    name = month[:3].lower()
    return _iso(year, str(_MONTHS.index(name) + 1), day) if name in _MONTHS else ""


def _iso(year: str, month: str | None, day: str | None) -> str:
    """The parts as ISO text; empty when the calendar has no such day."""
    try:
        found = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    text = f"{found.year:04}-{found.month:02}-{found.day:02}"
    return text if day else text[:7] if month else text[:4]
