"""Letters that were written to be hard, each with what a careful reader says of every number in it.

`us-quarterly` was made in LibreOffice: a footnote, a list, a table in thousands, an address, rules of law.
`patchwork` is cut into runs of a few letters in four fonts, with raised note marks, soft hyphens, narrow
blanks, `½`, ranges, and numbers that are none.
What each number is was marked before they were first ticked off; the truth files say it in the words of
outcomes.
"""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal

import docx
import pytest

from letterbook.figure import Basis, Figure, Unit, UnitKind
from letterbook.fund.dates import read_period
from letterbook.fund.figures_file import read_figures
from letterbook.verify.letter import tick_off
from letterbook.verify.marked_copy import marked_copy
from letterbook.verify.matching import Outcome
from letterbook.verify.words import figure_words
from tests.verify.conftest import DATA
from tests.verify.word_letters import paragraph, run, word_file

LETTERS = ["us-quarterly", "patchwork"]


def told(ticks):
    """A line for each number that may be a figure: its outcome, and the figure it was compared with."""
    return [
        " | ".join(
            (tick.outcome.value, tick.text, figure_words(tick.match.figure) if tick.match.figure else "")
        ).rstrip(" |")
        for tick in ticks
        if not tick.reason
    ]


def ticked(name, data=b""):
    sheet = read_figures(DATA / f"{name}.csv")
    assert sheet.findings == ()
    return tick_off(f"{name}.docx", data or (DATA / f"{name}.docx").read_bytes(), sheet.figures)


@pytest.mark.parametrize("name", LETTERS)
def test_every_number_of_a_hard_letter_is_told_right(name):
    truth = (DATA / f"{name}.truth.txt").read_text(encoding="utf-8").splitlines()
    assert told(ticked(name).ticks) == truth


@pytest.mark.parametrize("name", LETTERS)
def test_the_marked_copy_of_a_hard_letter_says_the_same(name):
    letter = ticked(name)
    marked = marked_copy(letter)
    assert told(ticked(name, marked).ticks) == told(letter.ticks)
    comments = docx.Document(io.BytesIO(marked)).comments
    assert len(list(comments)) == len(told(letter.ticks))


def figure(name, value, *, kind=UnitKind.PERCENT, period="", basis=None):
    parsed = read_period(period) if period else None
    return Figure(name, Decimal(value), Unit(kind), basis=basis, period=parsed)


@pytest.fixture(scope="module")
def returns():
    months = {"April 2026": "0.0045", "May 2026": "-0.0114", "June 2026": "0.019", "Q2 2026": "0.012"}
    own = [
        figure("Net return", Decimal(value), period=period, basis=Basis.NET)
        for period, value in months.items()
    ]
    return [
        *own,
        figure("Net return YTD", Decimal("0.039"), basis=Basis.NET),
        figure("S&P 500 return", Decimal("0.024"), period="Q2 2026"),
        figure("S&P 500 return YTD", Decimal("0.052")),
        figure("Macro contribution", Decimal("-0.005"), period="Q2 2026"),
        figure("Carrow Shipping weight", Decimal("0.068")),
    ]


