"""Whatever figure is printed in whatever house format is found again; changed, it is told."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from letterbook.figure import Basis, Figure, Unit, UnitKind
from letterbook.figure_format import format_as, format_value
from letterbook.printed_number import parse_number
from letterbook.verify.letter import tick_off
from letterbook.verify.matching import Outcome
from tests.verify.word_letters import paragraph, run, word_file

NAMES = {
    UnitKind.MONEY: ("NAV", "paid-in capital", "distributions", "Acme fair value"),
    UnitKind.MULTIPLE: ("TVPI", "DPI", "RVPI", "MOIC"),
    UnitKind.PERCENT: ("IRR", "return", "Acme revenue growth", "management fee"),
}
LIKE = {
    UnitKind.MONEY: ("", "$0.00bn", "US$ 0.0 million", "$0,000", "USD 0.0m"),
    UnitKind.MULTIPLE: ("", "0.0x", "0.00 x", "0.0 times"),
    UnitKind.PERCENT: ("", "0.0%", "0 per cent", "+0.00%", "0bp", "(0.0)%"),
}
SENTENCES = (
    "The {name} was {number} at the end of June.",
    "{number} is the {name}, as the administrator has it.",
    "We report a {name} of {number} and are content.",
    "{name}: {number}",
)
units = st.sampled_from((Unit(UnitKind.MONEY, "USD"), Unit(UnitKind.MULTIPLE), Unit(UnitKind.PERCENT)))


@st.composite
def printed_figures(draw):
    """A figure, a text that it is printed as, and the sentence around it."""
    unit = draw(units)
    largest = {UnitKind.MONEY: "9e9", UnitKind.MULTIPLE: "99", UnitKind.PERCENT: "9"}[unit.kind]
    value = draw(st.decimals(f"-{largest}" if unit.kind is UnitKind.PERCENT else "1", largest, places=4))
    name = f"Fund {draw(st.sampled_from(('I', 'II', 'Growth')))} {draw(st.sampled_from(NAMES[unit.kind]))}"
    figure = Figure(name, value, unit, dt.date(2026, 6, 30), draw(st.sampled_from((None, *Basis))))
    text = format_value(value, unit, like=draw(st.sampled_from(LIKE[unit.kind])))
    return figure, text, draw(st.sampled_from(SENTENCES))


def ticked(figure, sentence, text):
    data = word_file(paragraph(run(sentence.format(name=figure.name, number=text))))
    (tick,) = (tick for tick in tick_off("letter.docx", data, [figure]).ticks if not tick.reason)
    return tick


@settings(deadline=None)
@given(printed_figures())
def test_a_printed_figure_is_found_and_agrees(case):
    figure, text, sentence = case
    tick = ticked(figure, sentence, text)
    assert (tick.text, tick.outcome, tick.match.figure) == (text, Outcome.AGREES, figure)


@settings(deadline=None)
@given(printed_figures(), st.integers(2, 40), st.sampled_from((-1, 1)))
def test_a_figure_changed_by_more_than_its_rounding_disagrees(case, steps, sign):
    figure, text, sentence = case
    number = parse_number(text)
    value = number.value + sign * steps * number.step
    assume(value * number.value > 0)  # in prose "($1)" may be a minus, or a dollar in an aside
    changed = format_as(value, number.layout)
    tick = ticked(figure, sentence, changed)
    assert (tick.text, tick.outcome) == (changed, Outcome.DISAGREES)
    assert Decimal(parse_number(tick.expected).value) == number.value
