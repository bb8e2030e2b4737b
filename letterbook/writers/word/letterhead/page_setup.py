"""The page of a section: how wide and high its text is (ECMA-376 part 1, 17.6)."""

from __future__ import annotations

from letterbook.record import record
from letterbook.writers.word.letterhead.measures import twentieths
from letterbook.writers.word.letterhead.xml_part import Element

# What Word assumes where a section says nothing: a Letter page with margins of an inch.
_WIDTH, _HEIGHT, _MARGIN = 12240, 15840, 1440
_NARROWEST = 720


@record
class PageSetup:
    """A page and its margins in twentieths of a point; `column` is the width of a column of text."""

    width: int = _WIDTH
    height: int = _HEIGHT
    top: int = _MARGIN
    bottom: int = _MARGIN
    left: int = _MARGIN
    right: int = _MARGIN
    header: int = 720
    footer: int = 720
    gutter: int = 0
    column: int = _WIDTH - 2 * _MARGIN

    @property
    def text_height(self) -> int:
        """The height of the text on a page; a negative margin only lets headers overlap it."""
        return max(_NARROWEST, self.height - abs(self.top) - abs(self.bottom))


def page_setup(section: Element | None) -> PageSetup:
    """The page of a `w:sectPr`, or Word's own where there is none."""
    size = section.child("pgSz") if section else None
    margins = section.child("pgMar") if section else None
    sides = {
        side: _length(margins, side, default)
        for side, default in (
            *((side, _MARGIN) for side in ("top", "bottom", "left", "right")),
            *(("header", 720), ("footer", 720), ("gutter", 0)),
        )
    }
    width, height = _length(size, "w", _WIDTH), _length(size, "h", _HEIGHT)
    text = max(_NARROWEST, width - sides["left"] - sides["right"] - sides["gutter"])
    return PageSetup(width=width, height=height, **sides, column=_column(section, text))


def _column(section: Element | None, text: int) -> int:
    columns = section.child("cols") if section else None
    count = columns.get("num") if columns else ""
    if columns is None or not count.isdecimal() or int(count) < 2:
        return text
    widths = [_length(column, "w", 0) for column in columns.children]
    if columns.get("equalWidth") in {"0", "false", "off"} and widths and min(widths) > 0:
        return min(widths)
    space = _length(columns, "space", 720)
    return max(_NARROWEST, (text - space * (int(count) - 1)) // int(count))


def _length(element: Element | None, name: str, default: int) -> int:
    found = twentieths(element.get(name)) if element else None
    return default if found is None else found
