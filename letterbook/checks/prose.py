"""The author's own words in a draft: everything but what is quoted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from letterbook.draft import Block, Quote, Text
from letterbook.markup.tree import inlines_of, inner_blocks


def own_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """All blocks that do not stand within a block quotation, each before what it holds."""
    waiting = [*blocks][::-1]
    while waiting:
        block = waiting.pop()
        if not isinstance(block, Quote):
            yield block
            waiting += reversed(inner_blocks(block))


def own_text(block: Block) -> str:
    """The words of `block` itself; what is verbatim code is none of them."""
    return "".join(inline.text if isinstance(inline, Text) else " " for inline in inlines_of(block))
