from __future__ import annotations

from datetime import date

import pytest

from letterbook.drafting.editions.numbering import NUMBERINGS, is_number, next_number

TODAY = date(2024, 7, 3)


@pytest.mark.parametrize(
    ("numbering", "last", "following"),
    [
        ("number", "9", "10"),
        ("month", "2023-12", "2024-01"),
        ("month", "2024-01", "2024-02"),
        ("quarter", "2023 Q4", "2024 Q1"),
        ("half-year", "2024 H1", "2024 H2"),
        ("half-year", "2024 H2", "2025 H1"),
    ],
)
def test_the_next_number_follows_the_last(numbering, last, following):
    assert next_number(numbering, [last], TODAY) == following


@pytest.mark.parametrize(
    ("numbering", "first"),
    [("number", "1"), ("month", "2024-07"), ("quarter", "2024 Q2"), ("half-year", "2024 H1")],
)
def test_a_new_publication_begins_with_the_last_complete_period(numbering, first):
    assert next_number(numbering, [], TODAY) == first


def test_in_january_the_last_complete_half_year_is_last_years():
    assert next_number("half-year", [], date(2024, 1, 20)) == "2023 H2"


def test_the_highest_number_counts_not_the_last_named():
    assert next_number("number", ["10", "9", "special issue"], TODAY) == "11"


@pytest.mark.parametrize(
    ("numbering", "number"), [("number", "twelve"), ("month", "2024-13"), ("quarter", "2024 Q5")]
)
def test_another_form_of_number_is_refused(numbering, number):
    assert not is_number(numbering, number)


@pytest.mark.parametrize("numbering", NUMBERINGS)
def test_every_example_is_a_number_of_its_kind(numbering):
    assert is_number(numbering, NUMBERINGS[numbering].example)
