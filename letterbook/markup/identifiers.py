"""The identifiers of a tree: the names that links `#name` refer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from letterbook.draft import Block, Division, Heading, Picture, Span, Table
from letterbook.finding import Place
from letterbook.markup.tree import inlines_of, iter_blocks

IDENTIFIER = "id"
"""The attribute by which divisions and spans have theirs."""


def identifiers(blocks: Iterable[Block]) -> Iterator[tuple[str, Place | None]]:
    """Every identifier in reading order, one given twice twice, with the place of its block."""
    for block in iter_blocks(blocks):
        if name := _of_block(block):
            yield name, block.place
        for inline in inlines_of(block):
            if isinstance(inline, Span) and (name := dict(inline.attributes).get(IDENTIFIER, "")):
                yield name, block.place


def _of_block(block: Block) -> str:
    if isinstance(block, Heading | Picture | Table):
        return block.identifier
    return dict(block.attributes).get(IDENTIFIER, "") if isinstance(block, Division) else ""
