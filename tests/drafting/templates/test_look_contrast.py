"""The contrast of a look's text colours with the grounds they stand on."""

from __future__ import annotations

import pytest

from letterbook.drafting.search_path import Kind, SearchPath
from letterbook.drafting.templates.look_contrast import Pairing, contrast, pairings, too_faint
from letterbook.drafting.templates.look_file import load_look, read_look
from letterbook.drafting.templates.look_review import review_look
from letterbook.finding import Place, Severity

SMALL = "fonts: {body: {name: Arial}, code: {name: Courier}}\n"


def look(text):
    return read_look(SMALL + text, "x.yaml", "x")


def faint(text):
    return [(pair.style, pair.colour, pair.ground, pair.on) for pair in too_faint(look(text))]


# The ratios that WCAG's own examples and tools give.
@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("000000", "FFFFFF", 21),
        ("FFFFFF", "FFFFFF", 1),
        ("777777", "FFFFFF", 4.478),
        ("767676", "FFFFFF", 4.542),
        ("FF0000", "FFFFFF", 3.998),
        ("0000FF", "FFFF00", 8.002),
    ],
)
def test_the_ratio_is_that_of_the_standard(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.001)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize("name", SearchPath().names(Kind.LOOK))
def test_the_built_in_looks_can_be_read_everywhere(name):
    built_in = load_look(SearchPath(), name)
    assert min(pair.ratio for pair in pairings(built_in)) >= 4.5
    assert too_faint(built_in) == ()


def test_a_faint_style_is_found():
    assert faint("styles:\n  Caption: {colour: AAAAAA}\n") == [("Caption", "AAAAAA", "FFFFFF", "")]


def test_an_inherited_colour_counts():
    found = faint("styles:\n  Quote: {colour: AAAAAA}\n  Aside: {based-on: Quote Attribution}\n")
    assert [style for style, *_ in found] == ["Quote", "Quote Attribution", "Aside"]


def test_an_inherited_ground_counts():
    found = faint(
        "styles:\n  Box: {shade: '333333', colour: FFFFFF}\n  Note: {based-on: Box, colour: '222222'}\n"
    )
    assert found == [("Note", "222222", "333333", "Box")]


def test_the_ground_of_heading_cells_is_that_of_the_table():
    found = faint("styles:\n  Table Heading: {colour: '0B6671'}\ntable: {heading-shade: '24292F'}\n")
    assert ("Table Heading", "0B6671", "24292F", "table") in found


def test_a_link_is_looked_at_on_every_ground():
    found = faint("styles:\n  Box: {shade: '0B4F9E', colour: FFFFFF}\n  Hyperlink: {colour: '0B4F9E'}\n")
    assert found == [("Hyperlink", "0B4F9E", "0B4F9E", "Box")]


def test_code_in_a_line_is_looked_at_in_the_colour_of_every_paragraph():
    found = faint("styles:\n  Title: {colour: FFFFFF, shade: '000000'}\n  Verbatim Char: {shade: EEEEEE}\n")
    assert found == [("Verbatim Char", "FFFFFF", "EEEEEE", "Verbatim Char")]


def test_the_colour_of_all_text_counts():
    assert Pairing("Normal", "BBBBBB", "FFFFFF") in too_faint(look("text: BBBBBB\n"))


def test_a_users_look_is_reviewed_with_colours_ratio_and_place(tmp_path):
    (tmp_path / "looks").mkdir()
    text = f"{SMALL}styles:\n  Caption: {{colour: AAAAAA}}\n"
    (tmp_path / "looks" / "mine.yaml").write_text(text, encoding="utf-8")
    (finding,) = review_look(SearchPath(tmp_path), "mine")
    assert (finding.id, finding.severity) == ("look-contrast", Severity.WARNING)
    assert "Caption is hard to read: AAAAAA on FFFFFF has a contrast of 2.3 to 1" in finding.message
    assert finding.place == Place("looks/mine.yaml", 3, 21)


def test_a_logo_that_is_shown_nowhere_is_pointed_out(tmp_path):
    (tmp_path / "looks").mkdir()
    text = f"{SMALL}logo: {{file: wave.png, alt: A wave}}\n"
    (tmp_path / "looks" / "mine.yaml").write_text(text, encoding="utf-8")
    (finding,) = review_look(SearchPath(tmp_path), "mine")
    assert finding.id == "look-logo-unused"


def test_a_built_in_look_is_not_reviewed():
    assert review_look(SearchPath(), "classic") == ()
