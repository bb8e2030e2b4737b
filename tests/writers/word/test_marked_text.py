"""What a Word file says is read back paragraph by paragraph, with the marks of its figures."""

from __future__ import annotations

import pytest

from letterbook.draft import Alignment, Footnote, LineBreak, Paragraph, Span, Table, Text
from letterbook.errors import BadInput
from letterbook.writers.word.marked_text import MarkedParagraph, MarkedPart, read_marked_text
from tests.writers.word.reading import paragraph, row, written

FIGURE = Span((Text("2.1x"),), (), (("figure", "Fund I TVPI"),))
BLOCKS = (
    Paragraph((Text("TVPI is "), FIGURE, LineBreak(), Text("net."), Footnote((paragraph("A note."),)))),
    Table((Alignment.DEFAULT,), (row("What"),), (row("9"),)),
)


def test_paragraphs_are_read_in_order_with_their_marks_notes_last(resources):
    result = written(resources, *BLOCKS)
    read = read_marked_text("letter.docx", result.data)
    assert read.build == result.build
    assert [each for each in read.paragraphs if each.text] == [
        MarkedParagraph("_lb_b0001", "TVPI is 2.1x\nnet.", (MarkedPart("_lb_f0001", 8, 12),)),
        MarkedParagraph("_lb_b0002", "What"),
        MarkedParagraph("_lb_b0003", "9"),
        MarkedParagraph("", " A note."),
    ]


def test_what_is_read_is_what_the_anchors_say(resources):
    result = written(resources, *BLOCKS)
    read = {each.anchor: each.text for each in read_marked_text("letter.docx", result.data).paragraphs}
    assert {anchor.name: anchor.text for anchor in result.anchors}.items() <= read.items()


def test_what_is_no_word_file_is_refused():
    with pytest.raises(BadInput, match=r"letter\.docx"):
        read_marked_text("letter.docx", b"# Markdown")
