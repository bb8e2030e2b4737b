from __future__ import annotations

from letterbook.checks.letters.own_words import read_own_words
from letterbook.checks.letters.sentences import sentences
from letterbook.checks.prose import printed_blocks
from letterbook.draft import Paragraph, Span, Text
from letterbook.finding import Place
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect


def words(markdown, file="editions/L.md", **options):
    blocks = parse_blocks(markdown, dialect=Dialect.DRAFT, file=file, document=True)
    return read_own_words(printed_blocks(blocks), **options)


def test_markup_leaves_no_trace_and_footnotes_stand_beside_their_paragraph():
    (paragraph, note) = words("**Net** *IRR* 23%[^1] here.\n\n[^1]: After all fees.").passages
    assert paragraph.text == "Net IRR 23% here."
    assert paragraph.notes == note.text == "After all fees."


def test_a_sentence_knows_the_line_it_begins_in():
    (passage,) = words("Text.\n\nOne is\nhere. Two\nis there.").passages[1:]
    assert [str(each.place()) for each in passage.sentences] == ["editions/L.md:3:1", "editions/L.md:4"]


def test_quotations_titles_of_items_and_standing_text_are_left_out():
    markdown = "> Quoted.\n\nShe said “never again” [A title](https://x.example) there."
    (passage,) = words(markdown, titles={"a title"}).passages
    assert passage.text.split() == ["She", "said", "there."]
    assert words("Past performance.", "fund/disclosures/past.md").passages == ()
    assert words("## An item\n\nText.", headings={("editions/L.md", 1)}).passages[0].text == "Text."


def test_a_table_knows_its_labels_its_lines_and_what_stands_around_it():
    markdown = "## Funds\n\nBefore.\n\n"
    markdown += "| Fund | Net IRR |\n|---|---|\n| I | 23% |\n| II | 9% |\n\n: At June\n\nAfter."
    (table,) = words(markdown).tables
    assert (table.heading, table.before, table.after, table.caption) == (
        "Funds",
        "Before.",
        "After.",
        "At June",
    )
    assert table.labels == "At June\nFund | Net IRR\nI\nII"
    assert [str(row.place()) for row in table.rows] == ["editions/L.md:7", "editions/L.md:8"]


def test_a_figure_is_known_by_its_call_and_where_it_stands():
    here = Place("editions/L.md", 4, 9)
    span = Span((Text("2.1x"),), (), (("figure", "Fund I net TVPI"),), here)
    paragraph = Paragraph((Text("TVPI "), span, Text(".")))
    (passage,) = read_own_words(printed_blocks((paragraph,))).passages
    (figure,) = passage.figures
    assert (figure.name, passage.text[figure.start : figure.end], figure.place) == (
        "Fund I net TVPI",
        "2.1x",
        here,
    )


def test_sentences_end_at_stops_but_not_at_abbreviations():
    text = "It grew by approx. 4.2% vs. 3%. No. 2 fell; A third rose! What? “Yes.” So it is."
    assert [text[start:end].strip() for start, end in sentences(text)] == [
        "It grew by approx. 4.2% vs. 3%.",
        "No. 2 fell;",
        "A third rose!",
        "What?",
        "“Yes.”",
        "So it is.",
    ]


def test_a_german_day_does_not_end_its_sentence():
    text = "Am 8. Juli 2026 stieg der Wert im 2. Halbjahr. Mehr als 8. Danach fiel er."
    assert [text[start:end].strip() for start, end in sentences(text)] == [
        "Am 8. Juli 2026 stieg der Wert im 2. Halbjahr.",
        "Mehr als 8.",
        "Danach fiel er.",
    ]
