"""What is cut out of a story for recipients who do not get some passages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from letterbook.writers.word.letterhead.xml_part import Element
from letterbook.writers.word.mail_merge.marks import Mark
from letterbook.writers.word.mail_merge.names import (
    BLOCKS,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    SECTION,
    TABLE,
    word,
)
from letterbook.writers.word.mail_merge.passage_spans import PassageSpan
from letterbook.writers.word.mail_merge.slots import Change
from letterbook.writers.word.mail_merge.story_part import StoryPart

_RUNNING = frozenset({word("headerReference"), word("footerReference")})


class Cuts:
    """The elements that are cut out of a story; what stands in them goes with them."""

    def __init__(self, story: StoryPart) -> None:
        self.story = story
        self._places: list[tuple[int, int]] = []

    def add(self, elements: Iterable[Element]) -> None:
        """Cut more elements."""
        places = sorted((*self._places, *((each.start, each.end) for each in elements)))
        self._places = []
        for start, end in places:
            if self._places and start < self._places[-1][1]:
                self._places[-1] = (self._places[-1][0], max(end, self._places[-1][1]))
            else:
                self._places.append((start, end))

    def has(self, element: Element) -> bool:
        """Whether an element is cut."""
        position = bisect_right(self._places, (element.start, len(self.story.part.data))) - 1
        return position >= 0 and element.end <= self._places[position][1]

    def kept(self) -> Iterator[Element]:
        """The elements that stay, in order."""
        return (each for each in self.story.elements if not self.has(each))

    def __bool__(self) -> bool:
        return bool(self._places)

    def changes(self) -> Iterator[Change]:
        """The cuts as changes to the bytes of the part."""
        return (Change(start, end) for start, end in self._places)


def cut_passages(
    story: StoryPart, passages: Sequence[PassageSpan], marks: Sequence[Mark]
) -> tuple[Cuts, list[Change]]:
    """Cut passages out of a story; the changes put something where nothing may not be.

    A bookmark of which one end goes, or all that it holds, goes whole.
    """
    cuts = Cuts(story)
    changes = [change for passage in passages for change in _kept_section(story, passage)]
    for passage in passages:
        cuts.add((*passage.blocks, *passage.marks))
    halves = [mark for mark in marks if any(map(cuts.has, mark.elements)) or _is_empty(cuts, mark)]
    cuts.add(element for mark in halves for element in mark.elements)
    for container in {id(passage.container): passage.container for passage in passages}.values():
        if not cuts.has(container):
            changes += _fillings(cuts, container)
    return cuts, changes


def _is_empty(cuts: Cuts, mark: Mark) -> bool:
    """Whether a bookmark stands between blocks and holds only such as are cut."""
    container = cuts.story.parent(mark.start)
    if not cuts or container is None or mark.end is None or cuts.story.parent(mark.end) is not container:
        return False
    if not cuts.story.holds_blocks(container):
        return False
    start, end = mark.start.end, mark.end.start
    held = [child for child in container.children if start <= child.start < end and child.name in BLOCKS]
    return bool(held) and all(map(cuts.has, held))


def _fillings(cuts: Cuts, container: Element) -> Iterator[Change]:
    """Empty paragraphs: where nothing is left, behind the last table, and between two tables."""
    empty = b"<%bp/>" % cuts.story.prefix
    kept = [child for child in container.children if child.name in BLOCKS and not cuts.has(child)]
    gone = [child for child in container.children if child.name in BLOCKS and cuts.has(child)]
    if not kept:
        if gone:
            yield Change(gone[0].start, gone[0].start, empty)
        return
    for above, below in pairwise(kept):
        is_new = any(above.end <= child.start < below.start for child in gone)
        if above.name == below.name == TABLE and is_new:
            yield Change(below.start, below.start, empty)
    if kept[-1].name == TABLE and any(child.start > kept[-1].start for child in gone):
        yield Change(kept[-1].end, kept[-1].end, empty)


def _kept_section(story: StoryPart, passage: PassageSpan) -> Iterator[Change]:
    """The first section break of a passage stays where the text above it would change its page otherwise."""
    breaks = [each for block in passage.blocks if (each := _section(block))]
    if not breaks:
        return
    above = [each for each in passage.container.children if each.end <= passage.blocks[0].start]
    blocks = [each for each in above if each.name in BLOCKS]
    begins_here = not blocks or _section(blocks[-1]) is not None
    following = [each for each in passage.container.children if each.start >= passage.blocks[-1].end]
    next_break = next((found for each in following if (found := _section(each))), None)
    alike = next_break is not None and _layout(story, breaks[0]) == _layout(story, next_break)
    first_has_headers = any(child.name in _RUNNING for child in breaks[0].children)
    if (begins_here and not first_has_headers) or (alike and not first_has_headers):
        return
    opening, closing = b"<%bp><%bpPr>" % ((story.prefix,) * 2), b"</%bpPr></%bp>" % ((story.prefix,) * 2)
    start = passage.blocks[0].start
    yield Change(start, start, opening + story.part.raw(breaks[0]) + closing)


def _section(block: Element) -> Element | None:
    """The section that ends with a block, or the last one of the document."""
    if block.name == SECTION:
        return block
    if block.name != PARAGRAPH:
        return None
    properties = next((each for each in block.children if each.name == PARAGRAPH_PROPERTIES), None)
    return next((each for each in properties.children if each.name == SECTION), None) if properties else None


def _layout(story: StoryPart, section: Element) -> list[bytes]:
    """What a section says of its page, without its headers and how it begins."""
    without = _RUNNING | {word("type"), word("titlePg")}
    return [story.part.raw(child) for child in section.children if child.name not in without]
