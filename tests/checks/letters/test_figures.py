from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from letterbook.checks.checked_edition import CheckedEdition, EarlierFigure, UsedFigure
from letterbook.checks.letters.own_words import read_own_words
from letterbook.checks.letters.rule import run_rule
from letterbook.checks.letters.rules import RULES
from letterbook.checks.letters.typed_numbers import typed_numbers
from letterbook.checks.prose import printed_blocks
from letterbook.draft import Alignment, Draft, Paragraph, Span, Table, TableCell, TableRow, Text
from letterbook.figure import Basis, Figure, Unit, UnitKind
from letterbook.figure_format import format_figure
from letterbook.finding import Place
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from tests.checks.letters.conftest import FILE, USUAL, first_profile

JUNE, DECEMBER = date(2026, 6, 30), date(2025, 12, 31)
USD = Unit(UnitKind.MONEY, "USD")
MULTIPLE = Unit(UnitKind.MULTIPLE)


def figure(name, value, unit=MULTIPLE, as_of=JUNE, basis=Basis.NET, **details):
    return Figure(name, Decimal(value), unit, as_of, basis, **details)


def used(each, line, text="", predecessor=None):
    place = Place(FILE, line, each.as_of.month)
    return UsedFigure(each.name, text or format_figure(each), each, place, predecessor)


def shown(use):
    """What a use stands for in a tree."""
    return Span((Text(use.text),), (), (("figure", use.called),), use.place)


def paragraph(line, *parts):
    inlines = tuple(Text(part) if isinstance(part, str) else shown(part) for part in parts)
    return Paragraph(inlines, place=Place(FILE, line, 1))


@pytest.fixture
def told():
    """Where a rule finds something in a letter of these blocks and uses."""

    def run(rule, *blocks, uses=(), **details):
        edition = CheckedEdition(draft=Draft(blocks), used_figures=tuple(uses), **{**USUAL, **details})
        findings = run_rule(RULES[rule], edition, first_profile(RULES[rule]))
        return [(each.place.line, each.message) for each in findings]

    return run


NAV = figure("Fund I NAV", "78500000", USD)
NAV_BEFORE = figure("Fund I NAV", "71300000", USD, DECEMBER)
TVPI = figure("Fund I TVPI", "2.09", show_as="2.1x")
SHEET = (NAV, NAV_BEFORE, TVPI, figure("Fund I TVPI", "1.98", as_of=DECEMBER))


def test_a_typed_number_is_untied_whether_a_figure_has_it_or_none(found):
    text = "Net TVPI of Fund I is 2.1x.\n\nCosts were 14%."
    assert found("N-UNTIED", text, figures=SHEET) == [
        (1, '"2.1x" was typed; it is Fund I TVPI net.'),
        (3, '"14%" was typed, and no figure has it.'),
    ]
    assert found("N-UNTIED", text) == []


@pytest.mark.parametrize(
    "text",
    [
        'The index rose by [14%]{source="MSCI, 30 June 2026"}.',
        "The index [rose by 14%](https://msci.example).",
        "The index rose by 14%.[^1]\n\n[^1]: MSCI, 30 June.",
        "On 30 June 2026 31 bakeries had a robot, and 9 had two.",
        "> The index rose by 14%.",
        "A paper says “rose by 14%”.",
    ],
)
def test_what_is_sourced_quoted_or_has_no_unit_is_not_untied(found, text):
    assert found("N-UNTIED", text, figures=SHEET) == []


def test_what_stands_below_an_item_has_its_source_there():

    markdown = "## A paper\n\nPrices fell 14%.\n\n## Own words\n\nPrices fell 14%."
    blocks = parse_blocks(markdown, dialect=Dialect.DRAFT, file=FILE, document=True)
    words = read_own_words(printed_blocks(blocks), headings={(FILE, 1)})
    assert [number.is_sourced for number in typed_numbers(words, SHEET)] == [True, False]


