"""What an index is, read from the data of a fund and from the words of a letter."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from letterbook.checks.checked_edition import UsedFigure
from letterbook.checks.letters.comparisons.known_indices import INDEX_NAME
from letterbook.figure import Figure, Unit, UnitKind
from letterbook.finding import Place
from letterbook.fund.fund_data import read_fund_data
from tests.checks.letters.conftest import FILE
from tests.fund.workspaces import BENCHMARKS, workspace_of

DESCRIBED = """\
benchmarks:
  - id: World
    name: World Index of Large Companies
    description: 1,500 large companies of 23 countries.
"""


def use_of(name, line=3):
    """The use of a rate of this name."""
    figure = Figure(name, Decimal("0.071"), Unit(UnitKind.PERCENT), date(2026, 6, 30))
    return UsedFigure(name, "7.1%", figure, Place(FILE, line, 1))


@pytest.fixture
def found_beside(found, tmp_path):
    """What a rule finds in a letter that prints the return of an index, given the levels of the index."""

    def run(rule, markdown="Text.", levels=BENCHMARKS, described=None, uses=("World return",)):
        workspace_of(tmp_path, benchmarks=levels)
        if described:
            (tmp_path / "fund" / "benchmarks.yaml").write_text(described, encoding="utf-8")
        data = read_fund_data(tmp_path)
        used = tuple(use_of(name) for name in uses)
        return found(rule, markdown, used_figures=used, read_fund=lambda: data)

    return run


PRICE = BENCHMARKS.replace(",total,", ",price,")
EUROS = BENCHMARKS.replace(",USD", ",EUR")


def test_a_price_index_beside_a_fund_is_told_unless_the_letter_says_so(found_beside):
    assert found_beside("B-TR", "The World rose.", PRICE) == [
        (3, "World is without dividends; the fund's return counts all that it distributed.")
    ]
    assert found_beside("B-TR", "The World, a price index, rose.", PRICE) == []
    assert found_beside("B-TR", "The World rose, without dividends.", PRICE) == []
    assert found_beside("B-TR", "The World rose.", BENCHMARKS) == []
    assert found_beside("B-TR", "The World rose.", BENCHMARKS.replace(",total,", ",,")) == []


def test_what_is_said_of_another_index_does_not_count(found_beside):
    text = "The World rose.\n\nThe Moon, a price index, fell."
    assert len(found_beside("B-TR", text, PRICE)) == 1


@pytest.mark.parametrize("name", ["Fund I net KS-PME against World", "Fund I LN-PME with World"])
def test_a_fund_measured_by_an_index_counts_as_well(found_beside, name):
    assert len(found_beside("B-TR", levels=PRICE, uses=(name,))) == 1


def test_an_index_in_another_currency_is_told_unless_it_is_named(found_beside):
    assert found_beside("B-TR", "The World rose.", EUROS) == [(3, "World is in EUR, the fund in USD.")]
    for said in ("The World (EUR) rose.", "The World, in euros, rose.", "The World, converted, rose."):
        assert found_beside("B-TR", said, EUROS) == []


def test_an_index_that_is_not_printed_is_left_alone(found_beside):
    assert found_beside("B-TR", "The World rose.", PRICE, uses=("Fund I net return",)) == []


def test_an_index_of_figures_is_described_by_any_of_its_names(found_beside):
    assert found_beside("B-DESC", "The World rose.") == [
        (3, "World is a measure of the fund, and nothing says what it measures.")
    ]
    assert found_beside("B-DESC", "The World measures the prices of 1,500 companies.") == []
    full = "The World Index of Large Companies covers 23 countries."
    assert found_beside("B-DESC", full, described=DESCRIBED) == []


def test_a_description_may_stand_in_a_footnote_a_quotation_or_a_caption(found):
    text = "The fund returned 4.2% net, the S&P 500 3.9%.{}"
    assert len(found("B-DESC", text.format(""))) == 1
    assert found("B-DESC", text.format("[^1]\n\n[^1]: The S&P 500 is an index of 500 companies.")) == []
    assert found("B-DESC", text.format("\n\n> The S&P 500 tracks 500 companies.")) == []


def test_an_index_in_a_table_is_a_measure_too(found):
    table = "| Period | Net | FTSE 250 |\n|---|---|---|\n| H1 | 4.2% | 3.9% |"
    assert [line for line, _ in found("B-DESC", table)] == [1]
    assert found("B-DESC", f"{table}\n\nThe FTSE 250 comprises 250 companies.") == []
    assert found("B-DESC", "| Office | FTSE 250 |\n|---|---|\n| Oslo | 4 |") == []


def test_german_words_describe_an_index(found):
    text = "Der Fonds erzielte netto 4,2 %, der DAX 3,9 %.{}"
    assert len(found("B-DESC", text.format(""), language="de")) == 1
    assert found("B-DESC", text.format("\n\nDer DAX umfasst 40 Unternehmen."), language="de") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The S&P 500 3.9%.", "S&P 500"),
        ("the MSCI World 3.9%", "MSCI World"),
        ("der DAX 3,9 %", "DAX"),
        ("the Russell 2000, 4%", "Russell 2000"),
        ("Stoxx Europe 600 rose", "Stoxx Europe 600"),
        ("the FTSE 12% up", "FTSE"),
    ],
)
def test_the_name_of_an_index_ends_before_its_return(text, name):
    assert INDEX_NAME.search(text)[0] == name
