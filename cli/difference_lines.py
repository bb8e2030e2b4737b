"""What `letterbook diff` prints: figures, passages, and what was carried over, line by line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from textwrap import shorten
from typing import TypeAlias, TypeVar

from letterbook.cli.figures import aligned
from letterbook.cli.reporting import count
from letterbook.drafting.comparison.carried_over import CarriedDay, CarriedOver, CarriedSentence
from letterbook.drafting.comparison.comparison import Comparison
from letterbook.drafting.comparison.figure_changes import FigureChange, FigureOutcome, of_outcome
from letterbook.drafting.comparison.passage_changes import Outcome, PartChange
from letterbook.drafting.comparison.printed_letter import Kind, PrintedLetter, PrintedTable
from letterbook.drafting.comparison.rewording import Change
from letterbook.drafting.comparison.table_changes import CellChange, RowChange, RowOutcome, TableChange
from letterbook.drafting.figures.printed_figure import PrintedFigure
from letterbook.drafting.partials.periods import date_words
from letterbook.figure_format import format_figure
from letterbook.finding import Place
from letterbook.printed_number import parse_number

T = TypeVar("T")
Line: TypeAlias = tuple[tuple[str, str], ...]
"""The pieces of a line, each with its colour or none."""

_GONE, _NEW, _TITLE = "red", "green", "bold"
_WIDTH = 90
_AROUND = 8
_READ = 12  # of figures in one letter only, and of rows of a table that is new or gone
_WIDEST = max(map(len, Outcome))
_PLACES = {Kind.NOTE: "Footnotes", Kind.MARGIN: "Headers and footers"}
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


def comparison_lines(compared: Comparison) -> Iterator[Line]:
    """All that is to be said of two letters, in three parts."""
    yield _plain(f"Older: {_letter(compared.before)}")
    yield _plain(f"Newer: {_letter(compared.after)}")
    yield ()
    yield from _figures(compared.figures)
    yield ()
    yield from _passages(compared.parts)
    yield ()
    yield from _carried(compared.carried_over, compared.after)


def _letter(letter: PrintedLetter) -> str:
    day = f" of {date_words(dt.date.fromisoformat(letter.date))}" if letter.date else ", without a date"
    return f"{letter.name}{day}{f', {letter.told}' if letter.told else ''}"


def _plain(text: str) -> Line:
    return ((text, ""),)


def _title(text: str) -> Line:
    return ((text, _TITLE),)


def _counts(counted: Iterable[tuple[int, str]]) -> str:
    """How many there are of each, without those of which there is none."""
    return ", ".join(f"{number:,} {said}" for number, said in counted if number)


# --- figures ---------------------------------------------------------------------------------


def _figures(changes: Sequence[FigureChange]) -> Iterator[Line]:
    counted = [(len(of_outcome(changes, each)), _FIGURES_SAID[each]) for each in FigureOutcome]
    yield _title(f"Figures: {_counts(counted) or 'none in either letter'}.")
    changed = of_outcome(changes, FigureOutcome.CHANGED, FigureOutcome.RESTATED)
    yield from _rows(_changed_row(change) for change in changed)
    for outcome, title in _OTHER_FIGURES.items():
        if found := of_outcome(changes, outcome):
            yield _plain(f"  {title}")
            is_elsewhere = outcome in {FigureOutcome.NEW, FigureOutcome.GONE}
            told, more = _first(found) if is_elsewhere else (found, ())
            yield from _rows(
                (f"  {_named(change)}", _as_printed(change.after or change.before)) for change in told
            )
            yield from more


def _first(found: Sequence[T]) -> tuple[Sequence[T], Sequence[Line]]:
    """So many as one reads, with a line that says how many more there are, if it is worth one."""
    if len(found) <= _READ + 1:
        return found, ()
    return found[:_READ], (_plain(f"    … and {len(found) - _READ} more, which --json lists"),)


def _rows(rows: Iterable[tuple[str, ...]]) -> Iterator[Line]:
    return (_plain(f"  {line}") for line in aligned(list(rows), right=-1))


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


# --- passages --------------------------------------------------------------------------------


def _passages(changes: Sequence[PartChange]) -> Iterator[Line]:
    counted = [(sum(change.outcome is each for change in changes), _said(each)) for each in Outcome]
    yield _title(f"Passages: {_counts(counted) or 'none in either letter'}.")
    changed = [change for change in changes if _is_told(change)]
    for heading, below in groupby(changed, key=_heading):
        yield _plain(f"  {heading}")
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
        yield _plain(f"{label}table{moved}")
        yield from _table(change, part)
    elif change.outcome is Outcome.REWORDED:
        yield ((label, ""), *_inline(change.words), (moved, ""))
    elif change.outcome is Outcome.NUMBERS:
        yield (
            (f"{label}{shorten(part.text, _WIDTH // 2, placeholder=' …')}: ", ""),
            *_pairs(change.words),
            (moved, ""),
        )
    elif change.outcome is Outcome.MOVED:
        yield _plain(f"{label}{shorten(part.text, _WIDTH, placeholder=' …')}{moved}")
    else:
        colour = _NEW if change.outcome is Outcome.NEW else _GONE
        yield ((label, ""), (part.text, colour))


def _inline(changes: Sequence[Change]) -> Iterator[tuple[str, str]]:
    """The words around what was changed, with that between marks."""
    for at, change in enumerate(changes):
        if change.is_same:
            yield _shortened(change.old, is_first=at == 0, is_last=at == len(changes) - 1), ""
        else:
            if change.old:
                yield f"[-{change.old}-]", _GONE
            if change.new:
                yield f"{{+{change.new}+}}", _NEW


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
            yield change.old or "nothing", _GONE
            yield " → ", ""
            yield change.new or "nothing", _NEW
            first = False


def _table(change: PartChange, part: PrintedTable) -> Iterator[Line]:
    if change.table is None:
        colour = _NEW if change.outcome is Outcome.NEW else _GONE
        told, more = _first(part.rows)
        for cells in (*part.header, *told):
            yield (("      ", ""), (" | ".join(cell.text for cell in cells), colour))
        yield from more
        return
    for columns, sign, colour in (
        (change.table.new_columns, "+", _NEW),
        (change.table.gone_columns, "-", _GONE),
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
    sign, colour = ("+", _NEW) if row.outcome is RowOutcome.NEW else ("-", _GONE)
    said = [f"{cell.column} {cell.after or cell.before}" for cell in row.cells]
    label = row.after or row.before
    yield ((f"      {sign} ", ""), (f"{label}: {'; '.join(said)}" if said else label, colour))


def _cell(cell: CellChange) -> tuple[tuple[str, str], ...]:
    return (
        (f"{cell.column} ", ""),
        (cell.before or "empty", _GONE),
        (" → ", ""),
        (cell.after or "empty", _NEW),
    )


# --- carried over ----------------------------------------------------------------------------


def _carried(carried: CarriedOver, letter: PrintedLetter) -> Iterator[Line]:
    yield _title(
        f"Carried over unchanged: {count(len(carried.sentences), 'sentence')}, "
        f"{count(len(carried.days), 'date')}, {count(len(carried.numbers), 'typed number')}."
    )
    past = [day for day in carried.days if day.is_past]
    others = [day for day in carried.days if not day.is_past]
    since = f" {date_words(letter.begins)}" if letter.begins else " this letter's time"
    yield from _group(f"Dates before{since}:", map(_day, past))
    yield from _group("Other dates:", map(_day, others))
    timed = [each for each in carried.sentences if each.times]
    plain = [each for each in carried.sentences if not each.times]
    yield from _group("Sentences that speak of a time or look ahead:", _sentences(timed))
    yield from _group("Other sentences:", _sentences(plain))
    numbers = ((each.place, f'{each.text} in "{_around(each.words, each.text)}"') for each in carried.numbers)
    yield from _group("Typed numbers:", numbers)
    if carried.but_for_numbers:
        places = ", ".join(dict.fromkeys(str(each.place or "") for each in carried.but_for_numbers))
        told = count(len(carried.but_for_numbers), "sentence has", "sentences have")
        yield _plain(f"  {told} only other numbers or dates{f': {places}' if places.strip(', ') else ''}.")


def _group(title: str, found: Iterable[tuple[Place | None, str]]) -> Iterator[Line]:
    found = list(found)
    if not found:
        return
    yield _plain(f"  {title}")
    for place, told in found:
        yield _plain(f"    {f'{place}: ' if place else ''}{told}")


def _day(day: CarriedDay) -> tuple[Place | None, str]:
    return day.place, f'{day.text} in "{_around(day.words, day.text)}"'


def _sentences(sentences: Iterable[CarriedSentence]) -> Iterator[tuple[Place | None, str]]:
    """Sentences with their places; those of one place together."""
    for place, found in groupby(sentences, key=lambda each: each.place):
        together = list(found) if place else []
        for each in [together] if place else [[one] for one in found]:
            times = dict.fromkeys(time for one in each for time in one.times)
            told = f" ({', '.join(times)})" if times else ""
            yield place, f'"{" ".join(one.text for one in each)}"{told}'


def _around(words: str, wanted: str) -> str:
    """The words around what is meant, whole ones."""
    at = words.find(wanted)
    if at < 0:
        return words
    start, end = max(0, at - _WIDTH // 2), at + len(wanted) + _WIDTH // 2
    before, after = words[start:at], words[at + len(wanted) : end]
    before = f"… {before.partition(' ')[2]}" if start else before
    after = f"{after.rpartition(' ')[0]} …" if end < len(words) else after
    return f"{before}{wanted}{after}"
