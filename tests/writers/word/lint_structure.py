"""Faults within a part: each check yields the part's name and a sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from lxml import etree

from tests.writers.word.word_package import WP, W, WordPackage, said

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CORE = "docProps/core.xml"
_LONGEST_BOOKMARK = 40
_W3C_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?")


def repeated_members(package: WordPackage) -> Iterator[tuple[str, str]]:
    """A name that the zip lists twice."""
    for name in package.repeated:
        yield name, "The zip holds this part twice."


def bookmarks(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Bookmarks of one name or id, too long, or without an end."""
    names: Counter[str] = Counter()
    for part, root in package.stories():
        starts = [said(mark, f"{W}id") for mark in root.iter(f"{W}bookmarkStart")]
        ends = [said(mark, f"{W}id") for mark in root.iter(f"{W}bookmarkEnd")]
        if sorted(starts) != sorted(ends):
            yield part, "A bookmark has no end, or an end no start."
        if len(set(starts)) < len(starts):
            yield part, "Two bookmarks have the same id."
        for mark in root.iter(f"{W}bookmarkStart"):
            name = said(mark, f"{W}name")
            names[name.casefold()] += 1
            if names[name.casefold()] == 2:
                yield part, f'Two bookmarks are called "{name}".'
            if len(name) > _LONGEST_BOOKMARK:
                yield part, f'The bookmark\'s name "{name}" is too long.'


def fields(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Fields that begin and do not end."""
    for part, root in package.stories():
        kinds = Counter(said(mark, f"{W}fldCharType") for mark in root.iter(f"{W}fldChar"))
        if kinds["begin"] != kinds["end"]:
            yield part, "A field begins and does not end, or ends and does not begin."


def cells(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Table cells that do not end with a paragraph, which Word refuses."""
    for part, root in package.stories():
        for cell in root.iter(f"{W}tc"):
            if len(cell) == 0 or cell[-1].tag != f"{W}p":
                yield part, "A table cell does not end with a paragraph."


def merged_cells(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Cells that continue a cell above which is not there, and rows wider than their table."""
    for part, root in package.stories():
        for table in root.iter(f"{W}tbl"):
            columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
            open_above: set[int] = set()
            for row in table.iterchildren(f"{W}tr"):
                starts = list(_starts(row))
                if starts and starts[-1][1] > columns:
                    yield part, "A table row has more cells than the table has columns."
                if any(merge == "continue" and start not in open_above for start, _, merge in starts):
                    yield part, "A table cell continues a cell that is not above it."
                open_above = {start for start, _, merge in starts if merge}


def _starts(row: etree._Element) -> Iterator[tuple[int, int, str]]:
    """First column, column after the last, and kind of vertical merge of each cell."""
    column = 0
    for cell in row.iterchildren(f"{W}tc"):
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        after = column + (int(said(span, f"{W}val")) if span is not None else 1)
        yield column, after, "" if merge is None else merge.get(f"{W}val", "continue")
        column = after


def drawings(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Drawings of one id, over all parts together."""
    seen: set[str] = set()
    for part, root in package.stories():
        for drawing in root.iter(f"{WP}docPr"):
            identifier = said(drawing, "id")
            if identifier in seen:
                yield part, f"Two drawings have the id {identifier}."
            seen.add(identifier)


def edge_spaces(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Text whose first or last space Word would drop."""
    for part, root in package.stories():
        for text in root.iter(f"{W}t"):
            words = text.text or ""
            if words != words.strip(" \t\n") and said(text, _SPACE) != "preserve":
                yield part, f'The spaces around "{words.strip()}" are not preserved.'


def core_properties(package: WordPackage) -> Iterator[tuple[str, str]]:
    """Document properties that stand twice, and dates that are none."""
    root = package.xml.get(_CORE)
    if root is None:
        return
    for tag, count in Counter(element.tag for element in root).items():
        if count > 1:
            yield _CORE, f"The property {etree.QName(tag).localname} stands twice."
    for element in root:
        if etree.QName(element).localname in {"created", "modified"} and not _is_date(element.text or ""):
            yield _CORE, f'"{element.text}" is no date.'


def _is_date(text: str) -> bool:
    if _W3C_DATE.fullmatch(text) is None:
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
