"""Dates as people write them: a day, or a month, quarter, half-year or year taken as a whole."""

from __future__ import annotations

import re
from datetime import date, timedelta

from letterbook.month_end import month_end
from letterbook.record import record

_WRITTEN = re.compile(
    r"(?P<year>[0-9]{4})"
    r"(?:-(?:(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?|[qQ](?P<quarter>[1-4])|[hH](?P<half>[12])))?"
)
_AGO = re.compile(r"(?P<count>[0-9]{1,4})(?P<unit>[dwmy])")
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


@record
class Period:
    """The days from `first` to `last`, both included."""

    first: date
    last: date


def read_period(text: str) -> Period | None:
    """The period that a written date means, or None when it is no date.

    Understood are `2024-01-31`, `2024-01`, `2024-Q1`, `2024-H1` and `2024`.
    """
    written = _WRITTEN.fullmatch(text.strip())
    if written is None:
        return None
    year = int(written["year"])
    first_month, last_month = _months(written)
    try:
        if written["day"]:
            day = date(year, first_month, int(written["day"]))
            return Period(day, day)
        return Period(date(year, first_month, 1), month_end(year, last_month))
    except ValueError:
        return None


def read_recent(text: str, today: date) -> Period | None:
    """What `read_period` understands, and `today`, `yesterday`, `30d`, `2w`, `6m`, `1y` before today."""
    word = text.strip().casefold()
    if word in {"today", "yesterday"}:
        day = today - timedelta(days=word == "yesterday")
        return Period(day, day)
    ago = _AGO.fullmatch(word)
    if ago is None:
        return read_period(word)
    try:
        day = today - timedelta(days=int(ago["count"]) * _DAYS[ago["unit"]])
    except OverflowError:
        return None
    return Period(day, day)


def _months(written: re.Match[str]) -> tuple[int, int]:
    """The first and last month of what was written."""
    if written["month"]:
        return int(written["month"]), int(written["month"])
    if written["quarter"]:
        last = int(written["quarter"]) * 3
        return last - 2, last
    if written["half"]:
        last = int(written["half"]) * 6
        return last - 5, last
    return 1, 12
