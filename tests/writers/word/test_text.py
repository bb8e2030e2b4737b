"""Text for XML: what is forbidden goes, what has a meaning is escaped, the rest stays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from letterbook.writers.forbidden_characters import forbidden_characters, without_forbidden
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


def test_forbidden_characters_are_named_once():
    assert forbidden_characters("a\x07b\x07\ud800") == ("U+0007", "U+D800")
    assert forbidden_characters("tab\t, line\n, umlaut ü, emoji 🎉") == ()
