"""The outline of a Word file that letterbook wrote, read back with python-docx."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from tests.writers.word.outline import OutlineRow
from tests.writers.word.word_package import WP, W, said, value

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
    **{f"toc {level}": f"contents {level}" for level in range(1, 7)},
}
_BOXES = {"☐": "☐ ", "☒": "☒ "}


def read_outline(data: bytes) -> tuple[OutlineRow, ...]:
    """The outline of the Word file `data`; the footnotes follow the body in their order."""
    document = docx.Document(io.BytesIO(data))
    names = {style.style_id: (style.name or "").casefold() for style in document.styles}
    reader = _Reader(names, _numbering(_related(document, RELATIONSHIP_TYPE.NUMBERING)))
    rows = list(reader.rows(document.element.body))
    for note in _related(document, RELATIONSHIP_TYPE.FOOTNOTES):
        if not said(note, f"{W}type"):
            rows += reader.rows(note)
    return tuple(rows)


def _related(document: Document, kind: str) -> etree._Element:
    """The root of the part that the document refers to as `kind`, or an empty element."""
    for relationship in document.part.rels.values():
        if relationship.reltype == kind:
            return etree.fromstring(relationship.target_part.blob)
    return etree.Element("none")


@dataclass(slots=True)
class _List:
    """A `w:num`: the sign of its items, whether it counts, and the next number at each level."""

    sign: str
    counts: bool
    following: dict[int, int] = field(default_factory=dict)


def _numbering(root: etree._Element) -> dict[str, _List]:
    signs = {
        said(kind, f"{W}abstractNumId"): (value(kind, "lvl/lvlText"), value(kind, "lvl/numFmt") != "bullet")
        for kind in root.iter(f"{W}abstractNum")
    }
    return {
        said(number, f"{W}numId"): _List(*signs[value(number, "abstractNumId")], _starts(number))
        for number in root.iter(f"{W}num")
    }


def _starts(number: etree._Element) -> dict[int, int]:
    return {
        int(said(override, f"{W}ilvl")): int(value(override, "startOverride"))
        for override in number.iter(f"{W}lvlOverride")
    }


class _Reader:
    """Reads the paragraphs of a story in their order."""

    def __init__(self, styles: Mapping[str, str], lists: Mapping[str, _List]) -> None:
        self._styles = styles
        self._lists = lists

    def rows(self, story: etree._Element) -> Iterator[OutlineRow]:
        for element in story:
            if element.tag == f"{W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{W}tbl":
                yield from self._table(element)

    def _table(self, table: etree._Element) -> Iterator[OutlineRow]:
        for cell in table.iter(f"{W}tc"):
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is None or said(merge, f"{W}val") == "restart":
                yield from (OutlineRow(self._kind(entry), _text(entry)) for entry in cell.iter(f"{W}p"))

    def _paragraph(self, paragraph: etree._Element) -> Iterator[OutlineRow]:
        if paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None:
            yield OutlineRow("page break")
        kind = self._kind(paragraph)
        number, text = value(paragraph, "pPr/numPr/numId"), _text(paragraph)
        if number and not kind.startswith("heading"):
            yield self._item(self._lists[number], int(value(paragraph, "pPr/numPr/ilvl")), text)
        elif kind.startswith("contents") and not text:
            return  # it only holds an end of the table's field
        elif kind == "rule" or paragraph.find(f".//{W}r") is not None:
            yield OutlineRow(kind, text)

    def _kind(self, paragraph: etree._Element) -> str:
        return _KINDS.get(self._styles.get(value(paragraph, "pPr/pStyle"), ""), "paragraph")

    def _item(self, listed: _List, level: int, text: str) -> OutlineRow:
        if not listed.counts:
            box = _BOXES.get(listed.sign, "")
            return OutlineRow(f"{'task' if box else 'bullet'} {level + 1}", box + text)
        number = listed.following.get(level, 1)
        listed.following[level] = number + 1
        return OutlineRow(f"number {level + 1}", f"{number}. {text}")


def _text(paragraph: etree._Element) -> str:
    return "".join(map(_words, paragraph.iter()))


def _words(element: etree._Element) -> str:
    if element.tag == f"{W}t":
        return str(element.text or "")
    if element.tag == f"{W}footnoteReference":
        return f"[^{said(element, f'{W}id')}]"
    if element.tag == f"{WP}docPr":
        return said(element, "descr")
    is_stop = element.tag == f"{W}tab" and element.get(f"{W}val") is not None
    return "" if is_stop else {f"{W}tab": "\t", f"{W}br": "\n"}.get(element.tag, "")
