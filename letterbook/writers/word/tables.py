"""Tables: cells laid out on a grid, and the grid as XML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from letterbook.draft import Alignment, Table, TableCell, TableRow
from letterbook.record import record
from letterbook.writers.word.directions import begins_right_to_left
from letterbook.writers.word.formats import ParagraphFormat
from letterbook.writers.word.printed_text import words
from letterbook.writers.word.standard_styles import TABLE_STYLE
from letterbook.writers.word.stylesheet import TWENTIETHS, Stylesheet

_NARROWEST, _WIDEST = 6, 40
# Shares of the font's size, as in most text faces; letters are those of a bold heading.
_DIGIT_WIDTH, _LETTER_WIDTH = 0.55, 0.6
_THOUSANDS = 3
_KEPT_WHOLE = 20  # rows of a table that a page break would only make harder to read, such as an account
_JUSTIFICATION = {Alignment.LEFT: "left", Alignment.CENTER: "center", Alignment.RIGHT: "right"}
_EMPTY = TableCell()


@record
class GridCell:
    """A place in a row of the grid: a cell that begins here, or the continuation of one above."""

    cell: TableCell
    column: int
    columns: int
    continued: bool = False


@record
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


CellWriter = Callable[[TableCell, str, ParagraphFormat, tuple[int, int]], str]
"""Writes a cell's paragraph in a style, given by its name, and a format; last its row and column from 1."""


def table_xml(table: Table, sheet: Stylesheet, indent: int, width: int, paragraph: CellWriter) -> str:
    """The `w:tbl` of a table that begins at `indent` and is `width` wide, in twentieths of a point."""
    laid_out = grid(table)
    widths = _column_widths(table, laid_out, width, sheet)
    columns = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    layout = ColumnLayout(widths, table.alignments, _decimal_stops(table, laid_out, widths, sheet))
    whole = (*laid_out.header, *laid_out.body)
    kept = len(whole) - 1 if len(whole) <= _KEPT_WHOLE else len(laid_out.header)
    rows = [
        _row(
            (position + 1, slots),
            layout,
            paragraph,
            is_header=position < len(laid_out.header),
            is_kept=position < kept,
        )
        for position, slots in enumerate(whole)
    ]
    first_row = 1 if laid_out.header else 0
    # A table that begins in a language from right to left has its first column at the right.
    begins = "".join(map(_text, whole[0]))
    direction = "<w:bidiVisual/>" if begins_right_to_left(begins) else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{sheet.identifier(TABLE_STYLE)}"/>{direction}'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="06{first_row * 20:02}" w:firstRow="{first_row}" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


@record
class ColumnLayout:
    """The columns of a table: widths, alignments, and where the decimal points of each stand.

    Measures are twentieths of a point; a stop is counted from the left edge of the cell's text and
    is 0 in a column that is not aligned on its decimal points.
    """

    widths: Sequence[int]
    alignments: Sequence[Alignment]
    stops: Sequence[int]


def _column_widths(table: Table, laid_out: Grid, width: int, sheet: Stylesheet) -> list[int]:
    """The widths that were asked for, else in proportion to the longest text of each column, in reason.

    No column is narrower than its longest word, as long as all of these fit beside each other.
    """
    if len(table.widths) == laid_out.columns and sum(table.widths) > 0:
        unit = width / sum(table.widths)
        return [max(1, int(share * unit)) for share in table.widths]
    texts, longest = [_NARROWEST] * laid_out.columns, [1] * laid_out.columns
    for slot in _single_cells(laid_out):
        text = _text(slot)
        texts[slot.column] = max(texts[slot.column], min(len(text), _WIDEST))
        longest[slot.column] = max(longest[slot.column], *map(len, text.split() or ("",)))
    letter = round(sheet.size("Table Text") * TWENTIETHS * _LETTER_WIDTH)
    padding = 2 * round(sheet.look.table.padding * TWENTIETHS)
    return _shared_out(width, texts, [count * letter + padding for count in longest])


