"""Sections: which way the page lies, how many columns it has, which header and footer belong to it.

Source: ECMA-376 part 1, 17.6. A section's properties stand in its last paragraph, those of the last
section at the end of the body. A section without a header or footer of its own has that of the one before.
"""

from __future__ import annotations

from typing import Protocol

from letterbook.record import named_record, record

GAP = 567
"""Twentieths of a point between two columns: ten millimetres."""


@record
class Arrangement:
    """How the text of a section lies on the page."""

    landscape: bool = False
    columns: int = 1


UPRIGHT = Arrangement()


@named_record
class PageGeometry:
    """The upright page and its margins, in twentieths of a point."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    header: int = 708
    footer: int = 708
    gutter: int = 0

    def column_width(self, arrangement: Arrangement = UPRIGHT) -> int:
        """The width of a column of text."""
        across = self.height if arrangement.landscape else self.width
        text = across - self.left - self.right - self.gutter
        return (text - GAP * (arrangement.columns - 1)) // arrangement.columns

    def text_height(self, arrangement: Arrangement = UPRIGHT) -> int:
        """The height of the text on a page."""
        return (self.width if arrangement.landscape else self.height) - self.top - self.bottom


class SectionProperties(Protocol):
    """Gives the properties of the sections of one document."""

    def xml(self, arrangement: Arrangement, *, first: bool, continuous: bool) -> str:
        """The `w:sectPr` of the next section; a `continuous` one begins no new page.

        Only the `first` one has headers and footers of its own for its first page.
        """


def section_type(*, continuous: bool) -> str:
    """How a section begins; without being told, Word begins a new page."""
    return '<w:type w:val="continuous"/>' if continuous else ""


def page_size(page: PageGeometry, arrangement: Arrangement) -> str:
    """The `w:pgSz` of a page that stands upright or lies on its side."""
    if arrangement.landscape:
        return f'<w:pgSz w:w="{page.height}" w:h="{page.width}" w:orient="landscape"/>'
    return f'<w:pgSz w:w="{page.width}" w:h="{page.height}"/>'


def columns(arrangement: Arrangement) -> str:
    """The `w:cols` of a section, empty for a single column."""
    if arrangement.columns == 1:
        return ""
    return f'<w:cols w:num="{arrangement.columns}" w:space="{GAP}"/>'


def margins(page: PageGeometry) -> str:
    """The `w:pgMar` of a page, which are the same whichever way it lies."""
    return (
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}"'
        f' w:header="{page.header}" w:footer="{page.footer}" w:gutter="{page.gutter}"/>'
    )
