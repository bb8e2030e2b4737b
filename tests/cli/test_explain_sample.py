"""Ten numbers of the sample letter, in lines, tables and charts, each explained down to its rows."""

from __future__ import annotations

import pytest

from letterbook.charts.drawing import can_draw

LETTER = "Letter 2026 H1"
NUMBERS = [
    ("$78.5m", "Fund I NAV", "fund/figures.csv", ""),
    ("$7.2m", "Fund I NAV, change by", "fund/figures.csv", ""),
    ("2.1x", "Fund I net TVPI", "fund/figures.csv", ""),
    ("0.22x", "Fund I net DPI", "fund/figures.csv", ""),
    ("$21.4m", "Kelpworks fair value", "fund/figures.csv", ""),
    ("4.2%", 'Kelpworks gross contribution period="H1 2026"', "fund/holdings.csv", "fair value"),
    ("1.65x", "Fund I net KS-PME against Northern Seas Index", "fund/benchmarks.csv", "growth of the index"),
    ("5.0", "Fund I total costs since inception", "fund/cashflows.csv", "the sum of the rows"),
    ("($1.9m)", "nav-bridge chart: Carried interest", "fund/nav.csv", "from the opening to the closing"),
    ("$23.0m", "value chart: 31 December 2022, Paid in", "fund/cashflows.csv", "all that was paid in"),
]


@pytest.fixture
def drafted(letterbook, sample_workspace, monkeypatch):
    monkeypatch.chdir(sample_workspace)
    letterbook("draft", LETTER, "--to", "docx")
    return sample_workspace


@pytest.mark.skipif(not can_draw(), reason="matplotlib, which draws charts, is not installed")
def test_ten_numbers_of_the_sample_letter_end_at_their_rows(letterbook, drafted):
    for text, called, file, formula in NUMBERS:
        found = letterbook("explain", LETTER, text, "--json").json["numbers"]
        number = next(each for each in found if each["call"]["called"] == called)
        assert number["text"] == text
        assert file in {source["path"] for source in number["sources"]}
        assert formula in number["figure"]["source"]
        for each in number["figure"]["inputs"]:
            path, row = each.split(":")[:2]
            assert 1 < int(row) <= len((drafted / path).read_text("utf-8").splitlines())
