"""Charts of a letter: from figures to a drawing as SVG and PNG, with the words for those who cannot see it.

Nothing here reads files. Only `canvas.py` knows matplotlib, and is imported when a chart is drawn.
"""

from __future__ import annotations

from letterbook.charts.alt_text import alt_text
from letterbook.charts.chart import (
    Allocation,
    Chart,
    Contributions,
    Entry,
    Growth,
    GrowthLine,
    GrowthPoint,
    NavBridgeChart,
    Titles,
    ValueOverTime,
    ValuePoint,
    figures_of,
    unit_of,
)
from letterbook.charts.data_table import data_table, named_figures
from letterbook.charts.drawing import Drawing, can_draw, draw
from letterbook.charts.style import ChartStyle, chart_style

__all__ = [
    "Allocation",
    "Chart",
    "ChartStyle",
    "Contributions",
    "Drawing",
    "Entry",
    "Growth",
    "GrowthLine",
    "GrowthPoint",
    "NavBridgeChart",
    "Titles",
    "ValueOverTime",
    "ValuePoint",
    "alt_text",
    "can_draw",
    "chart_style",
    "data_table",
    "draw",
    "figures_of",
    "named_figures",
    "unit_of",
]
