"""What of a Word file is read, and as what."""

from __future__ import annotations

import pytest

from letterbook.errors import BadInput
from letterbook.verify.letter import tick_off
from letterbook.verify.matching import Outcome
from letterbook.verify.words import note_numbers, place_words
from tests.verify.word_letters import paragraph, run, text_box, word_file

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


@pytest.fixture
def read(figures):
    def read_it(body, **parts):
        return tick_off("letter.docx", word_file(body, **parts), figures)

    return read_it


def numbers(letter):
    return [tick.text for tick in letter.ticks if not tick.reason]


def field(code, result):
    return (
        FIELD.format("begin")
        + f"<w:r><w:instrText> {code} </w:instrText></w:r>"
        + FIELD.format("separate")
        + run(result)
        + FIELD.format("end")
    )


def test_inserted_text_counts_and_deleted_does_not(read):
    body = paragraph(
        "Fund I net TVPI is ",
        f'<w:ins w:id="1" w:author="P">{run("2.4x")}</w:ins>',
        '<w:del w:id="2" w:author="P"><w:r><w:delText>2.1x</w:delText></w:r></w:del>',
        f'<w:moveFrom w:id="3" w:author="P">{run("9 companies")}</w:moveFrom>',
    )
    letter = read(body)
    assert numbers(letter) == ["2.4x"]
    assert letter.ticks[0].outcome is Outcome.DISAGREES


def test_a_number_in_several_runs_is_one(read):
    assert numbers(
        read(paragraph("Fund I NAV is $7", run("8", "<w:rPr><w:b/></w:rPr>"), ".5", run("m")))
    ) == ["$78.5m"]


def test_content_controls_links_and_fields_are_read(read):
    control = f"<w:sdt><w:sdtContent>{run('Fund I net TVPI is 2.1x')}</w:sdtContent></w:sdt>"
    link = f'<w:hyperlink w:anchor="a">{run(", its DPI 0.22x")}</w:hyperlink>'
    letter = read(f"<w:sdt><w:sdtContent>{paragraph(control, link)}</w:sdtContent></w:sdt>")
    assert [tick.outcome.value for tick in letter.ticks] == ["agrees", "agrees"]
    assert numbers(read(paragraph("Net IRR ", field("= 2 + 2", "23.4%")))) == ["23.4%"]


def test_page_numbers_references_and_hidden_text_are_no_figures(read):
    body = paragraph(
        "Page ",
        field("PAGE", "12"),
        " see ",
        field("REF t1 \\h", "Table 3"),
        " ",
        run("7.7x", "<w:rPr><w:vanish/></w:rPr>"),
    )
    assert [(tick.text, tick.reason) for tick in read(body).ticks] == [
        ("12", "page number"),
        ("Table 3", "reference"),
        ("7.7x", "hidden text"),
    ]


def test_text_boxes_notes_headers_and_footers_are_read_once(read):
    note = '<w:footnote w:id="3">' + paragraph("Fund I DPI is 0.22x net.") + "</w:footnote>"
    reference = '<w:r><w:footnoteReference w:id="3"/></w:r>'
    letter = read(
        paragraph("See the note.", reference, text_box(paragraph("Fund II net TVPI 1.1x"))),
        footnotes=note,
        header=paragraph("Fund I NAV $78.5m"),
        footer=paragraph("Registered number 1234567"),
    )
    notes = note_numbers(letter.file)
    assert [
        (place_words(tick, notes), tick.text, tick.outcome.value) for tick in letter.ticks if not tick.reason
    ] == [
        ("text box", "1.1x", "agrees"),
        ("footnote 1", "0.22x", "agrees"),
        ("header", "$78.5m", "agrees"),
    ]


def test_tables_in_tables_deleted_rows_and_spans_keep_their_places(read):
    def cell(text, properties=""):
        return f"<w:tc>{properties}{paragraph(text)}</w:tc>"

    deleted = f"<w:tr><w:trPr><w:del w:id='1' w:author='P'/></w:trPr>{cell('Net DPI')}{cell('9.99x')}</w:tr>"
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    table = (
        f"<w:tbl><w:tr>{cell('')}{cell('Fund I', wide)}{cell('Fund II')}</w:tr>{deleted}"
        f"<w:tr>{cell('Net TVPI')}{cell('2.1x')}{cell('')}{cell('1.1x')}</w:tr></w:tbl>"
    )
    letter = read(table + paragraph("End."))
    assert [(tick.text, tick.label, tick.outcome.value) for tick in letter.ticks] == [
        ("2.1x", "Net TVPI, Fund I", "agrees"),
        ("1.1x", "Net TVPI, Fund II", "agrees"),
    ]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04 broken", b"just text"])
def test_what_is_no_word_file_is_refused_in_a_sentence(figures, data):
    with pytest.raises(BadInput) as caught:
        tick_off("letter.docx", data, figures)
    assert caught.value.message.startswith("letter.docx is ")
    assert caught.value.hint


def test_deep_nesting_is_read_without_running_out_of_stack(read):
    deep = (
        "<w:sdt><w:sdtContent>" * 3000 + paragraph("Fund I net TVPI 2.1x") + "</w:sdtContent></w:sdt>" * 3000
    )
    assert numbers(read(deep)) == ["2.1x"]
