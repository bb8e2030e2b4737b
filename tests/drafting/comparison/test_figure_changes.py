"""Figures of two letters: by how much each has changed, and which was restated."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from letterbook.drafting.comparison.figure_changes import FigureOutcome, figure_changes
from letterbook.drafting.figures.printed_figure import PrintedFigure
from letterbook.figure import Basis, Figure, Period, Unit, UnitKind
from letterbook.figure_format import format_figure
from letterbook.finding import Place

OLD, NEW = date(2025, 12, 31), date(2026, 6, 30)
USD, RATE, MULTIPLE = Unit(UnitKind.MONEY, "USD"), Unit(UnitKind.PERCENT), Unit(UnitKind.MULTIPLE)


def printed(name, value, unit=USD, day=NEW, basis=None, period="", shown="", before=None, called=""):
    words = Period(period) if period else None
    figure = Figure(name, Decimal(value), unit, day, basis, words)
    return PrintedFigure(
        "", "", called or name, shown or format_figure(figure), Place("editions/A.md", 1), figure, before
    )


def told(before, after):
    return [
        (each.outcome.value, each.name, each.difference, each.share) for each in figure_changes(before, after)
    ]


def test_money_changes_by_an_amount_and_a_share():
    found = told([printed("NAV", "71300000", day=OLD)], [printed("NAV", "78500000")])
    assert found == [("changed", "NAV", "+$7.2m", "+10.1%")]


def test_rates_change_by_percentage_points_and_multiples_by_themselves():
    before = [printed("Net IRR", "0.24", RATE, OLD), printed("TVPI", "2.0", MULTIPLE, OLD)]
    after = [printed("Net IRR", "0.234", RATE), printed("TVPI", "2.09", MULTIPLE)]
    assert told(before, after) == [
        ("changed", "Net IRR", "-0.6 percentage points", ""),
        ("changed", "TVPI", "+0.09x", ""),
    ]


def test_the_same_value_on_a_later_day_may_not_be_up_to_date():
    found = told([printed("Committed", "60000000", day=OLD)], [printed("Committed", "60000000")])
    assert found == [("same value", "Committed", "", "")]


def test_a_figure_whose_day_has_not_moved_is_told():
    found = told([printed("NAV", "60000000", day=OLD)], [printed("NAV", "60000000", day=OLD)])
    assert found == [("same day", "NAV", "", "")]


def test_another_value_for_the_same_day_was_restated_beside_what_has_changed():
    before = [printed("NAV", "71300000", day=OLD)]
    after = [printed("NAV", "78500000"), printed("NAV", "70900000", day=OLD)]
    assert told(before, after) == [
        ("changed", "NAV", "+$7.2m", "+10.1%"),
        ("restated", "NAV", "-$400,000", "-0.6%"),
    ]


def test_a_half_year_is_compared_with_the_half_year_before():
    before = [
        printed("Return", "0.05", RATE, OLD, period="H2 2025"),
        printed("Return", "0.2", RATE, OLD, period="2025"),
    ]
    after = [printed("Return", "0.09", RATE, period="H1 2026")]
    assert told(before, after) == [
        ("changed", "Return", "+4.0 percentage points", ""),
        ("gone", "Return", "", ""),
    ]


def test_funds_of_two_years_are_two_figures():
    before, after = [printed("Fund 2019 NAV", "1000000", day=OLD)], [printed("Fund 2021 NAV", "2000000")]
    assert [each[0] for each in told(before, after)] == ["new", "gone"]


def test_gross_is_not_compared_with_net_but_with_what_says_neither():
    gross, net = (
        printed("MOIC", "2", MULTIPLE, OLD, Basis.GROSS),
        printed("MOIC", "3", MULTIPLE, basis=Basis.NET),
    )
    assert [each[0] for each in told([gross], [net])] == ["new", "gone"]
    assert [each[0] for each in told([gross], [printed("MOIC", "3", MULTIPLE)])] == ["changed"]


def test_another_currency_has_no_difference():
    found = told(
        [printed("NAV", "1000000", day=OLD)], [printed("NAV", "1000000", Unit(UnitKind.MONEY, "EUR"))]
    )
    assert found == [("changed", "NAV", "", "")]


def test_a_word_for_a_change_is_compared_as_a_word():
    earlier = printed("NAV", "1").figure
    old = printed("NAV", "2", day=OLD, shown="rose", before=earlier, called="NAV, change")
    new = printed("NAV", "1", shown="fell", before=earlier, called="NAV, change")
    assert told([old], [new]) == [("changed", "NAV, change", "", "")]


FIGURES = st.lists(
    st.builds(
        printed,
        st.sampled_from(["NAV", "TVPI", "Cost H1 2026", "Fund 2019 IRR"]),
        st.integers(-10, 10).map(str),
        day=st.sampled_from([OLD, NEW, None]),
        basis=st.sampled_from([Basis.GROSS, Basis.NET, None]),
        period=st.sampled_from(["", "H1 2026", "2025", "since inception"]),
    ),
    max_size=12,
)


@given(FIGURES, FIGURES)
def test_each_figure_is_told_once_and_each_day_that_was_restated_once(before, after):
    changes = figure_changes(before, after)
    restated = [change for change in changes if change.outcome is FigureOutcome.RESTATED]
    others = [change for change in changes if change.outcome is not FigureOutcome.RESTATED]
    for told in (restated, others):
        for side in ("before", "after"):
            figures = [getattr(change, side) for change in told if getattr(change, side)]
            assert len({id(figure) for figure in figures}) == len(figures)


@given(FIGURES)
def test_no_figure_has_changed_in_a_letter_compared_with_itself(figures):
    found = {change.outcome for change in figure_changes(figures, figures)}
    assert found <= {FigureOutcome.SAME_DAY, FigureOutcome.SAME_VALUE}
