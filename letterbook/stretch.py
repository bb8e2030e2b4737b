"""Stretches of a text: what begins at one offset and ends before another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class Stretch(Protocol):
    """Anything that says where in a text it is, in characters."""

    @property
    def start(self) -> int:
        """The offset of its first character."""

    @property
    def end(self) -> int:
        """The offset behind its last one."""


def overlap(one: Stretch, other: Stretch) -> bool:
    """Whether a character is in both."""
    return one.start < other.end and other.start < one.end


def overlaps_any(one: Stretch, others: Iterable[Stretch]) -> bool:
    """Whether a character of `one` is in any of the others."""
    return any(overlap(one, other) for other in others)
