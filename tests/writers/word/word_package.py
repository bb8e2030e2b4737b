"""A finished Word file opened for inspection: its parts, parsed where they are XML."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from letterbook.writers.word.namespaces import DRAWING, DRAWING_IN_WORD, RELATIONSHIPS, WORD

W = f"{{{WORD}}}"
R = f"{{{RELATIONSHIPS}}}"
A = f"{{{DRAWING}}}"
WP = f"{{{DRAWING_IN_WORD}}}"
_DOCUMENT = "word/document.xml"


@dataclass(frozen=True, slots=True)
class WordPackage:
    """The parts of a Word file by name, and the names that the zip lists more than once."""

    xml: dict[str, etree._Element]
    names: frozenset[str]
    repeated: tuple[str, ...]

    def stories(self) -> Iterator[tuple[str, etree._Element]]:
        """The parts that hold paragraphs: document, footnotes, headers and footers."""
        for name, root in self.xml.items():
            if root.tag in {f"{W}document", f"{W}footnotes", f"{W}hdr", f"{W}ftr"}:
                yield name, root

    @property
    def document(self) -> etree._Element:
        """The root of the main document."""
        return self.xml[_DOCUMENT]

    def part(self, name: str) -> etree._Element | None:
        """The root of a part in `word/`, such as `styles`, or None when there is none."""
        return self.xml.get(f"word/{name}.xml")

    def relationships(self, part: str) -> etree._Element | None:
        """The relationships of a part, or None when it has none."""
        folder, _, name = part.rpartition("/")
        return self.xml.get(f"{folder}/_rels/{name}.rels".lstrip("/"))


def said(element: etree._Element | None, name: str) -> str:
    """What an attribute of an element says; empty when either is not there."""
    return str(element.get(name, "")) if element is not None else ""


def value(element: etree._Element, path: str) -> str:
    """The `w:val` of the element at `path` (`pPr/pStyle`) below another; empty when it is not there."""
    return said(element.find("/".join(f"{W}{step}" for step in path.split("/"))), f"{W}val")


def open_word_package(data: bytes) -> WordPackage:
    """Open the bytes of a Word file.

    Raises zipfile.BadZipFile and lxml's XMLSyntaxError for what is no Word file at all.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        listed = package.namelist()
        roots = {
            name: etree.fromstring(package.read(name), parser)
            for name in dict.fromkeys(listed)
            if name.endswith((".xml", ".rels"))
        }
    repeated = tuple(name for name, count in Counter(listed).items() if count > 1)
    return WordPackage(roots, frozenset(listed), repeated)
