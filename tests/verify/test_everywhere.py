# ruff: noqa: E501, ISC004 - XML as Office writes it
"""Numbers outside the text: charts, diagrams, text boxes, headers and footers, endnotes, content controls."""

from __future__ import annotations

import shutil

import pytest

from letterbook.verify.letter import tick_off
from letterbook.verify.marked_copy import marked_copy
from letterbook.verify.words import note_numbers, place_words, unread_words, verdict
from tests.verify.conftest import DATA
from tests.verify.drawn_letters import (
    LABELS,
    chart_run,
    columns,
    diagram,
    diagram_run,
    letter_with,
    newer_chart_run,
    picture_drawing,
    series,
    waterfall,
)
from tests.verify.letters import convert, needs_libreoffice
from tests.verify.test_marked_copy import VALIDATOR, commented, errors_of
from tests.verify.word_letters import paragraph, parts_of, text_box, word_file

NAV = series("Fund I NAV", ("71.3", "79.5"), '"$"0.0"m"', LABELS)
CHART = columns(NAV, heading="Fund I TVPI, net, is 2.1x")
TEXT = paragraph("See the chart.", chart_run()) + paragraph("Fund II net TVPI 1.1x")


@pytest.fixture
def told(figures):
    """Each number of a letter with its place and its outcome, numbers that are no figures left out."""

    def told_of(data):
        letter = tick_off("letter.docx", data, figures)
        notes = note_numbers(letter.file)
        return [
            (place_words(tick, notes), tick.text, tick.outcome.value)
            for tick in letter.ticks
            if not tick.reason
        ]

    return told_of


def test_the_printed_values_of_a_chart_are_ticked_off_by_its_series_and_categories(told, figures):
    letter = letter_with(TEXT, "chart", CHART)
    assert told(letter) == [
        ("chart 1", "2.1x", "agrees"),
        ("chart 1 (H2 2025, Fund I NAV)", "$71.3m", "agrees"),
        ("chart 1 (H1 2026, Fund I NAV)", "$79.5m", "disagrees"),
        ("paragraph 2", "1.1x", "agrees"),
    ]
    wrong = tick_off("letter.docx", letter, figures).ticks[4]
    assert verdict(wrong).startswith("$79.5m; the sheet says $78.5m (Fund I NAV, net, 2026-06-30")


def test_values_that_a_chart_draws_without_printing_them_are_counted_as_unread(told, figures):
    plain = columns(series("Fund I NAV", ("71.3", "79.5"), "0.0"), heading="Fund I")
    letter = letter_with(TEXT, "chart", plain)
    assert told(letter) == [("paragraph 2", "1.1x", "agrees")]
    unread = tick_off("letter.docx", letter, figures).unread
    assert unread_words(unread) == "2 chart values without a label"


@pytest.mark.parametrize(
    ("labels", "shown"),
    [
        ('<c:dLbls><c:dLbl><c:idx val="0"/><c:delete val="1"/></c:dLbl><c:showVal val="1"/></c:dLbls>', ["79.5"]),
        ('<c:dLbls><c:delete val="1"/></c:dLbls>', []),
        ('<c:dLbls><c:dLbl><c:idx val="1"/><c:showVal/></c:dLbl><c:showVal val="0"/></c:dLbls>', ["79.5"]),
        (
            '<c:dLbls><c:numFmt formatCode="0.00" sourceLinked="0"/><c:showVal val="1"/></c:dLbls>',
            ["71.30", "79.50"],
        ),
        (
            '<c:dLbls><c:dLbl><c:idx val="1"/><c:tx><c:rich><a:p><a:r><a:t>$78.5m</a:t></a:r></a:p></c:rich></c:tx>'
            '<c:showVal val="1"/></c:dLbl><c:showVal val="0"/></c:dLbls>',
            ["$78.5m"],
        ),
    ],
)  # fmt: skip
def test_a_value_is_printed_where_its_label_says_so_and_as_it_says(told, labels, shown):
    chart = columns(series("Fund I NAV, US$m", ("71.3", "79.5"), "0.0", labels))
    assert [text for _, text, _ in told(letter_with(TEXT, "chart", chart))][:-1] == shown


def test_a_chart_with_a_table_below_prints_all_its_values(told):
    table = '<c:dTable><c:showKeys val="1"/></c:dTable>'
    chart = columns(series("Fund I NAV", ("71.3", "78.5"), '"$"0.0"m"'), table=table)
    assert [text for _, text, _ in told(letter_with(TEXT, "chart", chart))] == ["$71.3m", "$78.5m", "1.1x"]


