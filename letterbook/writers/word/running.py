"""Headers and footers, and the section that uses them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from letterbook.draft import Metadata
from letterbook.look import Look, Page, RunningField, RunningLine
from letterbook.writers.forbidden_characters import without_forbidden
from letterbook.writers.word.inlines import text_run
from letterbook.writers.word.languages import page_of_pages
from letterbook.writers.word.namespaces import STORY_NAMESPACES
from letterbook.writers.word.stylesheet import MILLIMETRE

_PIECES = re.compile(r"(\{[a-z ]+\})")
_TAB = "<w:r><w:tab/></w:r>"


@dataclass(frozen=True, slots=True)
class RunningPart:
    """One header or footer: `kind` is `header` or `footer`, `pages` is `first` or `default`."""

    kind: str
    pages: str
    name: str
    xml: str


def running_parts(look: Look, metadata: Metadata) -> tuple[RunningPart, ...]:
    """The headers and footers of a look, for the first page and for the others."""
    lines = (
        ("header", "first", look.header.first),
        ("header", "default", look.header.others),
        ("footer", "first", look.footer.first),
        ("footer", "default", look.footer.others),
    )
    return tuple(
        RunningPart(kind, pages, f"{kind}-{pages}.xml", _running_xml(kind, line, metadata))
        for kind, pages, line in lines
    )


def _running_xml(kind: str, line: RunningLine, metadata: Metadata) -> str:
    tag, style = ("hdr", "Header") if kind == "header" else ("ftr", "Footer")
    texts = [_runs(text, metadata) for text in (line.left, line.centre, line.right)]
    while texts and not texts[-1]:
        texts.pop()
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_TAB.join(texts)}</w:p>'
    return f"<w:{tag} {STORY_NAMESPACES}>{paragraph}</w:{tag}>"


def _runs(text: str, metadata: Metadata) -> str:
    text = text.replace("{" + RunningField.PAGE_OF_PAGES + "}", page_of_pages(metadata.language))
    values = _values(metadata)
    parts: list[str] = []
    for piece in filter(None, _PIECES.split(text)):
        name = piece[1:-1]
        if name in _WORD_FIELDS:
            parts.append(f'<w:fldSimple w:instr=" {_WORD_FIELDS[name]} ">{text_run("1")}</w:fldSimple>')
        elif value := values.get(name, piece):
            parts.append(text_run(without_forbidden(value)))
    return "".join(parts)


_WORD_FIELDS: dict[str, str] = {RunningField.PAGE: "PAGE", RunningField.PAGES: "NUMPAGES"}


def _values(metadata: Metadata) -> dict[str, str]:
    return {
        RunningField.TITLE: metadata.title,
        RunningField.PUBLICATION: metadata.publication,
        RunningField.NUMBER: metadata.number,
        RunningField.DATE: metadata.date.isoformat() if metadata.date else "",
        RunningField.AUTHORS: ", ".join(metadata.authors),
    }


def section_xml(page: Page, references: dict[RunningPart, str]) -> str:
    """The `w:sectPr` of the whole document; `references` are the relationships of its running parts."""
    running = "".join(
        f'<w:{part.kind}Reference w:type="{part.pages}" r:id="{reference}"/>'
        for part, reference in references.items()
    )
    return (
        f'<w:sectPr>{running}<w:pgSz w:w="{_length(page.width)}" w:h="{_length(page.height)}"/>'
        f'<w:pgMar w:top="{_length(page.top)}" w:right="{_length(page.right)}"'
        f' w:bottom="{_length(page.bottom)}" w:left="{_length(page.left)}"'
        f' w:header="{_length(page.header)}" w:footer="{_length(page.footer)}"'
        ' w:gutter="0"/><w:titlePg/></w:sectPr>'
    )


def _length(millimetres: float) -> int:
    return round(millimetres * MILLIMETRE)
