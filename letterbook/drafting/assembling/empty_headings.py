"""Headings over sections that printed nothing: they vanish with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from letterbook.draft import Block, Division, Heading, PageBreak, Rule
from letterbook.markup.tree import iter_blocks, map_blocks
from letterbook.record import record


@record
class NothingPrinted(Block):
    """Stands where a section printed nothing, until the headings above it have been looked at.

    In the place of a heading that went with its sections it has that heading's `level`, so that it is no
    content of the heading before, below which its author may have forgotten to write.
    """

    level: int = 0


def drop_empty_headings(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The tree without headings whose whole content was sections that printed nothing.

    A division that holds nothing else goes too. A heading below which its author left nothing at all stays:
    that is for a check to mention.
    """
    if not any(isinstance(block, NothingPrinted) for block in iter_blocks(blocks)):
        return blocks
    inside = map_blocks(blocks, _look_into, {Division})
    return map_blocks(_without_empty(inside), _without_mark, {NothingPrinted})


def _look_into(block: Block) -> tuple[Block, ...]:
    """A division without its empty headings; one in which all was empty has printed nothing itself."""
    if not isinstance(block, Division):
        return (block,)
    kept = _without_empty(block.blocks)
    first = kept[0] if kept else None
    if isinstance(first, NothingPrinted) and all(isinstance(each, NothingPrinted) for each in kept):
        return (NothingPrinted(first.level, place=block.place),)
    return (replace(block, blocks=kept),)


def _without_mark(block: Block) -> tuple[Block, ...]:
    return () if isinstance(block, NothingPrinted) else (block,)


def _without_empty(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without empty headings; what printed nothing stays, for the headings further up."""
    kept: list[Block] = []
    for block in reversed(blocks):
        if isinstance(block, Heading) and _is_empty(block, reversed(kept)):
            kept.append(NothingPrinted(block.level, place=block.place))
        else:
            kept.append(block)
    return tuple(reversed(kept))


def _is_empty(heading: Heading, following: Iterable[Block]) -> bool:
    seen = False
    for block in following:
        ends = isinstance(block, (Rule, PageBreak))
        if ends or (isinstance(block, Heading | NothingPrinted) and 0 < block.level <= heading.level):
            return seen
        if not isinstance(block, NothingPrinted):
            return False
        seen = True
    return seen
