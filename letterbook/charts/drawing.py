"""A chart drawn: SVG for programs that know it, PNG for all others, and its alternative text."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from letterbook.charts.alt_text import alt_text
from letterbook.charts.bar_rows import allocation_rows, bridge_rows, contribution_rows, lay_out_rows
from letterbook.charts.chart import (
    Allocation,
    Chart,
    Contributions,
    Growth,
    NavBridgeChart,
    ValueOverTime,
    unit_of,
)
from letterbook.charts.frame import Area, Content, framed
from letterbook.charts.growth_lines import lay_out_growth
from letterbook.charts.pen import Pen
from letterbook.charts.shapes import Sheet, Words
from letterbook.charts.style import ChartStyle
from letterbook.charts.value_columns import lay_out_value
from letterbook.errors import MissingExtra
from letterbook.extras import install_line
from letterbook.record import record

if TYPE_CHECKING:
    from letterbook.charts.canvas import Letters

INSTALL = f"Install it: {install_line('matplotlib')}"


@record
class Drawing:
    """The files of a chart; `width` and `height` are points. `missing` are characters that no font has."""

    svg: bytes
    png: bytes
    alt: str
    width: float
    height: float
    missing: str = ""


def can_draw() -> bool:
    """Whether the package that draws charts is installed."""
    return find_spec("matplotlib") is not None


def draw(chart: Chart, style: ChartStyle) -> Drawing:
    """The chart in this style: the same bytes each time, as long as the same fonts are installed.

    Raises WrongUse for a chart without figures, with too many, or with figures of two units, and
    MissingExtra without the package that draws.
    """
    unit_of(chart)
    if not can_draw():
        raise MissingExtra("Charts are drawn with matplotlib, which is not installed.", hint=INSTALL)
    canvas = import_module("letterbook.charts.canvas")
    letters: Letters = canvas.Letters(style.fonts)
    sheet = sheet_of(chart, Pen(style, letters.measure))
    written = "".join(shape.text for shape in sheet.shapes if isinstance(shape, Words))
    return Drawing(
        svg=canvas.svg_of(sheet, letters),
        png=canvas.png_of(sheet, letters),
        alt=alt_text(chart),
        width=sheet.width,
        height=sheet.height,
        missing=letters.missing(written),
    )


def sheet_of(chart: Chart, pen: Pen) -> Sheet:
    """Where everything of a chart stands."""

    def lay_out(area: Area) -> Content:
        match chart:
            case NavBridgeChart():
                return lay_out_rows(tuple(bridge_rows(chart, pen.style)), area, pen)
            case Allocation():
                return lay_out_rows(tuple(allocation_rows(chart, pen.style)), area, pen)
            case Contributions():
                return lay_out_rows(tuple(contribution_rows(chart, pen.style)), area, pen)
            case ValueOverTime():
                return lay_out_value(chart, area, pen)
            case Growth():
                return lay_out_growth(chart, area, pen)

    return framed(chart, pen, lay_out)
