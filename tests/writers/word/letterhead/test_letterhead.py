"""What is read from a letterhead: its styles, its page, its numbers, and where the draft goes."""

from __future__ import annotations

import pytest

from letterbook.errors import BadInput
from letterbook.writers.word.letterhead.found_styles import StyleKind
from letterbook.writers.word.letterhead.letterhead import open_letterhead
from letterbook.writers.word.letterhead.taken import first_free
from letterbook.writers.word.opened.xml_part import parse_xml
from letterbook.writers.word.sections import GAP, Arrangement
from tests.writers.word.letterhead.letterheads import (
    ADDRESS,
    MAIN,
    NAMESPACES,
    PLACE,
    SECTION,
    WORD,
    document,
    german,
    german_body,
    german_parts,
    german_with,
    relationships,
    types,
)


def paragraph(text, properties=""):
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def place_in(letterhead):
    insertion = letterhead.insertion
    data = letterhead.document.data
    return (
        (data[: insertion.start] + insertion.before).decode(),
        data[insertion.start : insertion.end].decode(),
        (insertion.after + data[insertion.end :]).decode(),
    )


# --- styles ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("Heading 1", "berschrift1"),
        ("Normal", "Standard"),
        ("Quote", "Zitat"),
        ("List Bullet", "Liste"),
        ("Body Text", None),
        ("Heading 9", None),
        ("Source Code", None),
    ],
)
def test_a_style_is_found_by_its_name_whatever_case_and_id(name, identifier):
    assert open_letterhead(german()).styles.identifier(name) == identifier


def test_a_style_is_found_by_its_name_in_another_language_where_a_converter_stored_that():
    styles = german_parts()["word/styles.xml"].replace('"heading 2"', '"Überschrift 2"')
    assert open_letterhead(german(word__styles=styles)).styles.identifier("Heading 2") == "berschrift2"


def test_the_default_paragraph_style_is_normal_whatever_it_is_called():
    styles = german_parts()["word/styles.xml"].replace('w:val="Normal"', 'w:val="Grundtext"')
    assert open_letterhead(german(word__styles=styles)).styles.identifier("Normal") == "Standard"


def test_a_style_of_another_kind_is_not_that_style_but_keeps_its_name_and_id():
    styles = open_letterhead(german()).styles
    assert styles.identifier("Source Code", StyleKind.CHARACTER) == "Quelltext"
    assert styles.free_name("Source Code") == "Source Code 2"
    assert styles.free_identifier("titel") == "titel2"
    assert styles.free_identifier("SourceCode") == "SourceCode"


def test_an_indent_is_inherited_and_a_circle_of_styles_survived():
    styles = open_letterhead(german()).styles
    assert [styles.left_indent(each) for each in ("Zitat", "Titel", "Kreis1", "nowhere")] == [567, 0, 0, 0]


def test_a_letterhead_without_styles_has_none():
    rows = [
        ("rId2", "settings", "settings.xml"),
        ("rId7", "header", "header1.xml"),
        ("rId8", "footer", "footer1.xml"),
    ]
    styles = open_letterhead(german_with({"word/_rels/document.xml.rels": relationships(*rows)})).styles
    assert (styles.styles, styles.language, styles.identifier("Normal")) == ((), "", None)


def test_the_language_is_that_of_the_defaults():
    assert open_letterhead(german()).styles.language == "de-DE"


# --- page and numbers --------------------------------------------------------------------------


def test_the_page_is_that_of_the_section():
    page = open_letterhead(german()).page
    assert (page.column_width(), page.text_height()) == (11906 - 1134 - 1418, 16838 - 2835 - 1134)
    lying = Arrangement(landscape=True)
    assert (page.column_width(lying), page.text_height(lying)) == (16838 - 1134 - 1418, 11906 - 2835 - 1134)
    two = Arrangement(columns=2)
    assert page.column_width(two) == (11906 - 1134 - 1418 - GAP) // 2


def test_a_page_that_lies_already_is_not_turned():
    section = SECTION.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')
    page = open_letterhead(german_body(PLACE + section)).page
    assert page.column_width(Arrangement(landscape=True)) == page.column_width() == 16838 - 1134 - 1418
    assert page.text_height(Arrangement(landscape=True)) == page.text_height()


