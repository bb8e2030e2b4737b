"""Rows of a table as they stand in a file, before anything is known about their columns."""

from __future__ import annotations

from letterbook.finding import Finding
from letterbook.record import record


@record
class Row:
    """The cells of one row as text; `line` is where it begins in the file, or its number in a spreadsheet."""

    line: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.filled

    @property
    def filled(self) -> tuple[str, ...]:
        """The texts of the cells that have one."""
        return tuple(filter(None, map(str.strip, self.cells)))


@record
class Rows:
    """All rows of a table, with what a person should know of how they were read.

    `converted` are the positions of columns whose cells are numbers or dates in the file, each with one of
    them as text: their format in the spreadsheet is lost. `without_value` are the cells, by line and column
    from 1, that have none although something stands in them; a finding says so of each.
    """

    rows: tuple[Row, ...]
    findings: tuple[Finding, ...] = ()
    converted: tuple[tuple[int, str], ...] = ()
    without_value: frozenset[tuple[int, int]] = frozenset()
