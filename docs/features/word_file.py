"""A Word file opened to be asked about: paragraphs by what they say, and what is said about them."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from functools import cached_property

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NAMESPACES = {
    "w": W.strip("{}"),
    "r": R.strip("{}"),
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}
Element = etree._Element  # noqa: SLF001 - lxml has no public name for it
_NOTHING = etree.Element("nothing")


class WordFile:
    """The parts of a Word file by name; XML is parsed when it is asked for."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}

    def part(self, name: str) -> Element:
        """The root of a part, an empty element when there is no such part."""
        return etree.fromstring(self.parts[name]) if name in self.parts else _NOTHING

    @cached_property
    def document(self) -> Element:
        """The root of the main document."""
        return self.part("word/document.xml")

    @cached_property
    def footnotes(self) -> Element:
        """The root of the footnotes."""
        return self.part("word/footnotes.xml")

    def stories(self, kind: str) -> list[Element]:
        """The roots of all parts of `word/` whose names begin with `kind`, such as `header`."""
        return [self.part(name) for name in sorted(self.parts) if name.startswith(f"word/{kind}")]

    def paragraph(self, words: str, story: Element | None = None) -> Element:
        """The last paragraph that begins with these words, an empty element when there is none."""
        found = [
            p for p in find(self.document if story is None else story, ".//w:p") if text(p).startswith(words)
        ]
        return found[-1] if found else _NOTHING

    def run(self, words: str) -> Element:
        """The first run that says exactly these words, blanks at its ends aside."""
        return next((run for run in find(self.document, ".//w:r") if text(run).strip() == words), _NOTHING)

    def style(self, paragraph: Element) -> str:
        """The name of a paragraph's style, in small letters."""
        return self._styles.get(value(paragraph, "w:pPr/w:pStyle"), ("", _NOTHING))[0]

    def run_style(self, run: Element) -> str:
        """The name of a run's style, in small letters."""
        return self._styles.get(value(run, "w:rPr/w:rStyle"), ("", _NOTHING))[0]

    @cached_property
    def _styles(self) -> dict[str, tuple[str, Element]]:
        return {
            style.get(f"{W}styleId", ""): (value(style, "w:name").casefold(), style)
            for style in find(self.part("word/styles.xml"), ".//w:style")
        }

    def is_on(self, run: Element, name: str) -> bool:
        """Whether a run has a property such as `b` or `smallCaps` switched on, itself or by its style."""
        _, style = self._styles.get(value(run, "w:rPr/w:rStyle"), ("", _NOTHING))
        found = find(run, f"w:rPr/w:{name}") or find(style, f"w:rPr/w:{name}")
        return bool(found) and found[0].get(f"{W}val", "1") not in {"0", "false", "none"}

    def chain(self, paragraph: Element) -> Iterator[Element]:
        """The style of a paragraph and those it is based on."""
        identifier, seen = value(paragraph, "w:pPr/w:pStyle"), set[str]()
        while identifier in self._styles and identifier not in seen:
            seen.add(identifier)
            _, style = self._styles[identifier]
            yield style
            identifier = value(style, "w:basedOn")

    def said(self, paragraph: Element, path: str) -> Element:
        """What the paragraph says about itself at `path` below `w:pPr`, else what its style says."""
        for element in (paragraph, *self.chain(paragraph)):
            found = find(element, f"w:pPr/{path}")
            if found:
                return found[0]
        return _NOTHING

    def has(self, paragraph: Element, path: str) -> bool:
        """Whether a paragraph has a property such as `w:keepNext` switched on, itself or by its style."""
        element = self.said(paragraph, path)
        return element is not _NOTHING and element.get(f"{W}val", "1") not in {"0", "false"}

    def left(self, paragraph: Element) -> int:
        """How far a paragraph is indented, in twentieths of a point: itself, its list or its style."""
        own = find(paragraph, "w:pPr/w:ind")
        level = self.list_level(paragraph)
        for indent in (*own, *find(level, "w:pPr/w:ind"), *find(self.said(paragraph, "w:ind"), ".")):
            for name in ("left", "start"):
                if indent.get(f"{W}{name}") is not None:
                    return int(indent.get(f"{W}{name}", "0"))
        return 0

    def number(self, paragraph: Element) -> str:
        """The id of the list that a paragraph is an item of, or empty."""
        return self.said(paragraph, "w:numPr/w:numId").get(f"{W}val", "")

    def list_level(self, paragraph: Element) -> Element:
        """The level of a list that a paragraph stands on, as the numbering part describes it."""
        numbering = self.part("word/numbering.xml")
        level = self.said(paragraph, "w:numPr/w:ilvl").get(f"{W}val", "0")
        kind = find(numbering, f"w:num[@w:numId='{self.number(paragraph)}']/w:abstractNumId/@w:val")
        path = f"w:abstractNum[@w:abstractNumId='{kind[0] if kind else ''}']/w:lvl[@w:ilvl='{level}']"
        found = find(numbering, path)
        return found[0] if found else _NOTHING

    def start(self, paragraph: Element) -> str:
        """The number that the list of a paragraph begins with."""
        numbering = self.part("word/numbering.xml")
        level = self.said(paragraph, "w:numPr/w:ilvl").get(f"{W}val", "0")
        over = f"w:num[@w:numId='{self.number(paragraph)}']/w:lvlOverride[@w:ilvl='{level}']"
        found = find(numbering, f"{over}/w:startOverride/@w:val")
        return str(found[0]) if found else value(self.list_level(paragraph), "w:start")

    def relationship(self, identifier: str, part: str = "document") -> Element:
        """The relationship of this id of a part of `word/`."""
        found = find(self.part(f"word/_rels/{part}.xml.rels"), f"rel:Relationship[@Id='{identifier}']")
        return found[0] if found else _NOTHING

    def drawings(self) -> list[Element]:
        """The drawings of the main document."""
        return find(self.document, ".//w:drawing")

    def picture(self, element: Element, path: str = ".//a:blip/@r:embed") -> str:
        """The name of the part that a drawing shows, or empty."""
        found = find(element, path)
        target = self.relationship(found[0]).get("Target", "") if found else ""
        return posixpath.normpath(posixpath.join("word", target)) if target else ""

    def instructions(self) -> list[str]:
        """What every field of the main document is told to do."""
        simple = [str(found) for found in find(self.document, ".//w:fldSimple/@w:instr")]
        return simple + [element.text or "" for element in find(self.document, ".//w:instrText")]


def find(element: Element, path: str) -> list:  # type: ignore[type-arg]
    """What an XPath finds below an element."""
    return list(element.xpath(path, namespaces=NAMESPACES))


def value(element: Element, path: str) -> str:
    """The `w:val` of the first element at `path`, or empty."""
    found = find(element, f"{path}/@w:val")
    return str(found[0]) if found else ""


def text(element: Element) -> str:
    """All that an element says."""
    return "".join(str(piece.text or "") for piece in find(element, ".//w:t"))
