"""Dates and periods in words."""

from __future__ import annotations

import calendar
import re
from datetime import date

from letterbook.month_end import month_end

_PERIODS = {"H": ("Half year", 6), "Q": ("Quarter", 3)}
_PERIOD_NUMBER = re.compile(r"(\d{4})[ -]?([HQ])([1-4])")
_MONTH_NUMBER = re.compile(r"(\d{4})-(\d{2})")


def date_words(day: date, language: str = "en") -> str:
    """`day` as a letter writes it, `25 January 2024`; in languages other than English as ISO 8601."""
    if language.split("-", maxsplit=1)[0] != "en":
        return day.isoformat()
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def period_words(number: str) -> str:
    """The period that an edition's number names (`2024 H1`, `2024 Q3`, `2024-01`), in words; else empty."""
    if match := _PERIOD_NUMBER.fullmatch(number):
        name, months = _PERIODS[match[2]]
        last = int(match[3]) * months
        return f"{name} to {date_words(month_end(int(match[1]), last))}" if last <= 12 else ""
    if (match := _MONTH_NUMBER.fullmatch(number)) and 1 <= int(match[2]) <= 12:
        return f"{calendar.month_name[int(match[2])]} {match[1]}"
    return ""


def period_end(number: str) -> date | None:
    """The last day of the period that an edition's number names; None where it names none."""
    if match := _PERIOD_NUMBER.fullmatch(number):
        last = int(match[3]) * _PERIODS[match[2]][1]
    elif match := _MONTH_NUMBER.fullmatch(number):
        last = int(match[2])
    else:
        return None
    year = int(match[1])
    return month_end(year, last) if 1 <= last <= 12 and year else None


def period_start(number: str) -> date | None:
    """The first day of the period that an edition's number names; None where it names none."""
    end = period_end(number)
    if end is None:
        return None
    match = _PERIOD_NUMBER.fullmatch(number)
    months = _PERIODS[match[2]][1] if match else 1
    return date(end.year, end.month - months + 1, 1)
