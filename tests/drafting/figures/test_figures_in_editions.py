"""Figures called in an edition: which one is meant, how it is printed, and what is said when it cannot be."""

from __future__ import annotations

import pytest

from letterbook.draft import Draft, Paragraph, Picture, Span, Text
from letterbook.finding import Place
from letterbook.item import Audience
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.markup.tree import inlines_of, iter_blocks
from letterbook.writers.markdown import write_markdown

SHEET = """\
name,value,unit,as of,basis,period,show as,audience
Fund I NAV,78500000,USD,2026-06-30,net,,$78.5m,
Fund I NAV,71300000,USD,2025-12-31,net,,$71.3m,
Fund I NAV,80000000,USD,2025-06-30,net,,$80.0m,
Fund I TVPI,2.09,x,2026-06-30,net,,2.1x,
Fund I TVPI,2.06,x,2025-12-31,net,,2.1x,
Fund I IRR,23.4%,%,2026-06-30,net,,,
Fund I IRR,24.7%,%,2025-12-31,net,,,
Fund I IRR,29.8%,%,2026-06-30,gross,,,
Return,4.0%,,2026-06-30,net,H1 2026,,
Return,9.0%,,2026-06-30,net,since inception,,
Return,5.5%,,2025-12-31,net,H2 2025,,
Result,0,USD,2025-12-31,,,,
Result,-2500000,USD,2026-06-30,,,,
Companies,9,number,2026-06-30,,,,public
Companies,9,number,2025-12-31,,,,public
Fund size,3.25,USD bn,2026-06-30,,,,
Fund size,2.7,USD bn,2025-12-31,,,,
Founded,2019,number,,,,,
Contents,5,number,2026-06-30,,,,
Items sold,12500,number,2026-06-30,,,,
Partners,3,number,2025-12-31,,,,firm
"""
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
LETTER = {"publication": "letters", "number": "2026 H1"}


@pytest.fixture
def letter(drafted):
    """The assembly of a letter with this body, of the half year to 30 June 2026."""

    def assemble(body, sheet=SHEET, **details):
        return drafted(body, {"fund/figures.csv": sheet} if sheet else {}, **{**LETTER, **details})

    return assemble


@pytest.fixture
def shown(letter):
    """The texts of the figures in a letter that has no faults in its figures."""

    def texts(body, **details):
        assembly = letter(body, **details)
        assert errors(assembly) == []
        return [use.text for use in assembly.figures]

    return texts


@pytest.fixture
def fault(letter):
    """The one error in a letter: its id, its message and its hint."""

    def only(body, **details):
        (error,) = errors(letter(body, **details))
        return error.id, error.message, error.hint

    return only


def errors(assembly):
    """What is wrong with calls and the sheet; what a letter should say besides is not looked at here."""
    own = ("figure-", "figures-", "expression-", "audience-", "section-")
    return [each for each in assembly.findings if each.severity == "error" and each.id.startswith(own)]


def spans(draft: Draft):
    return [
        inline for block in iter_blocks(draft.blocks) for inline in inlines_of(block) if type(inline) is Span
    ]


