"""The numbers of one passage, and its words with what they may mean: what matching works on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from letterbook.printed_number import PrintedNumber, find_numbers
from letterbook.record import record
from letterbook.stretch import Stretch, overlaps_any
from letterbook.verify.not_figures import NoFigure, digits_in_words, find_no_figures, find_page_number
from letterbook.verify.passages import Kind, Passage
from letterbook.verify.terms import Term, terms_of
from letterbook.verify.times import TimeMention, find_times
from letterbook.verify.vocabulary import CONJUNCTIONS

_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9$€£])|\n\s*")
_ABBREVIATION = re.compile(
    r"(?:\b(?:approx|ca|vs|no|nos|p|pp|fig|mr|mrs|ms|dr|inc|ltd|co|corp|st|e\.g|i\.e|incl|excl|est|[a-z])\.)$",
    re.IGNORECASE,
)
_KEPT_WORDS = frozenset({"name", "period"})


class ItemKind(StrEnum):
    """What a part of a passage is to the reader of its numbers."""

    WORD = "word"
    CONJUNCTION = "conjunction"
    NUMBER = "number"
    OTHER = "other"
    PUNCTUATION = "punctuation"


@record
class Item:
    """A word, a number or a mark of a passage; `sentence` counts its sentences from 0."""

    start: int
    end: int
    kind: ItemKind
    word: str
    meanings: tuple[str, ...]
    sentence: int


@record
class FoundNumbers:
    """The numbers of a passage that may be figures, those that are none, and the items around them."""

    passage: Passage
    numbers: tuple[PrintedNumber, ...]
    others: tuple[NoFigure, ...]
    items: tuple[Item, ...]
    times: tuple[TimeMention, ...]


def find_in_passage(passage: Passage, mark: str) -> FoundNumbers:
    """The numbers and the words of a passage; `mark` is what stands before decimals in the letter."""
    text = passage.text
    others = _others(passage)
    numbers = tuple(number for number in find_numbers(text, mark) if not overlaps_any(number, others))
    taken: tuple[Stretch, ...] = (*others, *numbers)
    in_words = (other for other in digits_in_words(text) if not overlaps_any(other, taken))
    others = tuple(sorted((*others, *in_words), key=lambda other: other.start))
    return FoundNumbers(passage, numbers, others, tuple(_items(text, numbers, others)), find_times(text))


def _others(passage: Passage) -> tuple[NoFigure, ...]:
    unprinted = tuple(NoFigure(each.start, each.end, each.reason) for each in passage.unprinted)
    if passage.kind in {Kind.HEADER, Kind.FOOTER}:
        pages = tuple(find_page_number(passage.text))
        kept = (each for each in unprinted if not overlaps_any(each, pages))
        unprinted = (*pages, *kept)
    return (
        *(each for each in unprinted if any(map(str.isdigit, passage.text[each.start : each.end]))),
        *(
            other
            for other in find_no_figures(passage.text, is_heading=bool(passage.level))
            if not overlaps_any(other, unprinted)
        ),
    )


def _items(text: str, numbers: tuple[PrintedNumber, ...], others: tuple[NoFigure, ...]) -> Iterator[Item]:
    ends = [match.start() for match in _SENTENCE_END.finditer(text) if not _is_abbreviated(text, match)]
    parts: list[tuple[int, int, ItemKind, str, tuple[str, ...]]] = [
        (number.start, number.end, ItemKind.NUMBER, number.text, ()) for number in numbers
    ]
    parts += [
        (other.start, other.end, ItemKind.OTHER, "", ())
        for other in others
        if other.reason not in _KEPT_WORDS
    ]
    covered = [(start, end) for start, end, *_ in parts]
    for term in terms_of(text):
        if not any(start < term.end and term.start < end for start, end in covered):
            parts.append((term.start, term.end, _kind(term), term.word, term.meanings))
    for start, end, kind, word, meanings in sorted(parts):
        sentence = sum(position < start for position in ends)
        yield Item(start, end, kind, word, meanings, sentence)


def _is_abbreviated(text: str, match: re.Match[str]) -> bool:
    return text[match.start()] == "." and bool(_ABBREVIATION.search(text[: match.start() + 1]))


def _kind(term: Term) -> ItemKind:
    if not term.meanings:
        return ItemKind.PUNCTUATION
    return ItemKind.CONJUNCTION if term.word in CONJUNCTIONS else ItemKind.WORD
