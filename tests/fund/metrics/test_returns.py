"""Returns of periods against published examples."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from letterbook.errors import WrongUse
from letterbook.fund.metrics import (
    annualised,
    chain_link,
    dated_growth,
    modified_dietz,
    simple_return,
    time_weighted_return,
    underlying_growth,
)
from tests.fund.metrics.days import year_end


def test_a_flow_late_in_a_month():
    """Fincyclopedia, "Modified Dietz return - an example": 500 to 600, 60 paid in on day 25 of 30: 7.84%."""
    start = dt.date(2021, 5, 31)
    result = modified_dietz(
        opening=500,
        closing=600,
        flows=[(start + dt.timedelta(days=25), -60)],
        start=start,
        end=dt.date(2021, 6, 30),
    )
    assert f"{result:.2%}" == "7.84%"


def test_a_flow_in_the_middle_of_two_years():
    """Wikipedia, "Modified Dietz method": 100 grew to 300 in two years, 50 paid in after one: 120%."""
    result = modified_dietz(
        opening=100, closing=300, flows=[(year_end(1), -50)], start=year_end(0), end=year_end(2)
    )
    assert result == Decimal("1.2")
    assert f"{annualised(result, year_end(0), year_end(2)):.1%}" == "48.3%"


def test_four_quarters_with_flows_at_their_beginning():
    """AnalystForum, "Annual time-weighted return question", answer C.

    1.0909, 0.9286, 1.3333, 0.9762, so 32%.
    """
    days = [dt.date(2021, 3 * quarter - 2, 1) for quarter in range(1, 5)] + [dt.date(2022, 1, 1)]
    values = zip(days, ["2.2", "2.8", "2.4", "4.2", "4.1"], strict=True)
    flows = zip(days, ["-0.2", "-0.4", "0.2", "-1", "0"], strict=True)
    assert f"{time_weighted_return(values, flows):.2%}" == "31.85%"


def test_shares_bought_at_two_prices():
    """CFA Program curriculum, Quantitative Methods: 15% and 6.67%, 10.84% or as printed 10.8% a year."""
    values = [(year_end(0), 200), (year_end(1), 450), (year_end(2), 0)]
    flows = [(year_end(1), -225), (year_end(1), 5), (year_end(2), 480)]
    total = time_weighted_return(values, flows)
    assert total == Decimal("1.15") * Decimal(480) / Decimal(450) - 1
    assert f"{annualised(total, year_end(0), year_end(2)):.1%}" == "10.8%"


def test_shares_half_of_which_were_sold():
    """Schweser Notes, CFA level I: 0% and 70% are 30.38% a year; the dividend is paid out."""
    values = [(year_end(0), 200), (year_end(1), 100), (year_end(2), 0)]
    flows = [(year_end(1), 100), (year_end(2), 170)]
    total = time_weighted_return(values, flows)
    assert f"{annualised(total, year_end(0), year_end(2)):.2%}" == "30.38%"


def test_returns_are_linked_geometrically():
    """Wikipedia, "Time-weighted return".

    4%, 9%, 5% and 11% link to 32.12%; Investopedia: 16.25%, -5.56% to 9.79%.
    """
    assert f"{chain_link(['0.04', '0.09', '0.05', '0.11']):.2%}" == "32.12%"
    assert f"{chain_link(['0.1625', '-0.0556']):.2%}" == "9.79%"


def test_a_return_without_flows_is_that_of_its_values():
    """Journal of Accountancy, February 1998, exhibit 1: 100 to 113 in a year is 13%."""
    values = [(year_end(0), 100), (year_end(1), 113)]
    assert time_weighted_return(values) == simple_return(opening=100, closing=113) == Decimal("0.13")


def test_underlying_growth_leaves_out_what_was_paid_in_and_out():
    """Square Peg, letter of 31 December 2024: $2.7bn to $3.25bn, +21% apart from drawdowns and returns.

    The letter gives $146m invested and $220m returned by exits; 0.03bn of rounding is within its figures.
    """
    growth = underlying_growth(opening=2700, closing=3250, calls=146, distributions=220)
    assert abs(growth - Decimal("0.21")) < Decimal("0.025")


def test_dated_growth_weighs_each_flow_by_its_days():
    flows = [(dt.date(2026, 4, 1), -100), (dt.date(2026, 6, 30), 50)]
    start, end = dt.date(2025, 12, 31), dt.date(2026, 6, 30)
    growth = dated_growth(opening=1000, closing=1150, flows=flows, start=start, end=end)
    assert growth == (Decimal(1150) - 1000 - 50) / (1000 + Decimal(100) * 90 / 181)
    simple = underlying_growth(opening=1000, closing=1150, calls=100, distributions=50)
    assert simple == Decimal("0.1")


def test_flows_outside_the_period_are_left_out():
    start, end = year_end(0), year_end(1)
    flows = [(start, -1000), (end, -50), (end + dt.timedelta(days=1), 70)]
    assert modified_dietz(opening=100, closing=160, flows=flows, start=start, end=end) == Decimal("0.1")


def test_an_unvalued_flow_is_weighted_within_its_sub_period():
    values = [(year_end(0), 100), (year_end(1), 110), (year_end(3), 330)]
    total = time_weighted_return(values, [(year_end(2), -110)])
    assert total == chain_link([Decimal("0.1"), Decimal(110) / 165])


@pytest.mark.parametrize("days", [0, 1, 364])
def test_less_than_a_year_is_not_annualised(days):
    assert annualised("0.1", year_end(0), year_end(0) + dt.timedelta(days=days)) is None


def test_a_year_is_annualised_and_a_loss_of_everything_stays_one():
    assert annualised("0.1", year_end(0), year_end(1)) == Decimal("0.1")
    assert annualised(-1, year_end(0), year_end(4)) == -1
    assert annualised("-1.2", year_end(0), year_end(4)) is None


def test_without_an_opening_value_there_is_no_return():
    assert simple_return(opening=0, closing=5) is None
    assert underlying_growth(opening=0, closing=5, calls=5) is None
    assert time_weighted_return([(year_end(0), 0), (year_end(1), 5)]) is None
    assert time_weighted_return([(year_end(0), 5)]) is None


def test_two_values_of_one_day_are_refused():
    with pytest.raises(WrongUse, match="two values"):
        time_weighted_return([(year_end(0), 1), (year_end(0), 2)])
