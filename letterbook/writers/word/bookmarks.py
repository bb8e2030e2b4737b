"""Bookmarks: by which links, later review and copies find a place in the file (ECMA-376 part 1, 17.13.6).

Names that begin with an underscore are hidden in Word's dialog. Word and LibreOffice keep bookmarks when
a person edits around them; content controls and hidden text they do not.
"""

from __future__ import annotations

from dataclasses import replace

from letterbook.record import record

BLOCK_PREFIX = "_lb_b"
SPAN_PREFIX = "_lb_s"
FIGURE_PREFIX = "_lb_f"
ANCHORS = "_anchors"
"""What follows the name of a passage in that of the property that lists its paragraphs."""


@record
class Bookmark:
    """A bookmark's name and its two marks as XML."""

    name: str
    start: str
    end: str


@record
class Span:
    """What depends on the recipient: the name of its bookmark, and what decides about it.

    `meaning` is `recipient.salutation` for a field, `when recipient.public_records` for a passage.
    `anchors` are the bookmarks of the first and the last paragraph of a passage: LibreOffice shortens
    the bookmark of several paragraphs to the last one when it saves a file the second time.
    """

    name: str
    meaning: str
    anchors: tuple[str, ...] = ()


@record
class Passage:
    """A passage that is being written: its bookmark, its position among the spans, its first paragraph."""

    bookmark: Bookmark
    position: int
    first: int


class Bookmarks:
    """Makes bookmarks with numbers that none has yet; `first` is the first free one of the package."""

    def __init__(self, first: int = 1) -> None:
        self._next = first
        self._blocks = 0
        self._figures = 0
        self.spans: list[Span] = []

    def named(self, name: str) -> Bookmark:
        """A bookmark of this name, which must be given to one only."""
        number = self._next
        self._next += 1
        return Bookmark(
            name, f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def block(self) -> Bookmark:
        """The bookmark of the next paragraph."""
        self._blocks += 1
        return self.named(_block_name(self._blocks))

    def span(self, meaning: str) -> Bookmark:
        """The bookmark of something that depends on the recipient, which is noted."""
        name = f"{SPAN_PREFIX}{len(self.spans) + 1:04}"
        self.spans.append(Span(name, meaning))
        return self.named(name)

    def figure(self) -> Bookmark:
        """The bookmark of what the next figure printed."""
        self._figures += 1
        return self.named(f"{FIGURE_PREFIX}{self._figures:04}")

    def passage(self, meaning: str) -> Passage:
        """The bookmark of a passage, whose paragraphs are those that come until it is closed."""
        bookmark = self.span(meaning)
        return Passage(bookmark, len(self.spans) - 1, self._blocks + 1)

    def close(self, passage: Passage) -> None:
        """Note the paragraphs that were written since a passage was begun."""
        if passage.first <= self._blocks:
            names = dict.fromkeys((_block_name(passage.first), _block_name(self._blocks)))
            span = self.spans[passage.position]
            self.spans[passage.position] = replace(span, anchors=tuple(names))


def _block_name(number: int) -> str:
    return f"{BLOCK_PREFIX}{number:04}"
