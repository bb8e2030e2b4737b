"""What is told of a figure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.drafting.sources.source_words import languages, source_words
from letterbook.drafting.sources.told_figure import change_origins, figure_origins, figure_words, ranges
from letterbook.figure import Basis, Figure, Period, Status, Unit, UnitKind
from letterbook.finding import Place

ENGLISH = source_words("en")
STATED = Figure(
    name="Fund I NAV",
    value=Decimal(78_500_000),
    unit=Unit(UnitKind.MONEY, "USD"),
    as_of=date(2026, 6, 30),
    basis=Basis.NET,
    status=Status.UNAUDITED,
    source="Accounts 2026-06.xlsx, Summary, C12",
    show_as="$78.5m",
    place=Place("fund/figures.csv", 6, 2),
)
COMPUTED = Figure(
    name="Fund I gross MOIC",
    value=Decimal("2.41"),
    unit=Unit(UnitKind.MULTIPLE),
    basis=Basis.GROSS,
    period=Period("since inception"),
    source="computed: (proceeds + fair value) / cost; fund/cashflows.csv, fund/holdings.csv",
    formula="moic-gross",
    place=Place("fund/holdings.csv", 4),
    inputs=(
        Place("fund/cashflows.csv", 9),
        Place("fund/holdings.csv", 4, 7),
        *(Place("fund/cashflows.csv", line) for line in (2, 3, 4, 9, 14)),
    ),
)


def test_a_stated_figure_is_told_with_its_basis_day_value_and_status():
    assert figure_words(STATED, ENGLISH) == "Fund I NAV, net, as of 2026-06-30: $78.5m (78500000), unaudited"


def test_a_stated_figure_ends_at_its_source_as_typed_and_its_row():
    assert figure_origins(STATED, ENGLISH) == (
        "Source: Accounts 2026-06.xlsx, Summary, C12",
        "fund/figures.csv:6",
    )


def test_a_basis_that_the_name_says_is_not_said_twice():
    assert figure_words(COMPUTED, ENGLISH) == "Fund I gross MOIC, since inception: 2.41x"


def test_a_computed_figure_ends_at_its_formula_and_the_rows_of_each_file():
    assert figure_origins(COMPUTED, ENGLISH) == (
        "computed: (proceeds + fair value) / cost (formula moic-gross)",
        "fund/cashflows.csv, rows 2–4, 9, 14",
        "fund/holdings.csv:4",
    )


def test_the_sheets_of_a_spreadsheet_are_told_apart():
    inputs = tuple(
        Place("fund/fund.xlsx", line, 1, sheet) for sheet in ("nav", "cashflows") for line in (2, 3)
    )
    figure = replace(COMPUTED, source="computed: x; fund/fund.xlsx", inputs=inputs)
    assert figure_origins(figure, ENGLISH) == (
        "computed: x (formula moic-gross)",
        "fund/fund.xlsx!nav, rows 2–3",
        "fund/fund.xlsx!cashflows, rows 2–3",
    )


def test_a_change_tells_of_both_figures():
    origins = change_origins(STATED, COMPUTED, ENGLISH)
    assert origins[:2] == figure_origins(STATED, ENGLISH)
    assert origins[2] == "Compared with Fund I gross MOIC, since inception: 2.41x"
    assert origins[3:] == figure_origins(COMPUTED, ENGLISH)


def test_a_figure_of_which_nothing_is_known_tells_nothing():
    bare = Figure("Companies", Decimal(9), Unit(UnitKind.NUMBER))
    assert figure_words(bare, ENGLISH) == "Companies: 9"
    assert figure_origins(bare, ENGLISH) == ()


@pytest.mark.parametrize("language", languages())
def test_every_language_has_its_own_words_for_a_figure(language):
    words = source_words(f"{language}-XX")
    assert words is source_words(language)
    told = figure_words(STATED, words)
    assert "2026-06-30" in told
    assert words.statuses[Status.UNAUDITED] in told
    assert (words is ENGLISH) == (language == "en")


@given(st.sets(st.integers(1, 60), min_size=1))
def test_ranges_name_each_number_and_no_other(numbers):
    told = set()
    for part in ranges(sorted(numbers)).split(", "):
        first, _, last = part.partition("–")
        told |= set(range(int(first), int(last or first) + 1))
    assert told == numbers
