"""Charts of Office: titles, categories, and the values that are printed as labels.

Source: ECMA-376 part 1, 21.2 (DrawingML charts).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from letterbook.record import record
from letterbook.verify.drawn.chart_sheet import ChartSeries, ChartSheet, child, drawn_paragraphs
from letterbook.verify.drawn.number_format import shown_number
from letterbook.writers.word.opened.xml_part import Element

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_MOST_POINTS = 10_000


def _c(name: str) -> str:
    return f"{CHART} {name}"


_SERIES, _TITLE, _LABELS = _c("ser"), _c("title"), _c("dLbls")
_CATEGORIES = (_c("cat"), _c("xVal"))
_VALUES = (_c("val"), _c("yVal"))


@record
class _Point:
    """A point of the cache: its value as it is stored, and its number format."""

    value: str
    code: str


def read_chart(root: Element) -> ChartSheet:
    """What the chart prints whose part has this root."""
    has_table = next(root.all(_c("dTable")), None) is not None
    names: list[str] = []
    series: list[ChartSeries] = []
    unlabelled = 0
    for group in _groups(root):
        for each in group.children:
            if each.name == _SERIES:
                values = _points(each, _VALUES)
                shown = _shown(each, group, values, all_of_them=has_table)
                unlabelled += len(values.keys() - shown.keys())
                categories = _names(each)
                length = min(_MOST_POINTS, 1 + max((*categories, *shown), default=-1))
                names += [""] * (length - len(names))
                names[:length] = [name or categories.get(at, "") for at, name in enumerate(names[:length])]
                series.append(
                    ChartSeries(_name(each), tuple(shown.get(position, "") for position in range(length)))
                )
    return ChartSheet(tuple(_titles(root)), tuple(names), tuple(series), unlabelled)


def _groups(root: Element) -> Iterator[Element]:
    """The groups of series of a kind, such as all columns."""
    area = child(root, _c("chart"), _c("plotArea"))
    return (each for each in (area.children if area else ()) if child(each, _SERIES))


def _titles(root: Element) -> Iterator[str]:
    for title in root.all(_TITLE):
        yield from drawn_paragraphs(title)
        cached = child(title, _c("tx"), _c("strRef"))
        if cached:
            yield " ".join(value.text for value in cached.all(_c("v")))


def _name(series: Element) -> str:
    text = child(series, _c("tx"))
    return " ".join(value.text for value in text.all(_c("v"))) if text else ""


def _names(series: Element) -> dict[int, str]:
    """The names of the categories by position; those of several levels are joined."""
    names: dict[int, str] = {}
    for position, point in _all_points(series, _CATEGORIES):
        text = shown_number(point.value, point.code) if point.code else point.value
        names[position] = f"{text} {names[position]}" if position in names else text
    return names


def _points(series: Element, kinds: tuple[str, ...]) -> dict[int, _Point]:
    return dict(_all_points(series, kinds))


def _all_points(series: Element, kinds: tuple[str, ...]) -> Iterator[tuple[int, _Point]]:
    source = next((each for each in series.children if each.name in kinds), None)
    if source is None:
        return
    code = next((each.text for each in source.all(_c("formatCode"))), "")
    for point in source.all(_c("pt")):
        value = child(point, _c("v"))
        index = point.get("idx", "")
        if value is not None and index.isdecimal() and int(index) < _MOST_POINTS:
            yield int(index), _Point(value.text, point.get("formatCode", "") or code)


def _shown(
    series: Element, group: Element, values: Mapping[int, _Point], *, all_of_them: bool
) -> dict[int, str]:
    """What is printed at the points of a series, by position."""
    labels = child(series, _LABELS) or child(group, _LABELS)
    own = {
        child_of.get("val", ""): each
        for each in (labels.children if labels else ())
        if each.name == _c("dLbl") and (child_of := child(each, _c("idx")))
    }
    shown: dict[int, str] = {}
    for position, point in values.items():
        label = own.get(str(position), labels)
        if label is not None and _is_on(child(label, _c("delete"))):
            label = None
        written = child(label, _c("tx"), _c("rich")) if label is not labels else None
        if written is not None:
            shown[position] = " ".join(drawn_paragraphs(written))
        elif all_of_them or (label is not None and _is_on(child(label, _c("showVal")))):
            shown[position] = shown_number(point.value, _format(label) or _format(labels) or point.code)
    return shown


def _format(labels: Element | None) -> str:
    """The number format of labels, empty where it is that of the sheet."""
    given = child(labels, _c("numFmt"))
    is_own = given is not None and given.get("sourceLinked", "") not in {"1", "true"}
    return given.get("formatCode", "") if given is not None and is_own else ""


def _is_on(mark: Element | None) -> bool:
    return mark is not None and mark.get("val", "") not in {"0", "false"}
