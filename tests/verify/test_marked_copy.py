"""Marked copies: comments exactly on the numbers, and nothing else changed."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from html import escape
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterbook.errors import BadInput
from letterbook.verify.letter import tick_off
from letterbook.verify.marked_copy import marked_copy
from letterbook.verify.marked_file import write_marked
from tests.verify.letters import by_libreoffice, by_python_docx, needs_libreoffice
from tests.verify.word_letters import paragraph, parts_of, run, text_box, word_file

MARKS = re.compile(
    rb'<w:commentRangeStart w:id="\d+"/>'
    rb'|<w:commentRangeEnd w:id="\d+"/><w:r><w:commentReference w:id="\d+"/></w:r>'
)
VALIDATOR = os.environ.get("LETTERBOOK_OOXML_VALIDATOR", "")


@pytest.fixture
def mark(figures):
    def mark_it(data):
        return marked_copy(tick_off("letter.docx", data, figures))

    return mark_it


def body(data):
    return parts_of(data)["word/document.xml"]


def commented(data):
    """What each comment stands on, and what it says."""
    found = []
    document = docx.Document(io.BytesIO(data))
    for comment in document.comments:
        xml = body(data).decode()
        start = xml.index(f'<w:commentRangeStart w:id="{comment.comment_id}"/>')
        end = xml.index(f'<w:commentRangeEnd w:id="{comment.comment_id}"/>')
        on = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml[start:end]))
        found.append((on, comment.text))
    return found


def test_runs_are_split_exactly_where_the_number_stands(mark):
    bold = "<w:rPr><w:b/></w:rPr>"
    letter = word_file(paragraph(run("Fund I net TVPI is 2.1x &amp; DPI 0.3x net.", bold)))
    marked = mark(letter)
    assert [on for on, _ in commented(marked)] == ["2.1x", "0.3x"]
    assert body(marked).count(b"<w:rPr><w:b/></w:rPr>") == 5
    joined = MARKS.sub(b"", body(marked)).replace(
        b'</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">', b""
    )
    assert joined == body(letter)


def test_comments_say_the_source_or_what_is_wrong(mark):
    marked = mark(word_file(paragraph("Fund I net TVPI is 2.1x, DPI 0.3x net; we met 140 teams.")))
    tvpi = "Fund I TVPI, net, 2026-06-30: 2.09x (Performance 2026-06.xlsx, Net, D4; figures.csv, row 4)"
    dpi = "(Fund I DPI, net, 2026-06-30; Performance 2026-06.xlsx, Net, D5; figures.csv, row 5)"
    assert [text for _, text in commented(marked)] == [
        f"Agrees. 2.1x is {tvpi}.",
        f"Disagrees. 0.3x; the sheet says 0.2x {dpi}.",
        "Not covered. 140 is not covered by any figure.",
    ]


@pytest.mark.parametrize(
    "content",
    [
        paragraph("Fund I NAV is $7", run("8", "<w:rPr><w:i/></w:rPr>"), ".5", run("m now")),
        paragraph("<w:r><w:t>Fund I NAV</w:t><w:tab/><w:t>$78.5m</w:t><w:tab/><w:t>end</w:t></w:r>"),
        paragraph("<w:r><w:t>\n  Fund I NAV is $78.5m today  \n</w:t></w:r>"),
        paragraph(f'<w:hyperlink w:anchor="a">{run("Fund I NAV: $78.5m")}</w:hyperlink>', run(" or so")),
        paragraph("Fund I’s NAV – €, ünïcode 𝄞 &#8211; is $78.5m &gt; all"),
        paragraph("<w:r><w:t>$78.5m</w:t></w:r>", " is the NAV of Fund I"),
        paragraph(
            f'Fund I NAV <w:ins w:id="9" w:author="P">{run("is $78.5m")}</w:ins>'.replace(
                "Fund I NAV ", run("Fund I NAV ")
            )
        ),
    ],
)
def test_the_words_and_the_number_stay_whatever_the_runs_are(mark, content):
    letter = word_file(content)
    marked = mark(letter)
    (comment,) = commented(marked)
    assert comment[0] == "$78.5m"
    text = [p.text for p in docx.Document(io.BytesIO(letter)).paragraphs]
    assert [" ".join(p.text.split()) for p in docx.Document(io.BytesIO(marked)).paragraphs] == [
        " ".join(each.split()) for each in text
    ]


def test_every_other_part_stays_byte_for_byte(mark):
    letter = by_python_docx()
    before, after = parts_of(letter), parts_of(mark(letter))
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"}
    assert after.keys() - before.keys() == {"word/comments.xml"}


def test_comments_that_are_there_are_kept_and_new_ones_have_ids_of_their_own(mark):
    old = '<w:comment w:id="7" w:author="Partner"><w:p><w:r><w:t>Really?</w:t></w:r></w:p></w:comment>'
    start, end = '<w:commentRangeStart w:id="7"/>', '<w:commentRangeEnd w:id="7"/>'
    reference = '<w:r><w:commentReference w:id="7"/></w:r>'
    letter = word_file(paragraph(run("Fund I NAV is "), start, run("$79.5m"), end, reference), comments=old)
    comments = docx.Document(io.BytesIO(mark(letter))).comments
    assert [(comment.comment_id, comment.author) for comment in comments] == [
        (7, "Partner"),
        (8, "letterbook"),
    ]


def test_what_cannot_hold_a_comment_has_it_where_the_text_refers_to_it(mark):
    note = '<w:footnote w:id="2">' + paragraph("Fund I DPI is 0.3x net.") + "</w:footnote>"
    letter = word_file(
        paragraph("First.")
        + paragraph(
            "See.", '<w:r><w:footnoteReference w:id="2"/></w:r>', text_box(paragraph("Fund I NAV $78.5m"))
        ),
        footnotes=note,
        header=paragraph("Fund II NAV $31.2m"),
    )
    marked = mark(letter)
    said = [comment.text for comment in docx.Document(io.BytesIO(marked)).comments]
    assert [text.split(":")[0] for text in said] == [
        "Agrees. In the text box",
        "Disagrees. In footnote 1",
        "Agrees. In the header",
    ]
    before, after = parts_of(letter), parts_of(marked)
    assert all(before[name] == after[name] for name in ("word/footnotes.xml", "word/header.xml"))
    assert b'<w:p><w:commentRangeStart w:id="2"/>' in body(marked)


def test_a_letter_without_numbers_is_copied_as_it_is(mark):
    assert parts_of(mark(word_file(paragraph("No number.")))) == parts_of(word_file(paragraph("No number.")))


def test_the_same_letter_gives_the_same_bytes(mark):
    letter = by_python_docx()
    assert mark(letter) == mark(letter)


def test_a_copy_that_a_person_has_edited_stays(mark, tmp_path):
    path = tmp_path / "letter (ticked).docx"
    first = mark(word_file(paragraph("Fund I NAV is $78.5m")))
    other = mark(word_file(paragraph("Fund I NAV is $79.5m")))
    assert write_marked(path, first).obstacle is None
    assert write_marked(path, other).obstacle is None
    assert path.read_bytes() == other
    document = docx.Document(path)
    document.add_paragraph("Mine.")
    document.save(path)
    edited = path.read_bytes()
    written = write_marked(path, first)
    assert written.obstacle is not None
    assert (path.read_bytes(), written.path.name) == (edited, "letter (ticked).new.docx")


def test_a_copy_that_is_open_in_a_word_processor_stays(mark, tmp_path):
    path = tmp_path / "letter (ticked).docx"
    write_marked(path, mark(word_file(paragraph("Fund I NAV is $78.5m"))))
    (tmp_path / f".~lock.{path.name}#").touch()
    assert "open" in write_marked(path, mark(word_file(paragraph("Fund I NAV is $79.5m")))).obstacle.message


def test_files_with_macros_are_read_but_not_marked(figures):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in parts_of(word_file(paragraph("Fund I NAV is $78.5m"))).items():
            main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
            package.writestr(
                name, data.replace(main, b"application/vnd.ms-word.document.macroEnabled.main+xml")
            )
    letter = tick_off("letter.docm", buffer.getvalue(), figures)
    assert letter.ticks[0].text == "$78.5m"
    with pytest.raises(BadInput, match="has macros"):
        marked_copy(letter)


def errors_of(path):
    ran = subprocess.run([VALIDATOR, str(path)], capture_output=True, text=True, check=False)
    return sorted(re.findall(r'"(?:description|xPath)": "(.*)"', ran.stdout))


@pytest.mark.skipif(not shutil.which(VALIDATOR), reason="LETTERBOOK_OOXML_VALIDATOR names no validator")
@pytest.mark.parametrize(
    "maker", ["python-docx", pytest.param("LibreOffice", marks=needs_libreoffice), "by hand"]
)
def test_a_marked_copy_is_as_valid_as_the_letter(mark, tmp_path, maker):
    letter: bytes
    if maker == "by hand":
        bold = run("Fund I net TVPI is 2.1x, DPI 0.3x net", "<w:rPr><w:b/></w:rPr>")
        letter = word_file(paragraph(bold, f'<w:ins w:id="4" w:author="P">{run(" and NAV $78.5m")}</w:ins>'))
    else:
        letter = by_python_docx() if maker == "python-docx" else by_libreoffice(tmp_path)
    before, after = Path(tmp_path / "before.docx"), Path(tmp_path / "after.docx")
    before.write_bytes(letter)
    after.write_bytes(mark(letter))
    assert errors_of(after) == errors_of(before)


@st.composite
def cut_sentences(draw):
    """A sentence with a number, cut into runs anywhere, each with or without a look, tracked or not."""
    text = draw(
        st.sampled_from(
            ("Fund I’s NAV is $78.5m & more", "At last: $78.5m is the NAV of Fund I", "<NAV> $78.5m")
        )
    )
    cuts = sorted(draw(st.sets(st.integers(1, len(text) - 1), max_size=6)))
    pieces = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    looks = ("", "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:color w:val="FF0000"/></w:rPr>')
    runs = [run(escape(piece, quote=False), draw(st.sampled_from(looks))) for piece in pieces]
    around = ("{}", '<w:ins w:id="5" w:author="P">{}</w:ins>', '<w:hyperlink w:anchor="a">{}</w:hyperlink>')
    return text, "".join(draw(st.sampled_from(around)).replace("{}", each) for each in runs)


@settings(deadline=None)
@given(cut_sentences())
def test_wherever_runs_are_cut_the_comment_stands_on_the_number_alone(figures, case):
    text, runs = case
    letter = tick_off("letter.docx", word_file(f"<w:p>{runs}</w:p>"), figures)
    marked = marked_copy(letter)
    ((on, _),) = commented(marked)
    assert on == "$78.5m"
    (passage,) = {tick.passage.text for tick in tick_off("marked.docx", marked, figures).ticks}
    assert passage == text
