"""Looks are read from their files, with every fault named."""

from __future__ import annotations

from pathlib import Path

import pytest

from letterbook.drafting.search_path import Kind, SearchPath
from letterbook.drafting.templates.look_details import (
    FontDetails,
    LineDetails,
    LogoDetails,
    LookDetails,
    MarginDetails,
    PageDetails,
    StyleDetails,
    TableDetails,
)
from letterbook.drafting.templates.look_file import load_look, read_look
from letterbook.errors import BadInput, WrongUse
from letterbook.finding import Place
from letterbook.look import Align, Logo, RunningField, Side
from letterbook.writers.word.standard_styles import STANDARD_STYLES

ROOT = Path(__file__).resolve().parent.parent.parent.parent

SMALL = """\
fonts:
  body: {name: Cambria, fallbacks: Georgia}
  code: {name: Consolas, kind: mono}
colours: {navy: "1b365d"}
"""


@pytest.fixture(params=SearchPath().names(Kind.LOOK))
def built_in(request):
    return load_look(SearchPath(), request.param)


def test_there_are_three_looks():
    assert SearchPath().names(Kind.LOOK) == ("classic", "modern", "plain")


def test_a_built_in_look_dresses_every_style(built_in):
    assert {style.name for style in STANDARD_STYLES} <= {style.name for style in built_in.styles}


def test_headings_stay_with_what_follows(built_in):
    headings = [style for style in built_in.styles if style.name.startswith("Heading ")]
    assert len(headings) == 6
    assert all(style.keep_with_next for style in headings)


def test_fonts_and_colours_are_called_by_name():
    look = read_look(SMALL + "styles:\n  Title: {font: code, colour: navy, align: right}\n", "x.yaml", "x")
    assert look.body_font.fallbacks == ("Georgia",)
    (title,) = look.styles
    assert (title.font, title.colour, title.align) == (look.code_font, "1B365D", Align.RIGHT)


def test_one_line_needs_no_list():
    look = read_look(SMALL + "styles:\n  Quote:\n    lines: {side: left, colour: navy}\n", "x.yaml", "x")
    assert [(line.side, line.colour) for line in look.styles[0].lines] == [(Side.LEFT, "1B365D")]


FAULTS = {
    "styles:\n  Title: {colour: nvay}\n": ('x.yaml:6:19: There is no colour "nvay".', 'Did you mean "navy"?'),
    "styles:\n  Title: {font: bdoy}\n": ('x.yaml:6:17: There is no font "bdoy".', 'Did you mean "body"?'),
    "styles:\n  Title: {siez: 9}\n": ('There is no key "siez".', 'Did you mean "size"?'),
    "styles:\n  Title: {size: big}\n": ("must be a number", "big"),
    "page: {size: A9}\n": ("size", "A"),
    'footer: {first: {left: "{pgae}"}}\n': ("there is no {pgae}", 'Did you mean "page"?'),
    'footer: {first: {left: "{logo}"}}\n': ("x.yaml:5:24: There is no logo for {logo}.", "Add `logo:"),
    "logo: {file: logo.png}\n": ('The key "alt" is missing.',),
    "logo: {file: logo.png, alt: A wave, width: 0}\n": ("width",),
    "styles:\n  Boxed: {based-on: Bod Text}\n": ('x.yaml:6:21: There is no style "Bod Text"', '"Body Text"?'),
    "styles:\n  A: {based-on: B}\n  B: {based-on: A}\n": ('The style "A" is based on itself',),
    "styles:\n  Body Text: {based-on: Quote}\n": ('The style "Body Text" is based on itself',),
    "styles:\n  Boxed: {based-on: Hyperlink}\n": ('"Boxed" cannot be based on "Hyperlink"',),
    "styles:\n  heading 1: {bold: yes}\n": ('called "heading 1" beside "Heading 1"',),
    "styles:\n  Pull Quote: {}\n  Pull-quote: {}\n": ('called "Pull-quote" beside "Pull Quote"',),
    "styles:\n  Columns: {bold: yes}\n": ('A style cannot be called "Columns", because a division',),
    "styles:\n  No List: {bold: yes}\n": ('A style cannot be called "No List"',),
    'styles:\n  "A, B": {bold: yes}\n': ('A style cannot be called "A, B"',),
    'styles:\n  "***": {bold: yes}\n': ('A style cannot be called "***"',),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_with_its_place(fault):
    with pytest.raises(BadInput) as raised:
        read_look(SMALL + fault, "x.yaml", "x")
    for words in FAULTS[fault]:
        assert words in str(raised.value)


def test_a_logo_is_read():
    look = read_look(
        SMALL + 'logo: {file: wave.png, width: 30, alt: A wave}\nheader: {first: {right: "{logo}"}}\n',
        "x.yaml",
        "x",
    )
    assert look.logo == Logo("wave.png", 30, "A wave")
    assert look.logo.place == Place("x.yaml", 5, 14)


def test_an_unknown_look_is_an_error_with_a_suggestion():
    with pytest.raises(WrongUse, match='Did you mean "classic"'):
        load_look(SearchPath(), "clasic")


def test_the_users_own_look_comes_first(tmp_path):
    (tmp_path / "looks").mkdir()
    (tmp_path / "looks" / "classic.yaml").write_text(SMALL + "about: mine\n", encoding="utf-8")
    assert load_look(SearchPath(tmp_path), "classic").about == "mine"


def documented_keys(model):
    """Every key that a file of this model may have, at any depth."""
    for name, field in model.model_fields.items():
        yield field.alias or name
    for part in (
        FontDetails,
        LineDetails,
        StyleDetails,
        MarginDetails,
        PageDetails,
        TableDetails,
        LogoDetails,
    ):
        for name, field in part.model_fields.items():
            yield field.alias or name


def test_the_reference_names_every_key_style_and_field():
    page = (ROOT / "docs" / "reference" / "looks.md").read_text(encoding="utf-8")
    styles = [style.name for style in STANDARD_STYLES if not style.name.startswith(("Heading ", "TOC "))]
    fields = [f"{{{field}}}" for field in RunningField]
    missing = [name for name in (*documented_keys(LookDetails), *styles, *fields) if f"`{name}`" not in page]
    assert missing == []
