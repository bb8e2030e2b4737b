"""Which passages are new, gone, reworded or moved, each part of both letters once."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from letterbook.drafting.comparison.pairing import Likeness, Pair, paired
from letterbook.drafting.comparison.printed_letter import Part, PrintedTable
from letterbook.drafting.comparison.rewording import Change, changes_in
from letterbook.drafting.comparison.table_changes import TableChange, table_change
from letterbook.drafting.comparison.units import unit_of
from letterbook.record import record


class Outcome(StrEnum):
    """What became of a part."""

    SAME = "same"
    MOVED = "moved"
    NUMBERS = "numbers"
    REWORDED = "reworded"
    NEW = "new"
    GONE = "gone"


@record
class PartChange:
    """What became of a part: `before` is None for one that is new, `after` for one that is gone.

    `words` says what of a passage was changed, `table` what of a table. One that is reworded may also have
    `moved`.
    """

    outcome: Outcome
    before: Part | None
    after: Part | None
    moved: bool = False
    words: tuple[Change, ...] = ()
    table: TableChange | None = None

    @property
    def part(self) -> Part:
        """The part as it is now, or was before it went."""
        part = self.after or self.before
        if part is None:
            raise ValueError("a change of nothing")
        return part

    @property
    def heading(self) -> str:
        """The heading below which it stands, or stood."""
        return self.part.heading


def part_changes(before: Sequence[Part], after: Sequence[Part]) -> tuple[PartChange, ...]:
    """What became of each part, in the order of the newer letter; what is gone where it would stand."""
    pairs = paired(tuple(map(unit_of, before)), tuple(map(unit_of, after)))
    came_from = {pair.after: pair for pair in pairs}
    kept = {pair.before for pair in pairs}
    stayed = {pair.after: pair.before for pair in pairs if not pair.moved}
    changes: list[PartChange] = []
    reached = 0
    for at, part in enumerate(after):
        while at in stayed and reached < stayed[at]:
            changes += _gone(before, reached, kept)
            reached += 1
        pair = came_from.get(at)
        changes.append(_change(before, after, pair) if pair else PartChange(Outcome.NEW, None, part))
    for left in range(reached, len(before)):
        changes += _gone(before, left, kept)
    return tuple(changes)


def _gone(before: Sequence[Part], at: int, kept: set[int]) -> tuple[PartChange, ...]:
    return () if at in kept else (PartChange(Outcome.GONE, before[at], None),)


def _change(before: Sequence[Part], after: Sequence[Part], pair: Pair) -> PartChange:
    old, new = before[pair.before], after[pair.after]
    if pair.likeness is Likeness.SAME:
        return PartChange(Outcome.MOVED if pair.moved else Outcome.SAME, old, new, pair.moved)
    outcome = Outcome.NUMBERS if pair.likeness is Likeness.NUMBERS else Outcome.REWORDED
    if isinstance(old, PrintedTable) or isinstance(new, PrintedTable):
        if isinstance(old, PrintedTable) and isinstance(new, PrintedTable):
            return PartChange(outcome, old, new, pair.moved, table=table_change(old, new))
        raise TypeError("a table is only compared with a table")
    return PartChange(outcome, old, new, pair.moved, changes_in(old.text, new.text))
