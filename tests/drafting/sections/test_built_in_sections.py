"""The built-in sections, against golden files; `pytest --refresh` writes them anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from letterbook.drafting.search_path import Kind, SearchPath

GOLDEN = Path(__file__).resolve().parents[2] / "data" / "sections"
WITHOUT = {"glossary"}  # it depends on the rest of the letter: tests/drafting/test_fund_sections.py
CALLS = {
    "contents": "contents",
    "items": "items query=-kind:company level=2",
    "briefly": "briefly since=2024-02 limit=2",
    "by-theme": "by-theme",
    "by-theme-chosen": 'by-theme themes="craft, tides"',
    "reading-list": "reading-list theme=tidal-power",
    "quote": 'quote "Who pays for slack water"',
    "quote-chosen": 'quote item="Tides for rent" highlight=h1',
    "reader-questions": "reader-questions",
    "portfolio-updates": "portfolio-updates",
    "disclosures": "disclosures",
    "disclosures-chosen": 'disclosures "past, confidentiality" titles=no',
    "sign-off": "sign-off",
    "sign-off-closing": 'sign-off "That’s all! *Thanks*"',
}


@pytest.mark.parametrize(("name", "call"), CALLS.items(), ids=CALLS)
def test_a_section_prints_what_an_author_would_have_written(as_markdown, golden, name, call):
    golden(f"sections/{name}.md", as_markdown(call))


def test_every_built_in_section_has_a_golden_file():
    for name in SearchPath().names(Kind.SECTION):
        assert name in CALLS or (GOLDEN / f"{name}.md").is_file() or name in WITHOUT


@pytest.mark.parametrize("call", ["items since=2030", "briefly tag=none", "reading-list theme=craft"])
def test_a_section_that_finds_nothing_prints_nothing(render, call):
    assert render(call).blocks == ()


def test_an_item_on_several_themes_is_printed_once(render):
    section = render('by-theme themes="tides, tidal-power"')
    assert section.items == ("Tides for rent", "Who pays for slack water")


def test_company_news_stays_out_of_the_themes_unless_asked_for(render):
    assert "Brinework opens a plant" not in render("by-theme").items
    assert "Brinework opens a plant" in render("by-theme query=kind:company").items


def test_a_section_says_which_highlights_it_printed(render):
    origins = {(origin.item, origin.anchor) for origin in render("reading-list theme=tides").origins}
    assert ("Who pays for slack water", "h3") in origins
    assert ("Who pays for slack water", "h2") not in origins
