"""Where the quotations that an author pasted come from, and whether their words are the source's.

Words are compared without case, punctuation and space. `[…]`, `...` and any bracketed insertion
stand for words left out or put in, `[sic]` for nothing at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from letterbook.checks.checked_edition import Agreement, Trace
from letterbook.checks.prose import own_blocks
from letterbook.draft import Block, Paragraph, Quote
from letterbook.finding import Place
from letterbook.item import Highlight, Item
from letterbook.markup.text import plain_text
from letterbook.markup.tree import iter_blocks

SHORTEST_BLOCK = 4
SHORTEST_IN_LINE = 6
_ALIKE = 0.6
_TELLING_WORDS = 6
_CLOSEST_PASSAGES = 5
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LINK_TARGET = re.compile(r"\]\([^()\s]*\)")
_SIC = re.compile(r"\[sic\]", re.IGNORECASE)
_GAP = re.compile(r"\[[^\[\]]{0,300}\]|\.\.\.|…")
_IN_LINE = re.compile(r"“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|\"([^\"]+)\"")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that the author quotes: a block of their own, or within a line."""

    words: str
    place: Place
    block: bool


@dataclass(frozen=True, slots=True)
class _Passage:
    """What a highlight says, in one of its forms."""

    item: Item
    highlight: Highlight
    text: str
    machine_written: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text as they stand and as they are compared."""

    written: tuple[str, ...]
    keys: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> _Words:
        written = tuple(_WORD.findall(text))
        return cls(written, tuple(_word_key(word) for word in written))


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How many words of a quotation a passage holds, and the first place where the two differ."""

    passage: _Passage
    held: int
    difference: tuple[str, str] = ("", "")

    @property
    def is_verbatim(self) -> bool:
        return self.difference == ("", "")


def find_quotations(blocks: tuple[Block, ...]) -> Iterator[Quotation]:
    """The quotations in an author's own text that are long enough to be told apart."""
    own = {id(block) for block in own_blocks(blocks)}
    for block in iter_blocks(blocks):
        place = block.place or Place("")
        if isinstance(block, Quote):
            words = plain_text(block.blocks)
            if _count(words) >= SHORTEST_BLOCK:
                yield Quotation(words, place, block=True)
        elif isinstance(block, Paragraph) and id(block) in own:
            for match in _IN_LINE.finditer(plain_text(block.children)):
                words = next(filter(None, match.groups()))
                if _count(words) >= SHORTEST_IN_LINE:
                    yield Quotation(words, place, block=False)


class QuotationSources:
    """The passages of a library, in which quotations are looked up."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = items

    @cached_property
    def _passages(self) -> tuple[_Passage, ...]:
        return tuple(passage for item in self._items for passage in _passages(item))

    def trace(self, quotation: Quotation) -> Trace:
        """Where `quotation` comes from and how well it agrees with it."""
        likenesses = [_likeness(quotation.words, passage) for passage in self._candidates(quotation.words)]
        verbatim = [likeness for likeness in likenesses if likeness.is_verbatim]
        for likeness in sorted(verbatim, key=lambda likeness: likeness.passage.machine_written):
            written = likeness.passage.machine_written
            return _trace(quotation, likeness, Agreement.MACHINE_WRITTEN if written else Agreement.VERBATIM)
        enough = _ALIKE * _count(quotation.words)
        alike = [one for one in likenesses if one.held >= enough and not one.passage.machine_written]
        if alike:
            return _trace(quotation, max(alike, key=lambda likeness: likeness.held), Agreement.ALTERED)
        return Trace(
            words=quotation.words, place=quotation.place, agreement=Agreement.UNTRACED, block=quotation.block
        )

    def _candidates(self, words: str) -> list[_Passage]:
        """The passages that hold most of the quotation's most telling words; all others are no source.

        Looking for a few words in the text as it stands is what keeps a library of thousands of
        items quick: only what is left is taken apart word by word.
        """
        telling = _telling_words(words)
        hits = ((sum(word in passage.text for word in telling), passage) for passage in self._passages)
        likely = [(count, passage) for count, passage in hits if 2 * count >= len(telling)]
        likely.sort(key=lambda hit: -hit[0])
        return [
            passage
            for position, (count, passage) in enumerate(likely)
            if position < _CLOSEST_PASSAGES or count == len(telling)
        ]


def _passages(item: Item) -> Iterator[_Passage]:
    for highlight in item.highlights:
        if highlight.text:
            yield _Passage(item, highlight, highlight.text)
        if highlight.transcript:
            yield _Passage(item, highlight, "\n".join(turn.text for turn in highlight.transcript))
        if highlight.takeaways:
            yield _Passage(item, highlight, "\n".join(highlight.takeaways), machine_written=True)


def _telling_words(words: str) -> list[str]:
    """The longest words, those in small letters first since no start of a sentence changes them."""
    distinct = dict.fromkeys(re.findall(r"[^\W_]+", _GAP.sub(" ", words)))
    return sorted(distinct, key=lambda word: (not word.islower(), -len(word)))[:_TELLING_WORDS]


def _count(words: str) -> int:
    return len(_WORD.findall(words))


def _word_key(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold().replace("’", "").replace("'", "")


def _likeness(words: str, passage: _Passage) -> _Likeness:
    source = _Words.of(_LINK_TARGET.sub("]", passage.text))
    parts = [_Words.of(part) for part in _GAP.split(_SIC.sub("", words))]
    held, position, difference = 0, 0, ("", "")
    for part in parts:
        if not part.keys:
            continue
        found = _find(part.keys, source.keys, position)
        if found is not None:
            held += len(part.keys)
            position = found + len(part.keys)
            continue
        same, differs = _compare(part, source)
        held += same
        difference = difference if any(difference) else differs
    return _Likeness(passage, held, difference)


def _find(part: Sequence[str], source: Sequence[str], start: int) -> int | None:
    """Where the words `part` stand one after the other in `source`, from `start` on."""
    text = f" {' '.join(source[start:])} "
    offset = text.find(f" {' '.join(part)} ")
    return None if offset < 0 else start + text.count(" ", 0, offset)


def _compare(part: _Words, source: _Words) -> tuple[int, tuple[str, str]]:
    """How many words of `part` stand in the likeliest place of `source`, and the first difference."""
    longest = SequenceMatcher(None, part.keys, source.keys, autojunk=False).find_longest_match()
    margin = 3 + len(part.keys) // 4
    start = max(0, longest.b - longest.a - margin)
    end = longest.b + len(part.keys) - longest.a + margin
    matcher = SequenceMatcher(None, part.keys, source.keys[start:end], autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    last = len(part.keys)
    for kind, first, until, from_source, until_source in matcher.get_opcodes():
        if kind == "equal" or (kind == "insert" and first in (0, last)):
            continue
        theirs = source.written[start:end]
        return same, (
            _with_neighbours(part.written, first, until),
            _with_neighbours(theirs, from_source, until_source),
        )
    return same, (" ".join(part.written), " ".join(source.written[start:end]))


def _with_neighbours(words: Sequence[str], start: int, end: int) -> str:
    return " ".join(words[max(0, start - 2) : end + 2])


def _trace(quotation: Quotation, likeness: _Likeness, agreement: Agreement) -> Trace:
    passage = likeness.passage
    return Trace(
        words=quotation.words,
        place=quotation.place,
        agreement=agreement,
        block=quotation.block,
        item=passage.item.name,
        anchor=passage.highlight.anchor,
        position=passage.highlight.place,
        difference=likeness.difference,
    )
