from __future__ import annotations

import pytest

from letterbook.checks.checked_edition import StandingText
from letterbook.figure import Status
from letterbook.finding import Place
from tests.checks.letters.performance.conftest import changed, paragraph, table, use

TVPI, MOIC, IRR = "Fund I net TVPI", "Fund I gross MOIC", "Fund I net IRR"
SOLD = [("3200000,1000000,9300000,0,3600000,4200000", "3200000,0,9300000,0,0,4200000")]
UNREALISED = (
    "has value in it that nobody has paid, and nothing says that it is unrealised or how it was valued."
)
CARRY = "is net, and nothing says whether accrued carry is deducted."


def test_a_multiple_with_unrealised_value_is_told_once(told, fund):
    of = fund()
    first = paragraph(3, "The TVPI is ", of.use(TVPI), " net.")
    second = table(5, ("Fund I", "Multiple"), ("Gross", of.use(MOIC)))
    assert told("P-UNREAL", of, first, second) == [(3, f"{TVPI} (2.1x) {UNREALISED}")]
    assert [line for line, _ in told("P-UNREAL", of, second)] == [3]
    assert told("P-UNREAL", of, first, markdown="Values follow the IPEV guidelines.") == []
    assert told("P-UNREAL", of, first, markdown="Text.[^1]\n\n[^1]: Fair value is the manager's.") == []


def test_a_company_that_was_sold_has_no_unrealised_value(told, fund):
    held, sold = fund(), fund(holdings=SOLD)
    name = "Tern Avionics gross MOIC"
    assert len(told("P-UNREAL", held, paragraph(3, "Tern stands at ", held.use(name)))) == 1
    assert told("P-UNREAL", sold, paragraph(3, "Tern brought ", sold.use(name))) == []
    assert told("P-UNREAL", held, paragraph(3, "The DPI is ", held.use("Fund I net DPI"))) == []


def test_a_table_of_typed_multiples_is_told(found):
    rows = "| Fund | Net TVPI |\n|---|---|\n| Fund I | 2.1x |\n"
    assert [line for line, _ in found("P-UNREAL", rows)] == [1]
    assert found("P-UNREAL", rows + "\n: Unrealised value at fair value\n") == []


def test_a_net_figure_is_told_once_where_nothing_speaks_of_carry(told, fund):
    of = fund()
    blocks = paragraph(3, "The IRR is ", of.use(IRR), " net."), paragraph(5, "TVPI: ", of.use(TVPI))
    assert told("P-CARRY", of, *blocks) == [(3, f"{IRR} (23.4%) {CARRY}")]
    headed = table(5, ("Fund I", "Net of fees and carry"), ("TVPI", of.use(TVPI)))
    assert told("P-CARRY", of, blocks[0], headed) == []
    glossary = "Net\n:   After management fees, expenses and carried interest."
    assert told("P-CARRY", of, *blocks, markdown=glossary) == []
    assert told("P-CARRY", of, paragraph(3, "NAV: ", of.use("Fund I net NAV"), of.use(MOIC))) == []


@pytest.mark.parametrize(
    "text", ["Carried interest: $1.9m.", "We carry on after the sale.", "The net carries fish."]
)
def test_words_that_do_not_say_what_is_deducted_are_not_enough(told, fund, text):
    of = fund()
    assert len(told("P-CARRY", of, paragraph(3, "The IRR is ", of.use(IRR), " net."), markdown=text)) == 1


def test_a_table_of_typed_net_returns_is_told(found):
    rows = "| Fund | Net IRR |\n|---|---|\n| Fund I | 23.4% |\n"
    assert found("P-CARRY", rows) == [(1, f"The IRR of the table {CARRY}")]
    assert found("P-CARRY", rows + "\n: After fees and carried interest\n") == []


def test_a_figure_that_nobody_audited_says_so_somewhere(told, fund):
    of = fund()
    rate = paragraph(3, "The IRR is ", of.use(IRR), " net, and last year's was ", of.use(IRR), ".")
    assert told("P-NAVBASIS", of, rate) == [(3, f"{IRR} (23.4%) is not audited, and nothing says so.")]
    for text in ("All figures are unaudited.", "These are estimates.", "Die Zahlen sind ungeprüft."):
        assert told("P-NAVBASIS", of, rate, markdown=text) == []
    covered = (StandingText("past-performance", Place("fund/disclosures/past.md"), ("unaudited",)),)
    assert told("P-NAVBASIS", of, rate, standing_texts=covered) == []
    estimate = use(changed(of.figures[IRR], status=Status.ESTIMATE))
    assert told("P-NAVBASIS", of, paragraph(3, "The IRR is ", estimate))[0][1].count("is an estimate") == 1


def test_audited_figures_and_valuations_that_another_rule_tells_are_left_alone(told, fund):
    of = fund()
    audited = use(changed(of.figures[IRR], status=Status.AUDITED))
    assert told("P-NAVBASIS", of, paragraph(3, "The IRR is ", audited)) == []
    nav = paragraph(3, "The NAV of the fund is ", of.use("Fund I net NAV", text="$78.5m"), ".")
    assert len(told("D-UNAUD", of, nav)) == 1
    assert told("P-NAVBASIS", of, nav) == []
    assert len(told("P-NAVBASIS", of, nav, markdown="The accounts are audited by Hull & Ebb.")) == 1


@pytest.mark.parametrize(
    "text", ["We estimate that bread will cost more.", "After preliminary talks they left."]
)
def test_other_estimates_say_nothing_of_the_figures(told, fund, text):
    of = fund()
    assert len(told("P-NAVBASIS", of, paragraph(3, "The IRR is ", of.use(IRR)), markdown=text)) == 1
