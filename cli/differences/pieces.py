"""The pieces of the lines that are printed: each text with its colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias, TypeVar

T = TypeVar("T")
Line: TypeAlias = tuple[tuple[str, str], ...]
"""The pieces of a line, each with its colour or none."""

GONE, NEW, TITLE = "red", "green", "bold"
WIDTH = 90
"""So many characters of a sentence are shown at the most."""
READ = 12
"""So many figures in one letter only, or rows of a table that is new or gone, are read and not skipped."""


def plain_line(text: str) -> Line:
    """A line without colours."""
    return ((text, ""),)


def title_line(text: str) -> Line:
    """The line above what belongs together."""
    return ((text, TITLE),)


def counts(counted: Iterable[tuple[int, str]]) -> str:
    """How many there are of each, without those of which there is none."""
    return ", ".join(f"{number:,} {said}" for number, said in counted if number)


def first_ones(found: Sequence[T]) -> tuple[Sequence[T], Sequence[Line]]:
    """So many as one reads, with a line that says how many more there are, if it is worth one."""
    if len(found) <= READ + 1:
        return found, ()
    return found[:READ], (plain_line(f"    … and {len(found) - READ} more, which --json lists"),)
