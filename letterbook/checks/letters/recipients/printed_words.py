"""Which recipients find certain words in their copy: in a heading, or beside a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.own_words import OwnTable, Passage
from letterbook.draft import Block, Heading
from letterbook.fund.figure_names import words_of
from letterbook.fund.investor_terms.known_recipients import KnownRecipient
from letterbook.record import record

_NUMBER = re.compile(r"[0-9«]")
"""A number, or what stands in the draft for a recipient's."""

Words = frozenset[str]


@record
class _Place:
    """Words that stand together in a block: its `own`, and with what is above it `all` that name it."""

    block: Block
    own: Words
    all: Words

    def has(self, wanted: Words) -> bool:
        """Whether all words are there, and one of them is its own."""
        return wanted <= self.all and not wanted.isdisjoint(self.own)


class PrintedWords:
    """Knows the words of an edition's headings and of what has a number, and who reads them."""

    def __init__(self, edition: CheckedEdition) -> None:
        self._readership = edition.readership
        self._headings = tuple(
            _Place(block, words, words)
            for block, printed in edition.of_kind(Heading)
            if (words := _words(printed.text))
        )
        self._numbers = tuple(_numbers(edition))
        self._read: dict[tuple[bool, Words], frozenset[int]] = {}

    def without_heading(self, said: str, recipients: Iterable[KnownRecipient]) -> list[KnownRecipient]:
        """Those in whose copy no heading has all the words of a text."""
        return self._without(_words(said), recipients, is_heading=True)

    def without_number(self, said: str, recipients: Iterable[KnownRecipient]) -> list[KnownRecipient]:
        """Those in whose copy no number stands with all the words of a text."""
        return self._without(_words(said), recipients, is_heading=False)

    def _without(
        self, wanted: Words, recipients: Iterable[KnownRecipient], *, is_heading: bool
    ) -> list[KnownRecipient]:
        key = (is_heading, wanted)
        if key not in self._read:
            places = self._headings if is_heading else self._numbers
            blocks = (place.block for place in places if place.has(wanted))
            self._read[key] = frozenset(id(each) for b in blocks for each in self._readership.readers(b))
        return [each for each in recipients if id(each) not in self._read[key]]


def _words(text: str) -> Words:
    return frozenset(words_of(text))


def _numbers(edition: CheckedEdition) -> Iterator[_Place]:
    """The figures, the sentences with a number, and the rows of tables that have one."""
    words = edition.own_words
    for passage in words.passages:
        yield from _figures(passage)
    for sentence in words.sentences:
        if _NUMBER.search(sentence.text):
            said = _words(sentence.text)
            yield _Place(sentence.passage.block, said, said)
    for table in words.tables:
        yield from _rows(table)


def _figures(passage: Passage) -> Iterator[_Place]:
    for figure in passage.figures:
        named = _words(figure.name)
        yield _Place(passage.block, named, named)


def _rows(table: OwnTable) -> Iterator[_Place]:
    above = _words(f"{table.caption} {table.heading} {' '.join(row.text for row in table.header)}")
    for row in table.rows:
        yield from _figures(row)
        if _NUMBER.search(row.text):
            own = _words(row.text)
            yield _Place(table.table, own, own | above)