def _shared_out(width: int, shares: Sequence[int], least: Sequence[int]) -> list[int]:
    """`width` in proportion to `shares`, none smaller than what it needs at `least` if that can be had."""
    if sum(least) > width:
        return [share * width // sum(shares) for share in shares]
    fixed: set[int] = set()
    while True:
        left = width - sum(least[column] for column in fixed)
        total = sum(share for column, share in enumerate(shares) if column not in fixed)
        narrow = {
            column
            for column, share in enumerate(shares)
            if column not in fixed and share * left < least[column] * total
        }
        if not narrow:
            break
        fixed |= narrow
    return [
        least[column] if column in fixed else share * left // total for column, share in enumerate(shares)
    ]


def _single_cells(laid_out: Grid) -> Iterator[GridCell]:
    """The cells that stand in one column only."""
    for row in (*laid_out.header, *laid_out.body):
        for slot in row:
            if slot.columns == 1 and not slot.continued:
                yield slot


def _text(slot: GridCell) -> str:
    return "".join(words(slot.cell.children))


def _decimal_stops(table: Table, laid_out: Grid, widths: Sequence[int], sheet: Stylesheet) -> list[int]:
    """Where the numbers of each column have their decimal point, so that the longest ends at the edge."""
    stops = [0] * laid_out.columns
    if Alignment.DECIMAL not in table.alignments:
        return stops
    digit = round(sheet.size("Table Text") * TWENTIETHS * _DIGIT_WIDTH)
    padding = round(sheet.look.table.padding * TWENTIETHS)
    behind = [0] * laid_out.columns
    for slot in _single_cells(laid_out):
        behind[slot.column] = max(behind[slot.column], _behind_the_point(_text(slot)))
    for column, alignment in enumerate(table.alignments):
        if alignment is Alignment.DECIMAL:
            inner = widths[column] - 2 * padding
            stops[column] = max(inner // 4, inner - behind[column] * digit)
    return stops


def _behind_the_point(text: str) -> int:
    """How many characters of a number stand at its decimal point and behind it; 0 for other text."""
    last = max((position for position, character in enumerate(text) if character.isdecimal()), default=-1)
    if last < 0:
        return 0
    point = max(text.rfind(".", 0, last), text.rfind(",", 0, last))
    is_fraction = point >= 0 and (text[point] == "." or last - point != _THOUSANDS)
    return len(text) - (point if is_fraction else last + 1)


def _row(
    numbered: tuple[int, Sequence[GridCell]],
    layout: ColumnLayout,
    paragraph: CellWriter,
    *,
    is_header: bool,
    is_kept: bool,
) -> str:
    """A row with its number; one that `is_kept` stays on the page of the next."""
    number, slots = numbered
    properties = "<w:cantSplit/>" + ("<w:tblHeader/>" if is_header else "")
    style = "Table Heading" if is_header else "Table Text"
    cells = []
    for slot in slots:
        look = replace(_alignment(slot, layout, is_header=is_header), keep_with_next=is_kept)
        content = _EMPTY if slot.continued else slot.cell
        inside = paragraph(content, style, look, (number, slot.column + 1))
        cells.append(f"<w:tc>{_cell_properties(slot, layout.widths)}{inside}</w:tc>")
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _alignment(slot: GridCell, layout: ColumnLayout, *, is_header: bool) -> ParagraphFormat:
    """How a cell is aligned. Headings of numbers and words among them stand at the right, headings of
    several columns over their middle.

    A paragraph with a decimal tab stop in a cell is aligned on it without a tab character.
    """
    alignment = layout.alignments[slot.column] if slot.column < len(layout.alignments) else Alignment.DEFAULT
    if is_header and slot.columns > 1:
        return ParagraphFormat(align="center")
    if alignment is not Alignment.DECIMAL:
        return ParagraphFormat(align=_JUSTIFICATION.get(alignment, ""))
    if is_header or slot.columns > 1 or not any(map(str.isdecimal, _text(slot))):
        return ParagraphFormat(align="right")
    return ParagraphFormat(align="left", decimal=layout.stops[slot.column])


def _cell_properties(slot: GridCell, widths: Sequence[int]) -> str:
    width = sum(widths[slot.column : slot.column + slot.columns])
    span = f'<w:gridSpan w:val="{slot.columns}"/>' if slot.columns > 1 else ""
    merge = ""
    if slot.continued:
        merge = "<w:vMerge/>"
    elif slot.cell.rows > 1:
        merge = '<w:vMerge w:val="restart"/>'
    return f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>'
