"""The bridge from one net asset value to the next, and runway."""

from __future__ import annotations

from decimal import Decimal

import pytest

from letterbook.fund.metrics import NavBridge, runway


def published():
    """A fund's note "Unit holder transactions", nine months to 30 September 2023, in thousands of dollars.

    SEC EDGAR, CIK 1765107, filing 0001765107-23-000009, note 5, column Total.
    """
    return {
        "opening": Decimal(1_684_176),
        "calls": Decimal(325_737),
        "distributions": Decimal(4_900),
        "unrealised": Decimal(-54_255),
        "income": Decimal(-4_090),
        "fees": Decimal(23_675),
        "closing": Decimal(1_922_993),
    }


def test_a_published_bridge_closes():
    bridge = NavBridge(**published())
    assert bridge.difference == 0
    assert bridge.closes()


@pytest.mark.parametrize("step", ["fees", "expenses", "carry", "distributions"])
def test_what_is_paid_out_lowers_the_value(step):
    bridge = NavBridge(opening=Decimal(100), closing=Decimal(90), **{step: Decimal(10)})
    assert bridge.closes()
    assert dict(bridge.steps)[step] == -10


@pytest.mark.parametrize("step", ["calls", "realised", "unrealised", "income", "fx"])
def test_what_comes_in_raises_the_value(step):
    assert NavBridge(opening=Decimal(100), closing=Decimal(110), **{step: Decimal(10)}).closes()


def test_a_bridge_that_does_not_close_says_by_how_much():
    bridge = NavBridge(**{**published(), "closing": Decimal(1_923_000)})
    assert bridge.difference == 7
    assert not bridge.closes()
    assert bridge.closes(Decimal(7))


def test_cash_over_burn():
    """Traksource, "Runway calculator".

    150,000 at 10,000 a month lasts 15 months; Startup glossaries: 250 / 50 = 5.
    """
    assert runway(150_000, [10_000]).months == 15
    assert runway(250_000, [50_000] * 6).months == 5


def test_burn_is_averaged_over_the_months_given():
    result = runway(600, [90, 110, 100])
    assert (result.months, result.average_burn, result.months_averaged) == (6, 100, 3)


def test_a_company_that_earns_more_than_it_spends_has_no_runway_to_tell():
    assert runway(600, [50, -80]).months is None
    assert runway(600, []) is None
