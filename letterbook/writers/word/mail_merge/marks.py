"""The bookmarks of an approved file, as word processors have left them.

LibreOffice renames the bookmarks of a copied passage to `NAME_Copy_1`, and writes the start of a bookmark
once more in the last paragraph that it reaches into: the first start then has no end of its own. When it
saves such a file again, only the last paragraph stays bookmarked (seen in LibreOffice 7.4).
"""

from __future__ import annotations

from letterbook.record import record
from letterbook.writers.word.mail_merge.names import BOOKMARK_END, BOOKMARK_START
from letterbook.writers.word.mail_merge.story_part import StoryPart
from letterbook.writers.word.opened.xml_part import Element

_COPY = "_Copy_"


@record
class Mark:
    """A bookmark in a story; `name` is without what LibreOffice adds to a copy's, which is in `copy`.

    `starts` are all its starts that stand there, the first one first; `end` is None where it has none.
    """

    story: StoryPart
    name: str
    copy: str
    starts: tuple[Element, ...]
    end: Element | None

    @property
    def start(self) -> Element:
        """Where the bookmark begins."""
        return self.starts[0]

    @property
    def elements(self) -> tuple[Element, ...]:
        """All its starts and its end."""
        return (*self.starts, *((self.end,) if self.end else ()))


def marks_of(story: StoryPart) -> list[Mark]:
    """The bookmarks of a story in order; starts that belong to one bookmark are put together."""
    found: list[Mark] = []
    open_by_id: dict[str, list[Element]] = {}
    waiting: dict[str, list[Element]] = {}
    for element in story.named(BOOKMARK_START, BOOKMARK_END):
        identifier = element.get("id")
        if element.name == BOOKMARK_START:
            open_by_id.setdefault(identifier, []).append(element)
            waiting.setdefault(element.get("name"), []).append(element)
            continue
        start = open_by_id[identifier].pop(0) if open_by_id.get(identifier) else None
        starts = waiting.pop(start.get("name"), []) if start else []
        if start is not None and starts:
            found.append(_mark(story, tuple(starts), element))
    found += (_mark(story, tuple(starts), None) for starts in waiting.values())
    return sorted(found, key=lambda mark: mark.start.start)


def _mark(story: StoryPart, starts: tuple[Element, ...], end: Element | None) -> Mark:
    written = starts[0].get("name")
    name, copy, number = written.rpartition(_COPY)
    if not copy or not number.isdecimal():
        name, number = written, ""
    return Mark(story, name, number, starts, end)
