from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterbook.draft import BulletList, Emphasis, Paragraph, Strong, Text
from letterbook.drafting.printing.passage import cut_passage
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.markup.text import plain_text

WORDS = "The last **two per cent** breaks. It isn’t *a\nbox* — a loaf.\n\nA second paragraph.\n\n- one\n- two"
BLOCKS = parse_blocks(WORDS, dialect=Dialect.ITEM)


def cut(words):
    return plain_text(cut_passage(BLOCKS, words))


@pytest.mark.parametrize(
    ("words", "passage"),
    [
        ("last two per cent breaks", "last two per cent breaks"),
        ("LAST  two", "last two"),
        ("isn't a box - a loaf", "isn’t a box — a loaf"),
        ("cent breaks. … a loaf.", "cent breaks. It isn’t a box — a loaf."),
        ("a loaf ... second", "a loaf.\nA second"),
        ("per cent … two", "per cent breaks. It isn’t a box — a loaf.\nA second paragraph.\none\ntwo"),
    ],
)
def test_a_passage_is_cut_word_for_word(words, passage):
    assert cut(words) == passage


@pytest.mark.parametrize("words", ["three per cent", "a loaf … the last", "loaf … nothing", "…", "", "  "])
def test_a_passage_that_is_not_there_gives_nothing(words):
    assert cut_passage(BLOCKS, words) == ()


def test_emphasis_is_kept_around_what_is_left_of_it():
    assert cut_passage(BLOCKS, "per cent breaks") == (
        Paragraph((Strong((Text("per cent"),)), Text(" breaks"))),
    )
    assert cut_passage(BLOCKS, "isn't a") == (Paragraph((Text("isn’t "), Emphasis((Text("a"),)))),)


def test_a_list_keeps_the_entries_that_are_quoted():
    _, bullets = cut_passage(BLOCKS, "paragraph. one")
    assert isinstance(bullets, BulletList)
    assert [plain_text(entry.blocks) for entry in bullets.items] == ["one"]


PLAIN = st.text("abc xyz", min_size=1, max_size=60).filter(str.strip)


@given(PLAIN, st.data())
@settings(max_examples=80)
def test_any_run_of_words_in_a_text_is_found(text, data):
    words = text.split()
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    passage = " ".join(words[first : last + 1])
    blocks = (Paragraph((Text(" ".join(words)),)),)
    assert plain_text(cut_passage(blocks, passage)) == passage
