"""Conditional passages: paragraphs that only some recipients get, wherever editors have moved the marks."""

from __future__ import annotations

import pytest

from letterbook.errors import BadInput
from letterbook.writers.word.mail_merge.approved_file import open_approved_file
from tests.writers.word.mail_merge.masters import (
    anchored,
    body_of,
    copy,
    end,
    field,
    lines_of,
    master,
    paragraph,
    parts_of,
    passage,
    picture,
    start,
    table,
    word_field,
)

VIP = {"_lb_s0001": "when recipient.vip"}
ANCHORS = {"_lb_s0001_anchors": "_lb_b0002 _lb_b0003"}
BEFORE, ONE, TWO, AFTER = (paragraph(words) for words in ("Before", "One", "Two", "After"))
S, E = start(1, "_lb_s0001"), end(1)


def inside(block, *, first="", last=""):
    """A paragraph with something at its beginning or at its end."""
    return block.replace("<w:p>", f"<w:p>{first}").replace("</w:p>", f"{last}</w:p>")


def with_anchors(*blocks):
    return "".join(anchored(number, block) for number, block in enumerate(blocks, start=1))


FORMS = {
    "as written": BEFORE + S + ONE + TWO + E + AFTER,
    "in the paragraphs": BEFORE + inside(ONE, first=S) + inside(TWO, last=E) + AFTER,
    "end in the next paragraph": BEFORE + inside(ONE, first=S) + TWO + inside(AFTER, first=E),
    "start at the end of the paragraph before": inside(BEFORE, last=S) + ONE + TWO + E + AFTER,
    "start repeated": BEFORE
    + inside(ONE, first=S)
    + inside(TWO, first=start(2, "_lb_s0001"), last=end(2))
    + AFTER,
    "two marks": BEFORE
    + inside(ONE, first=S + E)
    + TWO
    + inside(AFTER, first=start(2, "_lb_s0001") + end(2)),
    "two marks, one renamed": BEFORE
    + inside(ONE, first=S + E)
    + TWO
    + inside(AFTER, first=start(2, "_lb_s0001_Copy_1") + end(2)),
}


@pytest.mark.parametrize("body", FORMS.values(), ids=FORMS)
def test_a_passage_is_cut_whole_wherever_its_marks_have_moved(body):
    data = master(body, VIP)
    assert lines_of(copy(data, vip="yes")) == ["Before", "One", "Two", "After"]
    assert lines_of(copy(data, vip="no")) == ["Before", "After"]
    assert "_lb_s0001" not in body_of(copy(data, vip="no"))


def test_the_paragraphs_own_bookmarks_tell_a_passage_that_was_shortened():
    shortened = with_anchors(BEFORE, ONE, inside(TWO, first=S, last=E), AFTER)
    assert lines_of(copy(master(shortened, VIP | ANCHORS), vip="no")) == ["Before", "After"]


def test_a_paragraph_written_into_a_passage_belongs_to_it():
    body = with_anchors(BEFORE, S + ONE) + paragraph("New") + anchored(3, TWO) + E + anchored(4, AFTER)
    assert lines_of(copy(master(body, VIP | ANCHORS), vip="no")) == ["Before", "After"]


def test_a_paragraph_moved_into_a_passage_belongs_to_it():
    body = anchored(1, BEFORE) + S + anchored(2, ONE) + anchored(9, AFTER) + anchored(3, TWO) + E
    assert lines_of(copy(master(body, VIP | ANCHORS), vip="no")) == ["Before"]


def test_a_passage_whose_paragraphs_were_all_deleted_cuts_nothing():
    body = anchored(1, BEFORE) + anchored(4, inside(AFTER, first=S + E))
    assert lines_of(copy(master(body, VIP | ANCHORS), vip="no")) == ["Before", "After"]


def test_a_copy_of_a_passage_is_cut_as_well():
    again = start(2, "_lb_s0001_Copy_1") + ONE + TWO + end(2)
    assert lines_of(copy(master(FORMS["as written"] + again, VIP), vip="no")) == ["Before", "After"]


