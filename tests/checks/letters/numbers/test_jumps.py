"""Large changes: since which letter, and in which part of this one they are spoken of."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from letterbook.checks.checked_edition import CheckedEdition, EarlierFigure, UsedFigure
from letterbook.checks.letters.rule import run_rule
from letterbook.checks.letters.rules import RULES
from letterbook.draft import Draft, Heading, Metadata, Paragraph, Span, Text
from letterbook.figure import Basis, Figure, Unit, UnitKind
from letterbook.figure_format import format_figure
from letterbook.finding import Place
from tests.checks.letters.conftest import FILE, USUAL, first_profile

JUNE, MARCH, DECEMBER = date(2026, 6, 30), date(2026, 3, 31), date(2025, 12, 31)
WHY = "The multiple rose because Kelpworks raised a round."
GERMAN = "Der Multiplikator stieg, weil Kelpworks Geld aufnahm."


def tvpi(value, day=JUNE):
    return Figure("Fund I TVPI", Decimal(value), Unit(UnitKind.MULTIPLE), day, Basis.NET)


def use(figure, line):
    return UsedFigure(figure.name, format_figure(figure), figure, Place(FILE, line, 1))


def heading(level, line):
    return Heading(level, (Text("A part"),), place=Place(FILE, line, 1))


def paragraph(line, text):
    return Paragraph((Text(text),), place=Place(FILE, line, 1))


def printed(at):
    span = Span((Text(at.text),), (), (("figure", at.called),), at.place)
    return Paragraph((Text("The net TVPI is "), span, Text(".")), place=at.place)


@pytest.fixture
def told():
    """The messages of the rule for a letter of these blocks."""

    def run(*blocks, uses, language="en", **details):
        draft = Draft(blocks, Metadata(language=language))
        edition = CheckedEdition(draft=draft, used_figures=tuple(uses), **{**USUAL, **details})
        return [each.message for each in run_rule(RULES["N-JUMP"], edition, first_profile(RULES["N-JUMP"]))]

    return run


def test_the_last_letter_comes_before_the_day_before(told):
    now = use(tvpi("2.1"), 3)
    between, last = tvpi("2.0", MARCH), EarlierFigure("Letter 2025 H2", "1.6x", tvpi("1.6", DECEMBER))
    assert told(printed(now), uses=[now], figures=(between,)) == []
    assert told(printed(now), uses=[now], figures=(between,), earlier_figures=(last,)) == [
        "Fund I TVPI net went from 1.6x to 2.1x, and no sentence says why."
    ]


def test_the_sentence_stands_in_a_part_that_prints_the_figure(told):
    now, before = use(tvpi("2.1"), 4), (tvpi("1.6", DECEMBER),)
    here = [heading(2, 1), heading(3, 2), printed(now), heading(3, 6)]
    assert told(*here, paragraph(7, WHY), uses=[now], figures=before) == []
    elsewhere = [*here, heading(2, 8), paragraph(9, WHY)]
    assert len(told(*elsewhere, uses=[now], figures=before)) == 1


def test_any_part_that_prints_it_will_do(told):
    first, again = use(tvpi("2.1"), 4), use(tvpi("2.1"), 9)
    blocks = [heading(2, 1), printed(first), paragraph(5, WHY), heading(2, 8), printed(again)]
    assert told(*blocks, uses=[first, again], figures=(tvpi("1.6", DECEMBER),)) == []


@pytest.mark.parametrize(
    ("name", "unit", "was", "now", "count"),
    [
        ("Fund I TVPI", UnitKind.MULTIPLE, "1.8", "2.1", 0),
        ("Fund I TVPI", UnitKind.MULTIPLE, "1.79", "2.1", 1),
        ("Fund I IRR", UnitKind.PERCENT, "0.20", "0.25", 0),
        ("Fund I IRR", UnitKind.PERCENT, "0.20", "0.149", 1),
        ("Fund I NAV", UnitKind.MONEY, "80000000", "100000000", 0),
        ("Fund I NAV", UnitKind.MONEY, "80000000", "100000001", 1),
        ("Fund I NAV", UnitKind.MONEY, "80000000", "59000000", 1),
        ("Fund I NAV bridge unrealised", UnitKind.MONEY, "1000000", "9000000", 0),
        ("Fund I DPI", UnitKind.MULTIPLE, "0.1", "0.9", 0),
    ],
)
def test_what_is_a_large_change(told, name, unit, was, now, count):
    currency = "USD" if unit is UnitKind.MONEY else ""
    before, after = (
        Figure(name, Decimal(value), Unit(unit, currency), day, Basis.NET)
        for value, day in ((was, DECEMBER), (now, JUNE))
    )
    assert len(told(uses=[use(after, 3)], figures=(before,))) == count


def test_german_words_explain_it_too(told):
    now = use(tvpi("2.1"), 3)
    details = {"uses": [now], "figures": (tvpi("1.6", DECEMBER),), "language": "de"}
    assert len(told(printed(now), **details)) == 1
    assert told(printed(now), paragraph(5, GERMAN), **details) == []
