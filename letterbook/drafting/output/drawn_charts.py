"""The charts of a draft drawn in its look: the files of its pictures, and what could not be drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from letterbook.charts.drawing import draw
from letterbook.charts.style import chart_style
from letterbook.drafting.assembling.placed_chart import PlacedChart
from letterbook.finding import Finding, Severity
from letterbook.look import Look
from letterbook.record import record


@record
class DrawnCharts:
    """The bytes of SVGs and PNGs by their paths from the workspace; `findings` are about their letters."""

    files: Mapping[str, bytes]
    findings: tuple[Finding, ...] = ()


def draw_charts(charts: Iterable[PlacedChart], look: Look) -> DrawnCharts:
    """The charts as they are in a look. Raises MissingExtra without the package that draws them."""
    style, files, findings = chart_style(look), {}, []
    for placed in charts:
        drawing = draw(placed.chart, style)
        files[placed.source], files[placed.png] = drawing.svg, drawing.png
        if drawing.missing:
            message = (
                f"No font on this computer has {' '.join(drawing.missing)}, "
                f'so the chart "{placed.chart.titles.title}" has boxes there.'
            )
            hint = "Install a font that has it, and name it in the look."
            findings.append(Finding("chart-letters", Severity.WARNING, message, hint, placed.place))
    return DrawnCharts(files, tuple(findings))
