"""The styles of a look, looked up by name while the body is written."""

from __future__ import annotations

from functools import lru_cache

from letterbook.look import Look, Page, Style
from letterbook.record import record
from letterbook.writers.word.sections import PageGeometry
from letterbook.writers.word.standard_styles import (
    STANDARD_STYLES,
    TABLE_STYLE,
    StandardStyle,
    style_identifier,
)

TWENTIETHS = 20
MILLIMETRE = 1440 / 25.4
DEEPEST_LIST_LEVEL = 8


@record
class ListSign:
    """What stands before the items of a list: its text, `%1` being the number, and its `w:rPr` or nothing."""

    text: str
    look: str = ""


class Stylesheet:
    """The standard styles and the look's own ones, by name, and the page they are for.

    `bullets` is the `w:num` that the style List Bullet refers to.
    """

    def __init__(self, look: Look) -> None:
        self.look = look
        self.page = _geometry(look.page)
        self.bullets = 1
        self.looks = {style.name: style for style in look.styles}
        self.standard = {style.name: style for style in STANDARD_STYLES}
        own = [style for style in look.styles if style.name not in self.standard]
        self.own = tuple(
            StandardStyle(name=style.name, based_on=style.based_on or "Body Text") for style in own
        )
        self._by_class = {class_name(style.name): style.name for style in own}
        self._identifiers = {style.name: style.identifier for style in (*STANDARD_STYLES, *self.own)}
        self._identifiers[TABLE_STYLE] = style_identifier(TABLE_STYLE)

    def identifier(self, name: str) -> str:
        """The id of the style of this name, which must be a standard or the look's own one."""
        return self._identifiers[name]

    def stored_name(self, style: StandardStyle) -> str:
        """The name of a style as it stands in the file."""
        return style.stored or style.name

    def follower(self, style: StandardStyle) -> str:
        """The id of the style of the paragraph that a person types after one of `style`, or empty."""
        return self.identifier(style.followed_by) if style.followed_by else ""

    def marked_language(self, _language: str) -> str:
        """The language to mark all text of a draft with: none, since the package is in that of the draft."""
        return ""

    def list_sign(self, _style: str) -> ListSign | None:
        """The sign that a package has for the lists of a style already; None where we have our own."""
        return None

    def of_classes(self, classes: tuple[str, ...]) -> str:
        """The name of the look's own style named like one of `classes` (`pull-quote`), or empty."""
        return next((self._by_class[name] for name in classes if name in self._by_class), "")

    def is_own(self, name: str) -> bool:
        """Whether the style is one that only this look has."""
        return name not in self.standard

    def left_indent(self, name: str) -> int:
        """How far paragraphs of the style are indented, in twentieths of a point."""
        style: Style | None = self.looks.get(name)
        if style is not None and style.left is not None:
            return round(style.left * TWENTIETHS)
        based_on = self._base(name)
        return self.left_indent(based_on) if based_on else 0

    def size(self, name: str) -> float:
        """The size of the style's font, in points."""
        style = self.looks.get(name)
        if style is not None and style.size is not None:
            return style.size
        based_on = self._base(name)
        return self.size(based_on) if based_on else self.look.size

    def _base(self, name: str) -> str:
        """The style that this one is based on; empty for the first of them."""
        style, known = self.looks.get(name), self.standard.get(name)
        return (style.based_on if style else "") or (known.based_on if known else "Body Text")

    def list_indent(self, level: int) -> int:
        """Where the text of a list's items begins, in twentieths of a point; levels count from 0."""
        return round(self.look.list_indent * TWENTIETHS) * (min(level, DEEPEST_LIST_LEVEL) + 1)


@lru_cache(maxsize=16)
def stylesheet(look: Look) -> Stylesheet:
    """The stylesheet of a look, made once."""
    return Stylesheet(look)


def _geometry(page: Page) -> PageGeometry:
    measures = ("width", "height", "top", "bottom", "left", "right", "header", "footer")
    return PageGeometry(**{name: round(getattr(page, name) * MILLIMETRE) for name in measures})


def class_name(style: str) -> str:
    """A style's name as the class of a division has it: `pull-quote`."""
    return "-".join(style.lower().split())
