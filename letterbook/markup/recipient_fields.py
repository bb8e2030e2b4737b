"""What a tree has for its recipients: fields that each copy fills, passages that some copies get."""

from __future__ import annotations

from collections.abc import Iterable

from letterbook.draft import Block, Division, Inline, Span
from letterbook.errors import BadInput
from letterbook.markup.recipient_tests import RECIPIENT, WHEN, RecipientTest, parse_recipient_test
from letterbook.markup.text import plain_text
from letterbook.markup.tree import inlines_of, iter_blocks
from letterbook.record import record

TEST = "test"
"""The attribute of a `when` division that says whose copies keep it."""


@record
class RecipientUse:
    """The fields that a tree prints and the tests of its passages, each once, in reading order."""

    fields: tuple[str, ...] = ()
    tests: tuple[RecipientTest, ...] = ()

    @property
    def needed(self) -> tuple[str, ...]:
        """Every field that the recipients' file must have, those of tests after those that are printed."""
        return tuple(dict.fromkeys((*self.fields, *(test.field for test in self.tests))))


def recipient_fields(blocks: Iterable[Block]) -> RecipientUse:
    """What `blocks` use of a recipient; a passage whose test cannot be read counts for nothing."""
    fields: dict[str, None] = {}
    tests: dict[RecipientTest, None] = {}
    for block in iter_blocks(blocks):
        written = written_test(block)
        if written is not None:
            try:
                tests[parse_recipient_test(written, block.place)] = None
            except BadInput:
                continue
        for inline in inlines_of(block):
            if name := field_of(inline):
                fields[name] = None
    return RecipientUse(tuple(fields), tuple(tests))


def written_test(block: Block) -> str | None:
    """The test of a passage for some recipients as it is written, maybe empty; None for any other block."""
    if not isinstance(block, Division) or WHEN not in block.classes:
        return None
    return dict(block.attributes).get(TEST, "")


def field_of(inline: Inline) -> str:
    """The recipient's field that `inline` stands for, or an empty string."""
    return dict(inline.attributes).get(RECIPIENT, "") if isinstance(inline, Span) else ""


def text_for_everybody(inlines: Iterable[Inline]) -> str:
    """The plain text of a line without what is some recipient's: for places that no copy fills."""
    return plain_text(tuple(inline for inline in inlines if not field_of(inline)))
