from __future__ import annotations

import pytest

from letterbook.item import Highlight, Turn
from letterbook.library.reimport.highlight_matching import match_highlights

LONG = "The clock in the garden lost eleven minutes every spring, and nobody ever asked it why."


def highlight(anchor: str = "", text: str = "", place: str = "", ids: tuple[str, ...] = ()) -> Highlight:
    return Highlight(anchor=anchor, text=text, place=place, ids=ids)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (highlight(ids=("readwise:1", "snipd:2")), highlight(ids=("snipd:2",), text="other")),
        (highlight(anchor="h1", text="mine"), highlight(anchor="h1", text="theirs")),
        (highlight(place="p. 1", text="mine"), highlight(place="p. 1", text="theirs")),
        (highlight(text="The  CLOCK, lost."), highlight(text="the clock lost")),
        (highlight(text=LONG), highlight(text=LONG.replace("eleven", "12"))),
        (highlight(text=LONG), highlight(text="And " + LONG)),
        (highlight(text="Caf\u00e9 au lait"), highlight(text="Cafe\u0301 au lait")),
        (
            Highlight(anchor="a", transcript=(Turn("Speaker 1", LONG),)),
            Highlight(anchor="b", transcript=(Turn("Ines", LONG),)),
        ),
    ],
)
def test_what_is_the_same_passage(mine: Highlight, theirs: Highlight) -> None:
    assert match_highlights([highlight("x", "Another."), mine], [theirs]) == {0: 1}


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (highlight("a", "One thing."), highlight("b", "Something else.")),
        (
            highlight("a", "Same page", "p. 1", ("readwise:1",)),
            highlight("b", "Quite new", "p. 1", ("readwise:2",)),
        ),
        (highlight("a"), highlight("b")),
        (highlight("a", LONG), highlight("b", LONG[:40])),
    ],
)
def test_what_is_another_passage(mine: Highlight, theirs: Highlight) -> None:
    assert match_highlights([mine], [theirs]) == {}


def test_an_id_counts_more_than_words() -> None:
    mine = [
        highlight("a", "Same words", ids=("readwise:1",)),
        highlight("b", "Same words", ids=("readwise:2",)),
    ]
    theirs = [highlight("c", "Same words", ids=("readwise:2",)), highlight("d", "Same words")]
    assert match_highlights(mine, theirs) == {0: 1, 1: 0}


def test_repeated_words_are_matched_in_order_and_once() -> None:
    mine = [highlight(text="Same words") for _ in range(3)]
    assert match_highlights(mine, [highlight(text="same words")] * 4) == {0: 0, 1: 1, 2: 2}


def test_a_page_with_two_highlights_says_too_little() -> None:
    mine = [highlight("a", "One.", "p. 1"), highlight("b", "Two.", "p. 1")]
    assert match_highlights(mine, [highlight("c", "Three.", "p. 1")]) == {}


def test_thousands_of_alike_highlights_are_matched() -> None:
    mine = [highlight(f"a{number}", f"So he went on and said {number}, as before.") for number in range(3000)]
    theirs = [
        highlight(f"b{number}", f"So he went on and said {number} as before!") for number in range(3000)
    ]
    assert match_highlights(mine, theirs) == {number: number for number in range(3000)}
