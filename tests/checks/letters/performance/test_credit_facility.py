from __future__ import annotations

import pytest

from letterbook.fund.cashflows import FACILITY
from tests.checks.letters.conftest import lines_of
from tests.checks.letters.performance.conftest import changed, paragraph, table, use

NET, WITHOUT, GROSS = "Fund I net IRR", "Fund I net IRR without facility", "Fund I gross IRR"
HAS = ("facility: {has: true, limit: 8000000, drawn: 5000000, as_of: 2026-06-30}", "facility: {has: false}")
TELLS = f"{NET} (23.4%) is with the credit facility, and nothing says what it is without it."


def test_a_net_rate_alone_is_told_once_however_often_it_is_printed(told, fund):
    of = fund()
    blocks = (
        paragraph(3, "The net IRR is ", of.use(NET), "."),
        table(5, ("Fund I", "Net"), ("IRR", of.use(NET, 5)), caption="As of 30 June 2026"),
    )
    assert told("P-SUBLINE", of, *blocks) == [(3, TELLS)]


def test_the_rate_without_the_facility_or_a_sentence_on_its_effect_is_enough(told, fund):
    of = fund()
    rate = paragraph(3, "The net IRR is ", of.use(NET), ".")
    pair = paragraph(5, "Without credit facility it is ", of.use(WITHOUT), ".")
    assert told("P-SUBLINE", of, rate, pair) == []
    for sentence in (
        "The credit facility adds 0.6 percentage points to the net IRR.",
        "IRRs are shown with the subscription line; the line raises them.",
        "Text.[^1]\n\n[^1]: Without the fund's line of credit the IRR would be lower.",
        "> Performance includes the effect of fund-level borrowing.",
        "Die Kreditlinie erhöht die Rendite.",
    ):
        assert told("P-SUBLINE", of, rate, markdown=sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "We have drawn five million of the credit facility.",
        "The facility was opened in May, four weeks late.",
        "The facility is repaid from calls. The fund's performance was good.",
    ],
)
def test_a_sentence_that_says_nothing_of_returns_is_not_enough(told, fund, sentence):
    of = fund()
    rate = paragraph(3, "The net IRR is ", of.use(NET), ".")
    assert len(told("P-SUBLINE", of, rate, markdown=sentence)) == 1


def test_the_pair_has_to_be_of_the_same_day(told, fund):
    of = fund()
    earlier = changed(of.figures[WITHOUT], as_of=of.figures[WITHOUT].as_of.replace(month=3))
    blocks = paragraph(3, "The IRR is ", of.use(NET), ", ", use(earlier), " in March.")
    assert len(told("P-SUBLINE", of, blocks)) == 1


def test_gross_without_the_facility_never_stands_with_net_with_it(told, fund):
    of = fund()
    gross = changed(of.figures[GROSS], name="Fund I gross IRR without facility")
    rates = paragraph(3, "The IRR is ", use(gross), " gross and ", of.use(NET), " net.")
    sentence = "The credit facility adds to the IRR."
    message = f"{NET} (23.4%) is with the credit facility, the gross one (29.8%) without it."
    assert told("P-SUBLINE", of, rates, markdown=sentence) == [(3, message)]
    pair = paragraph(5, "Without credit facility it is ", of.use(WITHOUT), ".")
    assert told("P-SUBLINE", of, rates, pair) == []


def test_a_fund_without_facility_another_fund_and_other_figures_are_left_alone(told, fund):
    of, none = fund(), fund(fund=[HAS])
    rate = paragraph(3, "The net IRR is ", of.use(NET), ".")
    assert told("P-SUBLINE", none, rate) != []  # its cash flows draw on one
    without = changed(
        none.data.cashflows, rows=tuple(r for r in none.data.cashflows.rows if r.kind not in FACILITY)
    )
    none.data = changed(none.data, cashflows=without)
    assert told("P-SUBLINE", none, rate) == []
    other = use(changed(of.figures[NET], name="Fund II net IRR"))
    alpha = of.use("Fund I net Direct Alpha against Northern Seas Index")
    assert told("P-SUBLINE", of, paragraph(3, "Rates: ", other, alpha, of.use(GROSS))) == []
    assert told("P-SUBLINE", None, rate) == []


def test_a_stated_rate_counts_like_a_computed_one(told, fund):
    of = fund()
    stated = next(each for key, each in of.stated.items() if key[:2] == ("Fund I IRR", "net"))
    assert len(told("P-SUBLINE", of, paragraph(3, "The net IRR is ", use(stated), "."))) == 1


def test_ordinary_prose_raises_no_false_alarm_in_a_fund_with_a_facility(told, fund):
    of = fund()
    assert [line for _, line in lines_of("prose") if told("P-SUBLINE", of, markdown=line)] == []


def test_of_several_funds_those_with_a_facility_are_told(told, fund):
    of = fund()
    first = of.data.funds[0]
    second = first.model_copy(
        update={"id": "harbour-2", "name": "Harbour Row Ventures Fund II LP", "short": "Fund II"}
    )
    of.data = changed(of.data, funds=(first, second))
    other = use(changed(of.figures[NET], name="Fund II net IRR"), 4)
    blocks = paragraph(3, "Net IRRs: ", of.use(NET)), paragraph(4, "and ", other)
    assert [line for line, _ in told("P-SUBLINE", of, *blocks)] == [3, 4]
    unnamed = use(changed(of.figures[NET], name="Net IRR"))
    assert told("P-SUBLINE", of, paragraph(3, "The net IRR is ", unnamed)) == []
    of.data = changed(of.data, funds=(first,))
    assert len(told("P-SUBLINE", of, paragraph(3, "The net IRR is ", unnamed))) == 1
