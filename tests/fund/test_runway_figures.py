"""Runway from a company's key figures."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from letterbook.figure import Figure, Unit, UnitKind
from letterbook.figure_format import format_figure
from letterbook.finding import Place
from letterbook.fund.computing.runway_figures import runway_figures

USD = Unit(UnitKind.MONEY, "USD")


def value(name, amount, month, unit=USD):
    day = dt.date(2026, month, 28)
    return Figure(name, Decimal(amount), unit, as_of=day, place=Place("fund/kpis.csv", month))


def test_the_last_three_months_are_averaged():
    burns = [value("Net burn", amount, month) for month, amount in ((2, 900), (3, 90), (4, 110), (5, 100))]
    (figure,) = runway_figures([value("Cash", 1250, 5), *burns])
    assert (figure.value, format_figure(figure)) == (Decimal("12.5"), "12.5 months")
    assert (figure.as_of, figure.period.words) == (dt.date(2026, 5, 28), "3 months' average burn")
    assert [place.line for place in figure.inputs] == [5, 3, 4, 5]


def test_each_day_with_cash_has_a_runway():
    burns = [value("net burn", 100, month) for month in (3, 4)]
    figures = runway_figures([value("cash balance", 1000, 3), value("cash balance", 900, 4), *burns])
    assert [(each.value, each.period.words) for each in figures] == [
        (10, "one month's burn"),
        (9, "2 months' average burn"),
    ]


@pytest.mark.parametrize(
    "burns",
    [
        [],
        [value("net burn", -50, 5)],
        [value("net burn", 50, 1)],
        [value("net burn", 50, 6)],
        [value("net burn", 50, 5, Unit(UnitKind.MONEY, "EUR"))],
        [value("gross burn", 50, 5)],
    ],
)
def test_without_a_burn_of_the_last_months_in_its_currency_there_is_none(burns):
    assert runway_figures([value("Cash", 1000, 5), *burns]) == ()
