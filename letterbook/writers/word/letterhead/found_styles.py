"""The styles of a letterhead, found by name (ECMA-376 part 1, 17.7.4).

Names are compared whatever their case, with their other names, and in other languages; the id says
nothing. Latent styles are only switches of Word's own menus, not styles.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum

from letterbook.record import record
from letterbook.writers.word.letterhead.measures import twentieths
from letterbook.writers.word.letterhead.style_names import local_names
from letterbook.writers.word.namespaces import WORD
from letterbook.writers.word.opened.xml_part import Element
from letterbook.writers.word.stylesheet import class_name

_SIZE = 10.0  # points, where no style and no default says another size


class StyleKind(StrEnum):
    """What a style can be used for."""

    PARAGRAPH = "paragraph"
    CHARACTER = "character"
    TABLE = "table"
    NUMBERING = "numbering"


@record
class FoundStyle:
    """A style of a letterhead.

    `left` is its own left indent in twentieths of a point, `size` that of its font in points; both
    are None where it has what the style has that it is based on. `list_number` is the list that its
    paragraphs belong to, or empty.
    """

    identifier: str
    name: str
    kind: str
    based_on: str = ""
    other_names: tuple[str, ...] = ()
    is_default: bool = False
    left: int | None = None
    size: float | None = None
    list_number: str = ""


class FoundStyles:
    """All styles of a letterhead."""

    def __init__(self, styles: Iterable[FoundStyle] = (), language: str = "", size: float = _SIZE) -> None:
        """`language` and `size`, that of fonts in points, are those of the document's defaults."""
        self.styles = tuple(styles)
        self._size = size
        self.language = language
        self._by_id = {style.identifier: style for style in self.styles}
        self._by_name: dict[tuple[str, str], FoundStyle] = {}
        for style in self.styles:
            self._by_name.setdefault((style.kind, style.name.casefold()), style)
        for style in self.styles:
            for name in style.other_names:
                self._by_name.setdefault((style.kind, name.casefold()), style)

    def identifier(self, name: str, kind: StyleKind = StyleKind.PARAGRAPH) -> str | None:
        """The id of the style of this name, which Word shows as it is or as it is in another language.

        None when the letterhead has none of this kind.
        """
        for known in (name, *local_names(name)):
            style = self._by_name.get((kind, known.casefold()))
            if style:
                return style.identifier
        return (self.default(kind) or None) if name == "Normal" else None

    def default(self, kind: StyleKind) -> str:
        """The id of the style that is used where none is named, or empty."""
        defaults = (each for each in self.styles if each.is_default and each.kind == kind)
        return next((each.identifier for each in defaults), "")

    def base_of_tables(self) -> str:
        """The id of the style that all tables have, or empty where that is based on one that is not there."""
        identifier = self.default(StyleKind.TABLE)
        bases = [*self._bases(identifier)]
        return identifier if bases and not bases[-1].based_on else ""

    def by_class(self, known: Collection[str]) -> dict[str, str]:
        """The names of the paragraph styles that are not among the `known` ones, as classes have them."""
        return {
            class_name(style.name): style.name
            for style in self.styles
            if style.kind == StyleKind.PARAGRAPH and not style.is_default and style.name not in known
        }

    def left_indent(self, identifier: str) -> int:
        """The left indent of paragraphs of a style, in twentieths of a point: its own or an inherited one."""
        return next((style.left for style in self._bases(identifier) if style.left is not None), 0)

    def size(self, identifier: str) -> float:
        """The size of a style's font, in points: its own, an inherited one, or that of the defaults."""
        return next((style.size for style in self._bases(identifier) if style.size is not None), self._size)

    def list_number(self, identifier: str) -> str:
        """The `w:numId` of the list that paragraphs of a style belong to, or empty."""
        return next((style.list_number for style in self._bases(identifier) if style.list_number), "")

    def _bases(self, identifier: str) -> Iterator[FoundStyle]:
        """A style and those that it is based on; a circle of them ends where it began."""
        seen: set[str] = set()
        while (style := self._by_id.get(identifier)) and identifier not in seen:
            yield style
            seen.add(identifier)
            identifier = style.based_on

    def free_identifier(self, wanted: str) -> str:
        """`wanted`, with a number behind it where a style has it already, whatever its case."""
        return _free(wanted, {style.identifier.casefold() for style in self.styles}, "")

    def free_name(self, wanted: str) -> str:
        """`wanted`, with a number behind it where a style of another kind is called so."""
        names = {name.casefold() for style in self.styles for name in (style.name, *style.other_names)}
        return _free(wanted, names, " ")


def _free(wanted: str, taken: set[str], between: str) -> str:
    name, number = wanted, 1
    while name.casefold() in taken:
        number += 1
        name = f"{wanted}{between}{number}"
    return name


def find_styles(root: Element | None) -> FoundStyles:
    """The styles of a `w:styles`, none where there is no such part."""
    if root is None:
        return FoundStyles()
    runs = root.child("docDefaults", "rPrDefault", "rPr")
    styles = (_style(child) for child in root.children if child.name == f"{WORD} style")
    return FoundStyles(styles, runs.value("lang") if runs else "", _points(runs) or _SIZE)


def _style(element: Element) -> FoundStyle:
    properties = element.child("pPr")
    indent = properties.child("ind") if properties else None
    left = (indent.get("start") or indent.get("left")) if indent else ""
    return FoundStyle(
        identifier=element.get("styleId"),
        name=element.value("name"),
        kind=element.get("type") or StyleKind.PARAGRAPH,
        based_on=element.value("basedOn"),
        other_names=tuple(name.strip() for name in element.value("aliases").split(",") if name.strip()),
        is_default=element.get("default") in {"1", "true", "on"},
        left=twentieths(left) if left else None,
        size=_points(element.child("rPr")),
        list_number=properties.value("numPr", "numId") if properties else "",
    )


def _points(runs: Element | None) -> float | None:
    """The size that run properties say, which is counted in half points."""
    written = runs.value("sz") if runs else ""
    return int(written) / 2 if written.isdecimal() and int(written) else None
