"""The Draft tree: what assembling produces, what checks read and what writers write.

A draft is a frozen tree of blocks and inlines. Every block knows the place it came from; places do
not take part in comparison, so two trees are equal when they say the same thing.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import field
from enum import StrEnum

from letterbook.finding import Place
from letterbook.record import named_record, record

# --- inlines ---------------------------------------------------------------------------------


@record
class Inline:
    """A piece of a line; the concrete kinds follow."""


@record
class Text(Inline):
    """Literal text, never empty; two of them never stand side by side (see `join_text`)."""

    text: str


@record
class SoftBreak(Inline):
    """A line end within a paragraph of the source: a blank in print."""


@record
class LineBreak(Inline):
    """A line end that is printed."""


@record
class Code(Inline):
    """Verbatim text in a line."""

    text: str


@record
class Emphasis(Inline):
    """Emphasised content, italic in print."""

    children: tuple[Inline, ...]


@record
class Strong(Inline):
    """Strongly emphasised content, bold in print."""

    children: tuple[Inline, ...]


@record
class Strikethrough(Inline):
    """Content struck through."""

    children: tuple[Inline, ...]


@record
class Span(Inline):
    """Content with classes (`smallcaps`, `mark`, `sup`, `sub`, …) and attributes (`lang`).

    With the attribute `recipient` it is a field of a mail merge: each recipient's copy has that
    recipient's value of the field in its place. With the attribute `figure` it is what a figure printed,
    and `place` is where the figure is called.
    """

    children: tuple[Inline, ...]
    classes: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    place: Place | None = field(default=None, compare=False)


@record
class Link(Inline):
    """Content linked to a target: an absolute URL, or `#id` for a place in the draft."""

    children: tuple[Inline, ...]
    target: str
    title: str = ""


@record
class Image(Inline):
    """A picture in a line. `source` is a path from the workspace or a URL; URLs are never fetched.

    `place` is where the text around it begins, if that is known.
    """

    source: str
    alt: str = ""
    title: str = ""
    width: str = ""
    place: Place | None = field(default=None, compare=False)


@record
class Footnote(Inline):
    """A footnote's mark; it carries its content, so labels of two sources can never collide."""

    blocks: tuple[Block, ...]


# --- blocks ----------------------------------------------------------------------------------


@record
class Block:
    """A block of the draft; `place` says which file and line it came from."""

    place: Place | None = field(default=None, compare=False, kw_only=True)


@record
class Title(Block):
    """The draft's title: a level-1 heading that is the very first block."""

    children: tuple[Inline, ...]


@record
class Subtitle(Block):
    """The line below the title: in Markdown a paragraph, all of it emphasised, right after it."""

    children: tuple[Inline, ...]


@record
class Heading(Block):
    """A heading of level 1 to 6. `identifier` is the anchor that links refer to, or empty."""

    level: int
    children: tuple[Inline, ...]
    identifier: str = ""


@record
class Paragraph(Block):
    """A paragraph of text."""

    children: tuple[Inline, ...]


@record
class Quote(Block):
    """A block quotation. In Markdown the attribution is a last paragraph that begins with "— "."""

    blocks: tuple[Block, ...]
    attribution: tuple[Inline, ...] = ()


@record
class ListItem(Block):
    """One item of a list; `checked` is None for an ordinary item, else the state of a task."""

    blocks: tuple[Block, ...]
    checked: bool | None = None


@record
class BulletList(Block):
    """A bulleted list; a tight one has no space between its items."""

    items: tuple[ListItem, ...]
    tight: bool = True


@record
class NumberedList(Block):
    """A numbered list that begins with the number `start`."""

    items: tuple[ListItem, ...]
    start: int = 1
    tight: bool = True


@record
class Definition(Block):
    """A term and what it means, once or several times."""

    term: tuple[Inline, ...]
    meanings: tuple[tuple[Block, ...], ...]


@record
class DefinitionList(Block):
    """A list of terms with their meanings."""

    definitions: tuple[Definition, ...]


@record
class CodeBlock(Block):
    """Verbatim lines, without the last line end."""

    text: str
    language: str = ""


@record
class Rule(Block):
    """A horizontal rule."""


@record
class PageBreak(Block):
    """A new page; in Markdown an empty fenced div of class `page-break`."""


@record
class TableOfContents(Block):
    """The headings of the draft, the `depth` uppermost levels of them, with the pages they are on."""

    depth: int = 3


@record
class Picture(Block):
    """An image that stands alone, with a caption (may be empty) apart from its alt text.

    One with an `identifier` is a numbered figure that links can refer to.
    """

    image: Image
    caption: tuple[Inline, ...] = ()
    identifier: str = ""


class Alignment(StrEnum):
    """How a table column is aligned."""

    DEFAULT = "default"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    DECIMAL = "decimal"


@record
class TableCell:
    """A table cell that covers `columns` columns and `rows` rows."""

    children: tuple[Inline, ...] = ()
    columns: int = 1
    rows: int = 1


@record
class TableRow:
    """The cells that begin in this row, left to right; cells covered from elsewhere are absent."""

    cells: tuple[TableCell, ...]


@record
class Table(Block):
    """A table with one alignment a column, header rows (repeated on each page) and body rows.

    `widths` are the shares of the columns in the table's width, or empty where their content decides.
    One with an `identifier` is numbered, and links can refer to it.
    """

    alignments: tuple[Alignment, ...]
    header: tuple[TableRow, ...]
    body: tuple[TableRow, ...]
    caption: tuple[Inline, ...] = ()
    widths: tuple[float, ...] = ()
    identifier: str = ""


@record
class Division(Block):
    """Blocks with classes and attributes: `::: {.class key=value}` in Markdown."""

    blocks: tuple[Block, ...]
    classes: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()


# --- the whole -------------------------------------------------------------------------------


@named_record
class Metadata:
    """What is said about the draft as a whole: its properties, and whether its headings are numbered.

    `as_of` is the day of its figures, `period_start` the first day of the period that it is about.
    """

    title: str = ""
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    date: dt.date | None = None
    language: str = "en"
    publication: str = ""
    number: str = ""
    heading_numbers: bool = False
    as_of: dt.date | None = None
    period_start: dt.date | None = None


@record
class Draft:
    """A whole draft, ready for a writer. Two drafts with equal blocks print the same."""

    blocks: tuple[Block, ...]
    metadata: Metadata = field(default_factory=Metadata, compare=False)
