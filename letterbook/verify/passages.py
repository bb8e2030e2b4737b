"""The passages of a Word letter: each paragraph's text as it is read, and where in the file it stands.

Inserted text counts and deleted text does not; a field counts with its result. Source: ECMA-376 part 1, 17.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from letterbook.record import record
from letterbook.writers.word.opened.xml_part import Element, XmlPart


class Kind(StrEnum):
    """Where a passage stands."""

    TEXT = "text"
    TABLE = "table"
    TEXT_BOX = "text box"
    CHART = "chart"
    DIAGRAM = "diagram"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    HEADER = "header"
    FOOTER = "footer"


@record
class Cell:
    """A cell of the `table` with this number in its part; row and column count from 1, spans included.

    The values of a chart are cells as well, and the tables of charts have numbers below zero.
    """

    table: int
    row: int
    column: int
    width: int = 1


@record
class Piece:
    """The part of a passage's text from `start` to `end` that one `w:t` holds, and the run it stands in.

    `skipped` are the blanks at the beginning of the `w:t` that nobody sees.
    """

    start: int
    end: int
    text: Element
    run: Element
    skipped: int = 0


@record
class Unprinted:
    """The part of a passage's text that is no number of the author's, and why: a page number, hidden text."""

    start: int
    end: int
    reason: str


@record
class FigureMark:
    """The part of a passage that the bookmark `name` of a figure holds, in letterbook's own drafts."""

    start: int
    end: int
    name: str


@record
class Passage:
    """A paragraph with its `text`; `number` is its place among those of its part that are not empty.

    A passage of a chart or a diagram has the paragraph around that, and its number in the letter. `level` is
    that of a heading, 0 for other text. `note` is the id of the note that it stands in. `anchor` is the run
    of the part's text that holds the text box or the drawing it stands in.
    """

    part: XmlPart
    kind: Kind
    paragraph: Element
    text: str
    number: int
    pieces: tuple[Piece, ...] = ()
    unprinted: tuple[Unprinted, ...] = ()
    level: int = 0
    cell: Cell | None = None
    marks: tuple[FigureMark, ...] = ()
    note: str = ""
    anchor: Element | None = None


@record
class LetterText:
    """The passages of a letter; `unread` are how many things of a kind were not read, such as pictures."""

    passages: tuple[Passage, ...]
    unread: Mapping[str, int]
