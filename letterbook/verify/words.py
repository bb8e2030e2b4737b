"""What is told of a number of a letter: where it stands, the words around it, and what the sheet says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from letterbook.figure import Figure
from letterbook.figure_format import format_figure
from letterbook.verify.letter import Tick
from letterbook.verify.matching import Outcome
from letterbook.verify.passages import Kind
from letterbook.writers.word.namespaces import WORD
from letterbook.writers.word.opened.word_file import WordFile

_BEFORE, _BEHIND = 48, 32
_ENDS = (" ", "\t", "\n")
_PLURALS = {"chart value without a label": "chart values without a label"}


def place_words(tick: Tick, notes: Mapping[tuple[Kind, str], int]) -> str:
    """Where a number stands: `paragraph 4`, `table 1, row 2, column 3 (Fund I, Net TVPI)`, `footnote 2`,
    `chart 1 (Net TVPI, Fund I)`.

    `notes` are the numbers of notes by kind and id, in the order in which the text refers to them.
    """
    passage = tick.passage
    match passage.kind:
        case Kind.TEXT:
            return f"paragraph {passage.number}"
        case Kind.TABLE:
            return _cell_words(tick)
        case Kind.FOOTNOTE | Kind.ENDNOTE:
            number = notes.get((passage.kind, passage.note))
            return f"{passage.kind} {number}" if number else passage.kind.value
        case Kind.CHART | Kind.DIAGRAM:
            label = f" ({tick.label})" if tick.label else ""
            return f"{passage.kind} {passage.number}{label}"
    return passage.kind.value


def _cell_words(tick: Tick) -> str:
    cell = tick.passage.cell
    label = f" ({tick.label})" if tick.label else ""
    return f"table {cell.table}, row {cell.row}, column {cell.column}{label}" if cell else ""


def note_numbers(file: WordFile) -> Mapping[tuple[Kind, str], int]:
    """The numbers of the footnotes and endnotes of a letter by their ids, as the text refers to them."""
    root = file.xml(file.main).root
    return {
        (kind, reference.get("id")): number
        for kind in (Kind.FOOTNOTE, Kind.ENDNOTE)
        for number, reference in enumerate(root.all(f"{WORD} {kind}Reference"), start=1)
    }


def excerpt(tick: Tick) -> str:
    """The words around a number, cut between words."""
    text, start, end = tick.passage.text, tick.start, tick.end
    first, last = max(0, start - _BEFORE), min(len(text), end + _BEHIND)
    while 0 < first < start and text[first - 1] not in _ENDS:
        first += 1
    while end < last < len(text) and text[last] not in _ENDS:
        last -= 1
    words = " ".join(text[first:last].split())
    return f"{'… ' if first else ''}{words}{' …' if last < len(text) else ''}"


def figure_words(figure: Figure) -> str:
    """A figure with what tells it from others: `Fund I TVPI, net, 2026-06-30`."""
    details = (
        figure.name,
        figure.unnamed_basis or "",
        figure.period.words if figure.period else "",
        figure.as_of.isoformat() if figure.as_of else "",
    )
    return ", ".join(filter(None, details))


def source_words(figure: Figure) -> str:
    """Where a figure comes from: its source, and its row in the sheet."""
    place = figure.place
    row = f"{PurePath(place.file).name}, row {place.line}" if place else ""
    return "; ".join(filter(None, (figure.source, row)))


def verdict(tick: Tick) -> str:
    """What became of a number, in a sentence without a full stop."""
    match = tick.match
    if tick.reason:
        return f"{tick.text} ({tick.reason})"
    if match.figure and match.outcome is Outcome.AGREES:
        shown = format_figure(match.figure)
        value = "" if shown == tick.text else f": {shown}"
        return f"{tick.text} is {figure_words(match.figure)}{value} ({source_words(match.figure)})"
    if match.figure:
        equal = f"; it equals {figure_words(match.equals)}" if match.equals else ""
        said = f"{figure_words(match.figure)}; {source_words(match.figure)}"
        return f"{tick.text}; the sheet says {tick.expected} ({said}){equal}"
    equal = f", although it equals {figure_words(match.equals)}" if match.equals else ""
    return f"{tick.text} is not covered by any figure{equal}"


def unread_words(unread: Mapping[str, int]) -> str:
    """What of a letter was not read: `2 pictures, 1 formula`; empty where there is nothing."""
    return ", ".join(
        f"{number} {what if number == 1 else _PLURALS.get(what, f'{what}s')}"
        for what, number in sorted(unread.items())
    )
