"""Formulas called directly: what they take, and what they say of what they do not."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from letterbook.errors import WrongUse
from letterbook.fund.metrics import Index, annualised, dpi, ks_pme, modified_dietz, xirr, xnpv

FIRST, LAST = dt.date(2021, 1, 1), dt.date(2022, 1, 1)
FLOWS = [(FIRST, -100), (LAST, 120)]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: xirr([(FIRST, None)]), "not a number"),
        (lambda: xirr([("2021-01-01", -100)]), "not a date"),
        (lambda: xirr([(FIRST, -1), (LAST, Decimal("1e400"))]), "too large"),
        (lambda: xnpv(-1, FLOWS), "no present value"),
        (lambda: xnpv(float("nan"), FLOWS), "not a finite number"),
        (lambda: dpi(distributed=None, paid_in=1), "not a number"),
        (lambda: modified_dietz(opening=1, closing=2, flows=[], start=LAST, end=FIRST), "ends before"),
    ],
)
def test_what_cannot_be_meant_is_told(call, words):
    with pytest.raises(WrongUse, match=words):
        call()


def test_a_time_is_as_good_as_its_day():
    start, end = dt.datetime(2021, 1, 1, 9, tzinfo=dt.UTC), dt.datetime(2022, 1, 1, 17, tzinfo=dt.UTC)
    assert xirr([(start, -100), (end, 120)]) == xirr(FLOWS)
    assert annualised("0.2", start, end) == annualised("0.2", FIRST, LAST)
    index = Index([(FIRST, 100), (LAST, 110)])
    assert ks_pme(FLOWS, 10, end, index) == ks_pme(FLOWS, 10, LAST, index)
    dated = {"opening": 100, "closing": 110, "flows": FLOWS}
    assert modified_dietz(**dated, start=start, end=end) == modified_dietz(**dated, start=FIRST, end=LAST)
