"""Figures as they are printed, and read back."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.figure import Figure, Unit, UnitKind
from letterbook.figure_format import format_figure, format_value
from letterbook.printed_number import parse_number

USD, EUR = Unit(UnitKind.MONEY, "USD"), Unit(UnitKind.MONEY, "EUR")
RATE, MULTIPLE, NUMBER = Unit(UnitKind.PERCENT), Unit(UnitKind.MULTIPLE), Unit(UnitKind.NUMBER)
UNITS = [USD, EUR, Unit(UnitKind.MONEY, "CHF"), RATE, MULTIPLE, NUMBER, Unit(UnitKind.MONTHS)]
LIKE = [
    "",
    "$0.00bn",
    "US$ 0.0 million",
    "0.0x",
    "0.00%",
    "(0.0)%",
    "0bp",
    "€0,000",
    "+0.0%",
    "0 000",
    "0,0%",
]
values = st.decimals("-9e12", "9e12", places=6)


@pytest.mark.parametrize(
    ("value", "unit", "printed"),
    [
        ("3250000000", USD, "$3.25bn"),
        ("41500000", EUR, "€41.5m"),
        ("-2000000", USD, "($2.0m)"),
        ("999949999", USD, "$999.9m"),
        ("999960000", USD, "$1.00bn"),
        ("1234.5", Unit(UnitKind.MONEY, "CHF"), "CHF\u00a01,234.50"),
        ("850000", USD, "$850,000"),
        ("1.7", MULTIPLE, "1.7x"),
        ("2.43", MULTIPLE, "2.43x"),
        ("2.4312", MULTIPLE, "2.4x"),
        ("0.184", RATE, "18.4%"),
        ("-0.02", RATE, "(2.0)%"),
        ("9", NUMBER, "9"),
        ("12500", NUMBER, "12,500"),
        ("18", Unit(UnitKind.MONTHS), "18 months"),
        ("1", Unit(UnitKind.YEARS), "1 year"),
    ],
)
def test_the_house_formats(value, unit, printed):
    assert format_value(Decimal(value), unit) == printed


@pytest.mark.parametrize(
    ("value", "printed"), [("2.445", "2.45"), ("-2.445", "-2.45"), ("2.4449", "2.44"), ("-0.004", "0.00")]
)
def test_halves_are_rounded_up_and_what_rounds_to_zero_has_no_minus(value, printed):
    assert format_value(Decimal(value), NUMBER, like="0.00") == printed


@pytest.mark.parametrize(
    ("value", "unit", "like", "printed"),
    [
        ("3250000000", USD, "$3.2bn", "$3.3bn"),
        ("3250000000", USD, "US$ 0.00 billion", "US$ 3.25 billion"),
        ("-2000000", USD, "$0.0m", "($2.0m)"),
        ("-0.02", RATE, "−0.0%", "−2.0%"),
        ("0.21", RATE, "+0%", "+21%"),
        ("0.015", RATE, "0bp", "150bp"),
        ("2.4", MULTIPLE, "0,0x", "2,4x"),
        ("41500000", USD, "$0", "$41,500,000"),
    ],
)
def test_an_example_says_how_a_figure_is_shown(value, unit, like, printed):
    figure = Figure("Fund I", Decimal(value), unit, show_as=like)
    assert format_figure(figure) == printed


@given(values, st.sampled_from(UNITS), st.sampled_from(LIKE))
def test_what_is_printed_reads_back_as_the_value_within_its_rounding(value, unit, like):
    printed = format_value(value, unit, like=like)
    number = parse_number(printed) or parse_number(printed, ",")
    assert number.agrees(value)
    step = number.step
    assert number.value == (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step
