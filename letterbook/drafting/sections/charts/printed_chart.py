"""What a chart prints: a picture that is drawn when the draft is written, or its data as a table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from letterbook.charts.alt_text import alt_text
from letterbook.charts.chart import Chart, figures_of, unit_of
from letterbook.charts.data_table import data_table
from letterbook.charts.drawing import INSTALL, can_draw
from letterbook.charts.one_scale import in_one_scale
from letterbook.draft import Block, Image, Inline, Picture, Text
from letterbook.drafting.sections.fund.captions import facts_of
from letterbook.drafting.sections.fund.material import FigureCells, FundMaterial
from letterbook.errors import WrongUse
from letterbook.figure import Figure
from letterbook.figure_format import format_figure
from letterbook.finding import Finding, Place, Severity

_IDENTIFIER = re.compile(r"[^\W\d_][\w.-]*")


def chart_blocks(fund: FundMaterial, name: str, chart: Chart, texts: Mapping[str, str]) -> tuple[Block, ...]:
    """The picture of a chart, with a caption that says the days, the basis and the source of its figures.

    Without the package that draws it, which is told, its data as a table. `texts` may have the words that
    the caption begins with under `caption`, and the identifier that references use under `label`. Raises
    WrongUse for figures of two units, or too many, and for a label that is none.
    """
    unit_of(chart)
    chart = in_one_scale(chart)
    label = texts.get("label", "")
    if label and not _IDENTIFIER.fullmatch(label):
        message = f'"{label}" cannot be the label of a chart.'
        raise WrongUse(message, hint="A label is a word such as nav-bridge.")
    caption = _caption(fund, chart, texts.get("caption", ""))
    if can_draw():
        image = Image(fund.place_chart(name, chart), alt_text(chart), place=fund.place)
        return (Picture(image, caption, label, place=fund.place),)
    # One for all charts of a draft, as findings that say the same are told once.
    told = "The charts are printed as tables, because matplotlib, which draws them, is not installed."
    file = Place(fund.place.file) if fund.place else None
    fund.note(Finding("chart-not-drawn", Severity.NOTE, told, INSTALL, file))
    cells = FigureCells(fund)

    def cell(figure: Figure) -> tuple[Inline, ...]:
        return cells.cell(figure, format_figure(figure)).nodes

    table = data_table(chart, (Text(f"{chart.titles.title}. "), *caption), cell)
    return (replace(table, identifier=label, place=fund.place),)


def _caption(fund: FundMaterial, chart: Chart, words: str) -> tuple[Inline, ...]:
    manager = next((each.manager for each in fund.data.funds if each.manager), "")
    facts = facts_of(figures_of(chart), manager, fund.language)
    text = f"{words.rstrip('.')}, {facts.text}" if words else facts.text[:1].upper() + facts.text[1:]
    return (Text(text),) if text else ()
