"""The specimen holds every construct of a draft and every style of a look."""

from __future__ import annotations

import io
from dataclasses import replace
from importlib.resources import files

import docx
import pytest

from letterbook import draft
from letterbook.draft import Block, Inline, Link, Span
from letterbook.drafting.search_path import Kind, SearchPath
from letterbook.drafting.specimens.specimen import specimen, specimen_picture
from letterbook.drafting.templates.look_file import load_look
from letterbook.look import Style
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.markup.text import plain_text
from letterbook.markup.tree import inlines_of, iter_blocks
from letterbook.writers.markdown import write_markdown
from letterbook.writers.word.document import write_word
from letterbook.writers.word.standard_styles import STANDARD_STYLES
from letterbook.writers.writer import Resources

LOOKS = SearchPath().names(Kind.LOOK)


def nothing(_source):
    return None


def resources(look):
    return Resources(look, lambda source: specimen_picture(source, nothing))


@pytest.fixture(scope="module")
def classic():
    return load_look(SearchPath(), "classic")


def kinds(of):
    """The concrete kinds of blocks or inlines."""
    values = vars(draft).values()
    return {
        value for value in values if isinstance(value, type) and issubclass(value, of) and value is not of
    }


def blocks_of(look):
    return list(iter_blocks(specimen(look).blocks))


def inlines(look):
    return [inline for block in blocks_of(look) for inline in inlines_of(block)]


def test_it_has_every_kind_of_block(classic):
    assert kinds(Block) - {type(block) for block in blocks_of(classic)} == {draft.Definition}


def test_it_has_every_kind_of_inline(classic):
    found = {type(inline) for inline in inlines(classic)}
    assert kinds(Inline) - found == set()


def test_it_has_every_class_that_word_knows(classic):
    spans = {name for inline in inlines(classic) if isinstance(inline, Span) for name in inline.classes}
    assert spans == {"mark", "smallcaps", "sup", "sub"}


def test_every_reference_has_words(classic):
    links = [inline for inline in inlines(classic) if isinstance(inline, Link)]
    assert {plain_text(link.children) for link in links if link.target.startswith("#")} == {
        "Figure 1",
        "Table 1",
        "Words in a line",
    }


@pytest.mark.parametrize("name", LOOKS)
def test_nothing_of_it_is_lost_in_word(name):
    look = load_look(SearchPath(), name)
    written = write_word(specimen(look), resources(look))
    assert written.findings == ()
    assert written.data == write_word(specimen(look), resources(look)).data


@pytest.mark.parametrize("name", LOOKS)
def test_every_style_is_used_and_named(name):
    look = load_look(SearchPath(), name)
    document = docx.Document(io.BytesIO(write_word(specimen(look), resources(look)).data))
    own = [style.name for style in look.styles]
    wanted = {*(style.name for style in STANDARD_STYLES), *own} - {"Normal"}
    shown = " ".join(plain_text(block.children) for block in blocks_of(look) if hasattr(block, "children"))
    shown += " ".join(plain_text(inline.children) for inline in inlines(look) if hasattr(inline, "children"))
    unnamed = {"Source Code", *(name for name in wanted if name.startswith("TOC "))}
    assert [name for name in sorted(wanted - unnamed) if name not in shown] == []
    names = {style.style_id: style.name.casefold() for style in document.styles}
    used = {names[value] for value in document.element.xpath("//w:pStyle/@w:val | //w:rStyle/@w:val")}
    assert {name.casefold() for name in wanted} - used == {"header", "footer", "footnote text"}


def test_a_look_of_ones_own_shows_its_own_styles(classic):
    own = replace(classic, styles=(*classic.styles, Style(name="Margin Note", italic=True)))
    document = docx.Document(io.BytesIO(write_word(specimen(own), resources(own)).data))
    assert [paragraph.style.name for paragraph in document.paragraphs].count("Margin Note") == 2


def test_it_can_be_written_and_read_as_markdown(classic):
    tree = specimen(classic)
    text = write_markdown(tree)
    assert parse_blocks(text, dialect=Dialect.DRAFT, document=True) == tree.blocks


def test_only_its_own_pictures_are_built_in():
    assert specimen_picture("built-in/harbour.jpg", nothing).startswith(b"\xff\xd8")
    assert specimen_picture("built-in/../specimen/harbour.jpg", lambda source: source) == (
        "built-in/../specimen/harbour.jpg"
    )
    assert specimen_picture("built-in/nowhere.png", nothing) is None
    assert specimen_picture("logo.png", lambda source: b"logo") == b"logo"


def test_its_pictures_are_small():
    folder = files("letterbook.templates").joinpath("specimen")
    assert sum(len(file.read_bytes()) for file in folder.iterdir()) < 60_000