def test_a_typed_number_beside_the_name_of_a_figure_has_to_be_that_figure(found):
    text = "At the end of June the net TVPI of Fund I was 2.4x."
    assert found("N-MISMATCH", text, figures=SHEET) == [(1, '"2.4x" was typed; Fund I TVPI net is 2.1x.')]
    assert found("N-UNTIED", text, figures=SHEET) == []
    assert found("N-MISMATCH", text.replace("2.4x", "2.1x"), figures=SHEET) == []


PAID = figure("Fund I paid-in capital", "42000000", USD, basis=None)
KELP = figure("Kelpworks fair value", "21400000", USD, basis=None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("We called another $1.5m of Fund I on 13 July.", "and no figure has it."),
        (
            "Kelpworks, our largest holding at $21.4m, is 27% of net asset value.",
            "it is Kelpworks fair value.",
        ),
        ("The bonds were repaid at par, for a gross IRR of 80% on cost.", "and no figure has it."),
        ("Of the $42.0m paid in to Fund I, $9.3m has come back.", "and no figure has it."),
    ],
)
def test_a_number_that_may_well_be_another_figure_is_not_called_wrong(found, text, said):
    irr = figure("Fund I IRR", "0.298", Unit(UnitKind.PERCENT), basis=Basis.GROSS)
    sheet = (*SHEET, PAID, KELP, irr)
    assert found("N-MISMATCH", text, figures=sheet) == []
    assert any(message.endswith(said) for _, message in found("N-UNTIED", text, figures=sheet))


def test_what_was_paid_in_all_has_to_be_the_figure(found):
    text = "Paid-in capital of Fund I is $43.5m."
    assert len(found("N-MISMATCH", text, figures=(PAID,))) == 1


def test_a_right_number_in_another_sentence_excuses_no_wrong_one(found):
    text = "Net asset value of Fund I is $78.5m. A net asset value of Fund I of $88.5m is no joke."
    assert len(found("N-MISMATCH", text, figures=SHEET)) == 1


@pytest.mark.parametrize(
    "text", ["Plants run 365 days.", "It took 4.6 years.", "A 1,000 times more patient team."]
)
def test_times_are_no_numbers_that_need_a_source(found, text):
    assert found("N-UNTIED", text, figures=SHEET) == []


def test_a_number_in_a_table_is_compared_by_its_row_and_column(found):
    table = "| Fund I | Net |\n|---|---|\n| NAV | $88.5m |\n| TVPI | 2.1x |"
    assert [line for line, _ in found("N-MISMATCH", table, figures=SHEET)] == [3]


def test_what_a_figure_printed_is_not_typed(told):
    use = used(TVPI, 3)
    assert told("N-UNTIED", paragraph(3, "Net TVPI is ", use, "."), uses=[use], figures=SHEET) == []


def test_multiples_that_do_not_add_up_are_found_and_rounding_is_not(told):
    dpi, rvpi = figure("Fund I DPI", "0.22"), figure("Fund I RVPI", "1.87")
    uses = [used(dpi, 3), used(rvpi, 4), used(TVPI, 5)]
    assert told("N-TIE", uses=uses) == []
    wrong = [used(dpi, 3), used(figure("Fund I RVPI", "1.67"), 4), used(TVPI, 5)]
    assert told("N-TIE", uses=wrong) == [
        (5, "Fund I DPI (0.22x) and Fund I RVPI (1.67x) do not make Fund I TVPI (2.1x).")
    ]
    other_fund = [used(dpi, 3), used(figure("Fund II RVPI", "1.67"), 4), used(TVPI, 5)]
    assert told("N-TIE", uses=other_fund) == []


def test_paid_in_and_unfunded_make_the_commitment(told):
    parts = [figure("Fund I paid-in capital", "42000000", USD, basis=None)]
    parts.append(figure("Fund I unfunded commitment", "18000000", USD, basis=None))
    whole = figure("Fund I committed capital", "60000000", USD, basis=None)
    assert told("N-TIE", uses=[used(each, 3) for each in (*parts, whole)]) == []
    other = figure("Fund I committed capital", "65000000", USD, basis=None)
    assert len(told("N-TIE", uses=[used(each, 3) for each in (*parts, other)])) == 1


