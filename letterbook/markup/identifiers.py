"""The identifiers of a tree: the names that links `#name` refer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from letterbook.draft import Block, Division, Heading, Inline, Picture, Span, Table
from letterbook.markup.tree import inlines_of, iter_blocks

IDENTIFIER = "id"
"""The attribute by which divisions and spans have theirs."""


def identifiers(blocks: Iterable[Block]) -> Iterator[str]:
    """Every identifier in reading order, one given twice twice."""
    for block in iter_blocks(blocks):
        yield from identifiers_of(block, inlines_of(block))


def identifiers_of(block: Block, inlines: Iterable[Inline]) -> Iterator[str]:
    """The identifiers of `block` itself and of the `inlines` that stand in it."""
    name = ""
    if isinstance(block, Heading | Picture | Table):
        name = block.identifier
    elif isinstance(block, Division):
        name = dict(block.attributes).get(IDENTIFIER, "")
    if name:
        yield name
    for inline in inlines:
        if isinstance(inline, Span) and (name := dict(inline.attributes).get(IDENTIFIER, "")):
            yield name
