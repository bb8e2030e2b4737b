"""Public market equivalents against published examples and another implementation."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from random import Random

import pytest
from pyxirr import pe

from letterbook.errors import BadInput
from letterbook.fund.metrics import (
    Index,
    RateOutcome,
    direct_alpha,
    ks_pme,
    ln_pme,
    paid_in,
    pme_plus,
    tvpi,
    xirr,
)
from tests.fund.metrics.days import year_end, yearly

# O. Gredil, B. Griffiths, R. Stucke, "Benchmarking Private Equity: The Direct Alpha Method", draft of
# 28 February 2014, exhibits 5 and 6: flows and index levels at the ends of ten years.
LEVELS = (100, 78, 100, 111, 117, 135, 142, 90, 113, 131)
INDEX = Index(yearly(*LEVELS))
CALLS = {0: 100, 2: 100, 4: 50}
DISTRIBUTIONS = {2: 25, 4: 150, 6: 150, 8: 100}
FLOWS = [(year_end(year), -amount) for year, amount in CALLS.items()]
FLOWS += [(year_end(year), amount) for year, amount in DISTRIBUTIONS.items()]
NAV, END = 75, year_end(9)

# Wikipedia, "Public Market Equivalent".
WIKIPEDIA = yearly(-100, -50, 60, 10)
WIKIPEDIA_INDEX = Index(yearly(100, 105, 115, 117, 120))


def test_the_published_fund_against_its_index():
    assert f"{tvpi(distributed=425, nav=NAV, paid_in=paid_in(FLOWS)):.2f}" == "2.00"
    assert f"{ks_pme(FLOWS, NAV, END, INDEX):.2f}" == "1.67"
    assert f"{direct_alpha(FLOWS, NAV, END, INDEX).annual:.1%}" == "12.6%"


def test_the_published_rate_of_the_index_account_is_one_of_two():
    """Exhibit 6 prints 6.0%; the account went short at the end of 2007, so there is another rate."""
    result = ln_pme(FLOWS, END, INDEX)
    assert result.rate.outcome is RateOutcome.SEVERAL
    assert f"{result.rate.rates[1]:.1%}" == "6.0%"
    assert result.went_short


def test_the_index_account_of_wikipedia():
    result = ln_pme(WIKIPEDIA, year_end(4), WIKIPEDIA_INDEX)
    assert f"{result.closing:.2f}" == "104.28"
    assert f"{result.rate.annual:.2%}" == "5.30%"
    assert not result.went_short


def test_the_worksheet_of_an_index_account():
    """Scribd 439473972, "Measuring PE performance".

    The fund 6.43%, its equivalent 5.30%, a spread of 1.13%.
    """
    fund = xirr([*WIKIPEDIA, (year_end(4), 110)]).annual
    assert f"{fund - ln_pme(WIKIPEDIA, year_end(4), WIKIPEDIA_INDEX).rate.annual:.2%}" == "1.13%"


def test_a_ratio_of_discounted_sums():
    """Komfi Academy, "Kaplan-Schoar PME": distributions worth 250 over contributions worth 200 are 1.25."""
    index = Index([(year_end(0), 100), (year_end(3), 160)])
    assert ks_pme([(year_end(0), -200), (year_end(3), 400)], 0, year_end(3), index) == Decimal("1.25")


def fund_and_index(random):
    years = random.randint(2, 12)
    amounts = [-random.randint(50, 100)] + [random.randint(-60, 60) for _ in range(years - 1)] + [0]
    levels = [100]
    for _ in range(years):
        levels.append(round(levels[-1] * random.uniform(0.8, 1.3), 2))
    return amounts, levels, random.randint(50, 200)


def test_random_funds_have_the_equivalents_that_pyxirr_finds():
    random = Random(5)
    for _ in range(200):
        amounts, levels, nav = fund_and_index(random)
        flows, index, end = yearly(*amounts), Index(yearly(*levels)), year_end(len(amounts) - 1)
        assert float(ks_pme(flows, nav, end, index)) == pytest.approx(pe.ks_pme(amounts, levels, nav))
        assert float(ln_pme(flows, end, index).closing) == pytest.approx(
            pe.ln_pme_nav(amounts, levels), abs=1e-9
        )
        assert_rate(direct_alpha(flows, nav, end, index), pe.direct_alpha(amounts, levels, nav))
        if max(amounts) > 0:
            plus = pme_plus(flows, nav, end, index)
            assert float(plus.factor) == pytest.approx(pe.pme_plus_lambda(amounts, levels, nav), abs=1e-9)
            assert_rate(plus.rate, pe.pme_plus(amounts, levels, nav))


def assert_rate(result, other):
    if other is not None and result.annual is not None:
        assert result.annual == pytest.approx(other, abs=1e-7)


def test_a_fund_that_does_what_the_index_does_is_its_equal():
    index = Index(yearly(100, 150, 120, 180))
    flows = yearly(-100, 75, 0)
    nav = ln_pme(flows, year_end(3), index).closing
    assert nav == Decimal(75) / 150 * 180
    assert ks_pme(flows, nav, year_end(3), index) == 1
    assert direct_alpha(flows, nav, year_end(3), index).annual == pytest.approx(0, abs=1e-12)
    assert pme_plus(flows, nav, year_end(3), index).factor == 1


def test_an_index_that_stands_still_leaves_the_funds_own_figures():
    index = Index(yearly(*[100] * 10))
    assert ks_pme(FLOWS, NAV, END, index) == 2
    assert direct_alpha(FLOWS, NAV, END, index) == xirr([*FLOWS, (END, NAV)])


def test_the_scaled_account_ends_at_the_net_asset_value():
    plus = pme_plus(FLOWS, NAV, END, INDEX)
    scaled = [(day, amount * plus.factor if amount > 0 else amount) for day, amount in FLOWS]
    assert ln_pme(scaled, END, INDEX).closing == pytest.approx(Decimal(NAV), abs=Decimal("1e-20"))


def test_without_distributions_nothing_can_be_scaled():
    assert pme_plus([(year_end(0), -100)], 90, END, INDEX) is None


def test_flows_after_the_day_are_left_out():
    later = [*FLOWS, (END + dt.timedelta(days=1), -1000)]
    assert ks_pme(later, NAV, END, INDEX) == ks_pme(FLOWS, NAV, END, INDEX)


def test_only_the_growth_of_an_index_counts():
    rebased = Index(yearly(*(level * 17 for level in LEVELS)))
    assert ks_pme(FLOWS, NAV, END, rebased) == pytest.approx(ks_pme(FLOWS, NAV, END, INDEX))


def test_the_last_level_before_a_weekend_counts_on_it():
    index = Index([(dt.date(2026, 1, 2), 100), (dt.date(2026, 1, 5), 101)])
    assert index.level(dt.date(2026, 1, 4)) == 100
    assert index.level(dt.date(2026, 1, 12)) == 101


@pytest.mark.parametrize("day", [dt.date(2026, 1, 1), dt.date(2026, 1, 13)])
def test_a_day_without_a_level_is_named(day):
    index = Index([(dt.date(2026, 1, 2), 100), (dt.date(2026, 1, 5), 101)])
    with pytest.raises(BadInput, match=str(day)):
        index.level(day)


def test_a_level_of_nothing_is_refused():
    with pytest.raises(BadInput, match="not above zero"):
        Index([(year_end(0), 0)]).level(year_end(0))