@pytest.mark.parametrize(
    ("body", "meanings", "words"),
    [
        (BEFORE + ONE + AFTER, VIP, "is missing"),
        (S + ONE, VIP, "has no end"),
        (
            inside(paragraph("One", "x"), first=S).replace("x</w:t></w:r>", "x</w:t></w:r>" + E) + AFTER,
            VIP,
            None,
        ),
        (
            BEFORE.replace("</w:p>", S + "<w:r><w:t>glued</w:t></w:r></w:p>") + TWO + E,
            VIP,
            "begins in the middle",
        ),
        (S + ONE + TWO.replace("</w:p>", E + "<w:r><w:t>glued</w:t></w:r></w:p>"), VIP, "ends in the middle"),
        (BEFORE + inside(AFTER, first=S + E), VIP, "holds no paragraph"),
        (
            S + anchored(2, ONE) + E + anchored(9, AFTER) + anchored(3, TWO),
            VIP | ANCHORS,
            "stand together",
        ),
        (
            BEFORE
            + S
            + ONE
            + paragraph(*[word_field("TOC", "x").partition("<w:r><w:t")[0]])
            + E
            + paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
            VIP,
            "A field of Word",
        ),
    ],
    ids=[
        "deleted",
        "no end",
        "within one",
        "glued before",
        "glued behind",
        "emptied",
        "moved",
        "half a field",
    ],
)
def test_a_passage_that_is_not_whole_any_more_is_refused(body, meanings, words):
    data = master(body, meanings)
    if words is None:
        assert lines_of(copy(data, vip="no")) == ["After"]
        return
    with pytest.raises(BadInput) as caught:
        open_approved_file("letter.docx", data)
    assert words in caught.value.message


def test_a_passage_of_a_table_is_cut_with_marks_in_its_first_and_last_cell():
    cells = table(inside(paragraph("a"), first=S), inside(paragraph("b"), last=E))
    assert lines_of(copy(master(BEFORE + cells + AFTER, VIP), vip="no")) == ["Before", "After"]


def test_a_cell_that_loses_all_it_holds_keeps_an_empty_paragraph():
    data = master(table(S + ONE + E, TWO) + AFTER, VIP)
    assert lines_of(copy(data, vip="no")) == ["", "Two", "After"]


def test_a_cell_still_ends_with_a_paragraph_below_a_table():
    data = master(table(table(ONE) + S + TWO + E) + AFTER, VIP)
    assert body_of(copy(data, vip="no")).count("</w:tbl><w:p/></w:tc>") == 1


def test_two_tables_do_not_become_one():
    data = master(table(ONE) + S + BEFORE + E + table(TWO) + AFTER, VIP)
    assert lines_of(copy(data, vip="no")) == ["One", "", "Two", "After"]


def test_a_document_that_loses_everything_keeps_an_empty_paragraph():
    assert lines_of(copy(master(S + ONE + E, VIP), vip="no")) == [""]


def test_passages_in_passages_are_decided_each():
    inner = passage(2, "_lb_s0002", TWO)
    body = BEFORE + S + ONE + inner + E + AFTER
    data = master(body, VIP | {"_lb_s0002": "when recipient.country != 'DE'"})
    assert lines_of(copy(data, vip="yes", country="FR")) == ["Before", "One", "Two", "After"]
    assert lines_of(copy(data, vip="yes", country="de")) == ["Before", "One", "After"]
    assert lines_of(copy(data, vip="no", country="FR")) == ["Before", "After"]


def test_a_field_in_a_passage_goes_with_it():
    data = master(
        S + paragraph("Sum ", field(2, "_lb_s0002", "«sum»")) + E + AFTER,
        VIP | {"_lb_s0002": "recipient.sum"},
    )
    assert lines_of(copy(data, vip="yes", sum="5")) == ["Sum 5", "After"]
    assert lines_of(copy(data, vip="no", sum="5")) == ["After"]


def test_a_bookmark_of_which_one_end_goes_goes_whole():
    body = start(7, "mine") + BEFORE + S + ONE.replace("</w:p>", f"{end(7)}</w:p>") + E + AFTER
    assert "mine" not in body_of(copy(master(body, VIP), vip="no"))
    assert body_of(copy(master(body, VIP), vip="yes")) == body


def test_bookmarks_around_what_is_cut_go_too():
    body = BEFORE + S + anchored(2, ONE) + anchored(3, TWO) + E + AFTER
    assert body_of(copy(master(body, VIP), vip="no")) == BEFORE + AFTER


def break_after(words, inside):
    return paragraph(words, properties=f"<w:sectPr>{inside}</w:sectPr>")


