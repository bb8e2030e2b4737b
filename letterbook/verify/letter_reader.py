"""The passages of a Word letter in order: text, tables, text boxes, drawings, notes, headers and footers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from letterbook.record import record
from letterbook.verify.drawn.drawings import UNREAD
from letterbook.verify.drawn.drawn_passages import DrawnPassages
from letterbook.verify.paragraph_text import LEFT_OUT, PARAGRAPH, ParagraphText, read_children, read_paragraph
from letterbook.verify.passages import Cell, Kind, LetterText, Passage
from letterbook.verify.unprinted_stories import unprinted_stories
from letterbook.writers.word.namespaces import WORD
from letterbook.writers.word.opened.word_file import WordFile
from letterbook.writers.word.opened.xml_part import Element, XmlPart

_TABLE, _ROW, _CELL = f"{WORD} tbl", f"{WORD} tr", f"{WORD} tc"
_STORIES = (
    (Kind.FOOTNOTE, "footnotes"),
    (Kind.ENDNOTE, "endnotes"),
    (Kind.HEADER, "header"),
    (Kind.FOOTER, "footer"),
)
_NOTES = frozenset({f"{WORD} footnote", f"{WORD} endnote"})
_TITLE_LEVEL = 1
_DEEPEST_LEVEL = 9
_MOST_COLUMNS = 63  # what Word allows


@record
class _Where:
    """What is around an element on the way down to it."""

    kind: Kind
    cell: Cell | None = None
    note: str = ""
    anchor: Element | None = None


def read_letter(file: WordFile) -> LetterText:
    """The passages of a letter that are not empty, the main text first, then notes, headers and footers."""
    levels, drawn = _heading_levels(file.part("styles")), DrawnPassages(file)
    passages = list(_StoryReader(file.xml(file.main), levels, drawn).read(Kind.TEXT))
    for kind, name in _STORIES:
        unprinted = unprinted_stories(file, name)
        for part in dict.fromkeys(file.related(name)):
            if part not in unprinted:
                passages += _StoryReader(file.xml(part), levels, drawn).read(kind)
    return LetterText(tuple(passages), {what: number for what, number in drawn.unread.items() if number})


def _heading_levels(styles: XmlPart | None) -> Mapping[str, int]:
    """The level of each paragraph style that is one of a heading or of the title, by its id."""
    levels: dict[str, int] = {}
    for style in styles.root.children if styles else ():
        if style.name != f"{WORD} style":
            continue
        name = style.value("name").casefold()
        outline = style.value("pPr", "outlineLvl")
        if name == "title":
            levels[style.get("styleId")] = _TITLE_LEVEL
        elif name.startswith("heading ") and name[8:].isdecimal():
            levels[style.get("styleId")] = int(name[8:])
        elif outline.isdecimal() and int(outline) < _DEEPEST_LEVEL:
            levels[style.get("styleId")] = int(outline) + 1
    return levels


class _StoryReader:
    """Reads one part of the file."""

    def __init__(self, part: XmlPart, levels: Mapping[str, int], drawn: DrawnPassages) -> None:
        self._part, self._levels, self._drawn = part, levels, drawn
        self._numbers, self._tables = count(1), count(1)

    def read(self, kind: Kind) -> Iterator[Passage]:
        """The passages of the part, in order."""
        waiting: list[tuple[Element, _Where]] = [(self._part.root, _Where(kind))]
        while waiting:
            here, where = waiting.pop()
            if here.name == PARAGRAPH:
                yield from self._paragraph(here, where)
            elif here.name == _TABLE:
                waiting.extend(reversed(list(self._cells(here, where))))
            elif here.name in UNREAD:
                self._drawn.unread[UNREAD[here.name]] += 1
            elif here.name not in LEFT_OUT:
                inner = (
                    _Where(where.kind, where.cell, here.get("id"), where.anchor)
                    if here.name in _NOTES
                    else where
                )
                waiting.extend((child, inner) for child in reversed(read_children(here)))

    def _paragraph(self, paragraph: Element, where: _Where) -> Iterator[Passage]:
        read = read_paragraph(paragraph)
        if read.text.strip():
            yield Passage(
                part=self._part,
                kind=where.kind,
                paragraph=paragraph,
                text=read.text,
                number=next(self._numbers),
                pieces=read.pieces,
                unprinted=read.unprinted,
                level=self._level(paragraph),
                cell=where.cell,
                marks=read.marks,
                note=where.note,
                anchor=where.anchor,
            )
        if where.kind not in {Kind.HEADER, Kind.FOOTER}:  # pictures there are logos
            self._drawn.unread.update(read.unread)
        for box, run in read.boxes:
            yield from self._box(box, _boxed(where, run))
        yield from self._drawings(paragraph, read, where)

    def _drawings(self, paragraph: Element, read: ParagraphText, where: _Where) -> Iterator[Passage]:
        """The passages of the charts, diagrams and word art in a paragraph."""
        for text, run in read.written:
            if text.strip():
                inner = _boxed(where, run)
                yield Passage(
                    self._part, inner.kind, paragraph, text, next(self._numbers), anchor=inner.anchor
                )
        for mark, run in read.drawings:
            around = Passage(
                self._part, where.kind, paragraph, "", 0, note=where.note, anchor=where.anchor or run
            )
            yield from self._drawn.read(mark, around)

    def _box(self, box: Element, where: _Where) -> Iterator[Passage]:
        for paragraph in _own_paragraphs(box):
            yield from self._paragraph(paragraph, where)

    def _level(self, paragraph: Element) -> int:
        outline = paragraph.value("pPr", "outlineLvl")
        if outline.isdecimal() and int(outline) < _DEEPEST_LEVEL:
            return int(outline) + 1
        return self._levels.get(paragraph.value("pPr", "pStyle"), 0)

    def _cells(self, table: Element, where: _Where) -> Iterator[tuple[Element, _Where]]:
        """The contents of the cells of a table, each with its place; deleted rows are left out."""
        number = next(self._tables)
        kind = Kind.TABLE if where.kind is Kind.TEXT else where.kind
        for row_number, row in enumerate(_rows(table), start=1):
            column = 1 + min(_number(row.value("trPr", "gridBefore"), 0), _MOST_COLUMNS)
            for cell in _below(row, _CELL):
                width = min(_number(cell.value("tcPr", "gridSpan"), 1), _MOST_COLUMNS)
                inner = _Where(kind, Cell(number, row_number, column, width), where.note, where.anchor)
                yield from ((child, inner) for child in cell.children)
                column += width


def _boxed(where: _Where, run: Element | None) -> _Where:
    """Where the content of a box stands that a run holds."""
    kind = Kind.TEXT_BOX if where.kind in {Kind.TEXT, Kind.TABLE} else where.kind
    return _Where(kind, None, where.note, where.anchor or run)


def _rows(table: Element) -> Iterator[Element]:
    return (row for row in _below(table, _ROW) if row.child("trPr", "del") is None)


def _below(element: Element, name: str) -> Iterator[Element]:
    """The elements of a name in an element, also within content controls, but not within each other."""
    waiting = list(reversed(element.children))
    while waiting:
        here = waiting.pop()
        if here.name == name:
            yield here
        elif here.name in {f"{WORD} sdt", f"{WORD} sdtContent", f"{WORD} customXml", f"{WORD} ins"}:
            waiting.extend(reversed(here.children))


def _own_paragraphs(box: Element) -> Iterator[Element]:
    """The paragraphs of a text box, those of its tables too."""
    waiting = list(reversed(box.children))
    while waiting:
        here = waiting.pop()
        if here.name == PARAGRAPH:
            yield here
        elif here.name not in LEFT_OUT:
            waiting.extend(reversed(read_children(here)))


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() else otherwise