@pytest.mark.parametrize(
    ("columns", "width"),
    [
        ('<w:cols w:num="2" w:space="400"/>', (9354 - 400) // 2),
        (
            '<w:cols w:num="2" w:equalWidth="0"><w:col w:w="3000"/><w:col w:w="6000"/></w:cols>',
            3000,
        ),
        ('<w:cols w:num="x"/>', 9354),
    ],
)
def test_text_is_as_wide_as_its_column(columns, width):
    section = SECTION.replace('<w:cols w:space="708"/>', columns)
    assert open_letterhead(german_body(PLACE + section)).page.column_width() == width


def test_measures_may_have_units():
    section = SECTION.replace('w:w="11906"', 'w:w="210mm"').replace('w:left="1418"', 'w:left="-0.5in"')
    page = open_letterhead(german_body(PLACE + section)).page
    assert (page.width, page.left) == (11906, -720)


def test_without_a_section_the_page_is_words_own():
    page = open_letterhead(german_body(PLACE)).page
    assert (page.width, page.height, page.column_width()) == (12240, 15840, 9360)


def test_numbers_go_on_after_those_of_the_body_its_headers_and_its_lists():
    free = open_letterhead(german()).free
    assert (free.number, free.abstract, free.bookmark, free.note) == (8, 1, 78, 1)
    assert free.bookmark_names == {"datum", "kopf"}


def test_a_large_number_leaves_the_room_before_it():
    assert open_letterhead(german()).free.drawing == 1
    assert first_free([3, 5, 2_000_000_000], 1) == 6
    assert first_free([], 0) == 0
    assert first_free([999_999], 0) == 1_000_000


def test_ids_of_relationships_begin_as_no_other_does():
    rows = german_parts()["word/_rels/document.xml.rels"].replace('"rId5"', '"Letterbook1"')
    free = open_letterhead(german()).free
    assert (free.relationship, free.media) == ("letterbook", "letterbook")
    assert (
        open_letterhead(german_with({"word/_rels/document.xml.rels": rows})).free.relationship
        == "letterbookx"
    )


# --- where the draft goes ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "place",
    [
        PLACE,
        paragraph("{{body}}"),
        paragraph("  {{  Body }} "),
        paragraph("{{ body }}", '<w:pPr><w:jc w:val="left"/></w:pPr>'),
    ],
)
def test_the_paragraph_that_says_body_is_replaced_and_nothing_else(place):
    before, gone, after = place_in(open_letterhead(german_body(ADDRESS + place + ADDRESS + SECTION)))
    assert gone == place
    assert before + gone + after == document(ADDRESS + place + ADDRESS + SECTION)


def test_without_a_place_the_draft_goes_to_the_end():
    before, gone, after = place_in(open_letterhead(german_body(ADDRESS + SECTION)))
    assert (gone, before[-len(ADDRESS) :], after) == ("", ADDRESS, f"{SECTION}</w:body></w:document>")


def test_a_last_empty_paragraph_is_where_the_draft_begins():
    empty = "<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:rPr><w:b/></w:rPr></w:r></w:p>"
    _, gone, after = place_in(open_letterhead(german_body(ADDRESS + empty + SECTION)))
    assert (gone, after) == (empty, f"{SECTION}</w:body></w:document>")


@pytest.mark.parametrize(
    "last",
    [
        "<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>",
        "<w:p><w:r><w:br/></w:r></w:p>",
        '<w:p><w:bookmarkStart w:id="1" w:name="Text"/></w:p><w:bookmarkEnd w:id="1"/>',
        "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>",
    ],
)
def test_a_last_paragraph_that_does_something_stays(last):
    before, gone, _ = place_in(open_letterhead(german_body(ADDRESS + last + SECTION)))
    assert (gone, before.endswith(last)) == ("", True)


def test_a_body_without_anything_takes_the_draft():
    empty = f"<w:document {NAMESPACES}><w:body/></w:document>"
    before, _, after = place_in(open_letterhead(german(word__document=empty)))
    assert (before, after) == (f"<w:document {NAMESPACES}><w:body>", "</w:body></w:document>")


def test_the_draft_stands_on_the_page_of_its_own_section():
    own = '<w:sectPr><w:pgSz w:w="8000" w:h="9000"/></w:sectPr>'
    ending = paragraph("{{ body }}", f"<w:pPr>{own}</w:pPr>")
    letterhead = open_letterhead(german_body(ending + ADDRESS + SECTION))
    assert (letterhead.page.width, letterhead.section) == (8000, own)
    _, _, after = place_in(letterhead)
    assert after.startswith(f"<w:p><w:pPr>{own}</w:pPr><w:r></w:r></w:p>{ADDRESS}")


def test_a_picture_in_the_paragraph_of_the_draft_is_kept():
    picture = "<w:r><w:drawing/></w:r>"
    kept = f"<w:p>{picture}<w:r></w:r></w:p>"
    place = f"<w:p>{picture}<w:r><w:t>{{{{ body }}}}</w:t></w:r></w:p>"
    before, gone, _ = place_in(open_letterhead(german_body(ADDRESS + place + SECTION)))
    assert (gone, before.endswith(ADDRESS + kept)) == (place, True)