WIDE, TALL, SQUARE = (f'<w:pgSz w:w="{width}" w:h="{height}"/>' for width, height in ((2, 1), (1, 2), (2, 2)))


HEADER = '<w:headerReference w:type="default" r:id="rSheader1"/>'


def sections_of(body, section):
    """The properties of the sections that are left without the passage."""
    data = master(
        body, VIP, section=f"<w:sectPr>{section}</w:sectPr>", stories={"header1": paragraph("Head")}
    )
    text = parts_of(copy(data, vip="no"))["word/document.xml"].decode()
    return [each.partition("</w:sectPr>")[0] for each in text.split("<w:sectPr>")[1:]]


def test_a_section_that_is_all_in_a_passage_goes_with_it():
    body = break_after("Before", HEADER + TALL) + S + break_after("Wide", WIDE) + E + AFTER
    assert sections_of(body, TALL) == [HEADER + TALL]


def test_pages_that_differ_above_and_below_a_passage_stay_apart():
    body = break_after("Before", HEADER + TALL) + S + break_after("Wide", WIDE) + E + AFTER
    assert sections_of(body, SQUARE) == [HEADER + TALL, SQUARE]


def test_a_break_between_like_pages_goes_with_its_passage_and_leaves_the_headers():
    body = BEFORE + S + break_after("Tall", HEADER + TALL) + break_after("Wide", WIDE) + E + AFTER
    assert sections_of(body, TALL) == [HEADER + TALL]


def test_the_text_above_a_passage_keeps_its_page():
    body = BEFORE + S + break_after("Wide", HEADER + WIDE) + E + AFTER
    assert sections_of(body, TALL) == [HEADER + WIDE, TALL]


def test_headers_that_begin_in_a_passage_stay():
    body = S + break_after("Wide", HEADER + WIDE) + E + AFTER
    assert sections_of(body, TALL) == [HEADER + TALL]


def test_several_passages_with_sections_of_their_own_leave_one():
    wide = break_after("Wide", WIDE)
    body = (
        break_after("Before", HEADER + TALL)
        + S
        + wide
        + E
        + break_after("Between", TALL)
        + passage(2, "_lb_s0001_Copy_1", wide)
        + AFTER
    )
    assert sections_of(body, TALL) == [HEADER + TALL]


def test_a_table_of_contents_made_anew_by_word_may_have_lost_its_marks():
    heading = anchored(2, paragraph(start(5, "_Toc1"), "Secret plans", end(5)))
    entry = f'<w:hyperlink w:anchor="_Toc1">{paragraph("Secret plans")[5:-6]}</w:hyperlink>'
    contents = word_field('TOC \\o "1-3"', "|").split("<w:r><w:t", 1)
    body = (
        paragraph(contents[0], "All")
        + paragraph(entry)
        + paragraph("Rest", '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
        + S
        + heading
        + E
        + AFTER
    )
    meanings = VIP | {"_lb_s0001_anchors": "_lb_b0002", "_lb_s0009": "when recipient.vip"}
    made = copy(master(body, meanings), vip="no")
    assert lines_of(made) == ["All", "Rest", "After"]
    assert lines_of(copy(master(body, meanings), vip="yes"))[1] == "Secret plans"


def test_a_value_that_is_neither_yes_nor_no_is_refused():
    with pytest.raises(BadInput, match="neither yes nor no"):
        copy(master(FORMS["as written"], VIP), vip="perhaps")


def test_a_passage_copied_without_its_bookmark_is_pointed_out():
    words = "What only the pension funds may know."
    twice = S + paragraph(words) + E + AFTER + paragraph(words)
    (finding,) = open_approved_file("letter.docx", master(twice, VIP)).findings
    assert "stands outside it as well" in finding.message
    marked = S + paragraph(words) + E + AFTER + passage(2, "_lb_s0001_Copy_1", paragraph(words))
    assert open_approved_file("letter.docx", master(marked, VIP)).findings == ()


def test_a_picture_counts_as_something_that_shows():
    body = inside(BEFORE.replace("Before", ""), last=picture("rId9") + S) + ONE + E + AFTER
    data = master(
        body, VIP, links=[("rId9", "image", "media/a.png", False)], members={"word/media/a.png": b"x"}
    )
    assert lines_of(copy(data, vip="no")) == ["", "After"]
