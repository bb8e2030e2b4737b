"""Where the quotations that an author pasted come from, and whether their words are the source's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from letterbook.checks.checked_edition import Agreement, Trace
from letterbook.checks.prose import own_blocks
from letterbook.draft import Block, Paragraph, Quote
from letterbook.drafting.wording import compare_wording, count_words, telling_words
from letterbook.finding import Place
from letterbook.item import Audience, Highlight, Item
from letterbook.markup.text import plain_text
from letterbook.markup.tree import iter_blocks

SHORTEST_BLOCK = 4
SHORTEST_IN_LINE = 6
_ALIKE = 0.6
_CLOSEST_PASSAGES = 5
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
    heard: bool = False


def find_quotations(blocks: tuple[Block, ...]) -> Iterator[Quotation]:
    """The quotations in an author's own text that are long enough to be told apart: blocks, then lines."""
    for block in iter_blocks(blocks):
        if isinstance(block, Quote):
            words = plain_text(block.blocks)
            if count_words(words) >= SHORTEST_BLOCK:
                yield Quotation(words, block.place or Place(""), block=True)
    for block in own_blocks(blocks):
        if isinstance(block, Paragraph):
            for match in _IN_LINE.finditer(plain_text(block.children)):
                words = next(filter(None, match.groups()))
                if count_words(words) >= SHORTEST_IN_LINE:
                    yield Quotation(words, block.place or Place(""), block=False)


class QuotationSources:
    """The passages of a library, in which quotations are looked up."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = items

    @cached_property
    def _passages(self) -> tuple[_Passage, ...]:
        return tuple(passage for item in self._items for passage in _passages(item))

    def trace(self, quotation: Quotation) -> Trace:
        """Where `quotation` comes from and how well it agrees with it."""
        compared = [
            (passage, compare_wording(quotation.words, passage.text))
            for passage in self._candidates(quotation.words)
        ]
        verbatim = [passage for passage, comparison in compared if comparison.is_verbatim]
        if verbatim:
            source = min(verbatim, key=_doubt)
            agreement = Agreement.MACHINE_WRITTEN if source.machine_written else Agreement.VERBATIM
            return _trace(quotation, agreement, source)
        enough = _ALIKE * count_words(quotation.words)
        alike = [(p, c) for p, c in compared if c.held >= enough and not p.machine_written]
        if not alike:
            return _trace(quotation, Agreement.UNTRACED)
        passage, comparison = max(alike, key=lambda pair: pair[1].held)
        return _trace(quotation, Agreement.ALTERED, passage, comparison.difference)

    def _candidates(self, words: str) -> list[_Passage]:
        """The passages that hold most of the quotation's most telling words; all others are no source.

        Looking for a few words in the text as it stands is what keeps a library of thousands of
        items quick: only what is left is taken apart word by word.
        """
        telling = telling_words(words)
        if not telling:
            return []
        hits = ((sum(word in passage.text for word in telling), passage) for passage in self._passages)
        likely = [(count, passage) for count, passage in hits if 2 * count >= len(telling)]
        likely.sort(key=lambda hit: -hit[0])
        return [
            passage
            for position, (count, passage) in enumerate(likely)
            if position < _CLOSEST_PASSAGES or count == len(telling)
        ]


def _doubt(passage: _Passage) -> tuple[bool, bool, bool]:
    """How much there is to say about quoting `passage`: of equal words the best source counts."""
    return passage.machine_written, passage.heard, passage.item.audience is not Audience.PUBLIC


def _passages(item: Item) -> Iterator[_Passage]:
    for highlight in item.highlights:
        if highlight.text:
            yield _Passage(item, highlight, highlight.text)
        if highlight.transcript:
            text = "\n".join(turn.text for turn in highlight.transcript)
            yield _Passage(item, highlight, text, heard=not highlight.checked)
        if highlight.takeaways:
            yield _Passage(item, highlight, "\n".join(highlight.takeaways), machine_written=True)


def _trace(
    quotation: Quotation,
    agreement: Agreement,
    passage: _Passage | None = None,
    difference: tuple[str, str] = ("", ""),
) -> Trace:
    return Trace(
        words=quotation.words,
        place=quotation.place,
        agreement=agreement,
        block=quotation.block,
        item=passage.item.name if passage else "",
        anchor=passage.highlight.anchor if passage else "",
        position=passage.highlight.place if passage else "",
        heard=passage.heard if passage else False,
        audience=passage.item.audience if passage else Audience.PUBLIC,
        difference=difference,
    )