def test_labels_of_all_series_of_a_kind_count_for_each(told):
    chart = columns(series("Fund I NAV", ("71.3", "78.5"), '"$"0.0"m"'), labels=LABELS)
    assert [text for _, text, _ in told(letter_with(TEXT, "chart", chart))] == ["$71.3m", "$78.5m", "1.1x"]


def test_a_waterfall_of_newer_programs_is_read_once_and_its_picture_is_not(told, figures):
    part = waterfall(
        "NAV bridge",
        ("NAV at end of 2025", "NAV at 30 June 2026"),
        ("71.3", "79.5"),
        "&quot;$&quot;0.0&quot;m&quot;",
    )
    letter = letter_with(paragraph(newer_chart_run()), "chartEx", part)
    assert told(letter) == [
        ("chart 1 (NAV at end of 2025, Fund I)", "$71.3m", "agrees"),
        ("chart 1 (NAV at 30 June 2026, Fund I)", "$79.5m", "disagrees"),
    ]
    assert tick_off("letter.docx", letter, figures).unread == {}


def test_the_words_of_a_diagram_are_read_once(told):
    letter = letter_with(
        paragraph(diagram_run()), "diagramData", diagram("Fund I net TVPI 2.1x", "Fund I NAV $79.5m")
    )
    assert told(letter) == [("diagram 1", "2.1x", "agrees"), ("diagram 1", "$79.5m", "disagrees")]


@pytest.mark.parametrize("part", ["<c:chart", "<other/>"])
def test_a_chart_that_cannot_be_read_does_not_stop_the_rest(told, figures, part):
    letter = letter_with(TEXT, "chart", part)
    assert told(letter) == [("paragraph 2", "1.1x", "agrees")]
    missing = word_file(TEXT)
    assert told(missing) == [("paragraph 2", "1.1x", "agrees")]
    assert unread_words(tick_off("letter.docx", missing, figures).unread) == "1 drawing"


def test_pictures_formulas_and_objects_are_counted_but_not_logos_in_headers(figures):
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    picture = f"<w:r>{picture_drawing()}</w:r>"
    body = paragraph(picture, picture, f"<m:oMath {math}><m:r><m:t>9.9</m:t></m:r></m:oMath>")
    chunk = '<w:altChunk r:id="rId9"/>'
    letter = tick_off("letter.docx", word_file(body + chunk, header=paragraph(picture)), figures)
    assert unread_words(letter.unread) == "1 embedded file, 1 formula, 2 pictures"


def test_alternatives_are_read_once_whatever_they_hold(told):
    box = f"<w:txbxContent>{paragraph('Fund I net TVPI 2.1x')}</w:txbxContent>"
    twice = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{0}</w:drawing></mc:Choice>'
        '<mc:Choice Requires="wpg"><w:drawing>{0}</w:drawing></mc:Choice>'
        "<mc:Fallback><w:pict>{0}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    ).replace("{0}", box)
    only_old = f"<w:r><mc:AlternateContent><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    assert told(word_file(paragraph(twice))) == [("text box", "2.1x", "agrees")]
    assert told(word_file(paragraph(only_old))) == [("text box", "2.1x", "agrees")]


def test_a_table_in_a_text_box_a_box_in_a_box_and_old_word_art_are_read(told):
    table = f"<w:tbl><w:tr><w:tc>{paragraph('Fund I NAV')}</w:tc><w:tc>{paragraph('$78.5m')}</w:tc></w:tr></w:tbl>"
    inner = paragraph(text_box(paragraph("Fund I net TVPI 2.4x")))
    art = '<w:r><w:pict><v:shape><v:textpath string="Fund II NAV $31.2m"/></v:shape></w:pict></w:r>'
    assert sorted(told(word_file(paragraph(text_box(table, inner), art)))) == [
        ("text box", "$31.2m", "agrees"),
        ("text box", "$78.5m", "agrees"),
        ("text box", "2.4x", "disagrees"),
    ]


def test_endnotes_are_read_and_comments_of_others_are_not(told):
    note = '<w:endnote w:id="2">' + paragraph("Fund I DPI is 0.22x net.") + "</w:endnote>"
    comment = '<w:comment w:id="7" w:author="P">' + paragraph("Fund I TVPI is 9.9x?") + "</w:comment>"
    body = paragraph("End.", '<w:r><w:endnoteReference w:id="2"/></w:r>')
    assert told(word_file(body, endnotes=note, comments=comment)) == [("endnote 1", "0.22x", "agrees")]


