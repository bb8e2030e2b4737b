"""Contributions in tables, and in German sentences."""

from __future__ import annotations

import pytest

TABLE = "| Company | Contribution |\n|---|---|\n"
WITH_OTHERS = "| A | 4.2% |\n| B | (2.5)% |\n| All others | 1.0% |\n"


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ("| Longs | 5.9% |\n| Shorts | 0.1% |\n| Macro | (2.0)% |\n| Net return | 4.5% |", 6),
        (f"{WITH_OTHERS}| Gross return | 3.7% |", 6),
        ("| All companies, gross | 12.4% |\n| Fees and carry | (3.0)% |\n| Net return | 9.0% |", 5),
        (f"{WITH_OTHERS}| Total | 2.7% |\n| Fees | (0.7)% |\n| Net return | 2.4% |", 8),
    ],
)
def test_a_return_that_its_contributions_do_not_make_is_found_in_its_row(found, rows, line):
    assert [at for at, _ in found("N-CONTRIBSUM", TABLE + rows)] == [line]


@pytest.mark.parametrize(
    "rows",
    [
        "| Longs | 5.9% |\n| Shorts | 0.1% |\n| Macro | (2.0)% |\n| Net return | 4.0% |",
        "| Longs | 5.94% |\n| Shorts | 0.13% |\n| Macro | (2.04)% |\n| Net return | 4.0% |",
        f"{WITH_OTHERS}| Gross return | 2.7% |",
        f"{WITH_OTHERS}| All companies, gross | 2.7% |\n| Net return | 1.9% |",
        "| A | 4.2% |\n| B | 2.5% |\n| Net return | 9.0% |",
        "| All companies, gross | 12.4% |\n| Fees and carry | (3.4)% |\n| Net return | 9.0% |",
        "| A | 420 bp |\n| Others | 100 bp |\n| Gross return | 5.2% |",
    ],
)
def test_a_table_that_adds_up_or_is_not_whole_is_left_alone(found, rows):
    assert found("N-CONTRIBSUM", TABLE + rows) == []


def test_contributions_before_costs_are_not_held_against_a_return_after_them(found):
    assert found("N-CONTRIBSUM", f"Gross of fees:\n\n{TABLE}{WITH_OTHERS}| Net return | 1.9% |") == []
    assert len(found("N-CONTRIBSUM", f"{TABLE}{WITH_OTHERS}| Net return | 1.9% |")) == 1


def test_a_table_of_anything_else_is_left_alone(found):
    table = "| Company | Growth |\n|---|---|\n| A | 4.2% |\n| Others | 2.5% |\n| Return | 9.0% |"
    assert found("N-CONTRIBSUM", table) == []


def test_what_the_parts_make_is_said_as_they_are_printed(found):
    german = "Longs trugen 5,9 % bei, Shorts 0,1 % und Makro kostete 2,0 %, zusammen netto {} %."
    assert found("N-CONTRIBSUM", german.format("4,4"), language="de") == [
        (1, "5,9 %, 0,1 %, 2,0 % do not make 4,4 %, but 4,0 %.")
    ]
    assert found("N-CONTRIBSUM", german.format("4,0"), language="de") == []
