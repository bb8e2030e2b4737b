"""Tones that can be told apart, in each look, on a screen and in grey."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.charts.style import chart_style, luminance
from letterbook.drafting.search_path import Kind, SearchPath
from letterbook.drafting.templates.look_contrast import contrast
from letterbook.drafting.templates.look_file import load_look
from letterbook.look import Font, Look, Style

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"{number:06X}")


def look_with(colour, **others):
    return Look(
        name="any",
        body_font=Font("Any"),
        code_font=Font("Any"),
        styles=(Style(name="Table Heading", colour=colour),),
        **others,
    )


@pytest.fixture(params=["classic", "modern", "plain"])
def built_in(request, tmp_path):
    assert request.param in SearchPath(tmp_path).names(Kind.LOOK)
    return chart_style(load_look(SearchPath(tmp_path), request.param))


def test_the_tones_of_every_built_in_look_are_far_apart_in_grey(built_in):
    for darker, lighter in pairwise((built_in.dark, built_in.middle, built_in.light)):
        assert contrast(darker, lighter) >= 2


def test_text_and_areas_of_every_built_in_look_stand_out_from_paper(built_in):
    assert contrast(built_in.ink, "FFFFFF") >= 7
    assert contrast(built_in.faint, "FFFFFF") >= 4.5
    assert contrast(built_in.dark, "FFFFFF") >= 4.5
    assert contrast(built_in.middle, "FFFFFF") >= 3


@given(colours)
def test_whatever_its_colour_a_look_has_tones_that_can_be_told_apart(colour):
    style = chart_style(look_with(colour))
    for darker, lighter in pairwise((style.dark, style.middle, style.light)):
        assert contrast(darker, lighter) >= 1.9
    assert luminance(style.middle) == pytest.approx(0.29, abs=0.01)
    assert luminance(style.light) == pytest.approx(0.7, abs=0.01)


def test_a_chart_is_as_wide_as_the_text_and_set_like_tables():
    table = Style(name="Table Text", font=Font("Small"), size=8.0)
    style = chart_style(Look(name="any", body_font=Font("Body"), code_font=Font("Code"), styles=(table,)))
    assert [font.name for font in style.fonts] == ["Small", "Body"]
    assert style.width == pytest.approx(160 * 72 / 25.4)
    assert style.size == 8


def test_a_style_is_asked_for_what_the_one_it_is_based_on_says():
    small = Style(name="Small", size=10.5, font=Font("Small"))
    table = Style(name="Table Text", based_on="Small")
    look = Look(name="any", body_font=Font("Body"), code_font=Font("Code"), styles=(small, table))
    assert (chart_style(look).size, chart_style(look).fonts[0].name) == (9.5, "Small")
