"""Numbers that are no figures."""

from __future__ import annotations

import pytest

from letterbook.verify.not_figures import find_no_figures

NONE_OF = [
    ("At 30 June 2026 and June 30, 2026", ["30 June 2026", "June 30, 2026"], "date"),
    ("on 1–3 May and in Dec 2025", ["1–3 May", "Dec 2025"], "date"),
    ("2026-06-30 or 30.06.2026 or 30/06/26", ["2026-06-30", "30.06.2026", "30/06/26"], "date"),
    ("in 2024, 2023/24 and the 1990s", ["2024", "2023/24", "1990s"], "year"),
    ("Q3 2025, H1, FY25 and 1H26", ["Q3 2025", "H1", "FY25", "1H26"], "period"),
    ("at 9 am, 3:30 pm and 14:30", ["9 am", "3:30 pm", "14:30"], "time"),
    ("the 1st, 2nd, 3rd and 21st", ["1st", "2nd", "3rd", "21st"], "ordinal"),
    (
        "section 2.1, pages 3 to 5, note 9, Table 2 and [1]",
        ["section 2.1", "pages 3 to 5", "note 9", "Table 2", "[1]"],
        "reference",
    ),
    (
        "Fund 2, S&P 500, COVID-19, GPT-4, B2B, 401(k) and IFRS 13",
        ["Fund 2", "S&P 500", "COVID-19", "GPT-4", "B2B", "401(k)", "IFRS 13"],
        "name",
    ),
    (
        "+44 20 7946 0123, (02) 9000 1234, 555-010-9999",
        ["+44 20 7946 0123", "(02) 9000 1234", "555-010-9999"],
        "telephone number",
    ),
    (
        "12 Harbour Row, Sydney NSW 2000, PO Box 12",
        ["12 Harbour Row", "NSW 2000", "PO Box 12"],
        "postal address",
    ),
    (
        "https://a.example/2.4x?y=3 and a1@b.example",
        ["https://a.example/2.4x?y=3", "a1@b.example"],
        "address",
    ),
    ("ABN 12 345 678 901", ["ABN 12 345 678 901"], "registration number"),
    ("24/7 and 50:50", ["24/7", "50:50"], "ratio"),
]


@pytest.mark.parametrize(("text", "parts", "reason"), [case for case in NONE_OF if case[1] is not None])
def test_what_is_no_figure_is_known_by_its_kind(text, parts, reason):
    found = [(text[one.start : one.end].strip(), one.reason) for one in find_no_figures(text)]
    assert [part for part, why in found if why == reason or part in parts] == parts
    assert {why for part, why in found if part in parts} <= {reason, "name", "reference"}


@pytest.mark.parametrize("text", ["1. First", "(2) Second", "3) Third", "2.1 Performance"])
def test_numbers_of_lists_are_no_figures(text):
    assert [one.reason for one in find_no_figures(text)] == ["list number"]


def test_a_number_at_the_beginning_of_a_heading_is_its_own():
    assert [one.reason for one in find_no_figures("4 Outlook", is_heading=True)] == ["list number"]
    assert find_no_figures("4 companies grew") == ()


@pytest.mark.parametrize(
    "text",
    [
        "2.4x of paid-in capital",
        "in March 12% of them",
        "figures 3.2 million",
        "since May 12.5m",
        "USD3.25bn and EUR5m",
        "2,024 people",
        "1999.5 points",
        "+21% and (2.0)%",
        "$2024",
        "2000x",
        "step 2x",
        "Top-line growth of 3%",
        "sub-1.0x",
        "14 companies",
    ],
)
def test_figures_are_not_taken_for_something_else(text):
    assert find_no_figures(text) == ()
