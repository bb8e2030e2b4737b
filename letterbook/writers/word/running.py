"""Headers and footers, and the sections that have them."""

from __future__ import annotations

import re

from letterbook.draft import Image, Metadata
from letterbook.look import Look, RunningField, RunningLine
from letterbook.record import record
from letterbook.writers.forbidden_characters import without_forbidden
from letterbook.writers.word.inlines import text_run
from letterbook.writers.word.languages import page_of_pages
from letterbook.writers.word.namespaces import STORY_NAMESPACES
from letterbook.writers.word.pictures.drawings import image_drawing
from letterbook.writers.word.relationships import Relationships
from letterbook.writers.word.sections import (
    Arrangement,
    PageGeometry,
    columns,
    margins,
    page_size,
    section_type,
)
from letterbook.writers.word.story import Story

_PIECES = re.compile(r"(\{[a-z ]+\})")
_TAB = "<w:r><w:tab/></w:r>"


@record
class RunningPart:
    """One header or footer: `kind` is `header` or `footer`, `pages` is `first` or `default`.

    Pages that lie on their side have their own, because its middle and right lie elsewhere.
    """

    kind: str
    pages: str
    landscape: bool = False

    @property
    def name(self) -> str:
        """The name of the part in `word/`."""
        return f"{self.kind}-{self.pages}{'-landscape' if self.landscape else ''}.xml"

    def line(self, look: Look) -> RunningLine:
        """What the look says there."""
        running = look.header if self.kind == "header" else look.footer
        return running.first if self.pages == "first" else running.others


class LookSections:
    """The sections of a draft in a look, and the headers and footers that they turn out to need.

    Their relationships are added to those of the document.
    """

    def __init__(self, page: PageGeometry, relationships: Relationships) -> None:
        self.parts: list[RunningPart] = []
        self._page = page
        self._relationships = relationships
        self._landscape: bool | None = None

    def xml(self, arrangement: Arrangement, *, first: bool, continuous: bool) -> str:
        """The `w:sectPr` of the next section, its children in the order of the schema."""
        page = self._page
        return (
            f"<w:sectPr>{self._references(arrangement, first=first)}"
            f"{section_type(continuous=continuous)}{page_size(page, arrangement)}{margins(page)}"
            f"{columns(arrangement)}{'<w:titlePg/>' if first else ''}</w:sectPr>"
        )

    def _references(self, arrangement: Arrangement, *, first: bool) -> str:
        """The headers and footers of a section; one without has those of the section before."""
        if arrangement.landscape == self._landscape:
            return ""
        self._landscape = arrangement.landscape
        pages = ("first", "default") if first else ("default",)
        parts = [
            RunningPart(kind, which, arrangement.landscape)
            for kind in ("header", "footer")
            for which in pages
        ]
        self.parts += (part for part in parts if part not in self.parts)
        return "".join(
            f'<w:{part.kind}Reference w:type="{part.pages}"'
            f' r:id="{self._relationships.add(part.kind, part.name)}"/>'
            for part in parts
        )


def running_xml(part: RunningPart, story: Story, metadata: Metadata) -> str:
    """A header or footer as it stands in the look of `story`, which is its own."""
    tag, style = ("hdr", "Header") if part.kind == "header" else ("ftr", "Footer")
    line = part.line(story.gathered.sheet.look)
    texts = [_runs(text, story, metadata) for text in (line.left, line.centre, line.right)]
    while texts and not texts[-1]:
        texts.pop()
    stops = _landscape_stops(story.gathered.sheet.page) if part.landscape else ""
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{stops}</w:pPr>{_TAB.join(texts)}</w:p>'
    return f"<w:{tag} {STORY_NAMESPACES}>{paragraph}</w:{tag}>"


def _landscape_stops(page: PageGeometry) -> str:
    """The middle and the right of a page that lies on its side, in the place of the style's own."""
    upright, across = page.column_width(), page.column_width(Arrangement(landscape=True))
    stops = {upright // 2: "clear", upright: "clear", across // 2: "center", across: "right"}
    tabs = "".join(f'<w:tab w:val="{stops[position]}" w:pos="{position}"/>' for position in sorted(stops))
    return f"<w:tabs>{tabs}</w:tabs>"


def _runs(text: str, story: Story, metadata: Metadata) -> str:
    text = text.replace("{" + RunningField.PAGE_OF_PAGES + "}", page_of_pages(metadata.language))
    values = _values(metadata)
    parts: list[str] = []
    for piece in filter(None, _PIECES.split(text)):
        name = piece[1:-1]
        if name in _WORD_FIELDS:
            parts.append(f'<w:fldSimple w:instr=" {_WORD_FIELDS[name]} ">{text_run("1")}</w:fldSimple>')
        elif name == RunningField.LOGO:
            parts.append(_logo(story))
        elif value := values.get(name, piece):
            parts.append(text_run(without_forbidden(value)))
    return "".join(parts)


def _logo(story: Story) -> str:
    """The logo of the look as a picture; its alt text where there is none to show."""
    logo = story.gathered.sheet.look.logo
    if logo is None:
        return ""
    drawing = image_drawing(Image(logo.source, logo.alt, width=f"{logo.width:g}mm"), story)
    if drawing:
        return f"<w:r>{drawing}</w:r>"
    return text_run(story.clean(logo.alt)) if logo.alt else ""


_WORD_FIELDS: dict[str, str] = {RunningField.PAGE: "PAGE", RunningField.PAGES: "NUMPAGES"}


def _values(metadata: Metadata) -> dict[str, str]:
    return {
        RunningField.TITLE: metadata.title,
        RunningField.PUBLICATION: metadata.publication,
        RunningField.NUMBER: metadata.number,
        RunningField.DATE: metadata.date.isoformat() if metadata.date else "",
        RunningField.AUTHORS: ", ".join(metadata.authors),
    }
