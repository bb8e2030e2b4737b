"""The outline of a Word file that letterbook wrote, read back with python-docx."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from letterbook.writers.word.outline import OutlineRow

_KINDS: Mapping[str, str] = {
    "title": "title",
    "subtitle": "subtitle",
    "quote": "quote",
    "quote attribution": "attribution",
    "list continue": "continuation",
    "definition term": "term",
    "definition": "definition",
    "source code": "code",
    "figure": "picture",
    "caption": "caption",
    "table heading": "heading cell",
    "table text": "cell",
    "horizontal rule": "rule",
    "footnote text": "footnote",
    **{f"heading {level}": f"heading {level}" for level in range(1, 7)},
}
_BOXES = {"☐": "☐ ", "☒": "☒ "}


def read_outline(data: bytes) -> tuple[OutlineRow, ...]:
    """The outline of the Word file `data`; the footnotes follow the body in their order."""
    document = Document(io.BytesIO(data))
    reader = _Reader(_style_names(document), _numbering(document))
    rows = [*reader.rows(document.element.body)]
    for note in _notes(document):
        rows += reader.rows(note)
    return tuple(rows)


def _style_names(document: DocumentObject) -> dict[str, str]:
    return {style.style_id: style.name or "" for style in document.styles}


@dataclass(slots=True)
class _List:
    """A `w:num`: the sign of its items, and the next number if it counts."""

    sign: str
    counts: bool
    following: dict[int, int] = field(default_factory=dict)


def _numbering(document: DocumentObject) -> dict[str, _List]:
    root = document.part.numbering_part.element
    signs = {
        abstract.get(qn("w:abstractNumId")): (
            abstract.find(f"{qn('w:lvl')}/{qn('w:numFmt')}").get(qn("w:val")),
            abstract.find(f"{qn('w:lvl')}/{qn('w:lvlText')}").get(qn("w:val")),
        )
        for abstract in root.iterchildren(qn("w:abstractNum"))
    }
    lists = {}
    for number in root.iterchildren(qn("w:num")):
        number_format, sign = signs[number.find(qn("w:abstractNumId")).get(qn("w:val"))]
        starts = {
            int(override.get(qn("w:ilvl"))): int(override.find(qn("w:startOverride")).get(qn("w:val")))
            for override in number.iterchildren(qn("w:lvlOverride"))
        }
        lists[number.get(qn("w:numId"))] = _List(sign, number_format != "bullet", starts)
    return lists


def _notes(document: DocumentObject) -> Iterator[BaseOxmlElement]:
    for relationship in document.part.rels.values():
        if relationship.reltype.endswith("/footnotes"):
            root = parse_xml(relationship.target_part.blob)
            yield from (note for note in root if note.get(qn("w:type")) is None)


class _Reader:
    """Reads the paragraphs of a story in their order."""

    def __init__(self, styles: Mapping[str, str], lists: Mapping[str, _List]) -> None:
        self._styles = styles
        self._lists = lists

    def rows(self, story: BaseOxmlElement) -> Iterator[OutlineRow]:
        for element in story:
            if element.tag == qn("w:p"):
                yield from self._paragraph(element)
            elif element.tag == qn("w:tbl"):
                yield from self._table(element)

    def _table(self, table: BaseOxmlElement) -> Iterator[OutlineRow]:
        for cell in table.iter(qn("w:tc")):
            merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            if merge is None or merge.get(qn("w:val")) == "restart":
                paragraph = cell.find(qn("w:p"))
                yield OutlineRow(_KINDS[self._style(paragraph).casefold()], _text(paragraph))

    def _paragraph(self, paragraph: BaseOxmlElement) -> Iterator[OutlineRow]:
        properties = qn("w:pPr")
        if paragraph.find(f"{properties}/{qn('w:pageBreakBefore')}") is not None:
            yield OutlineRow("page break")
        numbering = paragraph.find(f"{properties}/{qn('w:numPr')}")
        kind = _KINDS.get(self._style(paragraph).casefold(), "paragraph")
        if numbering is not None:
            yield self._item(paragraph, numbering)
        elif kind == "rule" or paragraph.find(f".//{qn('w:r')}") is not None:
            yield OutlineRow(kind, _text(paragraph))

    def _style(self, paragraph: BaseOxmlElement) -> str:
        return self._styles[paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val"))]

    def _item(self, paragraph: BaseOxmlElement, numbering: BaseOxmlElement) -> OutlineRow:
        level = int(numbering.find(qn("w:ilvl")).get(qn("w:val")))
        listed = self._lists[numbering.find(qn("w:numId")).get(qn("w:val"))]
        text = _text(paragraph)
        if not listed.counts:
            box = _BOXES.get(listed.sign, "")
            return OutlineRow(f"{'task' if box else 'bullet'} {level + 1}", box + text)
        number = listed.following.get(level, 1)
        listed.following[level] = number + 1
        return OutlineRow(f"number {level + 1}", f"{number}. {text}")


def _text(paragraph: BaseOxmlElement) -> str:
    return "".join(filter(None, map(_words, paragraph.iter())))


def _words(element: BaseOxmlElement) -> str | None:
    if element.tag == qn("w:t"):
        return element.text
    if element.tag == qn("w:footnoteReference"):
        return f"[^{element.get(qn('w:id'))}]"
    if element.tag == qn("wp:docPr"):
        return str(element.get("descr"))
    return {qn("w:tab"): "\t", qn("w:br"): "\n"}.get(element.tag)
