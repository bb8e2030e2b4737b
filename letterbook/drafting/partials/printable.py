"""What a partial can print, and how it is kept aside while a place-holder takes its place in the Markdown.

Jinja asks a value for its `__html__`, or for its text, when it joins it to other text; there, too, a
place-holder is what these values give.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from markupsafe import Markup

from letterbook.draft import Block, Inline
from letterbook.markup.placeholders import CLOSE, OPEN, mark
from letterbook.record import record


@record
class Origin:
    """The item, and the highlight of it if any, that a printed value was made from."""

    item: str
    anchor: str = ""


@record
class Inlines:
    """A piece of a line, as a tree: a linked title, a teaser."""

    nodes: tuple[Inline, ...]
    origins: tuple[Origin, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.nodes)

    def __html__(self) -> str:
        return keep(self)

    def __str__(self) -> str:
        return Markup(keep(self))  # noqa: S704 - a place-holder holds no text


@record
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

    def __html__(self) -> str:
        return keep(self)

    def __str__(self) -> str:
        return Markup(keep(self))  # noqa: S704 - a place-holder holds no text


class Literal(str):
    """Text that a partial reads from its context; it is never Markdown, not even joined to some."""

    __slots__ = ()

    def __html__(self) -> str:
        return keep(without_marks(self))


Value = str | Inlines | Blocks

_VALUES: ContextVar[list[Value]] = ContextVar("_VALUES")


@contextmanager
def kept_values() -> Iterator[list[Value]]:
    """The list that keeps the values printed within this block."""
    values: list[Value] = []
    token = _VALUES.set(values)
    try:
        yield values
    finally:
        _VALUES.reset(token)


def keep(value: Value) -> str:
    """Keep `value` and return the place-holder to print instead."""
    values = _VALUES.get()
    values.append(value)
    return mark(len(values) - 1)


def without_marks(text: str) -> str:
    """`text` without the characters that place-holders are made of."""
    return text.replace(OPEN, "").replace(CLOSE, "")
