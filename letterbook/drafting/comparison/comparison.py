"""Two letters compared: their figures, their passages, and what was carried over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from pathlib import Path

from letterbook.drafting.comparison.carried_over import CarriedOver, Reading, carried_over
from letterbook.drafting.comparison.figure_changes import FigureChange, figure_changes
from letterbook.drafting.comparison.letters import ComparedLetters
from letterbook.drafting.comparison.passage_changes import PartChange, part_changes
from letterbook.drafting.comparison.printed_letter import Kind, Part, PrintedLetter, PrintedTable
from letterbook.drafting.comparison.source_lines import SourceLines
from letterbook.drafting.comparison.stock_words import is_disclosure, standing_sentences
from letterbook.record import record


@record
class Comparison:
    """What differs between the letter `before` and the one `after` it, and what does not.

    `remarks` are sentences on what could not be compared.
    """

    before: PrintedLetter
    after: PrintedLetter
    figures: tuple[FigureChange, ...]
    parts: tuple[PartChange, ...]
    carried_over: CarriedOver
    remarks: tuple[str, ...] = ()


def compare(letters: ComparedLetters, root: Path) -> Comparison:
    """What differs between two letters of the workspace in `root`."""
    before, after = letters.before, letters.after
    remarks = (*before.remarks, *after.remarks)
    if before.date and after.date and before.date > after.date:
        remarks = (*remarks, f"{before.name} is of a later date than {after.name}, but was named first.")
    left_out: list[Kind] = []
    if not (before.has_notes and after.has_notes):
        without = before if not before.has_notes else after
        remarks = (*remarks, f"The footnotes of {without.name} are not remembered, so none are compared.")
        left_out.append(Kind.NOTE)
    if not (_has_margins(before) and _has_margins(after)):
        left_out.append(Kind.MARGIN)  # of an edition they are its look's, and no words of the letter
    old, new = _without(before.parts, left_out), _without(after.parts, left_out)
    changes = part_changes(old, new)
    return Comparison(
        before,
        after,
        figure_changes(before.figures, after.figures),
        changes,
        carried_over(old, changes, _reading(before, after, root)),
        remarks,
    )


def _has_margins(letter: PrintedLetter) -> bool:
    return any(not isinstance(part, PrintedTable) and part.kind is Kind.MARGIN for part in letter.parts)


def _without(parts: Iterable[Part], kinds: Collection[Kind]) -> tuple[Part, ...]:
    return tuple(part for part in parts if isinstance(part, PrintedTable) or part.kind not in kinds)


def _reading(before: PrintedLetter, after: PrintedLetter, root: Path) -> Reading:
    standing = frozenset[str]() if after.is_traced else standing_sentences(root, after.language)

    def is_stock(sentence: str) -> bool:
        """Whether a sentence is of a disclosure or a glossary; in a traced letter its place has told that."""
        return not after.is_traced and (sentence in standing or is_disclosure(sentence))

    return Reading(_begins(before, after), is_stock, SourceLines(root).place)


def _begins(before: PrintedLetter, after: PrintedLetter) -> dt.date | None:
    """The first day that the newer letter is about: that of its period, else the one after the older."""
    if after.begins:
        return after.begins
    if before.as_of:
        return before.as_of + dt.timedelta(days=1)
    return dt.date.fromisoformat(before.date) if before.date else None
