"""The last days of months."""

from __future__ import annotations

from datetime import date

import pytest

from letterbook.month_end import is_month_end, month_end


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2026, 6, 30), (2026, 12, 31), (2024, 2, 29), (2025, 2, 28), (1900, 2, 28)]
)
def test_a_month_ends_with_its_last_day(year, month, day):
    assert month_end(year, month) == date(year, month, day)


@pytest.mark.parametrize(("year", "month"), [(2026, 13), (2026, 0), (0, 1)])
def test_there_are_no_other_months(year, month):
    with pytest.raises(ValueError, match=r"month|year"):
        month_end(year, month)


def test_only_the_last_day_of_a_month_is_its_end():
    assert is_month_end(date(2024, 2, 29))
    assert not is_month_end(date(2024, 2, 28))
