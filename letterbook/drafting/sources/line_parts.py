"""A line taken apart where something begins and ends in it of which a source is told."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from letterbook.draft import Inline, Text
from letterbook.markup.text import plain_text
from letterbook.record import record


@record
class Told:
    """What something is, in a line, and where it comes from."""

    about: str
    origins: tuple[str, ...] = ()


@record
class Stretch:
    """The words of a line from `start` to `end`; `printed` is what of them is told of."""

    start: int
    end: int
    printed: str
    told: Told


@record
class LinePart:
    """Neighbouring inlines of a line, and the stretch that they are, if they are one."""

    inlines: tuple[Inline, ...]
    stretch: Stretch | None = None


def in_order(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Stretches by where they begin, without those that begin within another."""
    kept: list[Stretch] = []
    for each in sorted(stretches, key=lambda stretch: stretch.start):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


def line_parts(inlines: Sequence[Inline], stretches: Sequence[Stretch]) -> Iterator[LinePart]:
    """The parts of a line in order. A stretch that ends within marked-up text has all of that.

    `stretches` stand in order and do not overlap.
    """
    waiting = deque(stretches)
    held: list[Inline] = []
    open_one: Stretch | None = None
    for piece in _pieces(inlines, stretches):
        if open_one and piece.start >= open_one.end:
            yield LinePart(tuple(held), open_one)
            held, open_one = [], None
        while waiting and waiting[0].end <= piece.start:
            waiting.popleft()
        if open_one is None and waiting and waiting[0].start < piece.end:
            if held:
                yield LinePart(tuple(held))
            held, open_one = [], waiting.popleft()
        held.append(piece.inline)
    if held:
        yield LinePart(tuple(held), open_one)


@record
class _Piece:
    """An inline and the offsets at which it begins and ends in its line."""

    inline: Inline
    start: int
    end: int


def _pieces(inlines: Sequence[Inline], stretches: Sequence[Stretch]) -> Iterator[_Piece]:
    """The inlines of a line, its plain texts cut where stretches begin and end."""
    cuts = deque(offset for each in stretches for offset in (each.start, each.end))
    start = 0
    for inline in inlines:
        end = start + len(plain_text((inline,)))
        while cuts and cuts[0] <= start:
            cuts.popleft()
        if isinstance(inline, Text):
            text, begin = inline.text, start
            while cuts and cuts[0] < end:
                cut = cuts.popleft()
                yield _Piece(Text(text[begin - start : cut - start]), begin, cut)
                begin = cut
            yield _Piece(inline if begin == start else Text(text[begin - start :]), begin, end)
        else:
            yield _Piece(inline, start, end)
        start = end
