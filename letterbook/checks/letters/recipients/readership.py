"""Who gets which block of a letter that is made for many: by the tests of the passages around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from letterbook.draft import Block, Draft
from letterbook.errors import BadInput
from letterbook.fund.investor_terms.known_recipients import KnownRecipient
from letterbook.fund.table import column_key
from letterbook.markup.recipient_fields import written_test
from letterbook.markup.recipient_tests import RecipientTest, parse_recipient_test
from letterbook.markup.tree import inner_blocks

Tests = tuple[RecipientTest, ...]


class Readership:
    """Knows of each block of a draft the tests of the passages that it stands in, and who passes them."""

    def __init__(self, draft: Draft, recipients: tuple[KnownRecipient, ...]) -> None:
        self.recipients = recipients
        self._passages: list[tuple[Block, RecipientTest]] = []
        self._tests = dict(_tests_of_blocks(draft.blocks, self._passages))
        self._readers: dict[Tests, tuple[KnownRecipient, ...]] = {(): recipients}

    def asked(self, column: str) -> tuple[tuple[Block, RecipientTest], ...]:
        """The passages that ask for a recipient's column, by its key, each with its test."""
        return tuple((block, test) for block, test in self._passages if column_key(test.field) == column)

    def tests(self, block: Block) -> Tests:
        """The tests of the passages around a block, the outermost first."""
        return self._tests.get(id(block), ())

    def readers(self, block: Block) -> tuple[KnownRecipient, ...]:
        """The recipients who get a block."""
        tests = self.tests(block)
        if tests not in self._readers:
            self._readers[tests] = tuple(each for each in self.recipients if _passes(each, tests))
        return self._readers[tests]


def names_of(recipients: Iterable[KnownRecipient]) -> str:
    """Some recipients as a sentence has them: the first by name."""
    first, *others = recipients
    if not others:
        return first.called
    return f"{first.called} and {others[0].called if len(others) == 1 else f'{len(others)} others'}"


def _passes(recipient: KnownRecipient, tests: Tests) -> bool:
    """Whether all tests hold; one that cannot be decided gives no copy at all."""
    try:
        return all(test.holds(recipient.values.get(column_key(test.field), "")) for test in tests)
    except BadInput:
        return False


def _written(block: Block) -> RecipientTest | None:
    """The test of a passage; None for another block, and for what is no test: that has a check of its own."""
    written = written_test(block)
    with suppress(BadInput):
        return parse_recipient_test(written) if written is not None else None
    return None


def _tests_of_blocks(
    blocks: Iterable[Block], passages: list[tuple[Block, RecipientTest]]
) -> Iterator[tuple[int, Tests]]:
    """The tests around each block that has any; the `passages` themselves are added in reading order."""
    waiting: list[tuple[Block, Tests]] = [(block, ()) for block in blocks]
    waiting.reverse()
    while waiting:
        block, tests = waiting.pop()
        if test := _written(block):
            passages.append((block, test))
            tests = (*tests, test)
        if tests:
            yield id(block), tests
        waiting += [(each, tests) for each in reversed(inner_blocks(block))]
