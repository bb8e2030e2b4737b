"""Comparing the words of a quotation with those of its source.

Case, punctuation and space do not count. `[…]`, `...` and any bracketed insertion stand for words
left out or put in, `[sic]` for nothing at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from letterbook.record import record

_TELLING_WORDS = 6
_LARGEST_COMPARISON = 4_000_000
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_RUN_OF_LETTERS = re.compile(r"[^\W_]+")
_FIRST_UNSPACED = "\u0e00"
_LINK_TARGET = re.compile(r"\]\([^()\s]*\)")
_SIC = re.compile(r"\[sic\]", re.IGNORECASE)
_GAP = re.compile(r"\[[^\[\]]{0,300}\]|\.\.\.|…")


@record
class Comparison:
    """How many words of a quotation its source holds, and where the two first differ.

    `difference` is what the quotation says and what the source says there, both with a few words
    around it; both are empty for a verbatim quotation.
    """

    held: int
    difference: tuple[str, str] = ("", "")

    @property
    def is_verbatim(self) -> bool:
        """Whether the source says every word of the quotation, in order."""
        return not any(self.difference)


@record
class _Words:
    """The words of a text as they stand and as they are compared, one by one and run together."""

    written: tuple[str, ...]
    keys: tuple[str, ...]
    running: str


def count_words(text: str) -> int:
    """The number of words in `text`."""
    return len(_WORD.findall(text))


def telling_words(quotation: str) -> list[str]:
    """The words by which a source is best recognised: the longest ones.

    Those in small letters come first, since no start of a sentence changes them.
    """
    distinct = dict.fromkeys(_RUN_OF_LETTERS.findall(_GAP.sub(" ", quotation)))
    return sorted(distinct, key=lambda word: (not word.islower(), -len(word)))[:_TELLING_WORDS]


def distinct_words(source: str) -> frozenset[str]:
    """The words of `source` among which those of `telling_words` are looked for."""
    return frozenset(_RUN_OF_LETTERS.findall(source))


def is_set_apart(word: str) -> bool:
    """Whether `word` is of a script that sets words apart; Thai, Chinese and Japanese do not."""
    return max(word) < _FIRST_UNSPACED


def compare_wording(quotation: str, source: str) -> Comparison:
    """How the words of `quotation` agree with those of `source`, which is Markdown."""
    theirs = _words(_LINK_TARGET.sub("]", source))
    held, position, difference = 0, 0, ("", "")
    for written in _GAP.split(_SIC.sub("", quotation)):
        part = _words(written)
        if not part.keys:
            continue
        found = theirs.running.find(part.running, position)
        if found >= 0:
            held += len(part.keys)
            position = found + len(part.running) - 1
            continue
        same, differs = _align(part, theirs)
        held += same
        difference = difference if any(difference) else differs
    return Comparison(held, difference)


@lru_cache(maxsize=512)
def _words(text: str) -> _Words:
    written = tuple(_WORD.findall(text))
    keys = tuple(map(_key, written))
    return _Words(written, keys, f" {' '.join(keys)} ")


def _key(word: str) -> str:
    if word.isascii():
        return word.lower().replace("'", "")
    return unicodedata.normalize("NFKC", word).casefold().replace("’", "").replace("'", "")


def _align(part: _Words, source: _Words) -> tuple[int, tuple[str, str]]:
    """How many words of `part` stand in the likeliest place of `source`, and the first difference."""
    nothing_alike = 0, (" ".join(part.written), "")
    if len(part.keys) * len(source.keys) > _LARGEST_COMPARISON:
        return nothing_alike
    longest = SequenceMatcher(None, part.keys, source.keys, autojunk=False).find_longest_match()
    margin = 3 + len(part.keys) // 4
    start = max(0, longest.b - longest.a - margin)
    end = longest.b + len(part.keys) - longest.a + margin
    matcher = SequenceMatcher(None, part.keys, source.keys[start:end], autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    for kind, first, until, first_there, until_there in matcher.get_opcodes():
        is_outside = kind == "insert" and first in (0, len(part.keys))
        if kind != "equal" and not is_outside:
            here = _with_neighbours(part.written, first, until)
            return same, (here, _with_neighbours(source.written[start:end], first_there, until_there))
    return nothing_alike


def _with_neighbours(words: Sequence[str], start: int, end: int) -> str:
    return " ".join(words[max(0, start - 2) : end + 2])
