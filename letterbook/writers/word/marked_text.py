"""What a Word file of ours says, paragraph by paragraph, after whatever a person has done to it.

Inserted text counts and deleted text does not. Source: ECMA-376 part 1, 17.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from letterbook.record import record
from letterbook.writers.word.bookmarks import BLOCK_PREFIX, FIGURE_PREFIX
from letterbook.writers.word.mail_merge.names import (
    BOOKMARK_END,
    BOOKMARK_START,
    PARAGRAPH,
    TEXT,
    word,
)
from letterbook.writers.word.opened.word_file import WordFile, read_word_file
from letterbook.writers.word.opened.xml_part import Element
from letterbook.writers.word.properties import BUILD_PROPERTY

_LEFT_OUT = frozenset(map(word, ("del", "moveFrom", "txbxContent", "rPr", "pPr", "sectPr", "tblPr")))
_SAID = {word("tab"): "\t", word("br"): "\n", word("cr"): "\n", word("noBreakHyphen"): "\u2011"}
_STORIES = ("footnotes", "endnotes")
_COPY = "_Copy_"  # what LibreOffice adds to the name of a bookmark that it copies


@record
class MarkedPart:
    """The part of a paragraph's text from `start` to `end` that a figure's bookmark `name` is around."""

    name: str
    start: int
    end: int


@record
class MarkedParagraph:
    """The text of a paragraph, the name of its own bookmark, if it has one, and its figures."""

    anchor: str
    text: str
    figures: tuple[MarkedPart, ...] = ()


@record
class MarkedText:
    """The paragraphs of a file, those of its notes last; `build` is the id that it carries, or empty."""

    build: str
    paragraphs: tuple[MarkedParagraph, ...]


def read_marked_text(file: str, data: bytes) -> MarkedText:
    """What the Word file in `data`, which was read from `file`, says; raises BadInput for any other file."""
    opened = read_word_file(file, data)
    names = (opened.main, *chain.from_iterable(map(opened.related, _STORIES)))
    paragraphs = (each for name in names for each in _StoryText().read(opened.xml(name).root))
    return MarkedText(_build(opened), tuple(paragraphs))


def _build(file: WordFile) -> str:
    for each in file.relationships.get("", ()):
        if each.short_kind == "custom-properties" and file.archive.find(each.target):
            for entry in file.xml(each.target).root.children:
                if entry.get("name", "") == BUILD_PROPERTY:
                    return "".join(child.text for child in entry.children)
    return ""


class _StoryText:
    """Reads the paragraphs of one flow of text."""

    def __init__(self) -> None:
        self._paragraphs: list[MarkedParagraph] = []
        self._said: list[str] = []
        self._anchor = ""
        self._figures: list[MarkedPart] = []
        self._open: dict[str, tuple[str, int]] = {}

    def read(self, root: Element) -> tuple[MarkedParagraph, ...]:
        """The paragraphs below an element, in order."""
        for element in _printed(root):
            if element.name == PARAGRAPH:
                self._end_paragraph()
            elif element.name == BOOKMARK_START:
                self._begin_mark(element)
            elif element.name == BOOKMARK_END:
                self._end_mark(element.get("id"))
            elif element.name == TEXT:
                self._said.append(element.text)
            elif element.name in _SAID:
                self._said.append(_SAID[element.name])
        self._end_paragraph()
        return tuple(each for each in self._paragraphs if each.text or each.anchor)

    def _begin_mark(self, start: Element) -> None:
        name = start.get("name").partition(_COPY)[0]
        if name.startswith(BLOCK_PREFIX):
            self._anchor = self._anchor or name
        elif name.startswith(FIGURE_PREFIX):
            self._open[start.get("id")] = name, self._length()

    def _end_mark(self, identifier: str) -> None:
        if identifier in self._open:
            name, start = self._open.pop(identifier)
            self._figures.append(MarkedPart(name, start, self._length()))

    def _end_paragraph(self) -> None:
        """Keep what was said; a mark that is still open goes no further than its paragraph."""
        for identifier in list(self._open):
            self._end_mark(identifier)
        self._paragraphs.append(
            MarkedParagraph(self._anchor, "".join(self._said), tuple(sorted(self._figures, key=_start)))
        )
        self._said, self._anchor, self._figures = [], "", []

    def _length(self) -> int:
        return sum(map(len, self._said))


def _start(part: MarkedPart) -> int:
    return part.start


def _printed(root: Element) -> Iterator[Element]:
    """The elements below one in order, without what nobody reads."""
    waiting = list(reversed(root.children))
    while waiting:
        here = waiting.pop()
        yield here
        if here.name not in _LEFT_OUT:
            waiting.extend(reversed(here.children))
