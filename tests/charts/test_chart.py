"""What a chart may be made of."""

from __future__ import annotations

import pytest

from letterbook.charts.chart import Allocation, Growth, figures_of, unit_of
from letterbook.errors import WrongUse
from tests.charts.examples import EUR, USD, entry, growth_line, titles


def test_all_figures_of_a_chart_have_one_unit():
    assert unit_of(Allocation(titles("Sectors"), (entry("A", 1), entry("B", 2)))) == USD


def test_two_currencies_are_never_drawn_together():
    chart = Allocation(titles("Sectors"), (entry("Kelpworks", 1), entry("Marlow", 2, EUR)))
    with pytest.raises(WrongUse, match='chart "Sectors" has Kelpworks in USD and Marlow in EUR'):
        unit_of(chart)


def test_a_chart_without_figures_is_refused():
    with pytest.raises(WrongUse, match='chart "Sectors" has nothing to show'):
        unit_of(Allocation(titles("Sectors"), ()))


def test_a_chart_with_more_than_can_be_shown_is_refused():
    chart = Allocation(titles("Sectors"), tuple(entry(str(number), number) for number in range(401)))
    with pytest.raises(WrongUse, match="has 401 entries, and can show 400"):
        unit_of(chart)


def test_the_figures_of_lines_are_told_in_their_order():
    chart = Growth(titles("Growth"), (growth_line("A", [100, 110]), growth_line("B", [100, 90])))
    assert [int(figure.value) for figure in figures_of(chart)] == [100, 110, 100, 90]
