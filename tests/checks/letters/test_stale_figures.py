"""Figures, valuations and whole letters that are too old."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from letterbook.checks.checked_edition import UsedFigure
from letterbook.checks.letters.fund_facts import FundFacts
from letterbook.checks.letters.profile import Profile
from letterbook.checks.letters.rules import run_rules
from letterbook.figure import Figure, Unit, UnitKind
from letterbook.finding import Place
from letterbook.fund.fund_data import read_fund_data
from tests.checks.letters.conftest import FILE, letter
from tests.fund.workspaces import HOLDINGS, workspace_of

USD = Unit(UnitKind.MONEY, "USD")
JUNE, MARCH = date(2026, 6, 30), date(2026, 3, 31)


def nav(day, name="Fund I NAV"):
    return Figure(name, Decimal(78500000), USD, day)


def use(figure, line=3):
    return UsedFigure(figure.name, "$78.5m", figure, Place(FILE, line, 1))


@pytest.fixture
def told(found):
    """What the rule finds in a letter that prints these figures."""

    def run(*figures, known=(), **details):
        uses = tuple(use(each) for each in figures)
        return found("A-STALE", used_figures=uses, figures=(*figures, *known), **details)

    return run


def test_figures_from_before_the_end_of_the_period_are_told_at_the_top(told):
    place = {"as-of": Place(FILE, 4, 8)}
    assert told(nav(MARCH), as_of=MARCH, places=place) == [
        (4, "The letter is about 2026 H1, and its figures are of 2026-03-31.")
    ]
    assert told(nav(JUNE)) == []
    assert told(nav(MARCH), as_of=MARCH, number="7") == []
    assert told(nav(MARCH), as_of=MARCH, number="2026 Q1") == []
    assert told(as_of=MARCH) == []
    assert len(told(markdown="The net TVPI is 2.1x.", as_of=MARCH)) == 1


def test_a_net_asset_value_of_long_ago_is_stale_only_while_there_is_no_newer_one(told):
    old = nav(date(2025, 11, 30))
    assert told(old) == [(3, "Fund I NAV is of 2025-11-30, more than two quarters before 2026-06-30.")]
    assert told(old, known=(nav(JUNE),)) == []
    assert told(nav(date(2025, 12, 31))) == []
    assert told(nav(date(2024, 12, 31), "Number of companies")) == []


@pytest.mark.parametrize(("day", "count"), [("2023-11-30", 1), ("2023-12-31", 0), ("2024-06-30", 0), ("", 0)])
def test_a_company_that_was_valued_long_ago_is_told_where_its_value_stands(tmp_path, told, day, count):
    header, *rows = HOLDINGS.splitlines()
    dated = "\n".join((f"{header},valuation date", *(f"{row},{day}" for row in rows)))
    data = read_fund_data(workspace_of(tmp_path, holdings=f"{dated}\n"))
    facts = FundFacts(data.holdings.rows)
    details = {"read_facts": lambda: facts, "as_of": date(2024, 6, 30), "number": "1"}
    value = nav(date(2024, 6, 30), "Acme fair value")
    assert len(told(value, **details)) == count
    assert told(nav(date(2024, 6, 30), "Acme ownership"), **details) == []


def test_marketing_needs_the_latest_figures_that_there_are():
    details = {"used_figures": (use(nav(MARCH)),), "as_of": MARCH, "number": "2026 Q1"}

    def stale(profile, **changed):
        edition = letter("Text.", **{**details, **changed})
        return [each.message for each in run_rules(edition, profile) if each.id == "A-STALE"]

    both = (nav(MARCH), nav(JUNE))
    assert stale(Profile.MARKETING, figures=both) == [
        "The figures are of 2026-03-31, and there are some of 2026-06-30."
    ]
    assert stale(Profile.LP_LETTER, figures=both) == []
    assert stale(Profile.MARKETING, figures=(nav(MARCH),)) == []
    assert stale(Profile.MARKETING, figures=(nav(MARCH),), date=date(2026, 10, 2)) == [
        "The figures are of 2026-03-31, more than two quarters before 2026-10-02."
    ]
