"""Where the quotations that an author pasted come from, and whether their words are the source's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from letterbook.checks.checked_edition import Agreement, Trace
from letterbook.checks.prose import walk
from letterbook.draft import Block, Paragraph, Quote
from letterbook.drafting.assembling.wording import (
    compare_wording,
    count_words,
    distinct_words,
    is_set_apart,
    telling_words,
)
from letterbook.finding import Place
from letterbook.item import Audience, Highlight, Item
from letterbook.markup.text import plain_text
from letterbook.record import record

SHORTEST_BLOCK = 4
SHORTEST_IN_LINE = 6
_ALIKE = 0.6
_CLOSEST_PASSAGES = 5
_IN_LINE = re.compile(r"“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|\"([^\"]+)\"")


@record
class Quotation:
    """Words that the author quotes: a block of their own, or within a line.

    Those within a line stand from `start` to `end` of its words, quotation marks included.
    """

    words: str
    place: Place
    block: bool
    start: int = 0
    end: int = 0


@record
class _Passage:
    """What a highlight says, in one of its forms."""

    item: Item
    highlight: Highlight
    text: str
    machine_written: bool = False
    heard: bool = False


def find_quotations(blocks: tuple[Block, ...]) -> Iterator[Quotation]:
    """The quotations in an author's own text that are long enough to be told apart: blocks, then lines."""
    within_lines: list[Quotation] = []
    for block, quoted in walk(blocks):
        if isinstance(block, Quote):
            if quotation := block_quotation(block):
                yield quotation
        elif isinstance(block, Paragraph) and not quoted:
            within_lines += line_quotations(block)
    yield from within_lines


def block_quotation(quote: Quote) -> Quotation | None:
    """The words of a block of its own; None for too few of them."""
    words = plain_text(quote.blocks)
    if count_words(words) < SHORTEST_BLOCK:
        return None
    return Quotation(words, quote.place or Place(""), block=True)


def line_quotations(paragraph: Paragraph) -> Iterator[Quotation]:
    """The quotations in the lines of a paragraph that are long enough."""
    for match in _IN_LINE.finditer(plain_text(paragraph.children)):
        words = next(filter(None, match.groups()))
        if count_words(words) >= SHORTEST_IN_LINE:
            yield Quotation(words, paragraph.place or Place(""), False, *match.span())


class QuotationSources:
    """The passages of a library, in which quotations are looked up."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = items

    @cached_property
    def _passages(self) -> tuple[_Passage, ...]:
        return tuple(passage for item in self._items for passage in _passages(item))

    def trace(self, quotations: Iterable[Quotation]) -> tuple[Trace, ...]:
        """Where each of `quotations` comes from and how well it agrees with it."""
        wanted = tuple(quotations)
        telling = [telling_words(quotation.words) for quotation in wanted]
        holding = self._holding(frozenset(word for words in telling for word in words))
        return tuple(
            _traced(quotation, self._candidates(words, holding))
            for quotation, words in zip(wanted, telling, strict=True)
        )

    def _holding(self, wanted: frozenset[str]) -> Mapping[str, list[int]]:
        """Which passages, by their numbers, hold each of the words `wanted`.

        One reading of the library answers for all quotations together; only what is left after it is
        taken apart word by word. Where a script sets no spaces, words are looked for within others.
        """
        set_apart = frozenset(filter(is_set_apart, wanted))
        holding: dict[str, list[int]] = {word: [] for word in wanted}
        for number, passage in enumerate(self._passages) if wanted else ():
            within = (word for word in wanted - set_apart if word in passage.text)
            for word in (*set_apart.intersection(distinct_words(passage.text)), *within):
                holding[word].append(number)
        return holding

    def _candidates(self, telling: Sequence[str], holding: Mapping[str, list[int]]) -> list[_Passage]:
        """The passages that hold most of a quotation's most telling words; all others are no source."""
        hits = Counter(number for word in telling for number in holding[word])
        likely = [(-count, number) for number, count in hits.items() if 2 * count >= len(telling)]
        return [
            self._passages[number]
            for position, (count, number) in enumerate(sorted(likely))
            if position < _CLOSEST_PASSAGES or -count == len(telling)
        ]


def _traced(quotation: Quotation, candidates: Iterable[_Passage]) -> Trace:
    compared = [(passage, compare_wording(quotation.words, passage.text)) for passage in candidates]
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
