"""One flow of text of an approved file: its elements in order, and what of them can be seen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from letterbook.writers.word.mail_merge.names import (
    BLOCKS,
    CELL,
    PARAGRAPH,
    RUN_PROPERTIES,
    STORIES,
    TEXT,
    word,
)
from letterbook.writers.word.opened.xml_part import Element, XmlPart

_UNSEEN = frozenset({RUN_PROPERTIES, word("lastRenderedPageBreak")})
_HOLDERS = frozenset({word("sdtContent"), word("customXml")})


class StoryPart:
    """The document, a header, a footer or the notes: a part's tree, with the way up from each element."""

    def __init__(self, part: XmlPart) -> None:
        self.part = part
        self.elements: list[Element] = []
        self._parents: dict[int, Element] = {}
        self._walk(part.root)
        self._seen = [each.start for each in self.elements if self._is_seen(each)]
        self.prefix = part.prefix(part.root).encode("utf-8")

    @property
    def name(self) -> str:
        """The name of the part in the package."""
        return self.part.name

    def parent(self, element: Element) -> Element | None:
        """The element that `element` stands in; None for the root."""
        return self._parents.get(id(element))

    def above(self, element: Element) -> Iterator[Element]:
        """The elements around `element`, from the nearest to the root."""
        here = self.parent(element)
        while here is not None:
            yield here
            here = self.parent(here)

    def paragraph(self, element: Element) -> Element | None:
        """The paragraph that `element` stands in."""
        return next((each for each in self.above(element) if each.name == PARAGRAPH), None)

    def named(self, *names: str) -> Iterator[Element]:
        """The elements of these names, in order."""
        wanted = frozenset(names)
        return (each for each in self.elements if each.name in wanted)

    def shows_between(self, start: int, end: int) -> bool:
        """Whether anything that is printed begins between two places in the bytes."""
        position = bisect_left(self._seen, start)
        return position < len(self._seen) and self._seen[position] < end

    def holds_blocks(self, element: Element) -> bool:
        """Whether paragraphs and tables stand directly in `element`: the body, a cell, a note, a text box."""
        if element.name in STORIES or element.name == CELL:
            return True
        return element.name in _HOLDERS and any(child.name in BLOCKS for child in element.children)

    def words(self, element: Element) -> str:
        """The text within an element."""
        return "".join(each.text for each in element.all(TEXT))

    def _walk(self, root: Element) -> None:
        waiting = [root]
        while waiting:
            here = waiting.pop()
            self.elements.append(here)
            for child in here.children:
                self._parents[id(child)] = here
            waiting.extend(reversed(here.children))

    def _is_seen(self, element: Element) -> bool:
        parent = self.parent(element)
        if parent is None or not parent.name.endswith(" r") or element.name in _UNSEEN:
            return False
        return element.name != TEXT or bool(element.text)


def is_within(element: Element, outer: Element) -> bool:
    """Whether `element` is `outer` or stands in it."""
    return outer.start <= element.start and element.end <= outer.end
