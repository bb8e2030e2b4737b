from __future__ import annotations

from datetime import date

import pytest

from letterbook.library.queries.period import Period, read_period, read_recent

TODAY = date(2024, 3, 15)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-Q1", date(2024, 1, 1), date(2024, 3, 31)),
        ("2024-q4", date(2024, 10, 1), date(2024, 12, 31)),
        ("2024-H2", date(2024, 7, 1), date(2024, 12, 31)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        (" 2024 ", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_partial_date_is_its_whole_period(text: str, first: date, last: date) -> None:
    assert read_period(text) == Period(first, last)


@pytest.mark.parametrize(
    "text", ["", "2023-02-29", "2024-13", "0000", "24-01", "2024-1", "2024-Q5", "soon", "٢٠٢٤"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_period(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", TODAY),
        ("Yesterday", date(2024, 3, 14)),
        ("10d", date(2024, 3, 5)),
        ("2w", date(2024, 3, 1)),
        ("2024-01-31", date(2024, 1, 31)),
    ],
)
def test_recent_days_count_back_from_today(text: str, day: date) -> None:
    assert read_recent(text, TODAY) == Period(day, day)


def test_a_count_before_the_calendar_is_none() -> None:
    assert read_recent("9999y", TODAY) is None
