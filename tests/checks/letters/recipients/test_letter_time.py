from __future__ import annotations

from datetime import date

import pytest

from letterbook.checks.letters.recipients.letter_time import period_of_number, time_of


@pytest.mark.parametrize(
    ("number", "end", "months"),
    [
        ("2026 H1", date(2026, 6, 30), 6),
        ("2026-H2", date(2026, 12, 31), 6),
        ("2026 Q1", date(2026, 3, 31), 3),
        ("2024-02", date(2024, 2, 29), 1),
        ("2026", date(2026, 12, 31), 12),
    ],
)
def test_a_number_names_the_time_of_its_edition(number, end, months):
    named = period_of_number(number)
    assert (named.end, named.months) == (end, months)


@pytest.mark.parametrize("number", ["7", "", "2026-13", "2026 H3", "2026 Q5", "H1 2026"])
def test_other_numbers_name_none(number):
    assert period_of_number(number) is None


def test_the_ends_of_the_quarters_and_months_within_a_time():
    half = period_of_number("2026 H1")
    assert list(half.ends_within(3)) == [date(2026, 3, 31)]
    assert [end.month for end in half.ends_within(1)] == [1, 2, 3, 4, 5]
    assert list(half.ends_within(6)) == list(half.ends_within(12)) == []


def test_the_day_of_the_figures_stands_in_for_a_number():
    known = time_of("7", date(2026, 6, 30))
    assert (known.end, known.months) == (date(2026, 6, 30), 0)
    assert time_of("7", None) is None
