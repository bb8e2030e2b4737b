"""Faults within a part: each check yields the part's name and a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tests.writers.word.child_order import CHILD_ORDER, FIRST_CHILD
from tests.writers.word.word_package import WP, W, WordPackage, said, value, whole_number

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LARGEST_DRAWING = 2**31 - 1


def cells(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Table cells that do not end with a paragraph, which Word refuses; tables without rows."""
    for part, root in package.stories():
        for cell in root.iter(f"{W}tc"):
            if len(cell) == 0 or cell[-1].tag != f"{W}p":
                yield part, "A table cell does not end with a paragraph."
        for table in root.iter(f"{W}tbl"):
            if not list(_rows(table)):
                yield part, "A table has no rows."


def merged_cells(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Cells that continue a cell above which is not there, and rows that do not fit their table."""
    for part, root in package.stories():
        for table in root.iter(f"{W}tbl"):
            columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
            open_above: dict[int, int] = {}
            for row in _rows(table):
                starts = list(_starts(row))
                end = (starts[-1][1] if starts else 0) + whole_number(value(row, "trPr/gridAfter"))
                if end != columns:
                    yield part, f"A table row covers {end} of {columns} columns."
                if any(
                    merge == "continue" and open_above.get(start) != after for start, after, merge in starts
                ):
                    yield part, "A table cell continues a cell that is not above it."
                open_above = {start: after for start, after, merge in starts if merge}


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, without those of tables within it."""
    for child in table:
        if child.tag == f"{W}tr":
            yield child
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"}:
            yield from _rows(child)


def _starts(row: etree._Element) -> Iterator[tuple[int, int, str]]:
    """First column, column after the last, and kind of vertical merge of each cell."""
    column = whole_number(value(row, "trPr/gridBefore"))
    for cell in row.xpath("w:tc | w:sdt/w:sdtContent/w:tc", namespaces={"w": W.strip("{}")}):
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        after = column + whole_number(value(cell, "tcPr/gridSpan"), 1)
        yield column, after, "" if merge is None else merge.get(f"{W}val", "continue")
        column = after


def drawings(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Drawings of one id over all parts together, of an id out of bounds, or without a name."""
    seen: set[str] = set()
    for part, root in package.stories():
        for drawing in root.iter(f"{WP}docPr"):
            identifier = said(drawing, "id")
            if identifier in seen:
                yield part, f"Two drawings have the id {identifier}."
            seen.add(identifier)
            if not 0 < whole_number(identifier) <= _LARGEST_DRAWING:
                yield part, f'"{identifier}" is no id of a drawing.'
            if drawing.get("name") is None:
                yield part, f"The drawing {identifier} has no name."


def edge_spaces(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Text whose first or last space Word would drop."""
    for part, root in package.stories():
        for text in root.iter(f"{W}t", f"{W}delText"):
            words = text.text or ""
            if words != words.strip(" \t\n\r") and not _is_preserved(text):
                yield part, f'The spaces around "{words.strip()}" are not preserved.'


def _is_preserved(text: etree._Element) -> bool:
    nearest = next((element for element in (text, *text.iterancestors()) if _SPACE in element.attrib), None)
    return said(nearest, _SPACE) == "preserve"


def sections(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Sections that stand where no section can end, or whose headers say one kind twice."""
    part, body = package.main_part, package.document.find(f"{W}body")
    if body is None or len(body) == 0 or body[-1].tag != f"{W}sectPr":
        yield part, "The last section does not stand at the end of the document."
    for name, root in package.stories():
        for section in root.iter(f"{W}sectPr"):
            if not _may_end_here(section):
                yield name, "A section stands where none can end."
            kinds = [(mark.tag, said(mark, f"{W}type")) for mark in section if mark.tag.endswith("Reference")]
            if len(set(kinds)) < len(kinds):
                yield name, "A section has two headers or footers of one kind."


def _may_end_here(section: etree._Element) -> bool:
    """Whether a section is the body's last child or belongs to a paragraph of the body itself."""
    parent = section.getparent()
    if parent.tag == f"{W}body":
        return section.getnext() is None
    above = [etree.QName(element).localname for element in section.iterancestors()]
    while above[2:3] in (["sdtContent"], ["sdt"]):
        del above[2]
    return above == ["pPr", "p", "body", "document"]


def child_order(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Properties whose parts stand in another order than the schema's, or twice."""
    parts = [*package.stories()]
    for kind in ("styles", "numbering"):
        root = package.part(kind)
        if root is not None:
            parts.append((package.name_of(kind), root))
    for part, root in parts:
        for name, order in CHILD_ORDER.items():
            for properties in root.iter(f"{W}{name}"):
                yield from ((part, fault) for fault in _out_of_order(properties, name, order))
        for name, first in FIRST_CHILD.items():
            for element in root.iter(f"{W}{name}"):
                if any(child.tag == f"{W}{first}" for child in list(element)[1:]):
                    yield part, f"A {first} is not the first part of its {name}."


def _out_of_order(properties: etree._Element, name: str, order: tuple[str, ...]) -> Iterator[str]:
    tags = [str(child.tag) for child in properties.iterchildren(etree.Element)]
    named = [tag.removeprefix(W) for tag in tags if tag.startswith(W)]
    placed = [order.index(child) for child in named if child in order]
    if placed != sorted(set(placed)):
        yield f"The parts of a {name} are in the wrong order or stand twice: {' '.join(named)}."
