"""A line taken apart where quotations begin and end in it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from letterbook.draft import Inline, Text
from letterbook.drafting.quotations import Quotation
from letterbook.markup.text import plain_text
from letterbook.record import record


@record
class LinePart:
    """Neighbouring inlines of a line, and the quotation that they are, if they are one."""

    inlines: tuple[Inline, ...]
    quotation: Quotation | None = None


def line_parts(inlines: Sequence[Inline], quotations: Sequence[Quotation]) -> Iterator[LinePart]:
    """The parts of a line in order. A quotation that ends within marked-up text has all of that.

    `quotations` stand in order and do not overlap.
    """
    waiting = deque(quotations)
    held: list[Inline] = []
    quoted: Quotation | None = None
    for piece in _pieces(inlines, quotations):
        if quoted and piece.start >= quoted.end:
            yield LinePart(tuple(held), quoted)
            held, quoted = [], None
        while waiting and waiting[0].end <= piece.start:
            waiting.popleft()
        if quoted is None and waiting and waiting[0].start < piece.end:
            if held:
                yield LinePart(tuple(held))
            held, quoted = [], waiting.popleft()
        held.append(piece.inline)
    if held:
        yield LinePart(tuple(held), quoted)


@record
class _Piece:
    """An inline and the offsets at which it begins and ends in its line."""

    inline: Inline
    start: int
    end: int


def _pieces(inlines: Sequence[Inline], quotations: Sequence[Quotation]) -> Iterator[_Piece]:
    """The inlines of a line, its plain texts cut where quotations begin and end."""
    cuts = deque(offset for each in quotations for offset in (each.start, each.end))
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
