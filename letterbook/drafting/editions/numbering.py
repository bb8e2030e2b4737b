"""How the editions of a publication are numbered: 12, 2024-01, 2024 Q1 or 2024 H1."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from letterbook.library.settings import NumberedBy
from letterbook.record import record


@record
class Numbering:
    """One way of numbering: what a number looks like, which one follows, which one starts."""

    form: re.Pattern[str]
    example: str
    following: Callable[[str], str]
    first: Callable[[date], str]


def _period(parts_a_year: int, letter: str) -> Numbering:
    """Periods of a year written `2024 Q1`; the first letter is about the last complete period."""

    def following(number: str) -> str:
        """The period after `number`."""
        year, part = number.split(f" {letter}")
        return f"{year} {letter}{int(part) + 1}" if int(part) < parts_a_year else f"{int(year) + 1} {letter}1"

    def first(today: date) -> str:
        """The last period that is complete `today`."""
        complete = (today.month - 1) * parts_a_year // 12
        return f"{today.year} {letter}{complete}" if complete else f"{today.year - 1} {letter}{parts_a_year}"

    form = re.compile(rf"[0-9]{{4}} {letter}[1-{parts_a_year}]")
    return Numbering(form, f"2024 {letter}1", following, first)


def _next_month(number: str) -> str:
    year, month = (int(part) for part in number.split("-"))
    return f"{year}-{month + 1:02}" if month < 12 else f"{year + 1}-01"


NUMBERINGS: dict[NumberedBy, Numbering] = {
    NumberedBy.NUMBER: Numbering(
        re.compile(r"[0-9]{1,9}"), "12", lambda number: str(int(number) + 1), lambda _: "1"
    ),
    NumberedBy.MONTH: Numbering(
        re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])"), "2024-01", _next_month, lambda today: today.strftime("%Y-%m")
    ),
    NumberedBy.QUARTER: _period(4, "Q"),
    NumberedBy.HALF_YEAR: _period(2, "H"),
}


def is_number(numbering: NumberedBy, number: str) -> bool:
    """Whether `number` is written as the `numbering` of its publication asks."""
    return NUMBERINGS[numbering].form.fullmatch(number) is not None


def next_number(numbering: NumberedBy, numbers: Iterable[str], today: date) -> str:
    """The number after the highest of `numbers`; the first one when there is none yet."""
    way = NUMBERINGS[numbering]
    known = [number for number in numbers if way.form.fullmatch(number)]
    if not known:
        return way.first(today)
    return way.following(max(known, key=lambda number: (len(number), number)))
