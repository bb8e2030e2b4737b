"""The drawings of a letter: which of them say something that can be read, and what.

Source: ECMA-376 part 1, 20.4 (drawings in Word), 21.2 (charts), 21.4 (diagrams).
"""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.errors import BadInput
from letterbook.record import record
from letterbook.verify.drawn.chart_sheet import ChartSheet, child, drawn_paragraphs
from letterbook.verify.drawn.charts import CHART, read_chart
from letterbook.verify.drawn.newer_charts import NEWER_CHART, read_newer_chart
from letterbook.writers.word.namespaces import PICTURE, RELATIONSHIPS, WORD
from letterbook.writers.word.opened.word_file import WordFile
from letterbook.writers.word.opened.xml_part import Element

_DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_CHART_MARK, _NEWER_CHART_MARK = f"{CHART} chart", f"{NEWER_CHART} chart"
_DIAGRAM_MARK = f"{_DIAGRAM} relIds"
DRAWING_MARKS = frozenset({_CHART_MARK, _NEWER_CHART_MARK, _DIAGRAM_MARK})
"""The elements of a paragraph that refer to the part of a chart or of a diagram."""

UNREAD = {
    f"{PICTURE} pic": "picture",
    "urn:schemas-microsoft-com:vml imagedata": "picture",
    "http://schemas.openxmlformats.org/officeDocument/2006/math oMath": "formula",
    f"{WORD} object": "embedded object",
    f"{WORD} altChunk": "embedded file",
}
"""What may say something and is not read, by the name of its element."""


@record
class Diagram:
    """The texts of a diagram (SmartArt), one for each of its paragraphs."""

    texts: tuple[str, ...]


def read_drawing(file: WordFile, part: str, mark: Element) -> ChartSheet | Diagram | None:
    """What the chart or diagram prints that `mark` refers to from a part; None where it cannot be read."""
    wanted = mark.get("dm" if mark.name == _DIAGRAM_MARK else "id", RELATIONSHIPS)
    targets = (
        each.target
        for each in file.relationships_of(part)
        if each.identifier == wanted and not each.is_external
    )
    try:
        name = next(targets, "")
        root = file.xml(name).root
        if mark.name == _DIAGRAM_MARK:
            return Diagram(tuple(_texts(root)))
        sheet = read_newer_chart(root) if mark.name == _NEWER_CHART_MARK else read_chart(root)
    except BadInput:
        return None
    return ChartSheet(
        (*sheet.titles, *_drawn_over(file, name)), sheet.categories, sheet.series, sheet.unlabelled
    )


def _texts(root: Element) -> Iterator[str]:
    """The texts of the points of a diagram; those that only place others have none."""
    for point in root.all(f"{_DIAGRAM} pt"):
        text = child(point, f"{_DIAGRAM} t")
        if text is not None and point.get("type", "") != "pres":
            yield from drawn_paragraphs(text)


def _drawn_over(file: WordFile, chart: str) -> Iterator[str]:
    """The texts that somebody drew over a chart."""
    for each in file.relationships_of(chart):
        if each.short_kind == "chartUserShapes" and not each.is_external and file.archive.find(each.target):
            yield from drawn_paragraphs(file.xml(each.target).root)
