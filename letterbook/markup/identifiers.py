"""The identifiers of a tree: the names that links `#name` refer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from letterbook.draft import Block, Division, Heading, Inline, Picture, Span, Table
from letterbook.markup.tree import inlines_of, iter_blocks

IDENTIFIER = "id"
"""The attribute by which divisions and spans have theirs."""

NAMED: tuple[type[Block | Inline], ...] = (Heading, Picture, Table, Division, Span)
"""What may have an identifier."""


def identifiers(blocks: Iterable[Block]) -> Iterator[str]:
    """Every identifier of the tree; one given twice comes twice."""
    for block in iter_blocks(blocks):
        names = [identifier_of(block), *map(identifier_of, inlines_of(block))]
        yield from filter(None, names)


def identifier_of(node: Block | Inline) -> str:
    """The identifier of `node`, or an empty string."""
    match node:
        case Heading() | Picture() | Table():
            return node.identifier
        case Division() | Span():
            return dict(node.attributes).get(IDENTIFIER, "")
    return ""
