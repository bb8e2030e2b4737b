"""Contributions to a return."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest

from letterbook.fund.metrics import (
    chain_link,
    contribution,
    linked_contributions,
    weighted_contribution,
)


def test_three_shares_and_cash_in_a_month():
    """Risk101, "Contribution vs attribution analysis": 8,000, 5,000, 6,000 and 500 on 1,000,000 are 1.95%."""
    gains = {"ABC": 8000, "DEF": 5000, "GHI": 6000, "Cash": 500}
    parts = {name: contribution(gain=gain, opening=1_000_000) for name, gain in gains.items()}
    assert [f"{part:.2%}" for part in parts.values()] == ["0.80%", "0.50%", "0.60%", "0.05%"]
    assert sum(parts.values()) == Decimal("0.0195")


def test_a_weight_times_a_return():
    """PMwR manual, E. Schumann, "Return contribution".

    Weights .1, .5, .4; returns -10%, 10%, 20%; sum 12%.
    """
    parts = [
        weighted_contribution(weight=weight, period_return=part)
        for weight, part in [("0.1", "-0.1"), ("0.5", "0.1"), ("0.4", "0.2")]
    ]
    assert parts == [Decimal("-0.01"), Decimal("0.05"), Decimal("0.08")]


def three_periods():
    """The example of PMwR's tests, after B. Feibel, "Investment Performance Measurement", 2003."""
    weights = {"large cap": "0.6", "small cap": "0.1", "fixed income": "0.3"}
    returns = [("-0.037", "-0.035", "-0.001"), ("0.041", "0.037", "0.029"), ("0.035", "0.012", "0.010")]
    return [
        {
            name: weighted_contribution(weight=weight, period_return=each)
            for (name, weight), each in zip(weights.items(), period, strict=True)
        }
        for period in returns
    ]


def test_contributions_of_several_periods_add_up_to_the_linked_return():
    """The formulas of Cariño 1999, worked by hand with six digits for the first part."""
    periods = three_periods()
    linked = linked_contributions(periods)
    total = chain_link([sum(period.values()) for period in periods])
    assert sum(linked.values()) == pytest.approx(total, abs=Decimal("1e-25"))
    assert f"{total:.4%}" == "3.5491%"
    assert f"{linked['large cap']:.4%}" == "2.2797%"


def test_one_period_is_not_changed_by_linking():
    period = {"Acme": Decimal("0.05"), "Other": Decimal("-0.02")}
    assert linked_contributions([period]) == pytest.approx(period, abs=Decimal("1e-25"))


def test_a_part_that_came_or_went_counts_for_its_periods():
    linked = linked_contributions([{"Acme": "0.1"}, {"Other": "0.1"}])
    assert linked["Acme"] == linked["Other"]
    assert sum(linked.values()) == pytest.approx(Decimal("0.21"), abs=Decimal("1e-25"))


def test_periods_without_a_return_are_linked_too():
    linked = linked_contributions([{"Acme": "0.1", "Other": "-0.1"}, {"Acme": "0", "Other": "0"}])
    assert sum(linked.values()) == 0
    assert linked["Acme"] == Decimal("0.1")


def test_linked_contributions_always_add_up():
    random = Random(2)
    for _ in range(100):
        periods = [
            {name: Decimal(random.randint(-200, 250)) / 1000 for name in "abcd"[: random.randint(1, 4)]}
            for _ in range(random.randint(1, 8))
        ]
        total = chain_link([sum(period.values()) for period in periods])
        linked = linked_contributions(periods)
        assert abs(sum(linked.values()) - total) < Decimal("1e-22")


def test_without_a_base_there_is_no_contribution():
    assert contribution(gain=5, opening=0) is None
    assert linked_contributions([{"Acme": "-1"}, {"Acme": "0.2"}]) is None
    assert linked_contributions([]) == {}


def test_a_period_that_lost_everything_has_contributions_but_cannot_be_linked():
    assert linked_contributions([{"Acme": -1}]) == {"Acme": -1}
    assert linked_contributions([{"Acme": -1}, {"Acme": 0}]) is None
