"""The parts of an edition in reading order: which text belongs to which item, and how deep it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from letterbook.draft import Block, Heading, Rule
from letterbook.drafting.assembling.pictures import is_picture
from letterbook.finding import Place
from letterbook.markup.additions import EmbedBlock, Expression, ItemHeading
from letterbook.markup.tree import child_blocks

LEVEL_WITHOUT_HEADING = 2


@dataclass(slots=True)
class ReadingOrder:
    """What a block's neighbours say about it, by the block's place: no two begin in the same one.

    `commented` are the headings of items below which the edition says something itself;
    `embed_levels` the levels of the headings that embedded items get; `embed_items` what the
    heading refers to below which an embed stands.
    """

    commented: set[Place | None] = field(default_factory=set)
    embed_levels: dict[Place | None, int] = field(default_factory=dict)
    embed_items: dict[Place | None, str] = field(default_factory=dict)


def read_in_order(blocks: Sequence[Block]) -> ReadingOrder:
    """The reading order of a whole edition."""
    order = ReadingOrder()
    _read(blocks, _Above(LEVEL_WITHOUT_HEADING - 1), order)
    return order


@dataclass(slots=True)
class _Above:
    """The level of the last heading that is no item's, and the item whose commentary this is."""

    level: int
    item: ItemHeading | None = None


def _read(blocks: Sequence[Block], above: _Above, order: ReadingOrder) -> None:
    for position, block in enumerate(blocks):
        if above.item and ends_commentary(block, above.item.level):
            above.item = None
        if isinstance(block, Heading):
            above.level = block.level
        elif isinstance(block, ItemHeading):
            above.item = block
            if position + 1 < len(blocks) and not ends_commentary(blocks[position + 1], block.level):
                order.commented.add(block.place)
        elif isinstance(block, EmbedBlock):
            order.embed_levels[block.place] = min(above.level + 1, 6)
            order.embed_items[block.place] = above.item.link.target if above.item else ""
        for children in child_blocks(block):
            _read(children, above, order)


def ends_commentary(block: Block, level: int) -> bool:
    """Whether the commentary below an item's heading of `level` ends before `block`.

    An embedded item ends it as its heading would: it is the next item.
    """
    match block:
        case Heading() | ItemHeading():
            return block.level <= level
        case EmbedBlock():
            return not block.link.anchor and not is_picture(block.link)
    return isinstance(block, (Expression, Rule))
