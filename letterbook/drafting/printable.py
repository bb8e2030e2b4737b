"""Trees that a partial can print as one value."""

from __future__ import annotations

from dataclasses import dataclass

from letterbook.draft import Block, Inline


@dataclass(frozen=True, slots=True)
class Origin:
    """The item, and the highlight of it if any, that a printed value was made from."""

    item: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Inlines:
    """A piece of a line, as a tree: a linked title, a teaser."""

    nodes: tuple[Inline, ...]
    origins: tuple[Origin, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.nodes)


@dataclass(frozen=True, slots=True)
class Blocks:
    """Whole paragraphs, as a tree: a commentary, a quotation.

    Their headings are shifted below the heading that they are printed under, unless this
    `keeps_headings`.
    """

    nodes: tuple[Block, ...]
    origins: tuple[Origin, ...] = ()
    keeps_headings: bool = False

    def __bool__(self) -> bool:
        return bool(self.nodes)
