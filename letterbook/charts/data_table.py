"""The figures of a chart as a table, for readers and machines that cannot have the drawing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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


def data_table(chart: Chart, caption: tuple[Inline, ...] = ()) -> Table:
    """The data of a chart as a table whose numbers are aligned on their decimals."""
    columns = data_columns(chart)
    body = tuple(
        TableRow((_cell(row.label), *(_cell(format_figure(each) if each else "") for each in row.figures)))
        for row in data_rows(chart)
    )
    alignments = (Alignment.LEFT, *(Alignment.DECIMAL for _ in columns[1:]))
    return Table(alignments, (TableRow(tuple(_cell(name) for name in columns)),), body, caption)


def _rows(chart: Chart, words: ChartWords) -> Iterator[DataRow]:
    match chart:
        case NavBridgeChart():
            yield from map(_row, (chart.opening, *chart.steps, chart.closing))
        case Allocation():
            yield from map(_row, chart.parts)
        case Contributions():
            yield from map(_row, chart.parts)
            if chart.total:
                yield _row(chart.total)
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


def _cell(text: str) -> TableCell:
    return TableCell((Text(text),) if text else ())
