"""With a passage goes all that only it used: nothing of it can be found in the copy."""

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
    link,
    master,
    note,
    note_mark,
    pack,
    paragraph,
    parts_of,
    passage,
    picture,
    start,
    word_field,
)

VIP = {"_lb_s0001": "when recipient.vip"}


def found_in(data, words):
    return [name for name, part in parts_of(data).items() if words.encode() in part]


@pytest.fixture
def secret():
    """A letter whose passage has a footnote, a link, and two pictures, one of them used elsewhere too."""
    inside = paragraph(
        "Secret words", note_mark(2), link("rId2", "Secret link"), picture("rId4"), picture("rId5")
    )
    body = (
        paragraph("Dear all", note_mark(1), link("rId1", "Open"), picture("rId5"))
        + passage(1, "_lb_s0001", inside)
        + paragraph("Bye", note_mark(3))
    )
    notes = [
        note(1, paragraph("First note")),
        note(2, paragraph("Secret note")),
        note(3, paragraph("Last note")),
    ]
    return master(
        body,
        VIP,
        stories={"footnotes": "".join(notes)},
        links=[
            ("rId1", "hyperlink", "https://open.example", True),
            ("rId2", "hyperlink", "https://secret.example", True),
            ("rId4", "image", "media/secret.png", False),
            ("rId5", "image", "media/open.png", False),
        ],
        members={"word/media/secret.png": b"secret picture", "word/media/open.png": b"open picture"},
    )


def test_what_only_a_passage_used_is_nowhere_in_the_copy(secret):
    made = copy(secret, vip="no")
    for words in ("Secret", "secret"):
        assert found_in(made, words) == []
    assert found_in(made, "secret.png") == []


def test_what_is_used_elsewhere_stays(secret):
    made = parts_of(copy(secret, vip="no"))
    assert "word/media/open.png" in made
    assert b"https://open.example" in made["word/_rels/document.xml.rels"]
    assert b"First note" in made["word/footnotes.xml"]
    assert b'w:id="3"' in made["word/footnotes.xml"]
    assert b"continuationSeparator" in made["word/footnotes.xml"]


def test_whoever_gets_the_passage_gets_all_of_it(secret):
    before, after = parts_of(secret), parts_of(copy(secret, vip="yes"))
    assert {name for name in before if before[name] != after.get(name)} == {"docProps/custom.xml"}


def test_a_picture_of_the_first_page_goes_where_a_passage_was_cut(secret):
    parts = parts_of(secret)
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
    added = f'<Relationship Id="rId9" Type="{kind}" Target="docProps/thumbnail.jpeg"/></Relationships>'
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"</Relationships>", added.encode())
    data = pack(parts | {"docProps/thumbnail.jpeg": b"picture of secret words"})
    assert found_in(copy(data, vip="no"), "thumbnail") == []
    assert "docProps/thumbnail.jpeg" in parts_of(copy(data, vip="yes"))


def test_a_field_in_a_footnote_that_goes_is_not_asked_for_its_place():
    data = master(
        passage(1, "_lb_s0001", paragraph("x", note_mark(1))) + paragraph("Bye"),
        VIP | {"_lb_s0002": "recipient.fund"},
        stories={"footnotes": note(1, paragraph(field(2, "_lb_s0002", "«fund»")))},
    )
    assert found_in(copy(data, vip="no", fund="Fund I"), "Fund I") == []


def caption(number, name, words):
    counter = word_field("SEQ Figure \\* ARABIC", words)
    return paragraph(start(number, name), "Figure ", counter, end(number), ": caption")


def test_figures_behind_a_cut_one_are_counted_anew_with_the_references_to_them():
    body = (
        caption(11, "one", "1")
        + passage(1, "_lb_s0001", caption(12, "two", "2"))
        + caption(13, "three", "3")
        + paragraph(
            "See ", word_field("REF three \\h", "Figure 3"), " and ", word_field("REF one \\h", "Figure 1")
        )
    )
    assert lines_of(copy(master(body, VIP), vip="no")) == [
        "Figure 1: caption",
        "Figure 2: caption",
        "See Figure 2 and Figure 1",
    ]
    assert lines_of(copy(master(body, VIP), vip="yes"))[-1] == "See Figure 3 and Figure 1"


def heading(number, level, words):
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="4"/></w:numPr>'
    return paragraph(start(number, f"h{number}"), words, end(number), properties=numbering)


def test_references_to_numbered_sections_behind_a_cut_one_are_right():
    body = (
        heading(11, 0, "First")
        + passage(1, "_lb_s0001", heading(12, 0, "Second"), heading(13, 1, "Below"))
        + heading(14, 0, "Third")
        + heading(15, 1, "Below third")
        + paragraph(word_field("REF h15 \\r \\h", "3.1"), " ", word_field("REF h11 \\r \\h", "1"))
    )
    assert lines_of(copy(master(body, VIP), vip="no"))[-1] == "2.1 1"


def test_a_reference_to_what_is_cut_becomes_plain_words():
    body = passage(1, "_lb_s0001", caption(12, "two", "1")) + paragraph(
        "See ",
        word_field("REF two \\h", "Figure 1"),
        " or ",
        '<w:hyperlink w:anchor="two"><w:r><w:t>it</w:t></w:r></w:hyperlink>',
    )
    data = master(body, VIP)
    made = copy(data, vip="no")
    told = [finding.message for finding in open_approved_file("letter.docx", data).findings]
    assert [message.partition(" refers")[0] for message in told] == ['"Figure 1"', '"it"']
    assert lines_of(made) == ["See Figure 1 or it"]
    assert "fldChar" not in body_of(made)
    assert "hyperlink" not in body_of(made)


def test_the_same_values_give_the_same_bytes(secret):
    assert copy(secret, vip="no") == copy(secret, vip="no")


def test_a_part_that_is_no_xml_is_refused():
    data = master(paragraph("x") + "<w:p>", VIP)
    with pytest.raises(BadInput, match="damaged"):
        copy(data, vip="no")
