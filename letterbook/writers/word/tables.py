"""Tables: cells laid out on a grid, and the grid as XML."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from letterbook.draft import Alignment, Table, TableCell, TableRow
from letterbook.writers.word.formats import ParagraphFormat
from letterbook.writers.word.printed_text import words
from letterbook.writers.word.standard_styles import TABLE_STYLE, style_identifier

_NARROWEST, _WIDEST = 6, 40
_JUSTIFICATION = {Alignment.LEFT: "left", Alignment.CENTER: "center", Alignment.RIGHT: "right"}
_EMPTY = TableCell()


@dataclass(frozen=True, slots=True)
class GridCell:
    """A place in a row of the grid: a cell that begins here, or the continuation of one above."""

    cell: TableCell
    column: int
    columns: int
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's rows as slots; every row covers all columns."""

    columns: int
    header: tuple[tuple[GridCell, ...], ...]
    body: tuple[tuple[GridCell, ...], ...]


def grid(table: Table) -> Grid:
    """The grid of a table; rows that are too short are filled with empty cells."""
    header, body = _lay_out(table.header), _lay_out(table.body)
    columns = max(1, len(table.alignments), *(_width(row) for row in (*header, *body)))
    return Grid(columns, _filled(header, columns), _filled(body, columns))


def _lay_out(rows: Sequence[TableRow]) -> list[list[GridCell]]:
    laid_out: list[list[GridCell]] = []
    open_below: dict[int, tuple[GridCell, int]] = {}
    for row in rows:
        slots, open_below = _lay_out_row(row, open_below)
        laid_out.append(slots)
    return laid_out


def _lay_out_row(
    row: TableRow, open_above: dict[int, tuple[GridCell, int]]
) -> tuple[list[GridCell], dict[int, tuple[GridCell, int]]]:
    """One row's slots, given the cells that reach down from above by column and rows left."""
    slots: list[GridCell] = []
    open_below: dict[int, tuple[GridCell, int]] = {}
    remaining = list(row.cells)
    column = 0
    while remaining or any(start >= column for start in open_above):
        if column in open_above:
            above, rows_left = open_above[column]
            slot, rows_left = GridCell(above.cell, column, above.columns, continued=True), rows_left - 1
        else:
            cell = remaining.pop(0) if remaining else _EMPTY
            room = min((start for start in open_above if start > column), default=column + cell.columns)
            slot, rows_left = GridCell(cell, column, min(cell.columns, room - column)), cell.rows - 1
        slots.append(slot)
        if rows_left > 0:
            open_below[column] = (slot, rows_left)
        column += slot.columns
    return slots, open_below


def _width(row: list[GridCell]) -> int:
    return sum(slot.columns for slot in row)


def _filled(rows: list[list[GridCell]], columns: int) -> tuple[tuple[GridCell, ...], ...]:
    return tuple(
        (*row, *(GridCell(_EMPTY, column, 1) for column in range(_width(row), columns))) for row in rows
    )


def table_xml(
    table: Table, indent: int, width: int, paragraph: Callable[[TableCell, ParagraphFormat], str]
) -> str:
    """The `w:tbl` of a table that begins at `indent` and is `width` wide, in twentieths of a point.

    `paragraph` writes a cell's paragraph in the given format.
    """
    laid_out = grid(table)
    widths = _column_widths(laid_out, width)
    columns = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    rows = [
        _row(slots, widths, table.alignments, paragraph, is_header=position < len(laid_out.header))
        for position, slots in enumerate((*laid_out.header, *laid_out.body))
    ]
    first_row = 1 if laid_out.header else 0
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style_identifier(TABLE_STYLE)}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="06{first_row * 20:02}" w:firstRow="{first_row}" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _column_widths(laid_out: Grid, width: int) -> list[int]:
    """Widths in proportion to the longest text of each column, within reason."""
    longest = [_NARROWEST] * laid_out.columns
    for row in (*laid_out.header, *laid_out.body):
        for slot in row:
            if slot.columns == 1 and not slot.continued:
                length = len("".join(words(slot.cell.children)))
                longest[slot.column] = max(longest[slot.column], min(length, _WIDEST))
    unit = width / sum(longest)
    return [int(length * unit) for length in longest]


def _row(
    slots: Sequence[GridCell],
    widths: Sequence[int],
    alignments: Sequence[Alignment],
    paragraph: Callable[[TableCell, ParagraphFormat], str],
    *,
    is_header: bool,
) -> str:
    properties = "<w:cantSplit/>" + ("<w:tblHeader/>" if is_header else "")
    style = "Table Heading" if is_header else "Table Text"
    cells = []
    for slot in slots:
        alignment = alignments[slot.column] if slot.column < len(alignments) else Alignment.DEFAULT
        look = ParagraphFormat(
            style=style_identifier(style),
            keep_with_next=is_header,
            align=_JUSTIFICATION.get(alignment, ""),
        )
        content = _EMPTY if slot.continued else slot.cell
        cells.append(f"<w:tc>{_cell_properties(slot, widths)}{paragraph(content, look)}</w:tc>")
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _cell_properties(slot: GridCell, widths: Sequence[int]) -> str:
    width = sum(widths[slot.column : slot.column + slot.columns])
    span = f'<w:gridSpan w:val="{slot.columns}"/>' if slot.columns > 1 else ""
    merge = ""
    if slot.continued:
        merge = "<w:vMerge/>"
    elif slot.cell.rows > 1:
        merge = '<w:vMerge w:val="restart"/>'
    return f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>'
