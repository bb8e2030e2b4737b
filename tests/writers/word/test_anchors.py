"""What later review and copies find again: bookmarks, the build's id, what depends on a recipient."""

from __future__ import annotations

import io
import string

import docx

from letterbook.draft import (
    Alignment,
    BulletList,
    Division,
    Footnote,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Table,
    TableCell,
    TableRow,
    Text,
)
from letterbook.finding import Place
from tests.writers.word.reading import package, paragraph, row, text_of, written
from tests.writers.word.word_package import W, said

FIELD = Span((Text("«salutation»"),), (), (("recipient", "salutation"),))
TABLE = Table((Alignment.DEFAULT,), (), (row("cell"),))


def passage(*blocks, test="recipient.big"):
    return Division(blocks, ("when",), (("test", test),))


def custom(opened):
    root = opened.xml["docProps/custom.xml"]
    return {said(entry, "name"): "".join(entry.itertext()) for entry in root}


def test_every_paragraph_of_the_body_has_an_anchor_that_says_what_it_says(resources):
    item = ListItem((paragraph("item"),))
    blocks = (Heading(1, (Text("Head"),)), Quote((paragraph("quoted"),)), BulletList((item,)), TABLE)
    anchors = written(resources, *blocks).anchors
    assert [(anchor.name, anchor.style, anchor.text) for anchor in anchors] == [
        ("_lb_b0001", "Heading 1", "Head"),
        ("_lb_b0002", "Quote", "quoted"),
        ("_lb_b0003", "List Bullet", "item"),
        ("_lb_b0004", "Table Text", "cell"),
    ]


def test_an_anchor_knows_where_its_paragraph_came_from(resources):
    (anchor,) = written(resources, Paragraph((Text("a"),), place=Place("editions/A.md", 7, 1))).anchors
    assert str(anchor.place) == "editions/A.md:7:1"


def test_a_cell_knows_its_row_and_column_also_beside_cells_of_several_columns(resources):
    wide = TableRow((TableCell((Text("wide"),), columns=2), TableCell((Text("third"),))))
    table = Table((Alignment.DEFAULT,) * 3, (wide,), (row("a", "b", "c"),))
    cells = written(resources, table).anchors
    assert [(cell.text, cell.row, cell.column) for cell in cells] == [
        *(("wide", 1, 1), ("third", 1, 3)),
        *(("a", 2, 1), ("b", 2, 2), ("c", 2, 3)),
    ]


def test_what_footnotes_say_is_kept_apart(resources):
    note = Footnote((paragraph("First."), TABLE))
    made = written(resources, Paragraph((Text("a"), note), place=Place("editions/A.md", 7, 1)))
    assert [anchor.text for anchor in made.anchors] == ["a"]
    assert [(each.style, each.text, each.row, str(each.place)) for each in made.notes] == [
        ("Footnote Text", "First.", 0, "editions/A.md:7:1"),
        ("Table Text", "cell", 1, "editions/A.md:7:1"),
    ]


def test_a_bookmark_ends_behind_its_paragraph_and_in_a_cell_within_it(resources):
    body = package(resources, paragraph("a"), TABLE).document[0]
    assert [child.tag.removeprefix(W) for child in body][:2] == ["p", "bookmarkEnd"]
    cell = body.find(f".//{W}tc")
    assert cell[-1].tag == f"{W}p"
    assert cell[-1][-1].tag == f"{W}bookmarkEnd"


def test_footnotes_have_no_anchors(resources):
    anchors = written(resources, Paragraph((Text("a"), Footnote((paragraph("note"),))))).anchors
    assert [anchor.text for anchor in anchors] == ["a"]


def test_the_build_stands_in_two_properties_that_editors_keep(resources):
    result = written(resources, paragraph("a"))
    assert len(result.build) == 12
    assert set(result.build) <= set(string.hexdigits)
    assert docx.Document(io.BytesIO(result.data)).core_properties.identifier == f"letterbook:{result.build}"
    assert custom(package(resources, paragraph("a")))["letterbook-build"] == result.build


def test_other_words_are_another_build(resources):
    assert written(resources, paragraph("a")).build != written(resources, paragraph("b")).build
    assert written(resources, paragraph("a")).build == written(resources, paragraph("a"), title="T").build


def test_a_field_of_a_recipient_is_one_run_between_the_marks_of_a_bookmark(resources):
    opened = package(resources, Paragraph((Text("Dear "), FIELD, Text(","))))
    line = opened.document[0][0]
    start = next(child for child in line if said(child, f"{W}name") == "_lb_s0001")
    run, end = start.getnext(), start.getnext().getnext()
    assert text_of(run) == "«salutation»"
    assert said(end, f"{W}id") == said(start, f"{W}id")
    assert custom(opened)["_lb_s0001"] == "recipient.salutation"


def test_a_passage_stands_between_the_marks_of_a_bookmark_around_its_blocks(resources):
    opened = package(resources, paragraph("before"), passage(paragraph("a"), TABLE), paragraph("after"))
    body = list(opened.document[0])
    start = next(child for child in body if said(child, f"{W}name") == "_lb_s0001")
    ends = (child for child in body if child.tag == f"{W}bookmarkEnd")
    end = next(mark for mark in ends if said(mark, f"{W}id") == said(start, f"{W}id"))
    between = body[body.index(start) : body.index(end)]
    assert "".join(text_of(child) for child in between) == "acell"
    assert custom(opened)["_lb_s0001"] == "when recipient.big"


def test_passages_nest_and_fields_stand_in_them(resources):
    inner = passage(Paragraph((FIELD,)), test="not recipient.small")
    opened = package(resources, passage(paragraph("a"), inner))
    spans = {name: value for name, value in custom(opened).items() if not name.endswith("_anchors")}
    assert list(spans.values())[1:] == [
        "when recipient.big",
        "when not recipient.small",
        "recipient.salutation",
    ]


def test_a_passage_names_the_bookmarks_of_its_first_and_last_paragraph(resources):
    inner = passage(paragraph("c"), test="not recipient.small")
    opened = package(
        resources, paragraph("a"), passage(paragraph("b"), inner, TABLE), passage(paragraph("d"))
    )
    anchors = {name: value for name, value in custom(opened).items() if name.endswith("_anchors")}
    assert anchors == {
        "_lb_s0001_anchors": "_lb_b0002 _lb_b0004",
        "_lb_s0002_anchors": "_lb_b0003",
        "_lb_s0003_anchors": "_lb_b0005",
    }


def test_a_passage_in_a_footnote_is_left_out_with_a_finding(resources):
    note = Footnote((paragraph("note"), passage(paragraph("secret"))))
    result = written(resources, Paragraph((Text("a"), note)))
    assert [finding.id for finding in result.findings] == ["passage-in-footnote"]
    assert b"secret" not in result.data
