"""The page of a letterhead's section: how wide and high its text is (ECMA-376 part 1, 17.6)."""

from __future__ import annotations

from dataclasses import replace

from letterbook.record import named_record
from letterbook.writers.word.letterhead.measures import twentieths
from letterbook.writers.word.opened.xml_part import Element
from letterbook.writers.word.sections import UPRIGHT, Arrangement, PageGeometry

# What Word assumes where a section says nothing: a Letter page with margins of an inch.
_WIDTH, _HEIGHT, _MARGIN, _RUNNING = 12240, 15840, 1440, 720
_NARROWEST = 720


@named_record
class LetterheadPage(PageGeometry):
    """The page of a letterhead, whose text may stand in columns; `column` is the width of one.

    A page that lies on its side already is not turned once more.
    """

    column: int

    @property
    def lies(self) -> bool:
        """Whether the letterhead's own page is wider than high."""
        return self.width > self.height

    def column_width(self, arrangement: Arrangement = UPRIGHT) -> int:
        """The width of a column of text."""
        if arrangement == UPRIGHT:
            return self.column
        return max(_NARROWEST, PageGeometry.column_width(self, self._turned(arrangement)))

    def text_height(self, arrangement: Arrangement = UPRIGHT) -> int:
        """The height of the text on a page; a negative margin only lets headers overlap the text."""
        height = self.width if self._turned(arrangement).landscape else self.height
        return max(_NARROWEST, height - abs(self.top) - abs(self.bottom))

    def _turned(self, arrangement: Arrangement) -> Arrangement:
        return replace(arrangement, landscape=arrangement.landscape and not self.lies)


def page_setup(section: Element | None) -> LetterheadPage:
    """The page of a `w:sectPr`, or Word's own where there is none."""
    size = section.child("pgSz") if section else None
    margins = section.child("pgMar") if section else None
    defaults = dict.fromkeys(("top", "bottom", "left", "right"), _MARGIN)
    defaults |= {"header": _RUNNING, "footer": _RUNNING, "gutter": 0}
    sides = {side: _length(margins, side, default) for side, default in defaults.items()}
    width, height = _length(size, "w", _WIDTH), _length(size, "h", _HEIGHT)
    text = max(_NARROWEST, width - sides["left"] - sides["right"] - sides["gutter"])
    return LetterheadPage(width=width, height=height, **sides, column=_column(section, text))


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
