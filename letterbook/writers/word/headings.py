"""Headings: the level each has in Word, and those that a table of contents lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from letterbook.draft import Block, Division, Draft, Heading, TableOfContents, Title
from letterbook.markup.recipient_tests import WHEN
from letterbook.markup.text import plain_text
from letterbook.markup.tree import DEEPEST_HEADING, child_blocks
from letterbook.record import record


@record
class PrintedHeading:
    """A heading as a table of contents lists it: its level in Word, its words, its bookmark.

    `tests` are those of the passages for some recipients that it stands in, the outermost first.
    """

    heading: Heading
    level: int
    words: str
    bookmark: str
    tests: tuple[str, ...] = ()


def heading_shift(draft: Draft) -> int:
    """How many levels headings move up: one when the title is the only level-1 heading, else none.

    In Markdown a title is `#` and the parts below it are `##`; in Word the title has a style of its
    own and the parts are Heading 1, so that the navigation pane begins at its first level.
    """
    has_title = any(isinstance(block, Title) for block in draft.blocks)
    return 1 if has_title and all(heading.level > 1 for heading, _ in _headings(draft.blocks)) else 0


def word_level(heading: Heading, shift: int) -> int:
    """The level of the Word style for `heading`."""
    return min(max(heading.level - shift, 1), DEEPEST_HEADING)


def listed_headings(draft: Draft, shift: int) -> tuple[PrintedHeading, ...]:
    """The headings that the draft's tables of contents list; none where it has no such table."""
    depths = [block.depth for block in _walk(draft.blocks) if isinstance(block, TableOfContents)]
    if not depths:
        return ()
    found = (
        (heading, tests)
        for heading, tests in _headings(draft.blocks)
        if word_level(heading, shift) <= max(depths)
    )
    # Word's own names for such bookmarks; it makes new ones when the table is updated.
    return tuple(
        PrintedHeading(
            heading, word_level(heading, shift), plain_text(heading.children), f"_Toc{number:09}", tests
        )
        for number, (heading, tests) in enumerate(found, start=1)
    )


def _headings(
    blocks: Iterable[Block], tests: tuple[str, ...] = ()
) -> Iterator[tuple[Heading, tuple[str, ...]]]:
    """All headings that print something, in order, wherever they stand, with the tests of their passages."""
    for block in blocks:
        if isinstance(block, Heading):
            if block.children:
                yield block, tests
            continue
        test = passage_test(block)
        inside = (*tests, test) if test else tests
        for inner in child_blocks(block):
            yield from _headings(inner, inside)


def passage_test(block: Block) -> str:
    """The test of a passage that only some recipients get; empty for any other block."""
    if isinstance(block, Division) and WHEN in block.classes:
        return dict(block.attributes).get("test", "")
    return ""


def _walk(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        for inner in child_blocks(block):
            yield from _walk(inner)