@pytest.mark.parametrize(
    ("call", "text"),
    [
        ("Fund I net TVPI", "2.1x"),
        ("fund-i NET tvpi", "2.1x"),
        ("Fund I TVPI", "2.1x"),
        ("Fund I net TVPI decimals=2", "2.09x"),
        ("Fund I net TVPI decimals=0", "2x"),
        ("Fund I NAV", "$78.5m"),
        ("Fund I NAV as-of=2025-12-31", "$71.3m"),
        ('Fund I NAV as-of="31 December 2025"', "$71.3m"),
        ("Fund I NAV scale=bn", "$0.08bn"),
        ("Fund I NAV scale=k", "$78,500k"),
        ("Fund I NAV scale=1", "$78,500,000"),
        ("Fund I NAV decimals=0", "$79m"),
        ("Fund size scale=m", "$3,250m"),
        ("Fund I gross IRR", "29.8%"),
        ('Return period="H1 2026"', "4.0%"),
        ("Companies", "9"),
        ("Founded", "2,019"),
        ("Fund I NAV, change", "rose"),
        ("Fund I NAV, change by", "$7.2m"),
        ("Fund I NAV, change by %", "10.1%"),
        ("Fund I NAV, change by percent decimals=0", "10%"),
        ("Fund I NAV, change since=2025-06-30", "fell"),
        ("Fund I NAV, change by since=2025-06-30", "$1.5m"),
        ("Fund I NAV, change as-of=2025-12-31", "fell"),
        ("Fund I NAV, Change", "rose"),
        ('Fund I NAV, change up="is up" down="is down" same="stands still"', "is up"),
        ("Fund I net IRR, change", "fell"),
        ("Fund I net IRR, change by", "1.3 percentage points"),
        ("Result, change", "fell"),
        ("Result, change by", "$2.5m"),
        ("Companies, change", "was unchanged"),
        ("Companies, change by", "0"),
        ("Fund size, change by", "$550m"),
        ('Return, change period="H1 2026"', "fell"),
    ],
)
def test_a_figure_is_printed_as_it_is_called(shown, call, text):
    assert shown(f"Words {{{{ {call} }}}} more words.") == [text]


def test_a_rise_that_rounding_hides_is_no_rise_but_one_that_is_shown_is(shown):
    assert shown("{{ Fund I TVPI, change }}") == ["was unchanged"]
    assert shown("{{ Fund I TVPI, change decimals=2 }}") == ["rose"]
    assert shown("{{ Fund I TVPI, change by }}") == ["0.03x"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "stieg"), ("fr", "a augmenté"), ("en-GB", "rose"), ("de-CH", "stieg"), ("es", "subió")],
)
def test_a_change_is_said_in_the_language_of_the_edition(shown, language, text):
    assert shown("{{ Fund I NAV, change }}", language=language) == [text]


def test_points_are_in_the_language_of_the_edition_too(shown):
    assert shown("{{ Fund I net IRR, change by }}", language="de") == ["1.3 Prozentpunkte"]


@pytest.mark.parametrize(
    ("call", "identifier", "message", "hint"),
    [
        ("Fund I net TVP", "expression-unknown", '"Fund I net TVP"', 'Did you mean "Fund I TVPI"?'),
        ("Fund I NA, change", "expression-unknown", '"Fund I NA, change"', 'Did you mean "Fund I NAV"?'),
        ("Partners", "figure-date", "as of 2025-12-31, this edition as of 2026-06-30", "as-of=2025-12-31 }}"),
        ("Fund I NAV as-of=2024-12-31", "figure-date", "of 2024-12-31", "2025-06-30, 2025-12-31 and 2026"),
        ("Fund I IRR", "figure-unclear", "2 figures", "{{ Fund I net IRR }} or {{ Fund I gross IRR }}"),
        ("Return", "figure-unclear", "2 figures", '{{ Return period="H1 2026" }} or {{ Return period="since'),
        ('Return period="Q1 2026"', "figure-unclear", 'period "Q1 2026"', '"H1 2026" and "since inception"'),
        ("Fund I NAV as_of=2025-12-31", "figure-call", 'no "as_of"', 'Did you mean "as-of"?'),
        ("Fund I NAV as-of=soon", "figure-call", '"soon" is no date', "2026-06-30"),
        ("Fund I NAV scale=mm", "figure-call", 'no scale "mm"', "1, k, m, bn, tn"),
        ("Fund I TVPI scale=m", "figure-call", "multiple, which has no scale", "money"),
        ("Fund I TVPI decimals=3", "figure-call", "stated as 2.09x", "decimals=2"),
        ("Fund I TVPI decimals=two", "figure-call", '"two"', "decimals=2"),
        ("Companies decimals=1", "figure-call", "stated as 9;", "decimals=0"),
        (
            "Fund I NAV since=2025-06-30",
            "figure-call",
            '"since"',
            "{{ Fund I NAV, change since=2025-06-30 }}",
        ),
        ('Fund I NAV "in dollars"', "figure-call", '"in dollars"', "as-of"),
        ("Fund I NAV, change up=up", "figure-call", "up, down and same", "stayed the same"),
        ("Fund I gross IRR, change", "figure-change", "before 2026-06-30", "Add it"),
        (
            "Fund I NAV, change since=2025-03-31",
            "figure-change",
            "of 2025-03-31",
            "2025-06-30 and 2025-12-31",
        ),
        ("Founded, change", "figure-change", "has no date", "as of"),
        ("Fund I net IRR, change by %", "figure-change", "is a rate", "change by }}"),
        ("Result, change by %", "figure-change", "was $0 on 2025-12-31", "change by }}"),
    ],
)
def test_a_call_that_means_nothing_is_said_with_what_to_write(fault, call, identifier, message, hint):
    found = fault(f"Words {{{{ {call} }}}} more words.")
    assert found[0] == identifier
    assert message in found[1]
    assert hint in found[2]