SENTENCES = [
    ("The Fund returned 1.2% net in the second quarter of 2026, against 2.4% for the S&P 500 Index.", "a a"),
    ("Year to date the Fund is up 3.9% net and the S&P 500 5.7%.", "a d"),
    ("The net return in May was (1.14)%, and in June 1.6%.", "a d"),
    ("Macro detracted 0.5%.", "a"),
    ("Carrow Shipping is a 6.8% position. It pays a 7% dividend yield.", "a u"),
    ("Returns are net of a 1.5% management fee.", "u"),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_the_returns_of_a_hedge_fund(tick, returns, sentence, expected):
    ticks = tick("Letter to 30 June 2026", sentence, sheet=returns).ticks
    assert " ".join(each.outcome.value[0] for each in ticks if not each.reason) == expected


def test_months_of_a_table_are_those_of_the_year_of_its_row(tick, returns):
    table = [["", "Apr", "May", "Jun", "YTD"], ["2026", "0.54", "(1.1)", "1.9", "3.9"]]
    ticks = tick("Net returns by month (%)", table=table, sheet=returns).ticks
    assert [each.outcome.value[0] for each in ticks if not each.reason] == ["d", "a", "a", "a"]


def test_a_plan_is_not_ticked_off_although_it_equals_what_was_reached(tick):
    runway = figure("Runway", 14, kind=UnitKind.MONTHS)
    ticks = tick(table=[["", "Oct", "Plan"], ["Runway (months)", "14", "14"]], sheet=[runway]).ticks
    assert [each.outcome for each in ticks if not each.reason] == [Outcome.AGREES, Outcome.UNCOVERED]


GERMAN = [
    ("Der Nettoinventarwert von Fonds I beträgt 78,5 Mio. €, der TVPI 2,1x.", "d a"),
    ("Die Netto-IRR von Fonds I liegt bei 23,4 % (brutto 28,9 %), der TVPI bei 2,1x.", "a d a"),
    ("Im 3. Quartal (siehe Seite 12, Abschnitt 3.1) stieg der TVPI von Fonds I netto auf 2,1x.", "a"),
]


@pytest.mark.parametrize(("sentence", "expected"), GERMAN)
def test_a_german_letter(outcomes, sentence, expected):
    assert outcomes(sentence, "Am 5. November 2026 in der Kaiserstraße 14, 60311 Frankfurt.") == expected


def test_figures_without_a_unit_are_told_by_their_names(tick):
    sheet = [
        figure("Fund I NAV", 78_500_000, kind=UnitKind.NUMBER),
        figure("Fund I TVPI", 2, kind=UnitKind.NUMBER),
        figure("Number of companies", 9, kind=UnitKind.NUMBER),
    ]
    sentence = "Fund I has a NAV of $78.5m and a TVPI of 2.4x; one of its 9 companies raised $9m."
    assert [each.outcome.value[0] for each in tick(sentence, sheet=sheet).ticks] == ["a", "d", "a", "u"]


def test_a_raised_note_mark_is_no_digit_of_the_number_before_it(figures):
    raised = run("1", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>')
    letter = word_file(
        paragraph("Fund I NAV is $78.5", raised, "; of mil\u00adlion. Its net TVPI is 2.1x", raised)
    )
    ticks = tick_off("letter.docx", letter, figures).ticks
    assert [(each.text, each.reason) for each in ticks] == [
        ("$78.5", ""),
        ("1", "note mark"),
        ("2.1x", ""),
        ("1", "note mark"),
    ]


def test_a_comment_stands_right_in_a_text_with_soft_hyphens(figures):
    letter = word_file(paragraph("Com\u00admitted to Fund I: $60&#173; mil\u00adlion, all of it."))
    marked = marked_copy(tick_off("letter.docx", letter, figures))
    with zipfile.ZipFile(io.BytesIO(marked)) as package:
        xml = package.read("word/document.xml").decode()
    inside = xml.split("commentRangeStart")[1].split("commentRangeEnd")[0]
    assert "$60" in inside
    assert "lion<" in inside
    assert "all" not in inside


def test_a_day_without_its_year_is_that_of_a_figure(outcomes):
    assert outcomes("The NAV of Fund I at 30 June was $78.5m (31 December: $71.3m).") == "a a"
    assert outcomes("The NAV of Fund I at 30 June was $71.3m (31 December: $78.5m).") == "d d"


def test_a_row_that_names_somebody_else_is_not_compared_with_the_only_one_known(tick):
    sheet = [
        figure("Skerry Wind fair value", 212_300_000, kind=UnitKind.NUMBER),
        figure("Net IRR", "0.097", basis=Basis.NET),
    ]
    table = [
        ["Asset", "Fair value", "IRR"],
        ["Skerry Wind", "212,300,000", ""],
        ["Brae Fibre", "188.0", "8.9%"],
    ]
    ticks = tick(table=table, sheet=sheet).ticks
    assert [each.outcome.value[0] for each in ticks] == ["a", "u", "u"]


def test_a_word_of_a_name_that_is_no_name_has_to_be_said(tick):
    sheet = [figure("Debt hedged", "0.82")]
    ticks = tick("Of debt, 82% is hedged.", "We refinanced its debt at 3.9%.", sheet=sheet).ticks
    assert [each.outcome.value[0] for each in ticks] == ["a", "u"]


def test_what_is_part_of_an_amount_is_not_that_amount(outcomes):
    assert outcomes("Fund I has $60m committed, of which $2m is for costs.") == "a u"
    assert outcomes("Of $60m committed to Fund I, $16.5m is still undrawn.") == "a d"
