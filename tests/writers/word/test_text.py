"""Text for XML: what is forbidden goes, what has a meaning is escaped, the rest stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from letterbook.writers.forbidden_characters import forbidden_characters, without_forbidden
from letterbook.writers.word.formats import Script
from letterbook.writers.word.scripts import begins_right_to_left, segments
from letterbook.writers.word.text import attribute, element_text

any_text = st.text(st.characters(), max_size=30)


@given(any_text)
def test_any_text_can_be_read_back_from_an_element(text):
    element = etree.fromstring(f"<t>{element_text(text)}</t>".encode())
    assert (element.text or "") == without_forbidden(text)


@given(any_text)
def test_any_text_can_be_read_back_from_an_attribute(text):
    element = etree.fromstring(f'<t a="{attribute(text)}"/>'.encode())
    assert element.get("a") == without_forbidden(text)


@given(any_text)
def test_segments_join_to_the_text(text):
    assert "".join(piece for _, piece in segments(text)) == text


def test_forbidden_characters_are_named_once():
    assert forbidden_characters("a\x07b\x07\ud800") == ("U+0007", "U+D800")
    assert forbidden_characters("tab\t, line\n, umlaut ü, emoji 🎉") == ()


def test_segments_know_their_script():
    assert list(segments("In 東京 “now”, עברית שלום!")) == [
        (Script.WESTERN, "In "),
        (Script.EAST_ASIAN, "東京"),
        (Script.WESTERN, " “now”, "),
        (Script.RIGHT_TO_LEFT, "עברית שלום"),
        (Script.WESTERN, "!"),
    ]


@pytest.mark.parametrize(("text", "expected"), [("123 עברית", True), ("a עברית", False), ("12", False)])
def test_the_first_letter_gives_the_direction(text, expected):
    assert begins_right_to_left(text) is expected
