"""The amounts of a chart are printed in one scale."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from letterbook.charts.chart import (
    Allocation,
    Contributions,
    Entry,
    NavBridgeChart,
    Titles,
    ValueOverTime,
    ValuePoint,
    figures_of,
)
from letterbook.charts.one_scale import in_one_scale
from letterbook.figure import Figure, Unit, UnitKind
from letterbook.figure_format import format_figure

DAY = date(2026, 6, 30)
TITLES = Titles(title="t")


def money(value, show_as=""):
    return Figure("f", Decimal(value), Unit(UnitKind.MONEY, "USD"), show_as=show_as)


def shown(chart):
    return [format_figure(figure) for figure in figures_of(in_one_scale(chart))]


def bridge(first, *steps):
    entries = [Entry("e", each if isinstance(each, Figure) else money(each)) for each in steps]
    return NavBridgeChart(TITLES, Entry("o", money(first)), tuple(entries), Entry("c", money(first)))


def test_small_amounts_are_in_millions_beside_large_ones():
    assert shown(bridge(71_300_000, 900_000, -400_000, 50_000))[1:4] == ["$0.9m", "($0.4m)", "$0.1m"]


def test_what_would_be_nothing_keeps_its_digits_and_nothing_is_nothing():
    assert shown(bridge(71_300_000, 49_999, 0))[1:3] == ["$49,999", "$0.0m"]


def test_a_figure_is_shown_as_its_sheet_says():
    assert shown(bridge(71_300_000, money(900_000, "$900k")))[1] == "$900k"


def test_a_chart_of_small_amounts_keeps_all_digits():
    assert shown(bridge(713_000, 9_000))[:2] == ["$713,000", "$9,000"]


def test_rates_are_left_as_they_are():
    part = Entry("p", Figure("f", Decimal("0.042"), Unit(UnitKind.PERCENT)))
    assert shown(Contributions(TITLES, (part,), totals=(part,))) == ["4.2%", "4.2%"]


@pytest.mark.parametrize("others", [None, Entry("others", money(600_000))])
def test_every_kind_of_chart_has_one_scale(others):
    parts = (Entry("a", money(2_000_000)), Entry("b", money(300_000)))
    expected = ["$2.0m", "$0.3m", *(["$0.6m"] if others else [])]
    assert shown(Allocation(TITLES, parts, others)) == expected
    assert shown(Contributions(TITLES, parts, others)) == expected
    points = (ValuePoint(DAY, money(2_000_000), money(100_000), money(0)),)
    assert shown(ValueOverTime(TITLES, points)) == ["$2.0m", "$0.1m", "$0.0m"]
