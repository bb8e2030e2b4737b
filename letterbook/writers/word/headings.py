"""Headings: the level each has in Word, and the bookmarks that links refer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from letterbook.draft import Block, Draft, Heading, Title
from letterbook.markup.tree import DEEPEST_HEADING, child_blocks

_LONGEST_BOOKMARK = 40


def heading_shift(draft: Draft) -> int:
    """How many levels headings move up: one when the title is the only level-1 heading, else none.

    In Markdown a title is `#` and the parts below it are `##`; in Word the title has a style of its
    own and the parts are Heading 1, so that the navigation pane begins at its first level.
    """
    has_title = any(isinstance(block, Title) for block in draft.blocks)
    return 1 if has_title and all(heading.level > 1 for heading in headings(draft.blocks)) else 0


def word_level(heading: Heading, shift: int) -> int:
    """The level of the Word style for `heading`."""
    return min(max(heading.level - shift, 1), DEEPEST_HEADING)


def headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    """All headings that print something, in order, wherever they stand."""
    for block in blocks:
        if isinstance(block, Heading):
            if block.children:
                yield block
        else:
            for inner in child_blocks(block):
                yield from headings(inner)


def bookmark_names(blocks: Iterable[Block]) -> Mapping[str, str]:
    """The name of the bookmark for each identifier of a heading; the first of equal ones counts.

    A name has at most 40 characters, begins with a letter, holds letters, digits and underscores,
    and is unlike all others whatever their case (what Word itself allows).
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for heading in headings(blocks):
        if heading.identifier and heading.identifier not in names:
            names[heading.identifier] = _bookmark_name(heading.identifier, taken)
    return names


def _bookmark_name(identifier: str, taken: set[str]) -> str:
    safe = "".join(c if c.isascii() and c.isalnum() else "_" for c in identifier)
    safe = safe if safe[0].isalpha() else f"h{safe}"
    name, number = safe[:_LONGEST_BOOKMARK], 2
    while name.lower() in taken:
        ending = f"_{number}"
        name = safe[: _LONGEST_BOOKMARK - len(ending)] + ending
        number += 1
    taken.add(name.lower())
    return name
