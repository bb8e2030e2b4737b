"""What is told of a figure: what it is, its source, and the rows it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from letterbook.drafting.sources.source_words import SourceWords
from letterbook.figure import Figure
from letterbook.figure_format import format_figure
from letterbook.finding import Place


def figure_words(figure: Figure, words: SourceWords) -> str:
    """What a figure is, in one line: `Fund I NAV, net, as of 2026-06-30: $78.5m (78500000), unaudited`."""
    facts = (
        figure.name,
        words.bases[figure.unnamed_basis] if figure.unnamed_basis else "",
        figure.period.words if figure.period else "",
        words.as_of.format(date=figure.as_of) if figure.as_of else "",
    )
    shown, value = format_figure(figure), f"{figure.value.normalize():f}"
    stated = shown if shown.removesuffix("x") == value else f"{shown} ({value})"
    status = f", {words.statuses[figure.status]}" if figure.status else ""
    return f"{', '.join(filter(None, facts))}: {stated}{status}"


def figure_origins(figure: Figure, words: SourceWords) -> tuple[str, ...]:
    """Where a figure comes from: its source as typed, or its formula; then the rows that it is made of."""
    return tuple(_origins(figure, words))


def change_words(figure: Figure, words: SourceWords) -> str:
    """What a change is: that of a figure, with what it is now."""
    return words.change.format(figure=figure_words(figure, words))


def change_origins(figure: Figure, predecessor: Figure, words: SourceWords) -> tuple[str, ...]:
    """Where a change comes from: the figure, then what it is compared with."""
    compared = words.compared.format(figure=figure_words(predecessor, words))
    return (*figure_origins(figure, words), compared, *figure_origins(predecessor, words))


def _origins(figure: Figure, words: SourceWords) -> Iterator[str]:
    if figure.formula:
        formula = words.formula.format(name=figure.formula)
        yield f"{_without_files(figure)} ({formula})" if figure.source else formula
    elif figure.source:
        yield words.source.format(source=figure.source)
    places = figure.inputs or ((figure.place,) if figure.place else ())
    files: dict[str, list[Place]] = {}
    for place in places:
        files.setdefault(place.table, []).append(place)
    yield from (_rows(file, found, words) for file, found in files.items())


def _without_files(figure: Figure) -> str:
    """How a figure was computed, without the files that its rows are told with."""
    files = ", ".join(sorted({place.file for place in figure.inputs}))
    return figure.source.removesuffix(f"; {files}")


def _rows(file: str, places: Sequence[Place], words: SourceWords) -> str:
    """A file with its rows: `fund/nav.csv:6`, or `fund/cashflows.csv, rows 2–9, 14`."""
    lines = sorted({place.line for place in places if place.line})
    if len(lines) > 1:
        return words.rows.format(file=file, rows=ranges(lines))
    return f"{file}:{lines[0]}" if lines else file


def ranges(numbers: Iterable[int]) -> str:
    """Ascending numbers, neighbours as a range: `2–9, 14`."""
    listed = list(numbers)
    breaks = [at for at, (one, next_one) in enumerate(pairwise(listed), start=1) if next_one != one + 1]
    runs = [listed[start:end] for start, end in pairwise((0, *breaks, len(listed)))]
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs if run)
