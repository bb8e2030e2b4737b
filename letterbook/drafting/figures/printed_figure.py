"""Where a figure stands in a file that was written, and where it came from: as records of builds keep it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from letterbook.drafting.figures.printer import FigureUse
from letterbook.figure import Basis, Figure, Period, Status, Unit, UnitKind
from letterbook.finding import Place
from letterbook.record import record
from letterbook.writers.writer import FigureMark

_T = TypeVar("_T")
_MOST_DIGITS = 60


@record
class PrintedFigure:
    """What a call at `place` printed: `shown` between the marks of the bookmark `mark`.

    `anchor` is the bookmark of its paragraph, empty in a footnote. A change is that of `figure` from its
    `predecessor`.
    """

    mark: str
    anchor: str
    called: str
    shown: str
    place: Place
    figure: Figure
    predecessor: Figure | None = None


def printed_figures(marks: Iterable[FigureMark], uses: Sequence[FigureUse]) -> tuple[PrintedFigure, ...]:
    """The figures of a written file, in its order; marks that no call made are left out."""
    by_call = {(use.place, use.called): use for use in uses}
    return tuple(
        PrintedFigure(mark.name, mark.anchor, use.called, mark.text, use.place, use.figure, use.predecessor)
        for mark in marks
        if mark.place and (use := by_call.get((mark.place, mark.called)))
    )


def drawn_figure(use: FigureUse) -> PrintedFigure:
    """What a figure printed in a chart, where it has neither a mark nor a paragraph."""
    return PrintedFigure("", "", use.called, use.text, use.place, use.figure, use.predecessor)


def printed_figure_line(printed: PrintedFigure) -> str:
    """The JSON object for a printed figure, on one line."""
    content = {
        "mark": printed.mark,
        "anchor": printed.anchor,
        "called": printed.called,
        "shown": printed.shown,
        **_place_object(printed.place),
        "figure": _figure_object(printed.figure),
    }
    if printed.predecessor:
        content["predecessor"] = _figure_object(printed.predecessor)
    return json.dumps(content, ensure_ascii=False)


def _figure_object(figure: Figure) -> Mapping[str, object]:
    """A figure as it is kept; what is empty is left out."""
    content = {
        "name": figure.name,
        "value": f"{figure.value:f}",
        "unit": figure.unit.kind.value,
        "currency": figure.unit.currency,
        "as_of": figure.as_of.isoformat() if figure.as_of else "",
        "basis": figure.basis.value if figure.basis else "",
        "period": figure.period.words if figure.period else "",
        "status": figure.status.value if figure.status else "",
        "source": figure.source,
        "show_as": figure.show_as,
        "formula": figure.formula,
        **(_place_object(figure.place) if figure.place else {}),
        "inputs": [_place_object(place) for place in figure.inputs],
    }
    return {key: value for key, value in content.items() if value}


def _place_object(place: Place) -> dict[str, object]:
    sheet = {"sheet": place.sheet} if place.sheet else {}
    return {"file": place.file, "line": place.line, "column": place.column, **sheet}


def read_printed_figure(content: Mapping[str, Any]) -> PrintedFigure:
    """The printed figure that `content` was made of.

    Raises ValueError, KeyError, TypeError or ArithmeticError for anything else.
    """
    return PrintedFigure(
        str(content["mark"]),
        str(content["anchor"]),
        str(content["called"]),
        str(content["shown"]),
        _place(content),
        _figure(content["figure"]),
        _figure(content["predecessor"]) if "predecessor" in content else None,
    )


def _figure(content: Mapping[str, Any]) -> Figure:
    value = Decimal(str(content["value"]))
    if not value.is_finite() or abs(value.adjusted()) > _MOST_DIGITS:
        raise ValueError(value)
    return Figure(
        name=str(content["name"]),
        value=value,
        unit=Unit(UnitKind(content["unit"]), str(content.get("currency", ""))),
        as_of=_given(content, "as_of", date.fromisoformat),
        basis=_given(content, "basis", Basis),
        period=_given(content, "period", Period),
        status=_given(content, "status", Status),
        source=str(content.get("source", "")),
        show_as=str(content.get("show_as", "")),
        place=_place(content) if "file" in content else None,
        formula=str(content.get("formula", "")),
        inputs=tuple(_place(each) for each in content.get("inputs", ())),
    )


def _given(content: Mapping[str, Any], key: str, read: Callable[[str], _T]) -> _T | None:
    return read(str(content[key])) if key in content else None


def _place(content: Mapping[str, Any]) -> Place:
    line, column = int(content.get("line", 0)), int(content.get("column", 0))  # a whole file has no line
    return Place(str(content["file"]), line, column, str(content.get("sheet", "")))
