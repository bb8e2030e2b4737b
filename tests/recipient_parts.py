"""What a draft has for single recipients, as the tests of the tree, the Word file and the copies build it."""

from __future__ import annotations

from letterbook.draft import Division, Span, Text


def field(name):
    """The field `{{ recipient.NAME }}`."""
    return Span((Text(f"«{name}»"),), (), (("recipient", name),))


def when(test, *blocks):
    """Blocks for those of whom `test` is true."""
    return Division(blocks, ("when",), (("test", test),))
