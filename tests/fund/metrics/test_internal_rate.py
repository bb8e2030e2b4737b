"""The internal rate of return against published examples, another implementation, and what goes wrong."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from random import Random

import pytest
import pyxirr
from hypothesis import given, settings
from hypothesis import strategies as st

from letterbook.errors import WrongUse
from letterbook.fund.metrics import InternalRate, RateOutcome, xirr, xnpv
from tests.fund.metrics.days import year_end, yearly
from tests.steps import steps_of

DAY = dt.timedelta(days=1)
START = dt.date(2012, 2, 29)


# Published examples

EXCEL = [
    (dt.date(2008, 1, 1), -10000),
    (dt.date(2008, 3, 1), 2750),
    (dt.date(2008, 10, 30), 4250),
    (dt.date(2009, 2, 15), 3250),
    (dt.date(2009, 4, 1), 2750),
]


def test_the_example_of_excels_documentation():
    """Microsoft, "XIRR function": 0.373362535, which Excel gives to 0.000001%; its 2008 is a leap year."""
    result = xirr(EXCEL)
    assert result.annual == pytest.approx(0.373362535, abs=1e-8)
    assert (result.outcome, result.sentence, result.days) == (RateOutcome.FOUND, "", 456)
    assert result.shown == result.annual


def test_the_present_value_of_excels_documentation():
    """Microsoft, "XNPV function": the same flows at 9% are worth 2086.65 (2,086.647602)."""
    assert xnpv("0.09", EXCEL) == pytest.approx(2086.647602, abs=1e-6)


def test_a_textbook_account_with_withdrawals():
    """Bodie, Kane, Marcus, "Essentials of Investments", portfolio performance evaluation, problem 1: 26.99%.

    Editions differ in their years; the rate printed is that of years without a leap day.
    """
    flows = [
        (dt.date(2017, 1, 1), -148000),
        (dt.date(2017, 1, 3), 2500),
        (dt.date(2017, 3, 20), 4000),
        (dt.date(2017, 7, 5), 1500),
        (dt.date(2017, 12, 2), 14360),
        (dt.date(2018, 3, 10), -23000),
        (dt.date(2018, 4, 7), 3000),
        (dt.date(2018, 5, 3), 198000),
    ]
    assert f"{xirr(flows).annual:.2%}" == "26.99%"


def test_a_loss_for_which_excel_returns_nearly_zero():
    """C. Flock, "11 Financial Calculations that You Can't Do in Excel", 2011.

    -0.592046674219327, not 2.98E-09.
    """
    paid = [(dt.date(2010, 4, 1), 5290.5)] * 4
    rest = [
        (dt.date(2010, 11, 8), 6273.2),
        (dt.date(2011, 2, 1), 5417.2),
        (dt.date(2011, 3, 15), 5492.05),
        (dt.date(2011, 5, 12), 5486.15),
        (dt.date(2011, 8, 31), -20004),
    ]
    assert xirr(paid + rest).annual == pytest.approx(-0.592046674219327, abs=1e-9)


@pytest.mark.parametrize(
    ("flows", "rate", "source"),
    [
        ((-200, -220, 480), "9.39%", "CFA Program curriculum, Quantitative Methods: one share, then two"),
        ((-200, 100, 170), "20.52%", "Schweser Notes, CFA level I: four shares, two sold"),
        ((-50, -21, -26.3, -1.5, 29.16, 41.01, 91.52), "11.3%", "CFA level II, private equity: net IRR"),
        ((-50, -20, -25, 0, 35, 50, 105), "16.1%", "CFA level II, private equity: gross IRR"),
        ((-100, -50, 60, 10, 110), "6.43%", "Wikipedia, Public Market Equivalent: the first fund"),
        ((-100, -50, 60, 100, 20), "7.77%", "Wikipedia, Public Market Equivalent: the second fund"),
        ((-100, 0, -75, 0, 100, 0, 150, 0, 100, 75), "17.5%", "Gredil, Griffiths, Stucke 2014, exhibit 5"),
    ],
)
def test_yearly_examples(flows, rate, source):
    digits = len(rate.rstrip("%").partition(".")[2])
    assert f"{xirr(yearly(*flows)).annual:.{digits}%}" == rate, source


# Another implementation


def random_flows(random):
    """Flows as funds have them: calls, distributions between and after them, at times a net asset value."""
    paid = random.randint(1, 40)
    received = random.randint(1, 40)
    length = random.randint(30, 5000)
    calls = [
        (START + random.randint(0, length // 2) * DAY, -Decimal(random.randint(1, 10**9)) / 100)
        for _ in range(paid)
    ]
    distributions = [
        (START + random.randint(length // 10, length) * DAY, Decimal(random.randint(1, 2 * 10**9)) / 100)
        for _ in range(received)
    ]
    first, last = (START, -random.randint(1, 10**7)), (START + length * DAY, random.randint(1, 10**7))
    return [first, *calls, *distributions, last]


def others_rate(flows):
    try:
        return pyxirr.xirr(flows)
    except pyxirr.InvalidPaymentsError:
        return None


def test_a_thousand_random_sets_of_flows_have_the_rates_that_pyxirr_finds():
    random = Random(20261122)
    compared = 0
    for _ in range(1000):
        flows = random_flows(random)
        result, other = xirr(flows), others_rate(flows)
        assert result.rates, flows
        if other is not None:
            compared += 1
            nearest = min(result.rates, key=lambda rate: abs(rate - other))
            assert nearest == pytest.approx(other, rel=1e-7, abs=1e-7), flows
        for rate in result.rates:
            size = sum(abs(float(amount)) for _, amount in flows)
            assert abs(xnpv(rate, flows)) <= 1e-9 * size * max(1, (1 + rate) ** -14)
    assert compared > 990


def test_flows_of_any_signs_have_at_least_the_rate_that_pyxirr_finds():
    random = Random(7)
    compared = 0
    for _ in range(300):
        flows = [
            (START + random.randint(0, 4000) * DAY, random.randint(-(10**8), 10**8))
            for _ in range(random.randint(2, 12))
        ]
        other = others_rate(flows)
        if other is not None and -0.999999 < other < 1.2e6:
            compared += 1
            assert any(rate == pytest.approx(other, rel=1e-7, abs=1e-7) for rate in xirr(flows).rates), flows
    assert compared > 100


@settings(deadline=None)
@given(rate=st.floats(-0.9, 5), years=st.integers(1, 30), paid=st.integers(1, 10**9))
def test_what_grew_at_a_rate_has_that_rate(rate, years, paid):
    grown = Decimal(paid) * Decimal(1 + rate) ** years
    result = xirr([(year_end(0), -paid), (year_end(years), grown)])
    assert result.annual == pytest.approx(rate, rel=1e-9, abs=1e-12)


@settings(deadline=None)
@given(
    amounts=st.lists(st.integers(-1000, 1000), min_size=2, max_size=6),
    factor=st.sampled_from([Decimal("0.01"), Decimal(10) ** 9]),
)
def test_rates_do_not_depend_on_the_size_of_the_money(amounts, factor):
    one, other = xirr(yearly(*amounts)), xirr(yearly(*(amount * factor for amount in amounts)))
    assert (one.outcome, one.days) == (other.outcome, other.days)
    assert other.rates == pytest.approx(one.rates, rel=1e-6, abs=1e-6)


@settings(deadline=None)
@given(roots=st.lists(st.sampled_from([n / 20 for n in range(-8, 30)]), min_size=2, max_size=4, unique=True))
def test_all_roots_are_found_and_nothing_else(roots):
    """Flows made by multiplying out (v - v1)(v - v2)…, where v is the discount factor of a year."""
    coefficients = [1.0]
    for root in roots:
        factor = 1 / (1 + root)
        raised = [0.0, *coefficients]
        coefficients = [high - factor * low for high, low in zip(raised, [*coefficients, 0.0], strict=True)]
    result = xirr(yearly(*coefficients))
    assert result.outcome is RateOutcome.SEVERAL
    assert result.rates == pytest.approx(sorted(roots), abs=1e-6)


# What goes wrong


def test_flows_with_two_rates_have_no_one_rate():
    result = xirr(yearly(-100, 230, -132))
    assert result.outcome is RateOutcome.SEVERAL
    assert result.rates == pytest.approx((0.1, 0.2), abs=1e-12)
    assert (result.annual, result.shown, result.period_return) == (None, None, None)
    assert "2 rates" in result.sentence
    assert "10.00%, 20.00%" in result.sentence


def test_a_rate_at_which_the_present_value_only_touches_zero_is_one_rate():
    result = xirr(yearly(-100, 220, -121))
    assert result.outcome is RateOutcome.FOUND
    assert result.annual == pytest.approx(0.1, abs=1e-9)


@pytest.mark.parametrize("flows", [(-100, 220, -122), (-1, 1, -1)])
def test_flows_without_a_rate_say_so(flows):
    result = xirr(yearly(*flows))
    assert (result.outcome, result.rates, result.shown) == (RateOutcome.NO_ROOT, (), None)
    assert "No rate" in result.sentence


def test_a_small_call_at_the_end_of_a_fund_makes_a_second_rate():
    result = xirr([(year_end(0), -100), (year_end(2), 150), (year_end(10), -1)])
    assert result.outcome is RateOutcome.SEVERAL
    assert result.rates[0] == pytest.approx(-0.4502, abs=1e-4)
    assert result.rates[1] == pytest.approx(0.2239, abs=1e-4)


def test_nothing_paid_in_is_told():
    result = xirr(yearly(100, 50))
    assert (result.outcome, result.shown) == (RateOutcome.NOTHING_PAID, None)
    assert "no flow is negative" in result.sentence


@pytest.mark.parametrize("flows", [(-100, 0), (-100, -50, 0, 0)])
def test_a_total_loss_is_minus_one_hundred_per_cent(flows):
    result = xirr(yearly(*flows))
    assert (result.outcome, result.annual, result.shown) == (RateOutcome.TOTAL_LOSS, -1.0, -1.0)
    assert "lost" in result.sentence


@pytest.mark.parametrize(("back", "days"), [(1e-9, 365), (1e-12, 730), (1e-8, 90)])
def test_nearly_everything_lost_is_a_rate_just_above_minus_one_hundred_per_cent(back, days):
    rate = xirr([(dt.date(2021, 1, 1), -1), (dt.date(2021, 1, 1) + dt.timedelta(days=days), back)])
    assert rate.outcome is RateOutcome.FOUND
    assert 1 + rate.period_return == pytest.approx(back, rel=1e-3)


def test_flows_of_one_day_count_as_one():
    many = [(year_end(0), -150), (year_end(0), 50), (year_end(1), 70), (year_end(1), 40)]
    assert xirr(many) == xirr(yearly(-100, 110))
    assert xirr(many).annual == pytest.approx(0.1, abs=1e-12)


def test_flows_that_cancel_out_on_their_day_are_no_flows():
    flows = [(year_end(0), -100), (year_end(1), "0.1"), (year_end(1), "-0.1"), (year_end(2), 121)]
    assert xirr(flows).annual == pytest.approx(0.1, abs=1e-12)


def test_all_flows_on_one_day_have_no_rate():
    result = xirr([(year_end(0), -100), (year_end(0), 110)])
    assert (result.outcome, result.shown) == (RateOutcome.NO_TIME, None)
    assert "one day" in result.sentence


@pytest.mark.parametrize("flows", [(), yearly(0, 0)])
def test_no_flows_have_no_rate(flows):
    assert xirr(flows) == InternalRate(RateOutcome.NO_FLOWS)


def test_a_leap_year_is_longer_than_a_year():
    flows = [(dt.date(2024, 1, 1), -100), (dt.date(2025, 1, 1), 110)]
    assert xirr(flows).annual == pytest.approx(1.1 ** (365 / 366) - 1, abs=1e-12)
    assert not xirr(flows).is_under_a_year


def test_a_leap_day_is_a_day():
    flows = [(dt.date(2024, 2, 29), -100), (dt.date(2025, 2, 28), 110)]
    assert xirr(flows).annual == pytest.approx(0.1, abs=1e-12)


def test_less_than_a_year_is_not_annualised():
    result = xirr([(dt.date(2026, 1, 1), -100), (dt.date(2026, 7, 1), 110)])
    assert result.is_under_a_year
    assert result.annual == pytest.approx(1.1 ** (365 / 181) - 1, abs=1e-12)
    assert result.shown == result.period_return == pytest.approx(0.1, abs=1e-12)
    assert result.sentence == "The period has only 181 days: the return is not annualised."


def test_one_day_short_of_a_year_is_not_annualised_and_a_year_is():
    start = dt.date(2023, 3, 1)
    assert xirr([(start, -100), (start + 364 * DAY, 110)]).is_under_a_year
    assert not xirr([(start, -100), (start + 365 * DAY, 110)]).is_under_a_year


def test_a_gain_within_a_day_has_a_return_though_its_annual_rate_means_nothing():
    assert xirr([(START, -100), (START + DAY, 150)]).shown == pytest.approx(0.5, abs=1e-12)


def test_a_value_of_nothing_at_the_end_lengthens_the_period():
    result = xirr([(year_end(0), -100), (year_end(0) + 30 * DAY, 50), (year_end(2), 0)])
    assert (result.is_under_a_year, result.days) == (False, 730)
    assert result.period_return == pytest.approx((1 + result.annual) ** 2 - 1)


def test_flows_may_come_in_any_order_and_kind_of_number():
    amounts = (Decimal(-100), 23.0, "100")
    flows = list(zip((year_end(0), year_end(1), year_end(2)), amounts, strict=True))
    assert xirr(flows) == xirr(reversed(flows)) == xirr(yearly(-100, 23, 100))


@pytest.mark.parametrize("amount", ["nan", "ten", float("inf")])
def test_what_is_no_number_is_refused(amount):
    with pytest.raises(WrongUse, match="number"):
        xirr([(START, amount)])


def test_the_work_for_many_flows_grows_with_them():
    random = Random(3)

    def steps(count):
        calls = [(START + random.randint(0, 2000) * DAY, -random.randint(1, 10**6)) for _ in range(count)]
        back = [(START + random.randint(1500, 4000) * DAY, random.randint(1, 10**6)) for _ in range(count)]
        return steps_of(lambda: xirr([*calls, *back]))

    few, many = steps(25), steps(100)
    assert many < 6 * few
