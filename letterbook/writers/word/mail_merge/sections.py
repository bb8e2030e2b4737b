"""Sections of which a part is cut: the text that stays keeps its page, its headers and its footers.

The properties of a section stand in its last paragraph, and the first section alone may name the headers
(ECMA-376 part 1, 17.6).
"""

from __future__ import annotations

from collections.abc import Sequence

from letterbook.writers.word.mail_merge.names import BLOCKS, PARAGRAPH, PARAGRAPH_PROPERTIES, SECTION, word
from letterbook.writers.word.mail_merge.passage_spans import PassageSpan
from letterbook.writers.word.mail_merge.slots import Change
from letterbook.writers.word.mail_merge.story_part import StoryPart
from letterbook.writers.word.opened.xml_part import Element, end_of_tag

_RUNNING = frozenset({word("headerReference"), word("footerReference")})
_BESIDE_THE_PAGE = _RUNNING | {word("type"), word("titlePg")}


def settled_sections(story: StoryPart, passages: Sequence[PassageSpan]) -> list[Change]:
    """The changes to section breaks that the cutting of `passages` makes necessary.

    Where the pages above and below a passage are alike, they become one section, with the headers of the
    one above. Where they are not, the first break of the passage stays, in an empty paragraph.
    """
    changes: list[Change] = []
    now: dict[int, bytes] = {}
    moved: dict[int, Element] = {}
    for passage in sorted(passages, key=lambda passage: passage.marks[0].start):
        inside = next((found for block in passage.blocks if (found := _section(block))), None)
        below = _below(passage) if inside else None
        if inside is None or below is None:
            continue
        blocks = _blocks_above(passage)
        above = _section(blocks[-1]) if blocks else None
        moved[id(below)] = below
        if above is not None:
            if _page(story, above) == _page(story, below):
                now[id(below)] = now.get(id(above), story.part.raw(above))
                now[id(above)], moved[id(above)] = b"", above
        elif _page(story, inside) == _page(story, below):
            now[id(below)] = story.part.raw(inside)
        elif blocks:
            changes.append(_empty_paragraph(story, passage.blocks[0].start, inside))
        elif not any(map(_is_running, below.children)):
            now[id(below)] = _with_headers(story, below, inside)
    changes += (Change(moved[key].start, moved[key].end, new) for key, new in now.items())
    return changes


def _empty_paragraph(story: StoryPart, start: int, section: Element) -> Change:
    prefixes = (story.prefix,) * 2
    opening, closing = b"<%bp><%bpPr>" % prefixes, b"</%bpPr></%bp>" % prefixes
    return Change(start, start, opening + story.part.raw(section) + closing)


def _with_headers(story: StoryPart, section: Element, other: Element) -> bytes:
    """A section with the headers and footers of another one, which come first in it."""
    part = story.part
    tag = part.data[section.start : end_of_tag(part.data, section.start)]
    if section.is_empty:
        return part.raw(section)
    running = b"".join(part.raw(child) for child in other.children if _is_running(child))
    return tag + running + part.raw(section)[len(tag) :]


def _is_running(child: Element) -> bool:
    return child.name in _RUNNING


def _blocks_above(passage: PassageSpan) -> list[Element]:
    start = passage.blocks[0].start
    return [each for each in passage.container.children if each.end <= start and each.name in BLOCKS]


def _below(passage: PassageSpan) -> Element | None:
    """The next break below a passage, which says what the text below it looks like."""
    following = (each for each in passage.container.children if each.start >= passage.blocks[-1].end)
    return next((found for each in following if (found := _section(each))), None)


def _section(block: Element) -> Element | None:
    """The section that ends with a block, or the last one of the document."""
    if block.name == SECTION:
        return block
    if block.name != PARAGRAPH:
        return None
    properties = next((each for each in block.children if each.name == PARAGRAPH_PROPERTIES), None)
    return next((each for each in properties.children if each.name == SECTION), None) if properties else None


def _page(story: StoryPart, section: Element) -> list[bytes]:
    """What a section says of its page, apart from its headers and how it begins."""
    return [story.part.raw(child) for child in section.children if child.name not in _BESIDE_THE_PAGE]
