"""Looks are read from their files, with every fault named."""

from __future__ import annotations

from pathlib import Path

import pytest

from letterbook.drafting.search_path import Kind, SearchPath
from letterbook.drafting.templates.look_details import (
    FontDetails,
    LineDetails,
    LookDetails,
    MarginDetails,
    PageDetails,
    StyleDetails,
    TableDetails,
)
from letterbook.drafting.templates.look_file import load_look, read_look
from letterbook.errors import BadInput, WrongUse
from letterbook.look import Align, RunningField, Side
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


def luminance(colour):
    parts = [int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """The contrast of two colours as WCAG 2.2 reckons it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_there_are_three_looks():
    assert SearchPath().names(Kind.LOOK) == ("classic", "modern", "plain")


def test_text_has_contrast_enough(built_in):
    for style in built_in.styles:
        ground = style.shade or "FFFFFF"
        assert contrast(style.colour or built_in.text_colour, ground) >= 4.5, style.name


def test_text_has_contrast_enough_in_heading_rows(built_in):
    (heading,) = (style for style in built_in.styles if style.name == "Table Heading")
    ground = built_in.table.heading_shade or "FFFFFF"
    assert contrast(heading.colour or built_in.text_colour, ground) >= 4.5


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
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_with_its_place(fault):
    with pytest.raises(BadInput) as raised:
        read_look(SMALL + fault, "x.yaml", "x")
    for words in FAULTS[fault]:
        assert words in str(raised.value)


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
    for part in (FontDetails, LineDetails, StyleDetails, MarginDetails, PageDetails, TableDetails):
        for name, field in part.model_fields.items():
            yield field.alias or name


def test_the_reference_names_every_key_style_and_field():
    page = (ROOT / "docs" / "reference" / "looks.md").read_text(encoding="utf-8")
    styles = [style.name for style in STANDARD_STYLES if not style.name.startswith("Heading ")]
    fields = [f"{{{field}}}" for field in RunningField]
    missing = [name for name in (*documented_keys(LookDetails), *styles, *fields) if f"`{name}`" not in page]
    assert missing == []
