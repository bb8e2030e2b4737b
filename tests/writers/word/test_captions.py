"""Numbered figures, tables and headings, and references to them."""

from __future__ import annotations

from letterbook.draft import Alignment, Heading, Image, Link, Paragraph, Picture, Table, Text
from tests.writers.word.reading import bookmarks, instructions, package, row, text_of
from tests.writers.word.word_package import W, said, value


def picture(identifier="", caption="The chart"):
    return Picture(Image("chart.png", "A chart"), (Text(caption),) if caption else (), identifier)


def table(identifier):
    return Table((Alignment.DEFAULT,), (), (row("cell"),), (Text("Multiples"),), (), identifier)


def linked(words, identifier):
    return Paragraph((Text("See "), Link((Text(words),), f"#{identifier}")))


def captions(opened):
    return [p for p in opened.document.iter(f"{W}p") if value(p, "pPr/pStyle") == "Caption"]


def test_a_figure_with_a_name_is_numbered(resources):
    opened = package(resources, picture(), picture("nav"), picture("tvpi", ""))
    assert [text_of(caption) for caption in captions(opened)] == [
        "The chart",
        "Figure 1: The chart",
        "Figure 2",
    ]
    assert instructions(opened.document) == ["SEQ Figure \\* ARABIC"] * 2


def test_figures_and_tables_count_apart_in_the_language_of_the_draft(resources):
    opened = package(resources, table("a"), picture("b"), table("c"), language="de")
    assert [text_of(caption).partition(":")[0] for caption in captions(opened)] == [
        "Tabelle 1",
        "Abbildung 1",
        "Tabelle 2",
    ]


def test_a_reference_is_a_field_that_keeps_up_with_its_target(resources):
    opened = package(resources, linked("Figure 1", "nav"), picture("nav"))
    reference, caption = opened.document[0][0], captions(opened)[0]
    (name,) = (name for name in bookmarks(caption) if not name.startswith("_lb_"))
    assert instructions(reference) == [f"REF {name} \\h"]
    assert text_of(reference) == "See Figure 1"
    assert reference.find(f"{W}hyperlink") is None


def test_other_words_are_a_link(resources):
    opened = package(resources, linked("the chart", "nav"), picture("nav"))
    assert instructions(opened.document[0][0]) == []
    assert said(opened.document[0][0].find(f"{W}hyperlink"), f"{W}anchor") in bookmarks(captions(opened)[0])


def test_a_reference_to_a_heading_says_its_words(resources):
    opened = package(
        resources, linked("Looking ahead", "ahead"), Heading(1, (Text("Looking ahead"),), "ahead")
    )
    assert instructions(opened.document[0][0]) == ["REF ahead \\h"]


def test_numbered_headings_are_counted_by_word_and_referred_to_by_number(resources):
    blocks = (
        Heading(1, (Text("One"),)),
        Heading(2, (Text("Below"),), "below"),
        linked("Section 1.1", "below"),
    )
    opened = package(resources, *blocks, heading_numbers=True)
    heads = [p for p in opened.document.iter(f"{W}p") if value(p, "pPr/pStyle").startswith("Heading")]
    assert [value(head, "pPr/numPr/ilvl") for head in heads] == ["0", "1"]
    assert len({value(head, "pPr/numPr/numId") for head in heads}) == 1
    assert instructions(opened.document) == ["REF below \\r \\h"]
    assert text_of(opened.document[0]).endswith("See Section 1.1")


def test_a_name_given_twice_is_a_bookmark_once(resources):
    opened = package(resources, picture("nav"), picture("nav"))
    assert [name for name in bookmarks(opened.document) if name == "nav"] == ["nav"]
