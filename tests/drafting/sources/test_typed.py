"""Numbers that somebody typed: told where they stand, with what the figures say of them."""

from __future__ import annotations

import pytest

from tests.drafting.sources.conftest import NAME, comments_of
from tests.writers.word.reading import part_names

TOP = """\
---
publication: letters
number: 2026 H1
date: 2026-07-20
title: Half-year letter
---
"""
NAV = "Fund I NAV, net, as of 2026-06-30: $78.5m (78500000), unaudited"
NAV_ROW = "Source: Accounts 2026-06.xlsx, Summary, C12\nfund/figures.csv:2"
UNTIED = "Typed, without a source, and no figure has it"
BESIDE = "Typed; a link, a footnote or an item beside it is its source"
EDITION = f"editions/{NAME}.md"


@pytest.fixture
def told(letterbook, workspace):
    """Draft a letter with this text, and return its comments."""

    def run(text):
        (workspace / EDITION).write_text(f"{TOP}{text}\n", encoding="utf-8")
        letterbook("draft", NAME, "--sources", "comments")
        return comments_of((workspace / f"drafts/{NAME} with sources.docx").read_bytes())

    return run


def test_a_number_that_is_a_figure_ends_at_its_row(told):
    assert told("The Fund I NAV was $78.5m.") == [
        ("$78.5m", f"Typed, and no figure printed it; it is {NAV}\n{NAV_ROW}\n{EDITION}:7:20")
    ]


def test_a_number_that_differs_from_its_figure_says_so(told):
    assert told("The Fund I NAV was $79.5m on 30 June 2026.") == [
        ("$79.5m", f"Typed, and not what the figures say: {NAV}\n{NAV_ROW}\n{EDITION}:7:20")
    ]


def test_a_number_that_nobody_knows_says_so_with_its_line(told):
    assert told("Prices were stable,\nand then rose by 14.5% in *May*.") == [
        ("14.5%", f"{UNTIED}\n{EDITION}:8:18")
    ]


def test_a_number_is_not_found_within_another_nor_in_a_figure(told):
    text = (
        "Costs rose 119.5% and rents [19.5%]{source=AFR}, but {{ Fund I net TVPI }}, prices **only 19.5%**."
    )
    assert [about for about, _ in told(text)] == ["119.5%", "19.5%", "2.1x", "only 19.5%"]


def test_a_number_beside_a_link_or_a_footnote_has_that_source(told):
    text = "Rents rose [17.5%](https://afr.example/rents) last year.\n\nPrices rose 18.5%.[^1]\n\n[^1]: AFR."
    assert told(text) == [
        ("17.5%", f"{BESIDE}\n{EDITION}:7:13"),
        ("18.5%", f"{BESIDE}\n{EDITION}:9:13"),
    ]


def test_numbers_in_tables_headings_and_lists_are_told_where_they_stand(told):
    table = "| What | How much |\n|---|---:|\n| Rent | 32.5% |\n| Wine | 33.5% |"
    found = told(f"## Up 31.5%\n\n{table}\n\n- First 34.5%\n- Second 34.5%")
    assert [about for about, _ in found] == ["31.5%", "32.5%", "33.5%", "34.5%", "34.5%"]
    assert [said.split(f"{EDITION}:")[1].partition(":")[0] for _, said in found] == [
        "7",
        "11",
        "12",
        "14",
        "15",
    ]


def test_without_figures_nothing_is_said_of_numbers(letterbook, workspace):
    (workspace / "fund/figures.csv").unlink()
    (workspace / EDITION).write_text(f"{TOP}Prices rose by 14.5%.\n", encoding="utf-8")
    letterbook("draft", NAME, "--sources", "comments")
    data = (workspace / f"drafts/{NAME} with sources.docx").read_bytes()
    assert "word/comments.xml" not in part_names(data)


def test_what_stands_behind_a_footnote_keeps_its_place(told):
    text = (
        "| What | How much |\n|---|---:|\n| Rent[^1] | [32.5%]{source=AFR} |\n| Wine | 33.5% |\n\n"
        "[^1]: Of {{ Companies }} flats."
    )
    found = told(text)
    assert [about for about, _ in found] == ["[note]", "32.5%", "33.5%"]
    assert [said.rpartition(f"{EDITION}:")[2] for _, said in found[1:]] == ["7:1", "10"]
