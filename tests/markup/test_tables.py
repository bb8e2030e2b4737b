from hypothesis import given
from hypothesis import strategies as st

from letterbook.draft import TableCell, TableRow, Text
from letterbook.markup.tables import Covered, Grid, merge_cells, spread_cells, width_of

SLOTS = st.sampled_from([TableCell((Text("word"),)), TableCell(), *Covered])
GRIDS = st.integers(1, 5).flatmap(
    lambda columns: st.lists(st.lists(SLOTS, min_size=columns, max_size=columns), min_size=1, max_size=5)
)


def shapes(rows: tuple[TableRow, ...]) -> list[list[tuple[int, int]]]:
    return [[(cell.columns, cell.rows) for cell in row.cells] for row in rows]


def grid_of(*rows: str) -> Grid:
    marks = {mark.value: mark for mark in Covered}
    return [[marks.get(slot) or TableCell((Text(slot),)) for slot in row.split()] for row in rows]


def test_marks_below_and_beside_each_other_join_to_a_rectangle() -> None:
    assert shapes(merge_cells(grid_of("a < b", "^ < c", "^ ^ d"))) == [[(2, 3), (1, 1)], [(1, 1)], [(1, 1)]]


def test_a_mark_that_would_take_a_corner_of_a_cell_is_an_empty_cell() -> None:
    assert shapes(merge_cells(grid_of("a b", "^ <"))) == [[(1, 2), (1, 1)], [(1, 1)]]
    assert shapes(merge_cells(grid_of("a <", "^ b"))) == [[(2, 1)], [(1, 1), (1, 1)]]
    assert shapes(merge_cells(grid_of("a <", "b ^"))) == [[(2, 1)], [(1, 1), (1, 1)]]


@given(GRIDS)
def test_any_marks_keep_the_table_as_wide_as_it_was_typed_and_read_back(grid: Grid) -> None:
    rows = merge_cells(grid)
    columns = len(grid[0])
    assert width_of(rows) == columns
    assert sum(cell.columns * cell.rows for row in rows for cell in row.cells) == columns * len(grid)
    assert merge_cells(spread_cells(rows, columns)) == rows
