from __future__ import annotations

from datetime import date

import pytest

from letterbook.drafting.partials.periods import date_words, period_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("2024 H1", "Half year to 30 June 2024"),
        ("2023 H2", "Half year to 31 December 2023"),
        ("2024 Q3", "Quarter to 30 September 2024"),
        ("2024-02", "February 2024"),
        ("2024 H3", ""),
        ("2024-13", ""),
        ("12", ""),
        ("", ""),
    ],
)
def test_a_number_names_a_period(number, words):
    assert period_words(number) == words


def test_a_date_is_written_out_in_english_and_as_iso_8601_elsewhere():
    assert date_words(date(2024, 1, 5), "en-GB") == "5 January 2024"
    assert date_words(date(2024, 1, 5), "de") == "2024-01-05"
