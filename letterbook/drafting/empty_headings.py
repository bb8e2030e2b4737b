"""Headings over sections that printed nothing: they vanish with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from letterbook.draft import Block, Division, Heading, PageBreak, Rule
from letterbook.markup.tree import iter_blocks, map_blocks
from letterbook.record import record


@record
class NothingPrinted(Block):
    """Stands where a section printed nothing, until the headings above it have been looked at."""


def drop_empty_headings(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The tree without headings whose whole content was sections that printed nothing.

    A heading below which its author left nothing at all stays: that is for a check to mention.
    """
    if not any(isinstance(block, NothingPrinted) for block in iter_blocks(blocks)):
        return blocks
    return map_blocks(
        map_blocks(_without_empty(blocks), _look_into, {Division}), _without_mark, {NothingPrinted}
    )


def _look_into(block: Block) -> tuple[Block, ...]:
    if isinstance(block, Division):
        return (replace(block, blocks=_without_empty(block.blocks)),)
    return (block,)


def _without_mark(block: Block) -> tuple[Block, ...]:
    return () if isinstance(block, NothingPrinted) else (block,)


def _without_empty(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without empty headings; what printed nothing stays, for the headings further up."""
    kept: list[Block] = []
    for block in reversed(blocks):
        if not (isinstance(block, Heading) and _is_empty(block, reversed(kept))):
            kept.append(block)
    return tuple(reversed(kept))


def _is_empty(heading: Heading, following: Iterable[Block]) -> bool:
    seen = False
    for block in following:
        ends = isinstance(block, (Rule, PageBreak))
        if ends or (isinstance(block, Heading) and block.level <= heading.level):
            return seen
        if not isinstance(block, NothingPrinted):
            return False
        seen = True
    return seen
