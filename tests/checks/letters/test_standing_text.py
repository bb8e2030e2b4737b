from __future__ import annotations

from datetime import date

import pytest

from letterbook.checks.checked_edition import PlacedItem, StandingText
from letterbook.checks.letters.rules import RULES
from letterbook.checks.letters.standing_text import REQUIREMENTS, needed_disclosures
from letterbook.finding import Place
from letterbook.item import Item
from tests.checks.letters.conftest import letter

FILE = Place("fund/disclosures/x.md", 3)
BY_NAME = dict(
    zip(
        (
            "past-performance",
            "forward-looking",
            "benchmark",
            "unaudited",
            "hypothetical",
            "confidentiality",
            "offer",
        ),
        ("D-PAST", "D-FLS", "D-BENCH", "D-UNAUD", "D-HYPO", "D-CONF", "D-OFFER"),
        strict=True,
    )
)


@pytest.mark.parametrize(("name", "rule"), BY_NAME.items())
def test_a_printed_disclosure_counts_by_its_name_or_by_what_it_covers(found, name, rule):
    text = RULES[rule].fires
    assert len(found(rule, text)) == 1
    assert found(rule, text, standing_texts=(StandingText(name, FILE),)) == []
    assert found(rule, text, standing_texts=(StandingText("all", FILE, covers=(name,)),)) == []
    assert len(found(rule, text, standing_texts=(StandingText("other", FILE),))) == 1


@pytest.mark.parametrize(("name", "rule"), BY_NAME.items())
def test_a_letter_that_says_nothing_of_the_kind_needs_none(found, name, rule):
    assert found(rule, "Kelpworks opened its second plant, inside its budget.") == []


def test_what_a_text_needs_is_known_by_the_names_of_files():
    assert set(BY_NAME) == set(REQUIREMENTS)
    text = "At 30 June the net TVPI was 2.1x.\n\nWe expect two exits."
    assert needed_disclosures(letter(text)) == (
        "past-performance",
        "forward-looking",
        "unaudited",
        "confidentiality",
    )
    assert needed_disclosures(letter("Bread.")) == ()


def test_audited_values_need_no_word_about_audits(found):
    assert found("D-UNAUD", "At year-end the audited net asset value was $71.3m.") == []
    table = "| | NAV |\n|---|---|\n| Fund I | 78.5 |"
    assert [line for line, _ in found("D-UNAUD", table)] == [1]


def test_news_of_a_company_is_told_in_confidence(found):
    item = Item(title="Kelpworks", name="Kelpworks", kind="company")
    placed = (PlacedItem(item, Place("editions/Letter 2026 H1.md", 8)),)
    assert [line for line, _ in found("D-CONF", placed=placed)] == [8]


def test_a_disclosure_past_its_review_is_found_in_its_file(found):
    old = StandingText("past-performance", FILE, review_by=date(2026, 7, 19))
    assert found("D-STALE", standing_texts=(old,)) == [
        (3, 'The disclosure "past-performance" was to be looked at again by 2026-07-19.')
    ]
    current = StandingText("past-performance", FILE, review_by=date(2026, 7, 20))
    assert found("D-STALE", standing_texts=(current, StandingText("offer", FILE))) == []
