"""Tables of contents: real entries, links to their headings, a field for each page."""

from __future__ import annotations

from letterbook.draft import (
    Code,
    Division,
    Emphasis,
    Heading,
    Paragraph,
    Span,
    TableOfContents,
    Text,
    Title,
)
from tests.writers.word.reading import bookmarks, instructions, package, paragraph, text_of
from tests.writers.word.word_package import W, said, value


def heading(level, words):
    return Heading(level, (Text(words),))


def entries(opened):
    return [
        paragraph
        for paragraph in opened.document.iter(f"{W}p")
        if value(paragraph, "pPr/pStyle").startswith("TOC")
    ]


def test_entries_stand_in_the_styles_of_their_levels(resources):
    blocks = (
        Title((Text("Letter"),)),
        TableOfContents(2),
        heading(2, "One"),
        heading(3, "Deep"),
        heading(4, "x"),
    )
    found = [(value(entry, "pPr/pStyle"), text_of(entry)) for entry in entries(package(resources, *blocks))]
    assert found == [("TOC1", "One…"), ("TOC2", "Deep…")]


def test_an_entry_leads_to_its_heading_and_asks_for_its_page(resources):
    opened = package(resources, TableOfContents(), heading(1, "One"), heading(1, "Two"))
    places = [bookmarks(p)[0] for p in opened.document.iter(f"{W}p") if value(p, "pPr/pStyle") == "Heading1"]
    links = [said(link, f"{W}anchor") for link in opened.document.iter(f"{W}hyperlink")]
    marks = [name for p in opened.document.iter(f"{W}p") for name in bookmarks(p) if name.startswith("_Toc")]
    assert links == marks
    assert all(name.startswith("_lb_b") for name in places)
    assert instructions(opened.document) == [
        'TOC \\o "1-3" \\h \\z \\u',
        *(f"PAGEREF {link} \\h" for link in links),
    ]


def test_nothing_stands_for_a_draft_without_headings(resources):
    assert entries(package(resources, TableOfContents(), paragraph("words"))) == []


def test_a_heading_in_a_passage_leaves_with_it(resources):
    passage = Division((heading(1, "Secret"),), ("when",), (("test", "recipient.big"),))
    opened = package(resources, TableOfContents(), heading(1, "One"), passage)
    spans = [name for name in bookmarks(opened.document) if name.startswith("_lb_s")]
    named = {said(entry, "name"): "".join(entry.itertext()) for entry in opened.xml["docProps/custom.xml"]}
    assert [named[name] for name in spans] == ["when recipient.big", "when recipient.big"]
    body = list(opened.document[0])
    start = next(at for at, child in enumerate(body) if said(child, f"{W}name") == spans[0])
    assert text_of(body[start + 1]) == "Secret…"
    assert body[start + 1].find(f".//{W}fldChar[@{W}fldCharType='begin']") is not None


def test_the_fields_ends_stay_when_a_passage_leaves(resources):
    def passage(words):
        return Division((heading(1, words),), ("when",), (("test", "recipient.big"),))

    opened = package(resources, TableOfContents(), passage("First"), heading(1, "One"), passage("Last"))
    depth, body = 0, list(opened.document[0])
    inside = False
    for child in body:
        inside = inside or said(child, f"{W}name").startswith("_lb_s")
        kinds = [said(mark, f"{W}fldCharType") for mark in child.iter(f"{W}fldChar")]
        change = kinds.count("begin") - kinds.count("end")
        assert not (inside and change)
        depth += change
        inside = inside and child.tag != f"{W}bookmarkEnd"
    assert depth == 0


def test_what_is_no_text_of_a_heading_is_in_its_entry_as_text(resources):
    head = Heading(1, (Text("About "), Emphasis((Text("every"),)), Text(" "), Code("x")))
    assert (
        text_of(entries(package(resources, TableOfContents(), head, Paragraph((Text("y"),))))[0])
        == "About every x…"
    )


def test_a_field_of_the_recipient_in_a_heading_is_one_in_its_entry_too(resources):
    name = Span((Text("«name»"),), (), (("recipient", "name"),))
    heading = Heading(1, (Text("For "), Emphasis((name, Text(" alone")))))
    document = package(resources, TableOfContents(), heading).document
    entry = next(each for each in document.iter(f"{W}p") if value(each, "pPr/pStyle") == "TOC1")
    assert [mark for mark in bookmarks(entry) if mark.startswith("_lb_s")] == ["_lb_s0001"]
    runs = [text_of(run) for run in entry.iter(f"{W}r")]
    assert runs[runs.index("For ") : runs.index("For ") + 3] == ["For ", "«name»", " alone"]