def test_what_cannot_be_printed_prints_nothing_and_is_located(letter):
    assembly = letter("Words.\n\nThe IRR of {{ Fund I IRR }} is what it is.")
    assert "The IRR of is what it is." in write_markdown(assembly.draft).replace("  ", " ")
    (error,) = errors(assembly)
    assert error.place == Place("editions/Tidewatch 7.md", 9, 12)


def test_a_language_without_words_for_a_change_asks_for_them(fault, shown):
    identifier, message, hint = fault("{{ Fund I NAV, change }}", language="fi")
    assert (identifier, "fi" in message, "up=" in hint) == ("figure-change", True, True)
    body = '{{ Fund I NAV, change up="nousi" down="laski" same="pysyi" }}'
    assert shown(body, language="fi") == ["nousi"]


def test_the_date_at_the_top_goes_before_the_period_of_the_number(shown):
    assert shown("{{ Fund I NAV }}", **{"as-of": "2025-12-31"}) == ["$71.3m"]


def test_without_a_date_a_figure_has_to_be_there_once(shown, fault):
    newsletter = {"publication": "tidewatch", "number": "7", "audience": Audience.INVESTORS}
    assert shown("{{ Fund I gross IRR }}", **newsletter) == ["29.8%"]
    assert fault("{{ Companies }}", **newsletter)[2] == (
        "Write {{ Companies as-of=2026-06-30 }} or {{ Companies as-of=2025-12-31 }}."
    )


def test_figures_stand_in_tables_headings_footnotes_lists_and_alone(letter):
    body = """\
        ## NAV of {{ Fund I NAV }}

        {{ Fund I net TVPI }}

        - **{{ Fund I gross IRR }}**[^1]

        [^1]: Net {{ Fund I net IRR }}.

        | What | Value |
        |---|---:|
        | Companies | {{ Companies }} |
        """
    assembly = letter(body)
    assert {use.text for use in assembly.figures} == {"$78.5m", "2.1x", "29.8%", "23.4%", "9"}
    assert all(use.place.line for use in assembly.figures)
    assert {span.children[0].text for span in spans(assembly.draft)} == {use.text for use in assembly.figures}


def test_a_section_goes_first_alone_in_a_paragraph_and_the_figure_within_a_line(letter):
    assembly = letter("{{ contents }}\n\nThere are {{ contents }}.\n\n{{ Items sold }}")
    assert [use.text for use in assembly.figures] == ["5", "12,500"]


def test_a_figure_is_a_span_that_markdown_keeps(letter):
    draft = letter('{{ Fund I net TVPI }} and "{{ Fund I NAV, change as-of=2025-12-31 }}".').draft
    assert spans(draft) == [
        Span((Text("2.1x"),), (), (("figure", "Fund I net TVPI"),)),
        Span((Text("fell"),), (), (("figure", "Fund I NAV, change as-of=2025-12-31"),)),
    ]
    markdown = write_markdown(draft)
    assert '[2.1x]{figure="Fund I net TVPI"}' in markdown
    read = Draft(parse_blocks(markdown, dialect=Dialect.DRAFT, document=True))
    assert spans(read) == spans(draft)
    assert write_markdown(read) == markdown


