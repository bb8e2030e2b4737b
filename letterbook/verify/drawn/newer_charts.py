"""Charts of Office 2016 and later, among them waterfalls: titles, categories, and values printed as labels.

Source: [MS-ODRAWXML] 2.24.3 (chartex).
"""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.verify.drawn.chart_sheet import ChartSeries, ChartSheet, child, drawn_paragraphs
from letterbook.verify.drawn.number_format import shown_number
from letterbook.writers.word.opened.xml_part import Element

NEWER_CHART = "http://schemas.microsoft.com/office/drawing/2014/chartex"
_MOST_POINTS = 10_000


def _cx(name: str) -> str:
    return f"{NEWER_CHART} {name}"


def read_newer_chart(root: Element) -> ChartSheet:
    """What the chart prints whose part has this root."""
    data = {each.get("id", ""): each for each in root.all(_cx("data"))}
    names: tuple[str, ...] = ()
    series: list[ChartSeries] = []
    unlabelled = 0
    for each in root.all(_cx("series")):
        source = data.get(_said_id(each))
        values = _points(source, _cx("numDim"))
        names = names or tuple(_points(source, _cx("strDim")))
        labels = child(each, _cx("dataLabels"))
        if _has_values(labels):
            series.append(ChartSeries(_name(each), tuple(_printed(values, source, labels))))
        else:
            unlabelled += len([value for value in values if value])
    return ChartSheet(tuple(_titles(root)), names, tuple(series), unlabelled)


def _said_id(series: Element) -> str:
    mark = child(series, _cx("dataId"))
    return mark.get("val", "") if mark else ""


def _name(series: Element) -> str:
    text = child(series, _cx("tx"))
    return " ".join(value.text for value in text.all(_cx("v"))) if text else ""


def _titles(root: Element) -> Iterator[str]:
    for title in root.all(_cx("title")):
        written = list(drawn_paragraphs(title))
        yield from written or [value.text for value in title.all(_cx("v"))]


def _points(data: Element | None, kind: str) -> list[str]:
    """The points of a dimension in order, the first level alone, empty where there is none."""
    level = child(data, kind, _cx("lvl"))
    points = {
        int(point.get("idx", "")): point.text
        for point in (level.children if level else ())
        if point.name == _cx("pt") and point.get("idx", "").isdecimal()
    }
    return [points.get(position, "") for position in range(min(_MOST_POINTS, 1 + max(points, default=-1)))]


def _has_values(labels: Element | None) -> bool:
    """Whether labels print values, as they do unless they say otherwise."""
    visibility = child(labels, _cx("visibility"))
    return labels is not None and (visibility is None or visibility.get("value", "") in {"1", "true"})


def _printed(values: list[str], data: Element | None, labels: Element | None) -> Iterator[str]:
    own, level = child(labels, _cx("numFmt")), child(data, _cx("numDim"), _cx("lvl"))
    linked = own is None or own.get("sourceLinked", "") in {"1", "true"}
    given = level if linked else own
    code = given.get("formatCode", "") if given else ""
    return (shown_number(value, code) if value else "" for value in values)
