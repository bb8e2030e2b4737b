"""Multiples of paid-in capital against published examples."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest
from pyxirr import pe

from letterbook.fund.metrics import (
    distributed,
    dpi,
    moic,
    net_moic,
    paid_in,
    pic,
    rvpi,
    tvpi,
    unfunded,
)
from tests.fund.metrics.days import yearly


def test_a_fund_of_the_cfa_curriculum():
    """CFA level II, private equity valuation: paid in 98, distributed 28, NAV after distributions 131.42."""
    totals = {"distributed": Decimal(28), "paid_in": Decimal(98)}
    assert f"{dpi(**totals):.3f}" == "0.286"
    assert f"{rvpi(nav='131.42', paid_in=98):.3f}" == "1.341"
    assert f"{tvpi(nav='131.42', **totals):.2f}" == "1.63"


def test_the_pocatello_fund():
    """CFA level II, private equity valuation, "Pocatello Fund".

    125 paid in, 19 + 38 out, NAV 122.7; 1.44x.
    """
    out = distributed(yearly(-100, 19, -25, 38))
    assert (out, paid_in(yearly(-100, 19, -25, 38))) == (57, 125)
    assert f"{dpi(distributed=out, paid_in=125):.2f}" == "0.46"
    assert f"{rvpi(nav='122.7', paid_in=125):.2f}" == "0.98"
    assert f"{tvpi(distributed=out, nav='122.7', paid_in=125):.2f}" == "1.44"


def test_a_fund_at_the_end_of_its_life():
    """CFA level I, alternative investments.

    60 paid in, 100 distributed, 20 left: DPI 1.67, RVPI 0.33, TVPI 2.00.
    """
    assert f"{dpi(distributed=100, paid_in=60):.2f}" == "1.67"
    assert f"{rvpi(nav=20, paid_in=60):.2f}" == "0.33"
    assert tvpi(distributed=100, nav=20, paid_in=60) == 2


def test_a_commitment_partly_called():
    """AnalystForum, "Committed Capital, Drawdown, PIC": 150 committed and 80 paid in leave 70."""
    assert unfunded(committed=150, paid_in=80) == 70
    assert f"{pic(paid_in=80, committed=150):.1%}" == "53.3%"


def test_what_may_be_recalled_is_unfunded_again():
    """ILPA glossary, DPI, after GIPS.

    Recallable distributions are distributions; recalled, they are paid in again.
    """
    flows = yearly(-80, 10, -10)
    assert (paid_in(flows), distributed(flows)) == (90, 10)
    assert unfunded(committed=100, paid_in=paid_in(flows), recallable=10) == 20


def test_the_total_is_the_sum_of_what_was_realised_and_what_is_left():
    random = Random(11)
    for _ in range(200):
        paid, out, nav = (Decimal(random.randint(1, 10**12)) / 100 for _ in range(3))
        total = tvpi(distributed=out, nav=nav, paid_in=paid)
        parts = dpi(distributed=out, paid_in=paid) + rvpi(nav=nav, paid_in=paid)
        assert abs(total - parts) < Decimal("1e-20")
        assert float(total) == pytest.approx(pe.tvpi_2([paid], [out], nav))
        assert net_moic(distributed=out, nav=nav, paid_in=paid) == total


def test_gross_moic_has_proceeds_income_and_fair_value_over_cost():
    """As pyxirr's `moic_2` and every fund's schedule of investments."""
    assert moic(cost=10, proceeds=12, income="0.5", fair_value="7.5") == 2
    assert float(moic(cost=3, proceeds=1, fair_value=1)) == pytest.approx(pe.moic_2([3], [1], 1))


@pytest.mark.parametrize("paid", [0, -5])
def test_nothing_paid_in_makes_no_multiple(paid):
    assert dpi(distributed=5, paid_in=paid) is None
    assert tvpi(distributed=5, nav=5, paid_in=paid) is None
    assert moic(cost=paid, fair_value=5) is None


def test_cents_are_kept():
    assert paid_in(yearly("-0.10", "-0.20")) == Decimal("0.30")
    assert distributed(yearly(0.1, 0.2)) == Decimal("0.3")
