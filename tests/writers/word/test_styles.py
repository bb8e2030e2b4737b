"""What a look says arrives in the styles of the file."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import docx
import pytest

from letterbook.draft import Division, Draft, Metadata, Paragraph, Text
from letterbook.look import Align, Font, FontKind, Style
from letterbook.writers.word.document import write_word
from letterbook.writers.word.standard_styles import STANDARD_STYLES
from letterbook.writers.writer import Resources
from tests.writers.conftest import PICTURES


def written(look, *blocks, language="en"):
    draft = Draft(blocks, Metadata(language=language))
    return write_word(draft, Resources(look, PICTURES.get)).data


def part(data, name):
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode("utf-8")


def style(data, name):
    return docx.Document(io.BytesIO(data)).styles[name]


def test_every_standard_style_is_there_under_the_name_that_word_shows(look):
    names = {found.name for found in docx.Document(io.BytesIO(written(look))).styles}
    folded = {name.casefold() for name in names}
    assert {known.name.casefold() for known in STANDARD_STYLES} <= folded


def test_headings_fill_the_navigation_pane_and_the_title_does_not(look):
    xml = part(written(look), "word/styles.xml")
    assert [f'<w:outlineLvl w:val="{level}"/>' in xml for level in range(7)] == [True] * 6 + [False]
    assert "outlineLvl" not in style(written(look), "Title").element.xml


def test_a_style_looks_as_the_look_says(resources):
    font = Font("Didot", FontKind.SERIF, ("Bodoni MT", "Times New Roman"))
    title = Style(name="Title", font=font, size=30, colour="AA0000", align=Align.JUSTIFY, before=3, after=4)
    data = written(replace(resources.look, styles=(title,)))
    found = style(data, "Title")
    assert (found.font.name, found.font.size.pt, str(found.font.color.rgb)) == ("Didot", 30, "AA0000")
    assert (found.paragraph_format.space_before.pt, found.paragraph_format.space_after.pt) == (3, 4)
    assert 'w:name="Didot"><w:altName w:val="Bodoni MT,Times New Roman"/>' in part(data, "word/fontTable.xml")


def test_a_style_of_the_looks_own_dresses_the_division_of_its_name(resources):
    look = replace(resources.look, styles=(*resources.look.styles, Style(name="Side Note", left=40)))
    data = written(look, Division((Paragraph((Text("aside"),)),), ("side-note",)))
    paragraph = docx.Document(io.BytesIO(data)).paragraphs[0]
    assert paragraph.style.name == "Side Note"
    assert paragraph.style.paragraph_format.left_indent.pt == 40
    assert paragraph.style.base_style.name == "Body Text"


def test_the_page_is_that_of_the_look(look):
    section = docx.Document(io.BytesIO(written(look))).sections[0]
    page = look.page
    found = (section.page_width.mm, section.page_height.mm, section.left_margin.mm, section.top_margin.mm)
    assert found == pytest.approx((page.width, page.height, page.left, page.top), abs=0.02)


@pytest.mark.parametrize(
    ("language", "attributes"),
    [
        ("en", 'w:val="en-US"'),
        ("en-GB", 'w:val="en-GB"'),
        ("ja", 'w:eastAsia="ja-JP"'),
        ("he", 'w:bidi="he-IL"'),
        ("", 'w:val="en-US"'),
        ('no "language"', 'w:val="en-US"'),
    ],
)
def test_the_document_has_a_language(resources, language, attributes):
    xml = part(written(resources.look, language=language), "word/styles.xml")
    assert f"<w:lang {attributes}/>" in xml