def test_marks_of_an_earlier_draft_do_not_count():
    mark = '<w:bookmarkStart w:id="3" w:name="_lb_b0001"/>'
    end = '<w:bookmarkEnd w:id="3"/>'
    letterhead = open_letterhead(german_body(f"<w:p>{mark}</w:p>{end}{SECTION}"))
    assert [letterhead.document.raw(each).decode() for each in letterhead.stale] == [mark, end]
    assert place_in(letterhead)[1] == f"<w:p>{mark}</w:p>"


def test_the_table_above_the_draft_is_known():
    table = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    assert open_letterhead(german_body(f"{table}{PLACE}{SECTION}")).insertion.below_table
    assert not open_letterhead(german_body(f"{table}{ADDRESS}{PLACE}{SECTION}")).insertion.below_table


def test_other_prefixes_and_other_encodings_are_read():
    text = (
        document(PLACE.replace("w14:paraId", "x:paraId"), NAMESPACES.replace("xmlns:w=", "xmlns:x="))
        .replace("w:", "x:")
        .replace("x:Ignorable", "mc:Ignorable")
    )
    wide = text.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
    for written in (text.encode(), wide):
        letterhead = open_letterhead(german_with({"word/document.xml": written}))
        assert letterhead.insertion.end > letterhead.insertion.start
    assert letterhead.document.data.startswith(b'<?xml version="1.0" encoding="UTF-8"')


def test_the_main_document_may_lie_elsewhere():
    parts = {
        "_rels/.rels": relationships(("r", "officeDocument", "/brief/Haupt.xml")),
        "[Content_Types].xml": types(
            more=f'<Override PartName="/BRIEF/haupt.xml" ContentType="{MAIN}.template.main+xml"/>'
        ),
        "brief/haupt.xml": document(PLACE),
        "brief/_rels/haupt.xml.rels": relationships(("rId1", "styles", "../word/styles.xml")),
    }
    letterhead = open_letterhead(german_with(parts))
    assert letterhead.word.main == "brief/haupt.xml"
    assert letterhead.styles.identifier("Heading 1") == "berschrift1"


CELL = f"<w:tbl><w:tr><w:tc>{PLACE}</w:tc></w:tr></w:tbl>"
CONTROL = f"<w:sdt><w:sdtContent>{PLACE}</w:sdtContent></w:sdt>"
BOX = f"<w:p><w:r><w:pict><w:txbxContent>{PLACE}</w:txbxContent></w:pict></w:r></w:p>"
FIELD = '<w:p><w:r><w:fldChar w:fldCharType="{}"/></w:r></w:p>'


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (PLACE + PLACE, "says {{ body }} in 2 places."),
        (paragraph("Dear all, {{ body }}"), "says {{ body }} beside other text."),
        (CELL, "says {{ body }} in a table"),
        (CONTROL, "says {{ body }} in a content control"),
        (BOX, "says {{ body }} in a text box"),
        (FIELD.format("begin") + PLACE + FIELD.format("end"), "has its {{ body }} within a field."),
    ],
)
def test_a_place_where_no_draft_can_stand_is_refused(body, says):
    with pytest.raises(BadInput) as refused:
        open_letterhead(german_body(body + SECTION))
    assert refused.value.message.startswith(f"briefkopf.docx {says}")
    assert refused.value.hint


def test_a_place_in_a_header_is_refused():
    with pytest.raises(BadInput, match="in a header, a footer or a note"):
        open_letterhead(
            german(word__footer1=f'<w:ftr xmlns:w="{WORD}">{paragraph("Seite {{ body }}")}</w:ftr>')
        )


# --- the places of elements --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("xml", "empty"),
    [
        ("<a/>", True),
        ("<a  b='/>' />", True),
        ("<a></a>", False),
        ("<a b='/>'></a >", False),
        ("<a><!-- /></a> --></a>", False),
        ("<a><?x />?></a>", False),
        ("<a>/></a>", False),
        ("<a>/&gt;</a>", False),
        ("<a><![CDATA[/>]]></a>", False),
        ("<a><c/></a>", False),
    ],
)
def test_every_element_knows_where_it_stands(xml, empty):
    data = f"<r>/><b/>{xml}<b>x</b></r>".encode()
    part = parse_xml("x.docx", "x.xml", data)
    element = part.root.children[1]
    assert part.raw(element).decode() == xml
    assert element.is_empty is empty
    filled = part.with_edits([part.at_end(element, "<new/>")])
    again = parse_xml("x.docx", "x.xml", filled).root.children[1]
    assert [child.name for child in again.children][-1] == "new"
    assert part.with_edits([part.declare({"n": "urn:n"})]).startswith(b'<r xmlns:n="urn:n">')
