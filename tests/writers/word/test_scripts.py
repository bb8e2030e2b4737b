"""Text is cut where the kind of writing changes, and nowhere else."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from letterbook.draft import (
    Alignment,
    Draft,
    Footnote,
    Heading,
    Paragraph,
    Strong,
    Table,
    TableCell,
    TableRow,
    Text,
)
from letterbook.writers.word.directions import begins_right_to_left
from letterbook.writers.word.document import write_word
from letterbook.writers.word.formats import RunFormat, Script, run_properties
from letterbook.writers.word.scripts import segments
from tests.steps import steps_of
from tests.writers.word.reading import paragraphs

W, E, R, C, J = Script.WESTERN, Script.EAST_ASIAN, Script.RIGHT_TO_LEFT, Script.COMPLEX, Script.EMOJI

LEFT_TO_RIGHT = [
    # text of one kind
    [(W, "Plain words.")],
    [(W, "“Curly” – dashes … naïve €")],
    [(W, "Ελληνικά, кириллица, ﬁ, ½, →")],
    [(E, "東京")],
    [(E, "안녕하세요")],
    [(C, "नमस्ते दुनिया")],
    [(C, "สวัสดี")],
    # East Asian
    [(W, "In "), (E, "東京"), (W, " now")],
    [(E, "「東京」、（2024）".partition("2024")[0]), (W, "2024"), (E, "）")],
    [(E, "葛\U000e0100城")],
    [(E, "ꀀ"), (W, " Yi")],
    [(E, "𠮷野家")],
    # complex scripts, with joiners, and digits that are everybody's
    [(W, "Price: "), (C, "मूल्य"), (W, " 5 "), (C, "करोड़"), (W, "!")],
    [(C, "क्\u200dष")],
    [(C, "ភាសាខ្មែរ"), (W, " (Khmer)")],
    # emoji: sequences, flags, keycaps and skins stay whole
    [(W, "Shipped "), (J, "🎉"), (W, "!")],
    [(J, "👩‍👩‍👧‍👦")],
    [(J, "🇫🇷🇩🇪")],
    [(J, "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f")],
    [(J, "👍🏽👋🏿")],
    [(J, "1️⃣"), (W, " one, 2 two")],
    [(J, "🏳️‍🌈"), (W, " "), (J, "🏴‍☠️")],
    [(J, "👩‍⚕"), (W, "x")],
    [(J, "❤️"), (W, " and ❤ and ❤\ufe0e")],
    [(J, "☝🏽"), (W, " ☝")],
    [(J, "⭐✅❌")],
    [(W, "⭐\ufe0e")],
    [(J, "🅰️㊙️")],
    # symbols that are text
    [(W, "© ® ™ ☐ ☑ ✓ ★ ♥ ↔ ▶ №")],
    [(W, "#1 *2* 3")],
    [(W, "a\ufe0f \u200d b")],
]

FROM_THE_RIGHT_WITHIN = [
    [(R, "שלום")],
    [(W, "In "), (E, "東京"), (W, " “now”, "), (R, "עברית שלום"), (W, "!")],
    [(W, "the word "), (R, "שלום, עולם"), (W, ", and on")],
    [(W, "see "), (R, "מכתב 12, עמוד 3"), (W, ".")],
    [(W, "25 "), (R, "שלום")],
    [(W, "Fund "), (R, "קרן (2024) 1.5% עלתה"), (W, " (up)")],
    [(W, "Fund "), (R, "קרן (2024)"), (W, " grew")],
    [(W, "a "), (R, "שָׁלוֹם"), (W, " b")],
    [(W, "a "), (R, "می‌خواهم"), (W, " b")],
    [(W, "a "), (R, "عام ٢٠٢٤"), (W, " b")],
    [(W, "a "), (R, "שלום "), (J, "🎉"), (R, " עולם"), (W, " b")],
    [(W, "a "), (R, "𞤀𞤣𞤤𞤢𞤥"), (W, " b")],
]

FROM_THE_RIGHT = [
    [(R, "שלום עולם.")],
    [(R, "הקרן "), (W, "Fund II"), (R, " עלתה ב-5%.")],
    [(R, "הקרן ("), (W, "Fund II"), (R, ") עלתה.")],
    [(R, "הקרן "), (W, "Fund II (2.1x)"), (R, " עלתה.")],
    [(R, "“שלום”, אמר "), (W, "Ben, then Ann"), (R, ".")],
    [(R, "25% עלייה!")],
    [(R, "2024")],
    [(R, " (?) ")],
    [(W, "Bold words")],
    [(R, "שלום "), (E, "東京"), (W, " "), (C, "ไทย"), (R, ".")],
]


def text_of(pieces):
    return "".join(piece for _, piece in pieces)


@pytest.mark.parametrize("pieces", LEFT_TO_RIGHT + FROM_THE_RIGHT_WITHIN, ids=text_of)
def test_text_is_cut_where_the_writing_changes(pieces):
    assert list(segments(text_of(pieces))) == pieces


@pytest.mark.parametrize("pieces", FROM_THE_RIGHT, ids=text_of)
def test_in_a_paragraph_from_right_to_left_what_belongs_to_nobody_goes_with_it(pieces):
    assert list(segments(text_of(pieces), right_to_left=True)) == pieces


ALPHABET = st.sampled_from(
    [
        *"ab 1,.%()[]“”אבשםعام٢東、กา🎉👩🏽🇫☝",
        "\u05b8",
        "\u094d",
        "\u200d",
        "\ufe0e",
        "\ufe0f",
        "\u20e3",
        "\u2067",
    ]
)


@given(st.text(ALPHABET, max_size=24) | st.text(max_size=24), st.booleans())
def test_segments_join_to_the_text_and_none_is_empty(text, right_to_left):
    pieces = list(segments(text, right_to_left=right_to_left))
    assert text_of(pieces) == text
    assert all(piece for _, piece in pieces)


@pytest.mark.parametrize("unit", ["א(", "(א)", "א)(", "👩\u200d", "क\u200d ", "1,%א", "\ufe0f\u20e3"])
def test_cutting_takes_work_in_proportion_to_the_text(unit):
    def steps(length):
        text = unit * length
        return steps_of(lambda: list(segments(text)))

    assert steps(4_000) < 9 * steps(500)
    assert text_of(segments(unit * 200_000)) == unit * 200_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("123 עברית", True),
        ("“(عام) and English", True),
        ("🎉 שלום", True),
        ("a עברית", False),
        ("東京 עברית", False),
        ("12 – 5%", False),
        ("٣ apples", False),
        ("", False),
    ],
)
def test_the_first_letter_gives_the_direction(text, expected):
    assert begins_right_to_left(text) is expected


@pytest.mark.parametrize(
    ("script", "xml"),
    [
        (W, ""),
        (E, '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'),
        (R, "<w:rPr><w:rtl/></w:rPr>"),
        (C, "<w:rPr><w:cs/></w:rPr>"),
        (
            J,
            "<w:rPr><w:rFonts{}/></w:rPr>".format(
                "".join(f' w:{kind}="Segoe UI Emoji"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
            ),
        ),
    ],
)
def test_word_is_told_of_each_kind_of_writing(script, xml):
    assert run_properties(RunFormat(script=script)) == xml


@pytest.mark.parametrize(
    ("script", "key"), [(E, "eastAsia"), (R, "bidi"), (C, "bidi"), (W, "val"), (J, "val")]
)
def test_the_language_stands_where_word_looks_for_it(script, key):
    assert f'<w:lang w:{key}="ja-JP"/>' in run_properties(RunFormat(script=script, language="ja-JP"))


def is_from_the_right(paragraph):
    return paragraph._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None


def runs_from_the_right(paragraph):
    return [run.text for run in paragraph.runs if run.font.rtl]


def test_a_paragraph_runs_as_its_first_letter_does(resources):
    hebrew, english = paragraphs(
        resources,
        Paragraph((Text("“שלום”, "), Strong((Text("25%"),)), Text(" Fund II."))),
        Paragraph((Text("The word “שלום”."),)),
    )
    assert is_from_the_right(hebrew)
    assert runs_from_the_right(hebrew) == ["“שלום”, ", "25%", " ", "."]
    assert not is_from_the_right(english)
    assert runs_from_the_right(english) == ["שלום"]


def test_headings_and_cells_from_the_right_are_too(resources):
    row = TableRow((TableCell((Text("עברית"),)), TableCell((Text("English"),))))
    table = Table((Alignment.DEFAULT,) * 2, (row,), (row,))
    data = write_word(Draft((Heading(2, (Text("כותרת"),)), table)), resources).data
    document = docx.Document(io.BytesIO(data))
    assert is_from_the_right(document.paragraphs[0])
    cells = document.tables[0].rows[1].cells
    assert [is_from_the_right(cell.paragraphs[0]) for cell in cells] == [True, False]
    assert document.tables[0]._tbl.tblPr.find(qn("w:bidiVisual")) is not None


def test_a_footnote_has_a_direction_of_its_own(resources):
    note = Footnote((Paragraph((Text("הערה 1."),)),))
    data = write_word(Draft((Paragraph((Text("Text"), note)),)), resources).data
    package = docx.Document(io.BytesIO(data)).part.package
    (part,) = (part for part in package.iter_parts() if part.partname == "/word/footnotes.xml")
    assert part.blob.count(b"<w:bidi/>") == 1
    assert '<w:rtl/></w:rPr><w:t xml:space="preserve">הערה 1.</w:t>'.encode() in part.blob


def test_the_font_of_emoji_is_known_with_its_fallbacks(resources):
    data = write_word(Draft((Paragraph((Text("🎉"),)),)), resources).data
    package = docx.Document(io.BytesIO(data)).part.package
    (part,) = (part for part in package.iter_parts() if part.partname == "/word/fontTable.xml")
    assert (
        b'<w:font w:name="Segoe UI Emoji"><w:altName w:val="Apple Color Emoji,Noto Color Emoji"/>'
        in part.blob
    )
