"""Words as a sentence lists them."""

from __future__ import annotations

import pytest

from letterbook.word_lists import listed


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([], ""),
        (["one"], "one"),
        (["one", "two"], "one and two"),
        (["one", "two", "three"], "one, two and three"),
    ],
)
def test_words_have_commas_between_them_and_a_word_before_the_last(words, text):
    assert listed(words) == text


def test_the_word_before_the_last_may_be_another():
    assert listed(iter("abc"), "or") == "a, b or c"
