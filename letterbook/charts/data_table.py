"""The figures of a chart as a table, for readers and machines that cannot have the drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from letterbook.charts.chart import (
    Allocation,
    Chart,
    Contributions,
    Entry,
    Growth,
    NavBridgeChart,
    ValueOverTime,
)
from letterbook.charts.words import ChartWords, chart_words, day_words
from letterbook.draft import Alignment, Inline, Table, TableCell, TableRow, Text
from letterbook.figure import Figure
from letterbook.figure_format import format_figure
from letterbook.record import record


@record
class DataRow:
    """A row of the data: what it is called, and its figures; None where there is none."""

    label: str
    figures: tuple[Figure | None, ...]


PrintFigure = Callable[[Figure], tuple[Inline, ...]]
"""Prints a figure in a cell."""


def _plain(figure: Figure) -> tuple[Inline, ...]:
    return (Text(format_figure(figure)),)


def data_rows(chart: Chart) -> tuple[DataRow, ...]:
    """The data of a chart in its order; over time a row for each day."""
    return tuple(_rows(chart, chart_words(chart.titles.language)))


def data_columns(chart: Chart) -> tuple[str, ...]:
    """What the columns of the data are called, that of the rows' names first."""
    words = chart_words(chart.titles.language)
    match chart:
        case ValueOverTime():
            return words.date, words.paid_in, words.distributed, words.nav
        case Growth():
            return (words.date, *(line.label for line in chart.lines))
    return words.name, words.amount


def data_table(chart: Chart, caption: tuple[Inline, ...] = (), cell: PrintFigure = _plain) -> Table:
    """The data of a chart as a table whose numbers are aligned on their decimals, each printed by `cell`."""
    columns = data_columns(chart)
    body = tuple(
        TableRow((_text(row.label), *(TableCell(cell(each) if each else ()) for each in row.figures)))
        for row in data_rows(chart)
    )
    alignments = (Alignment.LEFT, *(Alignment.DECIMAL for _ in columns[1:]))
    return Table(alignments, (TableRow(tuple(_text(name) for name in columns)),), body, caption)


def named_figures(chart: Chart) -> tuple[tuple[str, Figure], ...]:
    """Each figure of a chart with what it is called there, such as `30 June 2026, NAV`."""
    columns = data_columns(chart)[1:]
    return tuple(
        (f"{row.label}, {column}" if len(columns) > 1 else row.label, figure)
        for row in data_rows(chart)
        for column, figure in zip(columns, row.figures, strict=True)
        if figure
    )


def _rows(chart: Chart, words: ChartWords) -> Iterator[DataRow]:
    match chart:
        case NavBridgeChart():
            yield from map(_row, (chart.opening, *chart.steps, chart.closing))
        case Allocation():
            yield from map(_row, chart.all_parts)
        case Contributions():
            yield from map(_row, (*chart.all_parts, *chart.totals))
        case ValueOverTime():
            for point in chart.points:
                yield DataRow(day_words(point.date, words), (point.paid_in, point.distributed, point.nav))
        case Growth():
            yield from _growth_rows(chart, words)


def _row(entry: Entry) -> DataRow:
    return DataRow(entry.label, (entry.figure,))


def _growth_rows(chart: Growth, words: ChartWords) -> Iterator[DataRow]:
    lines: Sequence[dict[object, Figure]] = [
        {point.date: point.figure for point in line.points} for line in chart.lines
    ]
    for day in sorted({point.date for line in chart.lines for point in line.points}):
        yield DataRow(day_words(day, words), tuple(line.get(day) for line in lines))


def _text(text: str) -> TableCell:
    return TableCell((Text(text),) if text else ())
