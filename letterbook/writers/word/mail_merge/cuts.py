"""What is cut out of a story for recipients who do not get some passages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from letterbook.writers.word.mail_merge.marks import Mark
from letterbook.writers.word.mail_merge.names import (
    BLOCKS,
    TABLE,
)
from letterbook.writers.word.mail_merge.passage_spans import PassageSpan
from letterbook.writers.word.mail_merge.sections import settled_sections
from letterbook.writers.word.mail_merge.slots import Change
from letterbook.writers.word.mail_merge.story_part import StoryPart
from letterbook.writers.word.opened.xml_part import Element


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
    changes = settled_sections(story, passages)
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
