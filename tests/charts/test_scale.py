"""The axis of values."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.charts.scale import mark_texts, scale_for
from tests.charts.examples import EUR, NUMBER, RATE, USD


@pytest.mark.parametrize(
    ("values", "unit", "texts"),
    [
        (["12100000"], USD, "$0.0m $2.5m $5.0m $7.5m $10.0m $12.5m"),
        (["3250000000"], EUR, "€0bn €1bn €2bn €3bn €4bn"),
        (["750000"], USD, "$0 $200,000 $400,000 $600,000 $800,000"),
        (["-0.021", "0.062"], RATE, "(4)% (2)% 0% 2% 4% 6% 8%"),
        (["0"], USD, "$0.00 $0.20 $0.40 $0.60 $0.80 $1.00"),
        (["-1400000", "6000000"], USD, "($2m) $0m $2m $4m $6m"),
    ],
)
def test_marks_are_round_and_printed_alike(values, unit, texts):
    assert mark_texts(scale_for(map(Decimal, values)), unit) == tuple(texts.split(" "))


def test_an_axis_that_need_not_begin_at_zero_lies_around_its_values():
    scale = scale_for(map(Decimal, (100, 140)), from_zero=False)
    assert mark_texts(scale, NUMBER) == ("100", "110", "120", "130", "140")


@given(st.lists(st.decimals("-9e12", "9e12", places=4), max_size=6), st.booleans())
def test_all_values_lie_on_the_scale_between_few_marks(values, from_zero):
    scale = scale_for(values, from_zero=from_zero)
    assert all(0 <= scale.part(value) <= 1 for value in values)
    assert scale.lowest <= 0 <= scale.highest or not from_zero
    assert 2 <= len(scale.marks) <= 8
    assert len(set(mark_texts(scale, USD))) == len(scale.marks)
