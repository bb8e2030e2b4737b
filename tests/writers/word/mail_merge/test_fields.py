"""Fields: bookmarks around what each recipient's value takes the place of."""

from __future__ import annotations

import pytest

from letterbook.errors import BadInput
from letterbook.writers.word.mail_merge.approved_file import open_approved_file
from tests.writers.word.mail_merge.masters import (
    body_of,
    copy,
    end,
    field,
    lines_of,
    master,
    note,
    note_mark,
    paragraph,
    parts_of,
    run,
    start,
    table,
    word_field,
)

SALUTATION = {"_lb_s0001": "recipient.salutation"}


def letter(*runs, **more):
    return master(paragraph(*runs), SALUTATION, **more)


def fault_of(data):
    with pytest.raises(BadInput) as caught:
        open_approved_file("letter.docx", data)
    assert caught.value.place.file == "letter.docx"
    assert caught.value.hint
    return caught.value.message


def test_a_field_becomes_one_run_with_the_value_and_all_else_stays_byte_for_byte():
    data = letter("Dear ", field(1, "_lb_s0001", "«salutation»", "<w:b/>"), ",")
    made = copy(data, salutation="Ines")
    before, after = parts_of(data), parts_of(made)
    assert body_of(made) == body_of(data).replace("«salutation»", "Ines")
    assert set(after) == set(before)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"word/document.xml", "docProps/custom.xml"}


def test_what_xml_means_is_escaped_and_line_ends_and_tabs_become_those_of_word():
    made = copy(letter(field(1, "_lb_s0001", "«salutation»")), salutation="A & <B>\nC\tD\x07")
    assert "A &amp; &lt;B&gt;</w:t><w:br/>" in body_of(made)
    assert "C</w:t><w:tab/>" in body_of(made)
    assert lines_of(made) == ["A & <B>CD"]


def test_an_empty_value_leaves_no_run():
    data = letter("Dear", field(1, "_lb_s0001", "«salutation»"), "!")
    assert lines_of(copy(data, salutation="")) == ["Dear!"]
    assert body_of(copy(data, salutation="")).count("<w:r>") == 2


def test_runs_that_a_word_processor_has_split_are_one_field():
    split = (
        f"{start(1, '_lb_s0001')}<w:proofErr w:type='spellStart'/>{run('«salu', '<w:i/>')}"
        f"<w:proofErr w:type='spellEnd'/>{run('tation»', '<w:b/>')}{end(1)}"
    )
    made = copy(letter("Dear ", split, ","), salutation="Ines")
    assert lines_of(made) == ["Dear Ines,"]
    assert "<w:i/>" in body_of(made)
    assert "<w:b/>" not in body_of(made)


def test_a_field_whose_end_moved_out_of_a_link_is_filled_in_the_link():
    moved = f'<w:hyperlink w:anchor="x">{start(1, "_lb_s0001")}{run("«salutation»")}</w:hyperlink>{end(1)}'
    assert lines_of(copy(letter(moved, "."), salutation="Ines")) == ["Ines."]


def test_an_emptied_field_is_filled():
    assert lines_of(copy(letter("Dear ", f"{start(1, '_lb_s0001')}{end(1)}", ","), salutation="Ines")) == [
        "Dear Ines,"
    ]


def test_copies_of_a_field_that_libreoffice_renamed_are_filled_too():
    data = letter(
        field(1, "_lb_s0001", "«salutation»"), " and ", field(2, "_lb_s0001_Copy_1", "«salutation»")
    )
    assert lines_of(copy(data, salutation="Ines")) == ["Ines and Ines"]


def test_fields_stand_in_cells_notes_and_headers():
    data = master(
        table(paragraph(field(1, "_lb_s0001", "«salutation»"))) + paragraph(note_mark(1)),
        {"_lb_s0001": "recipient.salutation", "_lb_s0002": "recipient.fund", "_lb_s0003": "recipient.fund"},
        stories={
            "footnotes": note(1, paragraph(field(2, "_lb_s0002", "«fund»"))),
            "header1": paragraph(field(3, "_lb_s0003", "«fund»")),
        },
    )
    made = copy(data, salutation="Ines", fund="Fund <I>")
    parts = parts_of(made)
    assert lines_of(made)[0] == "Ines"
    assert b"Fund &lt;I&gt;" in parts["word/footnotes.xml"]
    assert b"Fund &lt;I&gt;" in parts["word/header1.xml"]


