"""A draft without the characters that no file can hold."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from letterbook.finding import Place
from letterbook.writers.word.text import without_forbidden

T = TypeVar("T")


def printable(node: T) -> T:
    """A draft, or a part of one, with all its texts free of the characters that XML forbids."""
    return cast("T", _cleaned(node))


def _cleaned(node: object) -> object:
    if type(node) is str:
        return without_forbidden(node)
    if isinstance(node, tuple):
        return tuple(_cleaned(each) for each in node)
    if not is_dataclass(node) or isinstance(node, type | Place):
        return node
    return replace(node, **{field.name: _cleaned(getattr(node, field.name)) for field in fields(node)})
