"""The parts of an edition in reading order: which text belongs to which item, and how deep it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from letterbook.draft import Block, Heading, Rule
from letterbook.markup.additions import EmbedBlock, Expression, ItemHeading
from letterbook.markup.tree import child_blocks

LEVEL_WITHOUT_HEADING = 2


@dataclass(slots=True)
class ReadingOrder:
    """What a block's neighbours say about it, by the identity of the block.

    `commented` are the headings of items below which the edition says something itself;
    `embed_levels` the levels of the headings that embedded items get.
    """

    commented: set[int] = field(default_factory=set)
    embed_levels: dict[int, int] = field(default_factory=dict)


def read_in_order(blocks: Sequence[Block]) -> ReadingOrder:
    """The reading order of a whole edition."""
    order = ReadingOrder()
    _read(blocks, LEVEL_WITHOUT_HEADING - 1, order)
    return order


def _read(blocks: Sequence[Block], level: int, order: ReadingOrder) -> int:
    """Read `blocks`, which stand below a heading of `level`; return the level after them."""
    for position, block in enumerate(blocks):
        if isinstance(block, Heading):
            level = block.level
        elif isinstance(block, ItemHeading) and position + 1 < len(blocks):
            if not _ends_commentary(blocks[position + 1], block.level):
                order.commented.add(id(block))
        elif isinstance(block, EmbedBlock):
            order.embed_levels[id(block)] = min(level + 1, 6)
        for children in child_blocks(block):
            level = _read(children, level, order)
    return level


def _ends_commentary(block: Block, level: int) -> bool:
    """Whether the commentary below an item's heading of `level` ends before `block`."""
    is_heading = isinstance(block, (Heading, ItemHeading)) and block.level <= level
    return is_heading or isinstance(block, (Expression, Rule))
