from __future__ import annotations

import pytest

from letterbook.suggestion import closest, did_you_mean

KNOWN = ("title", "teaser", "State space models")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("titel", "title"),
        ("TEASER", "teaser"),
        ("state space model", "State space models"),
        ("xyzzy", ""),
        ("", ""),
    ],
)
def test_the_nearest_known_name_is_suggested_or_none(word: str, meant: str) -> None:
    assert closest(word, KNOWN) == meant


def test_a_suggestion_is_a_question() -> None:
    assert did_you_mean("titel", KNOWN) == 'Did you mean "title"?'
    assert did_you_mean("xyzzy", KNOWN) == ""


@pytest.mark.parametrize(
    ("part", "hint"), [("space", 'Did you mean "State space models"?'), ("a", ""), ("", "")]
)
def test_a_part_of_a_long_name_is_enough_to_suggest_it(part: str, hint: str) -> None:
    assert did_you_mean(part, KNOWN) == hint
