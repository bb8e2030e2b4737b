"""The lines that say which figures changed, and by how much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from letterbook.cli.differences.pieces import Line, counts, first_ones, plain_line, title_line
from letterbook.cli.figures import aligned
from letterbook.drafting.comparison.figure_changes import FigureChange, FigureOutcome, of_outcome
from letterbook.drafting.figures.printed_figure import PrintedFigure
from letterbook.drafting.partials.periods import date_words
from letterbook.figure_format import format_figure
from letterbook.printed_number import parse_number

_FIGURES_SAID = {
    FigureOutcome.CHANGED: "changed",
    FigureOutcome.SAME_VALUE: "with the same value",
    FigureOutcome.SAME_DAY: "still of the same day",
    FigureOutcome.RESTATED: "restated",
    FigureOutcome.NEW: "new",
    FigureOutcome.GONE: "gone",
}
_OTHER_FIGURES = {
    FigureOutcome.SAME_VALUE: "The same value on a later day: is it up to date?",
    FigureOutcome.SAME_DAY: "Still of the same day as in the older letter:",
    FigureOutcome.NEW: "Only in the newer letter:",
    FigureOutcome.GONE: "Only in the older letter:",
}


def figure_lines(changes: Sequence[FigureChange]) -> Iterator[Line]:
    """All that is to be said of the figures of two letters."""
    counted = [(len(of_outcome(changes, each)), _FIGURES_SAID[each]) for each in FigureOutcome]
    yield title_line(f"Figures: {counts(counted) or 'none in either letter'}.")
    changed = of_outcome(changes, FigureOutcome.CHANGED, FigureOutcome.RESTATED)
    yield from _rows(_changed_row(change) for change in changed)
    for outcome, title in _OTHER_FIGURES.items():
        if found := of_outcome(changes, outcome):
            yield plain_line(f"  {title}")
            is_elsewhere = outcome in {FigureOutcome.NEW, FigureOutcome.GONE}
            told, more = first_ones(found) if is_elsewhere else (found, ())
            yield from _rows(
                (f"  {_named(change)}", _as_printed(change.after or change.before)) for change in told
            )
            yield from more


def _rows(rows: Iterable[tuple[str, ...]]) -> Iterator[Line]:
    return (plain_line(f"  {line}") for line in aligned(list(rows), right=-1))


def _changed_row(change: FigureChange) -> tuple[str, ...]:
    by = ", ".join(filter(None, (change.difference, change.share)))
    if change.outcome is FigureOutcome.RESTATED:
        by = f"{by}{', ' if by else ''}restated: the day is the same"
    return _named(change), _from_to(change), by


def _from_to(change: FigureChange) -> str:
    before, after = change.before, change.after
    return f"{_as_printed(before, after)} → {_as_printed(after, before)}"


def _named(change: FigureChange) -> str:
    """The name of a figure with what of it is the same in both letters."""
    basis = change.figure.basis
    says_basis = basis is not None and basis.value in change.name.casefold().split()
    periods = {_period(each) for each in (change.before, change.after) if each} - {""}
    period = periods.pop() if len(periods) == 1 else ""
    return ", ".join(filter(None, (change.name, "" if says_basis else basis, period)))


def _period(printed: PrintedFigure) -> str:
    return printed.figure.period.words if printed.figure.period else ""


def _as_printed(printed: PrintedFigure | None, other: PrintedFigure | None = None) -> str:
    """What was printed, and of when; a number in a table gets the unit that its column has."""
    if printed is None:
        return ""
    figure = printed.figure
    differs = other is not None and len({_period(printed), _period(other)} - {""}) > 1
    when = _period(printed) if differs else date_words(figure.as_of) if figure.as_of else ""
    number = parse_number(printed.shown)
    is_bare = printed.predecessor is None and number is not None and not number.has_marks
    return f"{format_figure(figure) if is_bare else printed.shown} ({when or 'no date'})"
