"""Parts of a draft that lie on the page in another way."""

from __future__ import annotations

from itertools import groupby

from letterbook.draft import Alignment, Division, PageBreak, Table, Text, Title
from tests.writers.word.outline import OutlineRow
from tests.writers.word.outline_reader import read_outline
from tests.writers.word.reading import package, paragraph, row, written
from tests.writers.word.word_package import R, W, said

TABLE = Table((Alignment.DEFAULT,), (row("Head"),), (row("cell"),))


def landscape(*blocks):
    return Division(blocks, ("landscape",))


def columns(count, *blocks):
    return Division(blocks, ("columns",), (("count", count),))


def sections(resources, *blocks):
    return list(package(resources, *blocks).document.iter(f"{W}sectPr"))


def way(section):
    """How a section lies: its orientation, its columns, and whether it begins a page."""
    size, column, kind = (section.find(f"{W}{name}") for name in ("pgSz", "cols", "type"))
    return said(size, f"{W}orient"), said(column, f"{W}num"), said(kind, f"{W}val")


def test_a_draft_without_such_parts_has_one_section(resources):
    assert [way(section) for section in sections(resources, paragraph("a"))] == [("", "", "")]


def test_a_landscape_part_has_pages_of_its_own(resources):
    found = sections(resources, paragraph("a"), landscape(paragraph("wide"), TABLE), paragraph("b"))
    assert [way(section) for section in found] == [("", "", ""), ("landscape", "", ""), ("", "", "")]
    sizes = [section.find(f"{W}pgSz") for section in found]
    assert said(sizes[0], f"{W}w") == said(sizes[1], f"{W}h") == said(sizes[2], f"{W}w")


def test_columns_begin_and_end_on_the_page(resources):
    found = sections(resources, paragraph("a"), columns("3", paragraph("b")), paragraph("c"))
    assert [way(section) for section in found] == [
        ("", "", ""),
        ("", "3", "continuous"),
        ("", "", "continuous"),
    ]


def test_a_landscape_part_may_be_the_whole_draft(resources):
    assert [way(section) for section in sections(resources, landscape(TABLE))] == [("landscape", "", "")]


def test_two_landscape_parts_side_by_side_share_their_pages(resources):
    found = sections(resources, landscape(paragraph("a")), landscape(paragraph("b")))
    assert [way(section) for section in found] == [("landscape", "", "")]


def test_within_another_block_text_lies_as_that_does(resources):
    box = Division((landscape(paragraph("a")),), ("callout",))
    assert [way(section) for section in sections(resources, box)] == [("", "", "")]


def test_only_the_first_section_has_a_first_page(resources):
    found = sections(resources, paragraph("a"), landscape(paragraph("b")), paragraph("c"))
    assert [section.find(f"{W}titlePg") is not None for section in found] == [True, False, False]
    first_pages = [
        [said(reference, f"{W}type") for reference in section if said(reference, f"{R}id")]
        for section in found
    ]
    assert first_pages[0] == ["first", "default", "first", "default"]
    assert first_pages[1] == first_pages[2] == ["default", "default"]


def test_headers_of_landscape_pages_end_at_their_right_edge(resources):
    opened = package(resources, paragraph("a"), landscape(paragraph("b")))
    size = next(iter(opened.document.iter(f"{W}sectPr"))).find(f"{W}pgSz")
    stops = opened.xml["word/header-default-landscape.xml"].iter(f"{W}tab")
    right = max(int(said(stop, f"{W}pos")) for stop in stops if said(stop, f"{W}val") == "right")
    assert right > int(said(size, f"{W}w")) / 2


def test_tables_are_as_wide_as_the_page_lies(resources):
    opened = package(resources, TABLE, landscape(TABLE), columns("2", TABLE))
    wide = [int(said(table.find(f"{W}tblPr/{W}tblW"), f"{W}w")) for table in opened.document.iter(f"{W}tbl")]
    assert wide[1] > wide[0] > 2 * wide[2]


def test_a_section_ends_below_a_table_with_an_empty_paragraph(resources):
    body = package(resources, TABLE, landscape(paragraph("b"))).document[0]
    assert [child.tag.removeprefix(W) for child, _ in groupby(body)] == [
        "tbl",
        "p",
        "p",
        "bookmarkEnd",
        "sectPr",
    ]
    assert body[1].find(f"{W}pPr/{W}sectPr") is not None


def test_no_empty_page_follows_a_landscape_part_that_ends_the_draft(resources):
    found = sections(resources, paragraph("a"), landscape(paragraph("b"), TABLE))
    assert [way(section)[0] for section in found] == ["", "landscape"]


def test_a_page_break_before_a_landscape_part_is_kept_once(resources):
    data = written(resources, paragraph("a"), PageBreak(), landscape(paragraph("b"))).data
    kinds = OutlineRow("paragraph", "a"), OutlineRow("page break"), OutlineRow("paragraph", "b")
    assert read_outline(data) == kinds


def test_a_title_stands_on_the_landscape_page_that_the_draft_begins_with(resources):
    title = Title((Text("Wide things"),))
    found = sections(resources, title, landscape(TABLE), paragraph("b"))
    assert [way(section) for section in found] == [("landscape", "", ""), ("", "", "")]


def test_a_title_is_not_drawn_into_the_columns_below_it(resources):
    title = Title((Text("Narrow things"),))
    found = sections(resources, title, columns("2", paragraph("a")), paragraph("b"))
    assert [way(section)[1] for section in found] == ["", "2", ""]
