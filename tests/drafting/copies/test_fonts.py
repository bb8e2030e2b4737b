"""Fonts that a PDF cannot show because they are not installed."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace

import docx
import pytest

from letterbook.draft import Draft, Paragraph, Text
from letterbook.drafting.copies.fonts import absent_fonts, used_fonts
from letterbook.drafting.search_path import SearchPath
from letterbook.drafting.templates.look_file import load_look
from letterbook.finding import Place
from letterbook.look import Font
from letterbook.writers.word.document import write_word
from letterbook.writers.writer import Resources

PLACE = Place("Letter.docx")


def letter(font):
    look = replace(load_look(SearchPath(), "plain"), body_font=Font(font), styles=())
    return write_word(Draft((Paragraph((Text("words"),)),)), Resources(look, {}.get)).data


def test_only_fonts_that_text_is_set_in_are_looked_at():
    assert used_fonts(letter("Quay Serif")) == {"Quay Serif"}


def test_fonts_of_a_theme_are_found_by_their_names():
    document = docx.Document()
    document.add_heading("words")
    output = io.BytesIO()
    document.save(output)
    assert used_fonts(output.getvalue()) == {"Calibri", "Cambria"}


@pytest.mark.skipif(shutil.which("fc-match") is None, reason="fontconfig is not installed")
def test_a_font_that_is_not_there_is_noted_with_the_one_in_its_place():
    (finding,) = absent_fonts(letter("Quay Serif of Nowhere"), PLACE)
    assert finding.id == "font-missing"
    assert '"Quay Serif of Nowhere" is not installed here' in finding.message
    shown = finding.message.partition("show ")[2].removesuffix(" in its place.")
    assert absent_fonts(letter(shown), PLACE) == ()
