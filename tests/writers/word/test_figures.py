"""What figures printed is bookmarked, wherever it stands, and is found again after editing and in copies."""

from __future__ import annotations

import pytest

from letterbook.draft import (
    Alignment,
    Division,
    Emphasis,
    Footnote,
    Heading,
    Link,
    Paragraph,
    Quote,
    Span,
    Strong,
    Table,
    TableCell,
    TableRow,
    Text,
)
from letterbook.finding import Place
from letterbook.writers.word.mail_merge.approved_file import open_approved_file
from letterbook.writers.word.mail_merge.copies import CopyMaker
from letterbook.writers.writer import FigureMark
from tests.writers.word.reading import bookmarks, package, paragraph, text_of, written
from tests.writers.word.word_package import W, open_word_package

HERE = Place("editions/A.md", 7, 12)


def figure(text="2.1x", called="Fund I net TVPI", place=HERE):
    return Span((Text(text),), (), (("figure", called),), place=place)


def cells(*inlines):
    return TableRow(tuple(TableCell((inline,)) for inline in inlines))


def marked(element):
    """The text between the marks of each figure in an element, by the name of the bookmark."""
    found, open_names, names = {}, {}, {}
    for each in element.iter():
        if each.tag == f"{W}bookmarkStart" and each.get(f"{W}name").startswith("_lb_f"):
            names[each.get(f"{W}id")] = each.get(f"{W}name")
            open_names[each.get(f"{W}name")] = True
            found[each.get(f"{W}name")] = ""
        elif each.tag == f"{W}bookmarkEnd" and each.get(f"{W}id") in names:
            open_names.pop(names[each.get(f"{W}id")])
        elif each.tag == f"{W}t":
            for name in open_names:
                found[name] += each.text
    return found


def test_a_figure_has_a_bookmark_around_its_own_run_and_is_told_with_its_paragraph(resources):
    line = Paragraph((Text("TVPI is "), figure(), Text(" now, "), figure("rose", "Fund I NAV, change")))
    assert written(resources, paragraph("Dear all"), line).figures == (
        FigureMark("_lb_f0001", "Fund I net TVPI", "2.1x", "_lb_b0002", HERE),
        FigureMark("_lb_f0002", "Fund I NAV, change", "rose", "_lb_b0002", HERE),
    )
    assert marked(package(resources, line).document) == {"_lb_f0001": "2.1x", "_lb_f0002": "rose"}


def test_figures_are_told_in_cells_headings_quotations_links_and_emphasis(resources):
    blocks = (
        Heading(1, (Text("NAV of "), figure("$78.5m"))),
        Quote((Paragraph((Strong((figure("1.7x"),)), Emphasis((figure("(2.0)%"),)))),)),
        Table((Alignment.DECIMAL,), (cells(Text("Value")),), (cells(figure("2.1x")), cells(figure("0.2x")))),
        Paragraph((Link((figure("9"),), "https://a.example/"),)),
    )
    told = written(resources, *blocks).figures
    assert [(mark.text, mark.anchor) for mark in told] == [
        ("$78.5m", "_lb_b0001"),
        ("1.7x", "_lb_b0002"),
        ("(2.0)%", "_lb_b0002"),
        ("2.1x", "_lb_b0004"),
        ("0.2x", "_lb_b0005"),
        ("9", "_lb_b0006"),
    ]
    assert marked(package(resources, *blocks).document) == {mark.name: mark.text for mark in told}


def test_a_figure_in_a_footnote_has_a_bookmark_but_no_paragraph_of_the_body(resources):
    line = Paragraph((Text("a"), Footnote((Paragraph((Text("Of "), figure())),)), figure("9")))
    told = written(resources, line).figures
    assert [(mark.name, mark.text, mark.anchor) for mark in told] == [
        ("_lb_f0001", "9", "_lb_b0001"),
        ("_lb_f0002", "2.1x", ""),
    ]
    notes = package(resources, line).xml["word/footnotes.xml"]
    assert marked(notes) == {"_lb_f0002": "2.1x"}


def test_a_figure_keeps_its_own_format(resources):
    body = package(resources, Paragraph((Text("a"), Strong((figure(),)), Text("b")))).document
    runs = [(text_of(run), run.find(f"{W}rPr/{W}b") is not None) for run in body.iter(f"{W}r")]
    assert runs == [("a", False), ("2.1x", True), ("b", False)]


@pytest.fixture
def letter(resources):
    """A letter with figures for all, in a passage for some, and beside a recipient's field."""
    field = Span((Text("«share»"),), (), (("recipient", "share"),))
    passage = Division(
        (Paragraph((Text("For some: "), figure("23.4%"))),), ("when",), (("test", "recipient.big"),)
    )
    return written(resources, Paragraph((figure(), field, figure("9"))), passage, paragraph("End."))


def test_figures_are_for_copies_what_any_words_are(letter):
    approved = open_approved_file("letter.docx", letter.data)
    assert approved.columns == ("share", "big")
    copies = {
        big: open_word_package(CopyMaker(approved).copy({"share": "4 %", "big": big})).document
        for big in ("yes", "no")
    }
    assert marked(copies["yes"]) == {"_lb_f0001": "2.1x", "_lb_f0002": "9", "_lb_f0003": "23.4%"}
    assert marked(copies["no"]) == {"_lb_f0001": "2.1x", "_lb_f0002": "9"}
    assert "2.1x4 %9" in text_of(copies["no"])
    assert "_lb_f0003" not in bookmarks(copies["no"])
