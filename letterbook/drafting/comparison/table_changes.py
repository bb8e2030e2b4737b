"""What differs between two states of a table: its rows by their labels, its cells by their columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TypeAlias

from letterbook.common_parts import counted
from letterbook.drafting.comparison.printed_letter import PrintedCell, PrintedTable
from letterbook.drafting.comparison.rewording import masked
from letterbook.record import record

_Row: TypeAlias = tuple[PrintedCell, ...]


class RowOutcome(StrEnum):
    """What became of a row."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"
    SAME = "same"


@record
class CellChange:
    """What a cell said and says now, below the words of its column; one of both may be empty."""

    column: str
    before: str
    after: str


@record
class RowChange:
    """What became of a row; `before` and `after` are its labels, the first words in it.

    `cells` are those that differ, of a row that is new or gone all but the label.
    """

    outcome: RowOutcome
    before: str
    after: str
    cells: tuple[CellChange, ...] = ()


@record
class TableChange:
    """The rows of both states, each once, in the order of the newer one; and columns in one of both only."""

    rows: tuple[RowChange, ...]
    new_columns: tuple[str, ...] = ()
    gone_columns: tuple[str, ...] = ()

    @property
    def changed(self) -> tuple[RowChange, ...]:
        """The rows that are not the same."""
        return tuple(row for row in self.rows if row.outcome is not RowOutcome.SAME)


@record
class _Columns:
    """The words above each column, and which column of the newer table each of the older one is."""

    before: Mapping[int, str]
    after: Mapping[int, str]
    same: Mapping[int, int]


def table_change(before: PrintedTable, after: PrintedTable) -> TableChange:
    """How a table differs from its earlier state. The order of its rows does not matter."""
    old_names, new_names = _column_names(before), _column_names(after)
    columns = _Columns(old_names, new_names, _matched(old_names, new_names, masked))
    old_labels, new_labels = _labels(before.rows), _labels(after.rows)
    rows = _matched(old_labels, new_labels, _masked_label)
    was = {new: old for old, new in rows.items()}
    changes = [
        _changed_row(before.rows[was[at]], row, columns)
        if at in was
        else RowChange(RowOutcome.NEW, "", new_labels[at], tuple(_alone(row, columns.after, is_new=True)))
        for at, row in enumerate(after.rows)
    ]
    changes += [
        RowChange(RowOutcome.GONE, old_labels[at], "", tuple(_alone(row, columns.before, is_new=False)))
        for at, row in enumerate(before.rows)
        if at not in rows
    ]
    new_columns = [name for column, name in new_names.items() if column not in columns.same.values()]
    gone_columns = [name for column, name in old_names.items() if column not in columns.same]
    return TableChange(tuple(changes), tuple(new_columns), tuple(gone_columns))


def row_label(row: _Row) -> str:
    """The words that name a row: its first cell; one that is only a day or a number with the next words."""
    return " ".join(cell.text for cell in row[: _cells_of_label(row)])


def _cells_of_label(row: _Row) -> int:
    """How many cells name a row."""
    first = next((at for at, cell in enumerate(row) if _has_letters(cell.text)), 0)
    return first + 1


def _has_letters(text: str) -> bool:
    return any(character.isalpha() for character in masked(text))


def _labels(rows: Sequence[_Row]) -> Mapping[int, str]:
    return dict(enumerate(map(row_label, rows)))


def _column_names(table: PrintedTable) -> Mapping[int, str]:
    """The words of the header above each column; a column without any has its number."""
    names: dict[int, list[str]] = {}
    for row in table.header:
        for cell in row:
            names.setdefault(cell.column, []).append(cell.text)
    columns = sorted({cell.column for row in (*table.header, *table.rows) for cell in row})
    return {column: " ".join(names.get(column, ())) or f"column {column}" for column in columns}


def _masked_label(label: str) -> str:
    """A label without its numbers; one that begins with a day is of that day alone."""
    shown = masked(label)
    return shown if shown[:1] != "#" else label


def _matched(
    before: Mapping[int, str], after: Mapping[int, str], key: Callable[[str], str]
) -> dict[int, int]:
    """Which of `after` each of `before` is: of the same words, else of the same by `key`."""
    found: dict[int, int] = {}
    for shown in (str, key):
        taken = set(found.values())
        old = [i for i in before if i not in found]
        new = [j for j in after if j not in taken]
        places = dict(zip(counted(shown(after[j]) for j in new), new, strict=True))
        for i, each in zip(old, counted(shown(before[i]) for i in old), strict=True):
            if each in places:
                found[i] = places[each]
    return found


def _changed_row(before: _Row, after: _Row, columns: _Columns) -> RowChange:
    old = {columns.same[cell.column]: cell for cell in before if cell.column in columns.same}
    new = {cell.column: cell for cell in after if cell.column in columns.same.values()}
    cells = tuple(
        CellChange(columns.after[column], _text(old.get(column)), _text(new.get(column)))
        for column in sorted({*old, *new})
        if _text(old.get(column)) != _text(new.get(column))
    )
    outcome = RowOutcome.CHANGED if cells else RowOutcome.SAME
    return RowChange(outcome, row_label(before), row_label(after), cells)


def _text(cell: PrintedCell | None) -> str:
    return cell.text if cell else ""


def _alone(row: _Row, names: Mapping[int, str], *, is_new: bool) -> Iterator[CellChange]:
    """The cells of a row that is in one of both only, without its label."""
    for cell in row[_cells_of_label(row) :]:
        before, after = ("", cell.text) if is_new else (cell.text, "")
        yield CellChange(names[cell.column], before, after)
