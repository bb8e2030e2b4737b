from __future__ import annotations

import pytest

from letterbook.importers.marks import plain_value, tags_in


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("**The Show: a subtitle**", "The Show: a subtitle"),
        ('"A title"', "A title"),
        ("[[Page|words]]", "words"),
        ("[[one]] and [[two]]", "[[one]] and [[two]]"),
        ("over\ntwo  lines", "over two lines"),
        ("None", ""),
        ("[[{source}]]", ""),
        ("{{ author }}", ""),
        ("{a set} of words", "{a set} of words"),
    ],
)
def test_marks_around_the_whole_value_go(written: str, plain: str) -> None:
    assert plain_value(written) == plain


def test_tags_are_verbatim_in_every_notation() -> None:
    assert tags_in("#[[two words]] [[x]] #slow-money, #farm/fruit plain, [[x]]") == (
        *("two words", "x", "slow-money", "farm/fruit", "plain"),
    )
