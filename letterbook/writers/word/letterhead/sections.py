"""The sections of a draft in a letterhead: the first is the letterhead's own, the others go on from it.

Source: ECMA-376 part 1, 17.6.17. A section without headers and footers has those of the one before.
"""

from __future__ import annotations

from letterbook.writers.word.letterhead.letterhead import Letterhead
from letterbook.writers.word.opened.xml_part import Element
from letterbook.writers.word.sections import UPRIGHT, Arrangement, columns, margins, page_size, section_type

_ORDER = (
    *("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc"),
    *("pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg"),
    *("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings"),
)
# What would be repeated if a later section had it too: the first page's header, a count that starts anew.
_OF_THE_FIRST = frozenset({"headerReference", "footerReference", "titlePg", "type", "pgNumType"})


class LetterheadSections:
    """Gives the properties of the sections of a draft that stands in a letterhead."""

    def __init__(self, letterhead: Letterhead) -> None:
        self._letterhead = letterhead
        self._page = letterhead.page
        self._own = letterhead.section
        self._count = 0

    def xml(self, arrangement: Arrangement, *, first: bool, continuous: bool) -> str:
        """The `w:sectPr` of the next section; the first upright one is that of the letterhead."""
        self._count += 1
        if first and arrangement == UPRIGHT:
            return self._own or self._plain()
        parts = self._parts(first=first)
        if arrangement.landscape and not self._page.lies:
            parts["pgSz"] = page_size(self._page, arrangement)
        if arrangement.columns > 1:
            parts["cols"] = columns(arrangement)
        if continuous:
            parts["type"] = section_type(continuous=True)
        return f"<w:sectPr>{''.join(parts[name] for name in _ORDER if name in parts)}</w:sectPr>"

    def changed(self, last: str) -> str:
        """`last`, the properties of the draft's last section, where they are not the letterhead's own."""
        implied = "" if self._own or self._count > 1 else self._plain()
        return "" if last in {self._own, implied} else last

    def _plain(self) -> str:
        return f"<w:sectPr>{page_size(self._page, UPRIGHT)}{margins(self._page)}</w:sectPr>"

    def _parts(self, *, first: bool) -> dict[str, str]:
        """What the letterhead's own section says, by kind, as far as it is for this one too."""
        parts = {"pgSz": page_size(self._page, UPRIGHT), "pgMar": margins(self._page)}
        section = self._letterhead.insertion.section
        if section is None:
            return parts
        for name in {child.name.rpartition(" ")[2] for child in section.children}:
            same = [child for child in section.children if child.name.rpartition(" ")[2] == name]
            if first or name not in _OF_THE_FIRST:
                parts[name] = "".join(self._raw(child) for child in same)
            elif name == "pgNumType":
                parts[name] = _without_start(same[0])
        return parts

    def _raw(self, element: Element) -> str:
        return self._letterhead.document.raw(element).decode("utf-8")


def _without_start(numbers: Element) -> str:
    style = numbers.get("fmt")
    return f'<w:pgNumType w:fmt="{style}"/>' if style.isalnum() else ""
