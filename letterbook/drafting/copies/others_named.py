"""Investors who are named in the copies of others: the letter may have been edited since it was checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from letterbook.drafting.approval.letter_text import paragraphs_of
from letterbook.drafting.copies.masters import Master
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.investor_terms.known_recipients import (
    LP,
    NAME,
    SHORT,
    KnownRecipient,
    is_telling_id,
    is_telling_name,
    recipients_of,
)
from letterbook.fund.recipients import Recipients
from letterbook.writers.word.opened.word_file import read_word_file

_MOST_COPIES = 50
"""So many different copies are read for a name that the letter has: it is rare, and the first tells it."""


class CopyReader(Protocol):
    """Who gets a copy: the line and name of the recipient, the copy's name, and what is theirs in it."""

    @property
    def line(self) -> int:
        """The line of the recipient's row."""

    @property
    def recipient(self) -> str:
        """What the recipient is called."""

    @property
    def name(self) -> str:
        """What the copy is called."""

    @property
    def values(self) -> Mapping[str, str]:
        """The values of its fields."""

    @property
    def passages(self) -> tuple[bool, ...]:
        """Which passages it has."""


def others_named(master: Master, people: Recipients, addressees: Sequence[CopyReader]) -> Iterator[Finding]:
    """An error for each name or id of a recipient that stands in the letter and goes to somebody else."""
    said = "\n".join(paragraphs_of(master.approved.file))
    for row in recipients_of(people):
        for name in _names(row):
            if name in said and (reader := _reader(name, master, people, addressees)):
                message = f'The copy of {reader.recipient} names another recipient, "{name}".'
                hint = "Take the name out of the letter, or put it into a passage for its owner alone."
                yield Finding("copy-names-another", Severity.ERROR, message, hint, Place(str(master.path)))


def _names(row: KnownRecipient) -> Iterator[str]:
    yield from (name for name in dict.fromkeys((row.text(NAME), row.text(SHORT))) if is_telling_name(name))
    if is_telling_id(row.text(LP)):
        yield row.text(LP)


def _own_words(people: Recipients) -> Mapping[int, str]:
    """All that is said of a recipient, and of others of the same investor, by the line of their row."""
    investors = {row.line: row.values.get(LP, "").strip() or str(row.line) for row in people.rows}
    said: dict[str, str] = {}
    for row in people.rows:
        investor = investors[row.line]
        said[investor] = " ".join((said.get(investor, ""), *row.values.values()))
    return {line: said[investor] for line, investor in investors.items()}


def _reader(
    name: str, master: Master, people: Recipients, addressees: Sequence[CopyReader]
) -> CopyReader | None:
    """Somebody whose copy has a name that is in no cell of their investor's rows; None where nobody's has."""
    own = _own_words(people)
    others = [each for each in addressees if name not in own[each.line]]
    different = {each.passages: each for each in reversed(others)}
    is_there = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    for each in list(different.values())[:_MOST_COPIES]:
        copy = read_word_file(each.name, master.maker.copy_with(each.passages, each.values))
        if is_there.search("\n".join(paragraphs_of(copy))):
            return each
    return None
