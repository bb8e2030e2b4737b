"""The lines that say which passages and rows of tables are new, gone, moved or reworded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import shorten

from letterbook.cli.differences.pieces import (
    GONE,
    NEW,
    WIDTH,
    Line,
    counts,
    first_ones,
    plain_line,
    title_line,
)
from letterbook.drafting.comparison.passage_changes import Outcome, PartChange
from letterbook.drafting.comparison.printed_letter import Kind, PrintedTable
from letterbook.drafting.comparison.rewording import Change
from letterbook.drafting.comparison.table_changes import CellChange, RowChange, RowOutcome, TableChange

_AROUND = 8
"""So many words are shown beside what was changed."""
_WIDEST = max(map(len, Outcome))
_PLACES = {Kind.NOTE: "Footnotes", Kind.MARGIN: "Headers and footers"}


def passage_lines(changes: Sequence[PartChange]) -> Iterator[Line]:
    """All that is to be said of the passages and tables of two letters."""
    counted = [(sum(change.outcome is each for change in changes), _said(each)) for each in Outcome]
    yield title_line(f"Passages: {counts(counted) or 'none in either letter'}.")
    changed = [change for change in changes if _is_told(change)]
    for heading, below in groupby(changed, key=_heading):
        yield plain_line(f"  {heading}")
        for change in below:
            yield from _passage(change)


def _heading(change: PartChange) -> str:
    part = change.part
    if isinstance(part, PrintedTable) or part.kind not in _PLACES:
        return part.heading or "At the top"
    return _PLACES[part.kind]


def _said(outcome: Outcome) -> str:
    return {Outcome.SAME: "unchanged", Outcome.NUMBERS: "with other numbers"}.get(outcome, outcome.value)


def _is_told(change: PartChange) -> bool:
    """Whether a change is to be seen: rows of a table may only stand in another order."""
    table = change.table
    return change.outcome is not Outcome.SAME and not (table is not None and not _has_changes(table))


def _has_changes(table: TableChange) -> bool:
    return bool(table.changed or table.new_columns or table.gone_columns)


def _passage(change: PartChange) -> Iterator[Line]:
    label = f"    {change.outcome.value.ljust(_WIDEST)}  "
    was = change.before.heading if change.before else ""
    moved = ""
    if change.moved and was != change.heading:
        moved = f' (moved here from "{was}")' if was else " (moved here from the top)"
    elif change.moved and change.outcome is not Outcome.MOVED:
        moved = " (moved)"
    part = change.part
    if isinstance(part, PrintedTable):
        yield plain_line(f"{label}table{moved}")
        yield from _table(change, part)
    elif change.outcome is Outcome.REWORDED:
        yield ((label, ""), *_inline(change.words), (moved, ""))
    elif change.outcome is Outcome.NUMBERS:
        yield (
            (f"{label}{shorten(part.text, WIDTH // 2, placeholder=' …')}: ", ""),
            *_pairs(change.words),
            (moved, ""),
        )
    elif change.outcome is Outcome.MOVED:
        yield plain_line(f"{label}{shorten(part.text, WIDTH, placeholder=' …')}{moved}")
    else:
        colour = NEW if change.outcome is Outcome.NEW else GONE
        yield ((label, ""), (part.text, colour))


def _inline(changes: Sequence[Change]) -> Iterator[tuple[str, str]]:
    """The words around what was changed, with that between marks."""
    for at, change in enumerate(changes):
        if change.is_same:
            yield _shortened(change.old, is_first=at == 0, is_last=at == len(changes) - 1), ""
        else:
            if change.old:
                yield f"[-{change.old}-]", GONE
            if change.new:
                yield f"{{+{change.new}+}}", NEW


def _shortened(text: str, *, is_first: bool, is_last: bool) -> str:
    """What stays, without the words that are far from any change."""
    words = text.split(" ")
    kept = _AROUND if is_first or is_last else 2 * _AROUND
    if len(words) <= kept + 2:
        return text
    before = "" if is_first else " ".join(words[:_AROUND]) + " "
    after = "" if is_last else " " + " ".join(words[-_AROUND:])
    return f"{before}…{after}"


def _pairs(changes: Sequence[Change]) -> Iterator[tuple[str, str]]:
    """What was changed, one after the other."""
    first = True
    for change in changes:
        if not change.is_same:
            yield ("" if first else "; "), ""
            yield change.old or "nothing", GONE
            yield " → ", ""
            yield change.new or "nothing", NEW
            first = False


def _table(change: PartChange, part: PrintedTable) -> Iterator[Line]:
    if change.table is None:
        colour = NEW if change.outcome is Outcome.NEW else GONE
        told, more = first_ones(part.rows)
        for cells in (*part.header, *told):
            yield (("      ", ""), (" | ".join(cell.text for cell in cells), colour))
        yield from more
        return
    for columns, sign, colour in (
        (change.table.new_columns, "+", NEW),
        (change.table.gone_columns, "-", GONE),
    ):
        for column in columns:
            yield ((f"      {sign} column ", ""), (column, colour))
    for row in change.table.changed:
        yield from _row(row)


def _row(row: RowChange) -> Iterator[Line]:
    if row.outcome is RowOutcome.CHANGED:
        cells = [pieces for cell in row.cells for pieces in (*_cell(cell), ("; ", ""))][:-1]
        yield ((f"      {row.after}: ", ""), *cells)
        return
    sign, colour = ("+", NEW) if row.outcome is RowOutcome.NEW else ("-", GONE)
    said = [f"{cell.column} {cell.after or cell.before}" for cell in row.cells]
    label = row.after or row.before
    yield ((f"      {sign} ", ""), (f"{label}: {'; '.join(said)}" if said else label, colour))


def _cell(cell: CellChange) -> tuple[tuple[str, str], ...]:
    return (
        (f"{cell.column} ", ""),
        (cell.before or "empty", GONE),
        (" → ", ""),
        (cell.after or "empty", NEW),
    )