@pytest.mark.parametrize("on", [True, False])
@pytest.mark.parametrize(
    ("kind", "switch"), [("first", "<w:titlePg/>"), ("even", "<w:evenAndOddHeaders/>"), ("default", "")]
)
def test_headers_are_read_where_pages_have_them(told, kind, switch, on):
    first = switch if kind == "first" and on else ""
    section = f'<w:sectPr><w:headerReference w:type="{kind}" r:id="rId1"/>{first}</w:sectPr>'
    letter = word_file(
        paragraph("Text.") + section,
        header=paragraph("Fund I NAV $78.5m"),
        settings=switch if kind == "even" and on else "",
    )
    assert told(letter) == ([("header", "$78.5m", "agrees")] if on or kind == "default" else [])


@pytest.mark.parametrize(
    "line", ["3", "- 3 -", "Page 3 of 7", "3 of 7", "3/7", "3 | 7", "Letter\t3", "Seite 3 von 7", "Page | 12"]
)
def test_page_numbers_that_somebody_typed_into_a_footer_are_no_figures(told, line):
    assert (
        told(word_file(paragraph("Text."), footer=paragraph(line.replace("\t", "</w:t><w:tab/><w:t>")))) == []
    )


def test_other_numbers_of_a_footer_are_figures(told):
    letter = word_file(paragraph("Text."), footer=paragraph("Fund I NAV: $79.5m of 42 companies"))
    assert told(letter) == [("footer", "$79.5m", "disagrees"), ("footer", "42", "uncovered")]


def test_comments_on_charts_stand_at_the_chart_and_say_so(figures):
    letter = letter_with(TEXT, "chart", CHART, header=paragraph("Fund II NAV $31.2m"))
    marked = marked_copy(tick_off("letter.docx", letter, figures))
    said = [text.split(":")[0].split(" (Perf")[0] for _, text in commented(marked)]
    assert said == [
        "Agrees. In chart 1",
        "Agrees. In chart 1 (H2 2025, Fund I NAV)",
        "Disagrees. In chart 1 (H1 2026, Fund I NAV)",
        "Agrees. 1.1x is Fund II TVPI, net, 2026-06-30",
        "Agrees. In the header",
    ]
    body = parts_of(marked)["word/document.xml"].decode()
    start = body.index('<w:commentRangeStart w:id="0"/>')
    assert start < body.index("<w:drawing>") < body.index('<w:commentRangeEnd w:id="0"/>')


def test_a_letter_without_a_paragraph_has_the_comments_of_its_header_in_one_of_their_own(figures):
    letter = word_file("<w:sectPr/>", header=paragraph("Fund II NAV $31.2m"))
    marked = marked_copy(tick_off("letter.docx", letter, figures))
    assert [text.split(":")[0] for _, text in commented(marked)] == ["Agrees. In the header"]


@pytest.mark.skipif(not shutil.which(VALIDATOR), reason="LETTERBOOK_OOXML_VALIDATOR names no validator")
@pytest.mark.parametrize("kind", ["chart", "header alone"])
def test_a_marked_copy_with_drawings_is_as_valid_as_the_letter(figures, tmp_path, kind):
    header = paragraph("Fund II NAV $31.2m")
    letter = (
        letter_with(TEXT, "chart", CHART, header=header)
        if kind == "chart"
        else word_file("<w:sectPr/>", header=header)
    )
    before, after = tmp_path / "before.docx", tmp_path / "after.docx"
    before.write_bytes(letter)
    after.write_bytes(marked_copy(tick_off("letter.docx", letter, figures)))
    assert errors_of(after) == errors_of(before)


@needs_libreoffice
def test_what_libreoffice_writes_of_boxes_notes_and_headers_is_read_once(told, tmp_path):
    source = shutil.copy(DATA / "letter-with-boxes.fodt", tmp_path / "letter.fodt")
    assert sorted(told(convert(source, "docx").read_bytes())) == [
        ("endnote 1", "0.22x", "agrees"),
        ("footer", "0.3x", "disagrees"),
        ("header", "$31.2m", "agrees"),
        ("paragraph 1", "1.1x", "agrees"),
        ("text box", "$79.5m", "disagrees"),
    ]
