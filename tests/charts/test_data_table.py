"""The data of a chart, where the drawing cannot be had."""

from __future__ import annotations

from letterbook.charts.chart import Growth
from letterbook.charts.data_table import data_table
from letterbook.draft import Alignment
from letterbook.markup.text import plain_text
from tests.charts.examples import CONTRIBUTIONS, GROWTH, VALUE, growth_line, quarters, titles


def rows(chart):
    table = data_table(chart)
    return [[plain_text(cell.children) for cell in row.cells] for row in (*table.header, *table.body)]


def test_parts_and_their_total_stand_in_their_order():
    assert rows(CONTRIBUTIONS) == [
        ["Name", "Value"],
        ["Kelpworks", "6.2%"],
        ["Marlow Robotics", "4.1%"],
        ["Driftwood Health", "(2.1)%"],
        ["Total, gross", "8.2%"],
    ]


def test_time_goes_down_a_row_for_each_day():
    assert rows(VALUE)[::4] == [
        ["Date", "Paid in", "Distributed", "NAV"],
        ["30 June 2026", "$42.0m", "$9.2m", "$78.5m"],
    ]


def test_a_line_without_a_point_on_a_day_has_an_empty_cell():
    days = quarters(3)
    chart = Growth(
        titles("Growth"), (growth_line("A", [100, 101, 102], days), growth_line("B", [100], days[:1]))
    )
    assert rows(chart)[-1] == ["30 September 2016", "102", ""]


def test_numbers_are_aligned_on_their_decimals():
    assert data_table(GROWTH).alignments == (Alignment.LEFT, Alignment.DECIMAL, Alignment.DECIMAL)
