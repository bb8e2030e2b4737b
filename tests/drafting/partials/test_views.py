from __future__ import annotations

import pytest
from jinja2 import DictLoader, TemplateRuntimeError

from letterbook.drafting.partials.sandbox import Sandbox
from letterbook.drafting.partials.views import EditionView, highlight_view, item_view, theme_view
from letterbook.item import Highlight, Item
from letterbook.library.themes.known_themes import Theme


def test_a_reader_s_private_notes_are_in_no_view():
    item = Item(name="x", title="x", note="private", highlights=(Highlight(anchor="h", note="private"),))
    assert "private" not in repr(item_view(item))


def test_no_partial_can_change_a_view():
    view = highlight_view(Highlight(anchor="h"))
    sandbox = Sandbox(DictLoader({}), str, str)
    with pytest.raises(TemplateRuntimeError, match="non-namespace"):
        sandbox.from_string("{% set view.anchor = 'g' %}{{ view.anchor }}").render(view=view)
    assert view.anchor == "h"


def test_a_key_of_the_author_s_own_is_read_by_its_name():
    edition = EditionView(values=(("addressee", "All"),))
    assert edition["addressee"] == "All"
    with pytest.raises(KeyError):
        edition["adressee"]


def test_an_edition_says_its_period_in_words():
    assert EditionView(number="2024 H1").period == "Half year to 30 June 2024"


def test_a_theme_without_a_title_is_printed_as_it_is_written():
    assert theme_view(Theme("state space models")).title == "State space models"
    assert theme_view(Theme("ssm", "SSMs")).title == "SSMs"
