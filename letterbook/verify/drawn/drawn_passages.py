"""Charts and diagrams as passages of a letter: titles as lines, printed values as the cells of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from letterbook.verify.drawn.chart_sheet import ChartSheet
from letterbook.verify.drawn.drawings import read_drawing
from letterbook.verify.passages import Cell, Kind, Passage
from letterbook.writers.word.opened.word_file import WordFile
from letterbook.writers.word.opened.xml_part import Element

_IN_TEXT = frozenset({Kind.TEXT, Kind.TABLE, Kind.TEXT_BOX})
VALUES_WITHOUT_LABEL = "chart value without a label"


class DrawnPassages:
    """Reads the drawings of one letter and numbers them; `unread` counts what in them is not read."""

    def __init__(self, file: WordFile) -> None:
        self._file = file
        self._charts, self._diagrams = count(1), count(1)
        self.unread: Counter[str] = Counter()

    def read(self, mark: Element, around: Passage) -> Iterator[Passage]:
        """The passages of the drawing that `mark` refers to; `around` says where it stands, without text."""
        drawing = read_drawing(self._file, around.part.name, mark)
        if drawing is None:
            self.unread["drawing"] += 1
        elif isinstance(drawing, ChartSheet):
            number = next(self._charts)
            if around.kind in _IN_TEXT:
                around = replace(around, kind=Kind.CHART)
            yield from _chart_passages(drawing, replace(around, number=number, cell=None))
            self.unread[VALUES_WITHOUT_LABEL] += drawing.unlabelled
        else:
            if around.kind in _IN_TEXT:
                around = replace(around, kind=Kind.DIAGRAM)
            around = replace(around, number=next(self._diagrams), cell=None)
            yield from (replace(around, text=text) for text in drawing.texts)


def _chart_passages(sheet: ChartSheet, around: Passage) -> Iterator[Passage]:
    """The titles of a chart, then its values under the names of series, beside those of categories."""
    yield from (replace(around, text=title) for title in sheet.titles)
    if not any(any(series.shown) for series in sheet.series):
        return
    rows = [["", *(series.name for series in sheet.series)]]
    rows += (
        [
            name,
            *(series.shown[position] if position < len(series.shown) else "" for series in sheet.series),
        ]
        for position, name in enumerate(sheet.categories)
    )
    for row, texts in enumerate(rows, start=1):
        for column, text in enumerate(texts, start=1):
            if text.strip() or row == column == 1:  # an empty corner is what makes it a table
                yield replace(around, text=text, cell=Cell(-around.number, row, column))
