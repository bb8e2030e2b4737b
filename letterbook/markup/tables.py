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
Position = tuple[int, int]
"""Row and column, from 0."""


def merge_cells(grid: Grid) -> tuple[TableRow, ...]:
    """The rows that a grid with marks means; a mark with nothing to join is an empty cell.

    So is a mark by which a cell would no longer be a rectangle.
    """
    owners: dict[Position, Position] = {}
    cells: dict[Position, TableCell] = {}
    for row, slots in enumerate(grid):
        for column, slot in enumerate(slots):
            here = (row, column)
            owner = None if isinstance(slot, TableCell) else _joined(owners, slots, here, slot)
            if owner is None:
                owners[here] = here
                cells[here] = slot if isinstance(slot, TableCell) else TableCell()
                continue
            owners[here] = owner
            old = cells[owner]
            width, height = column - owner[1] + 1, row - owner[0] + 1
            cells[owner] = replace(old, columns=max(old.columns, width), rows=max(old.rows, height))
    return tuple(
        TableRow(tuple(cells[row, column] for column in range(len(slots)) if (row, column) in cells))
        for row, slots in enumerate(grid)
    )


def _joined(
    owners: dict[Position, Position], slots: Sequence[Slot], here: Position, mark: Covered
) -> Position | None:
    """The cell that the mark at `here` joins, None where there is none or it would lose its corners."""
    row, column = here
    left, above = owners.get((row, column - 1)), owners.get((row - 1, column))
    if mark is Covered.FROM_LEFT:
        return left if left and (left[0] == row or left == above) else None
    if not above or (above[1] != column and above != left):
        return None
    end = column
    while owners.get((row - 1, end)) == above:
        end += 1
    return None if any(isinstance(slot, TableCell) for slot in slots[column:end]) else above


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