TOTALS = """\
| Company | Cost | Weight | MOIC |
|---|---|---|---|
| A | $4.1m | 40.0% | 2.0x |
| B | $6.1m | {} | 1.0x |
"""


@pytest.mark.parametrize(
    ("weight", "total", "lines"),
    [
        ("60.0%", "| Total | $10.2m | 100.0% | 1.4x |", []),
        ("60.0%", "| Total | $10.1m | 100.0% | 1.4x |", []),
        ("60.0%", "| Total | $11.0m | 100.0% | 1.4x |", [5]),
        ("50.0%", "| Total | $10.2m | 100.0% | 1.4x |", [5]),
        ("n/a", "| Total | $10.2m | 100.0% | 1.4x |", []),
        ("60.0%", "| | $11.0m | 100.0% | 1.4x |", []),
        ("60.0%", "| All companies, gross | $11.0m | 100.0% | 1.4x |", [5]),
        ("60.0%", "| Other | $11.0m | 100.0% | 1.4x |", []),
    ],
)
def test_totals_of_tables_are_sums_within_their_rounding(found, weight, total, lines):
    assert [line for line, _ in found("N-TIE", f"{TOTALS.format(weight)}{total}")] == lines


def test_a_total_may_be_named_in_the_second_column(found):
    table = "| Date | Company | Paid |\n|---|---|---|\n| May | A | $1.0m |\n| June | B | $1.2m |\n"
    assert found("N-TIE", f"{table}| | **Total** | $2.2m |") == []
    assert [line for line, _ in found("N-TIE", f"{table}| | **Total** | $2.9m |")] == [5]


def test_subtotals_may_make_the_total(found):
    rows = ["A | 1.0", "B | 2.0", "Total realised | 3.0", "C | 4.0", "D | 1.0", "Total held | 5.0"]
    table = "| | $m |\n|---|---|\n" + "".join(f"| {row} |\n" for row in rows)
    assert found("N-TIE", f"{table}| Total | 8.0 |") == []
    assert [line for line, _ in found("N-TIE", f"{table}| Total | 9.0 |")] == [9]


def test_a_figure_that_an_earlier_letter_had_otherwise_has_to_be_called_restated(told):
    before = EarlierFigure("Letter 2025 H2", "$71.9m", figure("Fund I NAV", "71900000", USD, DECEMBER))
    use = used(NAV_BEFORE, 7)
    text = paragraph(7, "At the end of 2025 it was ", use, ".")
    assert told("N-PRIOR", text, uses=[use, use], earlier_figures=(before,)) == [
        (7, 'Fund I NAV net of 2025-12-31 was $71.9m in "Letter 2025 H2", and is $71.3m here.')
    ]
    restated = paragraph(9, "The value of December was restated.")
    assert told("N-PRIOR", text, restated, uses=[use], earlier_figures=(before,)) == []
    same = EarlierFigure("Letter 2025 H2", "$71.3m", NAV_BEFORE)
    assert told("N-PRIOR", text, uses=[use], earlier_figures=(same,)) == []


def test_a_change_from_a_restated_figure_counts_too(told):
    before = EarlierFigure("Letter 2025 H2", "$71.9m", figure("Fund I NAV", "71900000", USD, DECEMBER))
    change = used(NAV, 7, "rose", NAV_BEFORE)
    assert [line for line, _ in told("N-PRIOR", uses=[change], earlier_figures=(before,))] == [7]


def test_one_measure_in_several_roundings_is_mentioned(told):
    uses = [used(TVPI, 3, "2.1x"), used(TVPI, 5, "2.09x"), used(NAV, 6), used(NAV, 7, "78.5")]
    assert told("N-ROUND", uses=uses) == [
        (5, 'Fund I TVPI net is shown as "2.09x" here and as "2.1x" before.')
    ]


