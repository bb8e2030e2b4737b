"""A text as terms: its words in the forms in which they are compared with the names of figures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from letterbook.record import record
from letterbook.verify.vocabulary import PHRASES, STYLES

_TOKEN = re.compile(r"[^\W_]+(?:[&'’][^\W_]+)*|[^\w\s]")
_ROMAN = {
    "II": "2",
    "III": "3",
    "IV": "4",
    "V": "5",
    "VI": "6",
    "VII": "7",
    "VIII": "8",
    "IX": "9",
    "X": "10",
}
_SPELT = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5"}
_NUMBERED = frozenset(
    {"fund", "fonds", "series", "class", "ventures", "capital", "partners", "growth", "lp", "vintage"}
)
_POSSESSIVE = ("'s", "’s", "'", "’")
_STYLED = re.compile(r"[\s-](?:Fund|Fonds|Partners|Ventures|Trust|Strategy|Equity Fund|Opportunities)\b")
_LONGEST_PHRASE = max(map(len, PHRASES))


@record
class Term:
    """A word or a phrase from `start` to `end` of a text, with all it may mean; none for marks."""

    start: int
    end: int
    word: str
    meanings: tuple[str, ...]


def terms_of(text: str) -> tuple[Term, ...]:
    """The terms of a text in order, phrases such as `net asset value` as one, punctuation between them."""
    return tuple(_phrases(list(_words(text))))


@lru_cache(maxsize=4096)
def meanings_of(text: str) -> frozenset[str]:
    """All that the words of a text may mean."""
    return frozenset(meaning for term in terms_of(text) for meaning in term.meanings)


def _words(text: str) -> Iterator[Term]:
    before = ""
    for match in _TOKEN.finditer(text):
        written = unicodedata.normalize("NFC", match[0])
        if written == text.strip() == "I":  # a fund by its number alone, in a table
            written = "1"
        if not written[0].isalnum():
            yield Term(match.start(), match.end(), written, ())
            continue
        written = _without_possessive(written)
        if written.casefold() in STYLES and _STYLED.match(text, match.end()):
            yield Term(match.start(), match.end(), word := f"{written.casefold()}-style", (word,))
            before = word
            continue
        written = "may-month" if written == "May" else written
        word = _numeral(written, before) or unicodedata.normalize("NFC", written.casefold())
        before = word
        yield Term(match.start(), match.end(), word, (_singular(word),))


def _without_possessive(written: str) -> str:
    for ending in _POSSESSIVE:
        written = written.removesuffix(ending)
    return written


def _numeral(written: str, before: str) -> str:
    """The number that `II`, or a `I` or `one` behind a word such as Fund, stands for."""
    if written in _ROMAN:
        return _ROMAN[written]
    if before in _NUMBERED:
        return "1" if written == "I" else _SPELT.get(written.casefold(), "")
    return ""


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _phrases(words: Sequence[Term]) -> Iterator[Term]:
    """The words with those that belong together as one; a hyphen between them does not matter."""
    position = 0
    while position < len(words):
        length, meant = _phrase_at(words, position)
        if length:
            first, last = words[position], words[position + length - 1]
            yield Term(first.start, last.end, " ".join(meant), meant)
            position += length
        else:
            yield words[position]
            position += 1


def _phrase_at(words: Sequence[Term], position: int) -> tuple[int, tuple[str, ...]]:
    """How many words from `position` on are a phrase, and what it means."""
    said: list[str] = []
    found: tuple[int, tuple[str, ...]] = (0, ())
    for taken, word in enumerate(words[position : position + 2 * _LONGEST_PHRASE], start=1):
        if word.word in {"-", "‑"} and said:
            continue
        if not word.meanings or len(said) == _LONGEST_PHRASE:
            break
        said.append(word.word)
        meant = PHRASES.get(tuple(said))
        if meant:
            found = (taken, meant)
    return found
