"""The grid of a table: cells that cover several columns or rows, and the marks that say so in text.

In a `.table` division a cell that holds only `<` belongs to the cell at its left, one that holds
only `^` to the cell above it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum

from letterbook.draft import Alignment, Table, TableCell, TableRow
from letterbook.markup.table_attributes import attributes_of, normal_widths
from letterbook.markup.tree import Inlines


class Covered(StrEnum):
    """A position of the grid that a cell covers from elsewhere."""

    FROM_LEFT = "<"
    FROM_ABOVE = "^"


Slot = TableCell | Covered
Grid = list[list[Slot]]


def merge_cells(grid: Grid) -> tuple[TableRow, ...]:
    """The rows that a grid with marks means; a mark with nothing to join is an empty cell."""
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    cells: dict[tuple[int, int], TableCell] = {}
    for row, slots in enumerate(grid):
        for column, slot in enumerate(slots):
            here = (row, column)
            beside = (row, column - 1) if slot is Covered.FROM_LEFT else (row - 1, column)
            if isinstance(slot, TableCell) or beside not in owners:
                owners[here] = here
                cells[here] = slot if isinstance(slot, TableCell) else TableCell()
                continue
            owner = owners[here] = owners[beside]
            old = cells[owner]
            width, height = column - owner[1] + 1, row - owner[0] + 1
            cells[owner] = replace(old, columns=max(old.columns, width), rows=max(old.rows, height))
    return tuple(
        TableRow(tuple(cells[row, column] for column in range(len(slots)) if (row, column) in cells))
        for row, slots in enumerate(grid)
    )


def spread_cells(rows: Sequence[TableRow], columns: int) -> Grid:
    """The grid of `rows`, `columns` wide: each cell at its place, marks where it covers more.

    A cell is narrowed where it would cover another or leave the table; holes are empty cells.
    """
    grid: list[list[Slot | None]] = [[None] * columns for _ in rows]
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while column < columns and grid[number][column] is not None:
                column += 1
            if column < columns:
                _put(grid, number, column, cell)
    return [[slot if slot is not None else TableCell() for slot in line] for line in grid]


def _put(grid: list[list[Slot | None]], row: int, start: int, cell: TableCell) -> None:
    end = start + 1
    while end < len(grid[row]) and end < start + cell.columns and grid[row][end] is None:
        end += 1
    height = max(1, min(cell.rows, len(grid) - row))
    for below in range(row, row + height):
        for column in range(start, end):
            grid[below][column] = Covered.FROM_LEFT if below == row else Covered.FROM_ABOVE
    grid[row][start] = replace(cell, columns=end - start, rows=height)


def width_of(rows: Sequence[TableRow]) -> int:
    """How many columns the widest row needs, what it is covered with from above included."""
    covered: list[int] = []
    widest = 0
    for row in rows:
        width = sum(cell.columns for cell in row.cells) + sum(1 for left in covered if left > 0)
        widest = max(widest, width)
        covered = [left - 1 for left in covered if left > 1]
        covered += [cell.rows - 1 for cell in row.cells for _ in range(cell.columns) if cell.rows > 1]
    return widest


def normalise_table(
    table: Table, on_cell: Callable[[Inlines], Inlines], on_caption: Callable[[Inlines], Inlines]
) -> Table | None:
    """The table as a full grid, or None when it has no cell; a single empty header row is none."""
    columns = max(len(table.alignments), width_of(table.header), width_of(table.body))
    if not columns or not (table.header or table.body):
        return None

    def rows(old: tuple[TableRow, ...]) -> tuple[TableRow, ...]:
        cleaned = [
            TableRow(tuple(replace(c, children=on_cell(c.children)) for c in row.cells)) for row in old
        ]
        return merge_cells(spread_cells(cleaned, columns))

    header, body = rows(table.header), rows(table.body)
    if len(header) == 1 and not any(cell.children or cell.columns > 1 for cell in header[0].cells):
        header = ()
    if not header and not body:
        return None
    missing = (Alignment.DEFAULT,) * (columns - len(table.alignments))
    return replace(
        table,
        alignments=table.alignments + missing,
        header=header,
        body=body,
        caption=on_caption(table.caption),
        widths=normal_widths(table.widths, columns),
    )


def is_plain(table: Table) -> bool:
    """Whether a pipe table can say it: no cell covers another, and no attribute is needed."""
    if attributes_of(table) or (table.identifier and not table.caption):
        return False
    cells = [cell for row in (*table.header, *table.body) for cell in row.cells]
    return all(cell.columns == cell.rows == 1 for cell in cells)
