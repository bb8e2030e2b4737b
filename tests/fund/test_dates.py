"""Dates and periods as people type them."""

from __future__ import annotations

import datetime as dt

import pytest

from letterbook.fund.dates import read_date, read_period
from letterbook.fund.not_understood import NotUnderstood


@pytest.mark.parametrize(
    "text",
    [
        "2026-06-30",
        "30 June 2026",
        "30th Jun. 2026",
        "June 30, 2026",
        "30.06.2026",
        "30/06/2026",
        "06/30/2026",
    ],
)
def test_a_day_is_read_in_every_usual_form(text):
    assert read_date(text) == dt.date(2026, 6, 30)


@pytest.mark.parametrize(
    "text", ["2026-06", "2026", "30 Juno 2026", "31 June 2026", "5/6/2026", "46203", "today"]
)
def test_what_is_no_day_or_two_is_told(text):
    with pytest.raises(NotUnderstood, match=text):
        read_date(text)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("H1 2026", "2026-01-01", "2026-06-30"),
        ("2026-H2", "2026-07-01", "2026-12-31"),
        ("Q3 2025", "2025-07-01", "2025-09-30"),
        ("FY2025", "2025-01-01", "2025-12-31"),
        ("2024-01-15 to 2024-02-29", "2024-01-15", "2024-02-29"),
        ("six months to 30 June 2026", "2026-01-01", "2026-06-30"),
        ("quarter ended 31 March 2026", "2026-01-01", "2026-03-31"),
        ("12 months to 2026-06-30", "2025-07-01", "2026-06-30"),
    ],
)
def test_the_days_of_a_period_are_known(text, start, end):
    period = read_period(text)
    assert (period.words, str(period.start), str(period.end)) == (text, start, end)


def test_other_words_are_kept_as_a_period():
    assert read_period(" since  inception ").words == "since inception"


@pytest.mark.parametrize("text", ["H3 2026", "2026-02-30 to 2026-03-01", "2026-03-01 to 2026-01-01"])
def test_a_period_that_cannot_be_is_told(text):
    with pytest.raises(NotUnderstood):
        read_period(text)
