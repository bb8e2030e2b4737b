"""Which places of a workspace an author's own words come from."""

from __future__ import annotations

from collections.abc import Iterable

from letterbook.draft import Block
from letterbook.drafting.comparison.build_text import IsOwn
from letterbook.finding import Place
from letterbook.markup.additions import Expression
from letterbook.markup.tree import iter_blocks


def own_places(edition: str, blocks: Iterable[Block], items: Iterable[str]) -> IsOwn:
    """Tells the places in the edition's file and in files of items, without the calls of sections.

    What a section prints itself has the place of its call, what a layout or a disclosure prints another
    file's. `blocks` are those of the edition.
    """
    files = frozenset((edition, *items))
    calls = frozenset(
        (block.place.file, block.place.line)
        for block in iter_blocks(blocks)
        if isinstance(block, Expression) and block.place
    )

    def is_own(place: Place | None) -> bool:
        """Whether what stands in a place is in the author's own words."""
        return (
            place is not None
            and place.line > 0
            and place.file in files
            and (place.file, place.line) not in calls
        )

    return is_own


def anywhere(_place: Place | None) -> bool:
    """All words of a letter that says of none where it came from are taken for its author's."""
    return True
