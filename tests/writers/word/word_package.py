"""A finished Word file opened for inspection: its parts, parsed where they are XML."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from letterbook.writers.word.namespaces import DRAWING, DRAWING_IN_WORD, RELATIONSHIPS, WORD

W = f"{{{WORD}}}"
R = f"{{{RELATIONSHIPS}}}"
A = f"{{{DRAWING}}}"
WP = f"{{{DRAWING_IN_WORD}}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STORIES = frozenset(f"{W}{kind}" for kind in ("document", "footnotes", "endnotes", "comments", "hdr", "ftr"))


@dataclass(frozen=True, slots=True)
class WordPackage:
    """The parts of a Word file by name, and the names that the zip lists more than once.

    `xml` has the parts that are XML, `broken` those that should be and are not.
    """

    xml: dict[str, etree._Element]
    names: frozenset[str]
    repeated: tuple[str, ...] = ()
    broken: dict[str, str] = field(default_factory=dict)

    def stories(self) -> Iterator[tuple[str, etree._Element]]:
        """The parts that hold paragraphs: document, notes, comments, headers and footers.

        What stands twice, for programs that know less than Word, is left out once.
        """
        for name, root in self.xml.items():
            if root.tag in _STORIES:
                yield name, _without_fallbacks(root)

    @property
    def main_part(self) -> str:
        """The name of the main document."""
        return next(self.related("", "officeDocument"), "word/document.xml")

    @property
    def document(self) -> etree._Element:
        """The root of the main document, an empty element when there is none."""
        root = self.xml.get(self.main_part)
        return etree.Element("none") if root is None else root

    def part(self, kind: str) -> etree._Element | None:
        """The root of the part that the document uses as `styles` or the like, or None."""
        names = (*self.related(self.main_part, kind), f"word/{kind}.xml")
        return next((self.xml[name] for name in names if name in self.xml), None)

    def name_of(self, kind: str) -> str:
        """The name of the part that the document uses as `styles` or the like."""
        return next(self.related(self.main_part, kind), f"word/{kind}.xml")

    def related(self, part: str, kind: str) -> Iterator[str]:
        """The names of the parts of a kind that a part refers to; the whole package is the part ``."""
        for relationship in self.relationships(part):
            if said(relationship, "Type").rpartition("/")[2] == kind:
                yield target_of(part, relationship)

    def relationships(self, part: str) -> list[etree._Element]:
        """The relationships of a part; of the whole package for the part ``."""
        root = self.xml.get(relationships_of(part))
        return [] if root is None else list(root.iter("{*}Relationship"))


def relationships_of(part: str) -> str:
    """The name of the part with the relationships of another."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def target_of(part: str, relationship: etree._Element) -> str:
    """The name of the part that a relationship of `part` leads to."""
    target = posixpath.join("/", posixpath.dirname(part), said(relationship, "Target"))
    return posixpath.normpath(target).lstrip("/")


def said(element: etree._Element | None, name: str) -> str:
    """What an attribute of an element says; empty when either is not there."""
    return str(element.get(name, "")) if element is not None else ""


def value(element: etree._Element, path: str) -> str:
    """The `w:val` of the element at `path` (`pPr/pStyle`) below another; empty when it is not there."""
    return said(element.find("/".join(f"{W}{step}" for step in path.split("/"))), f"{W}val")


def whole_number(text: str, otherwise: int = 0) -> int:
    """`text` as a number, or `otherwise` where it is none."""
    return int(text) if text.removeprefix("-").isascii() and text.removeprefix("-").isdigit() else otherwise


def open_word_package(data: bytes) -> WordPackage:
    """Open the bytes of a Word file. Raises zipfile.BadZipFile for what is no zip."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    roots: dict[str, etree._Element] = {}
    broken: dict[str, str] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        listed = package.namelist()
        for name in dict.fromkeys(listed):
            if name.endswith((".xml", ".rels")):
                try:
                    roots[name] = etree.fromstring(package.read(name), parser)
                except etree.XMLSyntaxError as error:
                    broken[name] = str(error)
    repeated = tuple(name for name, count in Counter(listed).items() if count > 1)
    return WordPackage(roots, frozenset(listed), repeated, broken)


def _without_fallbacks(root: etree._Element) -> etree._Element:
    if root.find(f".//{MC}Fallback") is None:
        return root
    copy = deepcopy(root)
    for fallback in list(copy.iter(f"{MC}Fallback")):
        fallback.getparent().remove(fallback)
    return copy