def test_smart_quotes_leave_figures_alone(letter):
    sheet = "name,value,show as\nPrice,5,5\nO'Hara's \"x\",7,7\n"
    draft = letter("It's {{ Price }}.", sheet).draft
    paragraph = next(block for block in draft.blocks if isinstance(block, Paragraph) and block.children[1:])
    assert paragraph.children[1] == Span((Text("5"),), (), (("figure", "Price"),))


def test_a_public_edition_refuses_figures_for_investors(letter):
    assembly = letter("{{ Fund I NAV }} and {{ Companies }}", audience=Audience.PUBLIC)
    assert not assembly.may_be_written
    (leak,) = [each for each in assembly.findings if each.id == "audience-leak"]
    assert '"Fund I NAV" of 2026-06-30 is for investors' in leak.message
    assert "$78.5m" not in write_markdown(assembly.draft)
    assert [use.text for use in assembly.figures] == ["9"]


def test_a_change_does_not_leak_what_was_before(letter):
    sheet = "name,value,as of,audience\nA,5,2026-06-30,public\nA,4,2025-12-31,firm\n"
    assembly = letter("{{ A, change }}", sheet, audience=Audience.PUBLIC)
    assert [each.id for each in errors(assembly)] == ["audience-leak"]


def test_faults_of_the_sheet_are_told_once_some_figure_is_called(letter):
    sheet = SHEET + "Broken,much,,2026-06-30,,,,\nOdd,1,,2026-06-30,,,,nobody\n"
    assert errors(letter("No figure.", sheet)) == []
    assembly = letter("{{ Fund I NAV }} {{ Fund I net TVPI }} {{ Broken }}", sheet)
    found = {(each.id, str(each.place)) for each in errors(assembly)}
    assert found == {
        ("figure-value", "fund/figures.csv:23:2"),
        ("figure-audience", "fund/figures.csv:24:8"),
        ("expression-unknown", "editions/Tidewatch 7.md:7:40"),
    }
    assert [use.text for use in assembly.figures] == ["$78.5m", "2.1x"]


def test_a_sheet_that_cannot_be_read_is_said_at_its_place(letter):
    errors = [
        each
        for each in letter("{{ Fund I NAV }}", "title,amount\nA,1\n").findings
        if each.severity == "error"
    ]
    assert {each.place.file for each in errors} == {"fund/figures.csv", "editions/Tidewatch 7.md"}


def test_without_a_sheet_of_figures_an_expression_is_unknown(fault):
    assert fault("{{ Fund I NAV }}", sheet="")[0] == "expression-unknown"


def test_a_figure_that_was_typed_is_no_figure(letter):
    assembly = letter('Typed [3x]{figure="Fund I net TVPI"}.')
    (error,) = errors(assembly)
    assert (error.id, error.hint) == ("figure-by-hand", "Write {{ Fund I net TVPI }} in its place.")
    assert assembly.figures == ()


def test_a_caption_describes_its_picture_with_the_figures_it_prints(drafted):
    files = {"fund/figures.csv": SHEET, "attachments/nav.png": PNG}
    body = "![Worth {{ Fund I NAV }} of {{ recipient.name }}](nav.png)"
    assembly = drafted(body, files, **LETTER)
    (picture,) = (block for block in assembly.draft.blocks if isinstance(block, Picture))
    assert picture.image.alt == "Worth $78.5m of"
    assert [use.text for use in assembly.figures] == ["$78.5m"]


def test_a_description_of_its_own_stays(drafted):
    body = '![Worth {{ Fund I NAV }}](nav.png){alt="A rising line"}'
    assembly = drafted(body, {"fund/figures.csv": SHEET, "attachments/nav.png": PNG}, **LETTER)
    (picture,) = (block for block in assembly.draft.blocks if isinstance(block, Picture))
    assert picture.image.alt == "A rising line"