def test_a_bare_dollar_is_unclear_where_it_is_another(told):
    australian = figure("Fund I NAV", "78500000", Unit(UnitKind.MONEY, "AUD"))
    bare, named = used(australian, 3, "$78.5m"), used(australian, 3, "A$78.5m")
    assert told("N-UNIT", paragraph(3, "It is ", bare, "."), uses=[bare]) == [
        (3, '"$78.5m" is AUD, and nothing in the text says so.')
    ]
    assert told("N-UNIT", uses=[named]) == []
    assert told("N-UNIT", paragraph(9, "All amounts are Australian dollars."), uses=[bare]) == []
    assert told("N-UNIT", uses=[used(NAV, 3)]) == []


def test_a_column_in_several_scales_is_unclear(found):
    table = "| Fund | NAV | Fees |\n|---|---|---|\n| I | $78.5m | $400k |\n| II | {} | $900k |"
    assert found("N-UNIT", table.format("$1.2bn")) == [
        (1, "A column of the table has money in several scales.")
    ]
    assert found("N-UNIT", table.format("$12.0m")) == []


def test_a_large_change_needs_a_sentence(told):
    before = figure("Fund I TVPI", "1.6", as_of=DECEMBER)
    use = used(TVPI, 3)
    plain = paragraph(3, "The net TVPI of the fund is ", use, ".")
    assert told("N-JUMP", plain, uses=[use, use], figures=(TVPI, before)) == [
        (3, "Fund I TVPI net went from 1.6x to 2.1x, and no sentence says why.")
    ]
    why = paragraph(5, "The multiple rose because Kelpworks raised a round.")
    assert told("N-JUMP", plain, why, uses=[use], figures=(TVPI, before)) == []
    assert told("N-JUMP", plain, uses=[use], figures=SHEET) == []


def test_figures_of_several_days_say_their_own(told):
    now, then = used(NAV, 3), used(NAV_BEFORE, 3)
    text = paragraph(3, "Net asset value is ", now, ". The value was ", then, ".")
    assert told("A-MIXED", text, uses=[now, then]) == [
        (3, '"$71.3m" is of 2025-12-31, and nothing beside it says so.')
    ]
    said = paragraph(3, "Net asset value is ", now, ". At the end of 2025 it was ", then, ".")
    assert told("A-MIXED", said, uses=[now, then]) == []
    alone = paragraph(3, "The value was ", then, ".")
    assert told("A-MIXED", alone, uses=[then]) == []


@pytest.mark.parametrize(("label", "count"), [("Before", 1), ("December 2025", 0), ("2025", 0)])
def test_a_column_of_another_day_says_so_in_its_header(told, label, count):
    now, then = used(NAV, 5), used(NAV_BEFORE, 5)
    header = TableRow(tuple(TableCell((Text(each),)) for each in ("", "Now", label.replace("Before", "B"))))
    body = TableRow((TableCell((Text("NAV"),)), TableCell((shown(now),)), TableCell((shown(then),))))
    table = Table((Alignment.DEFAULT,) * 3, (header,), (body,), place=Place(FILE, 3, 1))
    assert len(told("A-MIXED", table, uses=[now, then])) == count


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("rose to ", 0),
        ("fell to ", 1),
        ("increased by 4% to ", 0),
        ("declined slightly to ", 1),
        ("came to ", 0),
    ],
)
def test_a_word_for_up_or_down_agrees_with_the_figure_behind_it(told, words, count):
    use = used(NAV, 3)
    text = paragraph(3, f"Net asset value {words}", use, ".")
    assert len(told("T-DIRECTION", text, uses=[use], figures=SHEET)) == count


def test_over_a_year_the_figure_may_have_gone_the_other_way(told):
    earlier = (*SHEET, figure("Fund I NAV", "90000000", USD, date(2025, 6, 30)))
    use = used(NAV, 3)
    text = paragraph(3, "Over the year net asset value fell to ", use, ".")
    assert told("T-DIRECTION", text, uses=[use], figures=earlier) == []
