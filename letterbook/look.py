"""A look: how a draft is dressed for print — fonts, styles, page, header and footer.

Pure types. Lengths are points, page measures millimetres, colours six hexadecimal digits. In a
style, None means "as in the style it is based on".
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from letterbook.finding import Place
from letterbook.record import named_record, record


class FontKind(StrEnum):
    """What a program that lacks a font and its fallbacks should look for."""

    SERIF = "serif"
    SANS = "sans"
    MONO = "mono"


@record
class Font:
    """A font by its name, and the names to try where it is not installed."""

    name: str
    kind: FontKind = FontKind.SERIF
    fallbacks: tuple[str, ...] = ()


class Align(StrEnum):
    """How the lines of a paragraph are aligned."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFY = "justify"


class Side(StrEnum):
    """A side of a paragraph that a line can be drawn along."""

    TOP = "top"
    LEFT = "left"
    BOTTOM = "bottom"
    RIGHT = "right"


@record
class Line:
    """A drawn line: its colour, its width and its distance from the text."""

    side: Side
    colour: str
    width: float = 0.5
    distance: float = 4.0


@named_record
class Style:
    """How one named Word style looks.

    `line` is a multiple of the font's own line height, `tracking` space added between letters,
    `hanging` how far the first line begins left of the others. Paragraphs of a style that is
    `close_together` have no space between them.
    """

    name: str
    based_on: str = ""
    font: Font | None = None
    size: float | None = None
    colour: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    capitals: bool | None = None
    tracking: float | None = None
    align: Align | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    left: float | None = None
    right: float | None = None
    hanging: float | None = None
    shade: str | None = None
    lines: tuple[Line, ...] = ()
    close_together: bool | None = None
    keep_with_next: bool | None = None
    keep_together: bool | None = None


@named_record
class Page:
    """The page and its margins; `header` and `footer` are the distances from the page's edge."""

    width: float = 210.0
    height: float = 297.0
    top: float = 25.0
    bottom: float = 25.0
    left: float = 25.0
    right: float = 25.0
    header: float = 12.5
    footer: float = 12.5


class RunningField(StrEnum):
    """What may stand in braces in a header or footer."""

    TITLE = "title"
    PUBLICATION = "publication"
    NUMBER = "number"
    DATE = "date"
    AUTHORS = "authors"
    PAGE = "page"
    PAGES = "pages"
    PAGE_OF_PAGES = "page of pages"
    LOGO = "logo"


@record
class RunningLine:
    """A header or footer: three texts in which `{page}` and other fields stand in braces."""

    left: str = ""
    centre: str = ""
    right: str = ""

    def __bool__(self) -> bool:
        return bool(self.left or self.centre or self.right)


@named_record
class Running:
    """A header or footer on the first page and on the others."""

    first: RunningLine = RunningLine()
    others: RunningLine = RunningLine()


@record
class Logo:
    """A picture for headers and footers: its path from the workspace, its width in millimetres.

    `place` is where a look's file names it.
    """

    source: str
    width: float = 40.0
    alt: str = ""
    place: Place | None = field(default=None, compare=False)


@named_record
class TableLook:
    """How tables look: the heading row, the lines between rows and the space around cells."""

    heading_shade: str | None = None
    heading_line: str = "000000"
    row_line: str = "D0D0D0"
    padding: float = 4.0


@named_record
class Look:
    """A whole look. `text_colour` is that of Normal, `list_indent` the step of each list level."""

    name: str
    about: str = ""
    body_font: Font
    code_font: Font
    size: float = 11.0
    text_colour: str = "000000"
    list_indent: float = 18.0
    page: Page = field(default_factory=Page)
    styles: tuple[Style, ...] = ()
    table: TableLook = field(default_factory=TableLook)
    header: Running = field(default_factory=Running)
    footer: Running = field(default_factory=Running)
    logo: Logo | None = None

    def __hash__(self) -> int:
        """By its name alone: a look has hundreds of parts, and is asked for more often than it changes."""
        return hash(self.name)