def test_a_value_larger_than_a_stored_block_comes_through_whole():
    long = "".join(chr(97 + number % 26) for number in range(150_000))
    assert lines_of(copy(letter(field(1, "_lb_s0001", "«salutation»")), salutation=long)) == [long]


def test_words_written_into_a_field_are_told():
    data = letter(field(1, "_lb_s0001", "«salutation» dear friend"))
    (finding,) = open_approved_file("letter.docx", data).findings
    assert '"«salutation» dear friend"' in finding.message


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (paragraph("Dear all,"), "is missing"),
        (
            paragraph(start(1, "_lb_s0001"), "«salutation»") + paragraph(end(1)),
            "from one paragraph into another",
        ),
        (paragraph(start(1, "_lb_s0001"), "«salutation»"), "has no end"),
        (paragraph(field(1, "_lb_s0001", "«salutation»"), " «salutation»"), "stands outside its field"),
        (
            paragraph(
                start(1, "_lb_s0001"),
                word_field("PAGE", "1").replace("<w:r>", end(1) + "<w:r>", 3).replace(end(1), "", 2),
            ),
            "part of another field",
        ),
    ],
    ids=["deleted", "two paragraphs", "no end", "stray words", "half a field"],
)
def test_a_field_that_cannot_be_filled_is_refused(body, words):
    assert words in fault_of(master(body, SALUTATION))


def test_an_entry_of_contents_that_lost_its_field_in_word_is_told_with_what_to_do():
    style = '<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>'
    entry = paragraph("Dear «salutation»").replace("<w:p>", style, 1)
    field = paragraph(start(1, "_lb_s0001"), "«salutation»", end(1))
    said = fault_of(master(entry + field, SALUTATION))
    assert "The table of contents was updated in Word" in said


def test_all_that_is_wrong_is_told_at_once():
    meanings = {"_lb_s0001": "recipient.salutation", "_lb_s0002": "when recipient.vip"}
    with pytest.raises(BadInput) as caught:
        open_approved_file("letter.docx", master(paragraph("Dear all,"), meanings))
    assert len(caught.value.findings) == 2


@pytest.mark.parametrize(
    ("body", "stories", "words"),
    [
        (paragraph("<w:ins w:id='9' w:author='A'><w:r><w:t>new</w:t></w:r></w:ins>"), {}, "tracked changes"),
        (paragraph("x", properties="<w:rPr><w:del w:id='9' w:author='A'/></w:rPr>"), {}, "tracked changes"),
        (paragraph("<w:commentRangeStart w:id='1'/>", "x"), {}, "comments"),
        (paragraph("x"), {"comments": "<w:comment w:id='1' w:author='A'/>"}, "comments"),
    ],
)
def test_changes_and_comments_that_are_not_settled_are_refused(body, stories, words):
    data = master(paragraph(field(1, "_lb_s0001", "«salutation»")) + body, SALUTATION, stories=stories)
    assert words in fault_of(data)


@pytest.mark.parametrize(
    ("meanings", "words"),
    [
        ({}, "nothing in it that depends on a recipient"),
        ({"_lb_s0001": "recipient.salutation", "letterbook-copy-of": "ab"}, "copy already"),
        ({"_lb_s0001": "salutation"}, "neither a field nor a test"),
        ({"_lb_s0001": "when salutation"}, "no test of a recipient"),
    ],
)
def test_files_that_are_no_draft_with_recipients_are_refused(meanings, words):
    assert words in fault_of(master(paragraph(field(1, "_lb_s0001", "«salutation»")), meanings))


def test_a_copy_says_what_it_was_made_from_and_nothing_of_the_recipients():
    data = letter(field(1, "_lb_s0001", "«salutation»"))
    approved = open_approved_file("letter.docx", data)
    properties = parts_of(copy(data, salutation="Ines"))["docProps/custom.xml"].decode()
    assert approved.digest in properties
    assert "letterbook-build" in properties
    assert "recipient." not in properties
    assert "copy already" in fault_of(copy(data, salutation="Ines"))
