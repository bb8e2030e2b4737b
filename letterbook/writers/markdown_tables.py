"""Pipe tables, their columns lined up as long as the lines stay short."""

from __future__ import annotations

from collections.abc import Sequence

from letterbook.draft import Alignment

_WIDEST_LINE = 110
_NARROWEST_COLUMN = 3
_AT_THE_RIGHT = frozenset({Alignment.RIGHT, Alignment.DECIMAL})


def pipe_table(rows: Sequence[Sequence[str]], alignments: Sequence[Alignment]) -> str:
    """The table whose first row is the header; every row has a cell for each alignment."""
    widths = [max(_NARROWEST_COLUMN, *map(len, column)) for column in zip(*rows, strict=True)]
    if sum(widths) + 3 * len(widths) + 1 > _WIDEST_LINE:
        widths = [_NARROWEST_COLUMN] * len(widths)
    lines = [_line(row, widths, alignments) for row in rows]
    rule = _line([_rule(*column) for column in zip(widths, alignments, strict=True)], widths, alignments)
    return "\n".join((lines[0], rule, *lines[1:]))


def _line(cells: Sequence[str], widths: Sequence[int], alignments: Sequence[Alignment]) -> str:
    padded = (_padded(*cell) for cell in zip(cells, widths, alignments, strict=True))
    return f"| {' | '.join(padded)} |"


def _padded(text: str, width: int, alignment: Alignment) -> str:
    if alignment in _AT_THE_RIGHT:
        return text.rjust(width)
    return text.center(width) if alignment is Alignment.CENTER else text.ljust(width)


def _rule(width: int, alignment: Alignment) -> str:
    left = ":" if alignment in {Alignment.LEFT, Alignment.CENTER} else "-"
    right = ":" if alignment in _AT_THE_RIGHT | {Alignment.CENTER} else "-"
    return left + "-" * (width - 2) + right
