"""What charts are drawn of: rectangles, lines and words on a sheet measured in points from its upper left."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from letterbook.record import named_record, record


class Side(StrEnum):
    """Which part of a text stands at its point."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@named_record
class Rectangle:
    """An area with an optional outline; `x` and `y` are those of its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    outline: str = ""


@named_record
class Polyline:
    """A line through points; `dashes` are the lengths of strokes and gaps, none for a solid line."""

    points: tuple[tuple[float, float], ...]
    colour: str
    width: float = 0.6
    dashes: tuple[float, ...] = ()


@named_record
class Words:
    """A line of text whose baseline begins, ends or has its middle at a point."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    side: Side = Side.LEFT
    bold: bool = False


Shape = Rectangle | Polyline | Words


@record
class Sheet:
    """A whole drawing: its size and its shapes, the lowest first."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


class Measure(Protocol):
    """Says how wide a text is, in points."""

    def __call__(self, text: str, size: float, *, bold: bool = False) -> float:
        """The width of `text` in letters of `size` points."""


def wrapped(text: str, width: float, size: float, measure: Measure, *, bold: bool = False) -> tuple[str, ...]:
    """`text` in lines of at most `width` points; a word that is wider is broken."""
    lines: list[str] = []
    for word in text.split() or [""]:
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and measure(joined, size, bold=bold) <= width:
            lines[-1] = joined
            continue
        lines += _broken(word, width, size, measure, bold=bold)
    return tuple(lines)


def _broken(word: str, width: float, size: float, measure: Measure, *, bold: bool) -> list[str]:
    """A word in pieces that fit, each with at least one letter."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and measure(pieces[-1] + letter, size, bold=bold) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces
