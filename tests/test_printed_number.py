"""Numbers as people print them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from letterbook.figure import Unit, UnitKind
from letterbook.printed_number import decimal_mark, find_numbers, parse_number

MONEY, RATE, MULTIPLE = UnitKind.MONEY, UnitKind.PERCENT, UnitKind.MULTIPLE


@pytest.mark.parametrize(
    ("text", "value", "kind", "currency", "step"),
    [
        ("$3.25bn", "3250000000", MONEY, "$", "10000000"),
        ("US$ 41.5 million", "41500000", MONEY, "USD", "100000"),
        ("EUR 1,250,000", "1250000", MONEY, "EUR", "1"),
        ("A$12m", "12000000", MONEY, "AUD", "1000000"),
        ("12 million dollars", "12000000", MONEY, "$", "1000000"),
        ("3.25bn USD", "3250000000", MONEY, "USD", "10000000"),
        ("($2.0m)", "-2000000", MONEY, "$", "100000"),
        ("-$2.0m", "-2000000", MONEY, "$", "100000"),
        ("$(2.0)m", "-2000000", MONEY, "$", "100000"),
        ("1.7x", "1.7", MULTIPLE, "", "0.1"),
        ("2.4 times", "2.4", MULTIPLE, "", "0.1"),
        ("18.4%", "0.184", RATE, "", "0.001"),
        ("18.4 per cent", "0.184", RATE, "", "0.001"),
        ("(2.0)%", "-0.02", RATE, "", "0.001"),
        ("(2.0%)", "-0.02", RATE, "", "0.001"),
        ("−2.0%", "-0.02", RATE, "", "0.001"),
        ("+21%", "0.21", RATE, "", "0.01"),
        ("150bp", "0.015", RATE, "", "0.0001"),
        ("18 months", "18", UnitKind.MONTHS, "", "1"),
        ("10-year", "10", UnitKind.YEARS, "", "1"),
        ("1’234’567", "1234567", None, "", "1"),
        ("5m", "5000000", None, "", "1000000"),
        (".5", "0.5", None, "", "0.1"),
    ],
)
def test_a_printed_number_is_read_with_its_marks(text, value, kind, currency, step):
    number = parse_number(text)
    assert (number.value, number.kind, number.currency) == (Decimal(value), kind, currency)
    assert number.step == Decimal(step)


@pytest.mark.parametrize(
    "text", ["", "about 3", "Q3", "3rd", "1,25", "12)", "v2.4", "2026-06-30", "1.2.3", "3 m"]
)
def test_what_is_no_number_is_none(text):
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "value"), [("2,4x", "2.4"), ("1.250,5", "1250.5"), ("1.250", "1250"), ("12,5 %", "0.125")]
)
def test_decimals_may_stand_behind_a_comma(text, value):
    assert parse_number(text, ",").value == Decimal(value)


def test_numbers_are_found_where_they_stand():
    text = "Net TVPI of 2.4x (2.3x), 3–5%, pre-2020, H1 and Q3: $3.25bn, v2.4, 5G, (2.0)%, USD3bn. 1st."
    found = list(find_numbers(text))
    assert [number.text for number in found] == [
        "2.4x",
        "2.3x",
        "3",
        "5%",
        "2020",
        "$3.25bn",
        "(2.0)%",
        "USD3bn",
    ]
    assert all(text[number.start : number.end] == number.text for number in found)
    assert [number.text for number in found if number.is_bracketed] == ["2.3x"]


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (["2.4x", "1,250"], "."),
        (["2,4x", "1.250"], ","),
        (["1,250.50"], "."),
        (["1.250.000"], ","),
        (["1,250"], ""),
        (["2.4", "2,4"], ""),
        (["text. and, more"], ""),
    ],
)
def test_numbers_tell_what_stands_before_decimals(texts, mark):
    assert decimal_mark(texts) == mark


@pytest.mark.parametrize(
    ("text", "unit", "fits"),
    [
        ("$5m", Unit(MONEY, "USD"), True),
        ("$5m", Unit(MONEY, "AUD"), True),
        ("$5m", Unit(MONEY, "EUR"), False),
        ("US$5m", Unit(MONEY, "AUD"), False),
        ("5m", Unit(MONEY, "EUR"), True),
        ("5m", Unit(MULTIPLE), False),
        ("5", Unit(MULTIPLE), True),
        ("5x", Unit(RATE), False),
    ],
)
def test_marks_say_which_units_a_number_can_have(text, unit, fits):
    assert parse_number(text).fits(unit) is fits


@pytest.mark.parametrize(
    ("text", "value", "agrees"),
    [
        ("2.4x", "2.35", True),
        ("2.4x", "2.45", True),
        ("2.4x", "2.451", False),
        ("2.4x", "2.349", False),
        ("$3bn", "3499999999", True),
        ("$3bn", "3600000000", False),
        ("(2.0)%", "-0.0204", True),
        ("(2.0)%", "0.02", False),
    ],
)
def test_a_number_agrees_within_half_a_unit_of_its_last_digit(text, value, agrees):
    assert parse_number(text).agrees(Decimal(value)) is agrees
