from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.importers.dates import is_date, iso_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-01-11", "2024-01-11"),
        ("[[2024-08-03]] 17:25", "2024-08-03"),
        ("2024-01-11T10:30:00Z", "2024-01-11"),
        ("2024/3/5", "2024-03-05"),
        ("2024-01", "2024-01"),
        ("2024", "2024"),
        ("June 18th, 2021", "2021-06-18"),
        ("[[June 18th, 2021, Friday]]", "2021-06-18"),
        ("Apr 16th, 2024", "2024-04-16"),
        ("January 5, 2024 at 3:04 PM", "2024-01-05"),
        ("5 January 2024", "2024-01-05"),
        ("1. Sept. 2021", "2021-09-01"),
        ("Jan 2024", "2024-01"),
        ("Monday, 31-10-2022", "2022-10-31"),
        ("16.04.2024", "2024-04-16"),
        ("10/31/2022", "2022-10-31"),
        ("Sunday, 03-04-2022", "2022-04-03"),
        ("Friday, 03-04-2022", "2022-03-04"),
        ("05-05-2022", "2022-05-05"),
    ],
)
def test_dates_are_read_as_far_as_they_are_given(written: str, iso: str) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    "written", ["03-04-2022", "2024-13-01", "31 February 2024", "soon", "", "12:30", "99"]
)
def test_what_is_no_date_or_ambiguous_is_not_read(written: str) -> None:
    assert iso_date(written) == ""


def test_a_sentence_that_begins_with_a_year_is_no_date() -> None:
    assert is_date("2024-03-16 at 12:27")
    assert is_date("[[November 14th, 2021, Sunday]]")
    assert not is_date("2024 was the year of the long winter")


@given(st.text())
def test_any_text_is_a_date_or_not(text: str) -> None:
    assert iso_date(text) == "" or iso_date(iso_date(text)) == iso_date(text)
