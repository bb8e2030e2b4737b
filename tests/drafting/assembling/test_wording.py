from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from letterbook.drafting.assembling.wording import compare_wording, count_words, telling_words

WORDS = st.lists(st.sampled_from(["alpha", "beta", "gamma", "don’t", "X", "12"]), min_size=1, max_size=12)


@given(words=WORDS, before=WORDS, after=WORDS)
def test_words_that_stand_in_the_source_are_verbatim(words, before, after):
    comparison = compare_wording(" ".join(words).upper(), " ".join([*before, *words, *after]))
    assert comparison.is_verbatim
    assert comparison.held == len(words)


@given(words=WORDS, start=st.integers(0, 11), length=st.integers(1, 5))
def test_words_left_out_behind_a_mark_are_still_verbatim(words, start, length):
    shortened = [*words[:start], "[…]", *words[start + length :]]
    assert compare_wording(" ".join(shortened), " ".join(words)).is_verbatim


@given(words=WORDS, source=WORDS)
def test_never_more_words_are_held_than_there_are(words, source):
    comparison = compare_wording(" ".join(words), " ".join(source))
    assert 0 <= comparison.held <= len(words)
    assert comparison.is_verbatim <= (comparison.held == len(words))


def test_the_order_of_parts_counts():
    assert not compare_wording("four five … one two", "one two three four five").is_verbatim


def test_markup_and_link_targets_are_no_words():
    assert compare_wording("on the island", "on *the* [island](https://x.example/words)").is_verbatim


def test_a_huge_source_is_not_compared_word_by_word():
    comparison = compare_wording("one " * 3000 + "two", "one " * 2000)
    assert not comparison.is_verbatim
    assert comparison.held == 0


def test_the_telling_words_are_the_long_ones_in_small_letters():
    assert telling_words("Transformers are getting attention rightfully [sic] so, says it")[0] == "rightfully"
    assert telling_words("[only brackets]") == []
    assert count_words("don't stop — 12 times") == 4
