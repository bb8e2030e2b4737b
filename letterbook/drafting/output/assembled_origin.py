"""What the draft of an assembled edition came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from letterbook.drafting.assemble import Assembly
from letterbook.drafting.assembling.placed_chart import PlacedChart
from letterbook.drafting.figures.printer import FigureUse
from letterbook.drafting.output.draft_origin import DraftOrigin
from letterbook.drafting.output.dress import look_of
from letterbook.drafting.project import Project
from letterbook.drafting.search_path import Kind
from letterbook.drafting.templates.template import DETAILS_FILE
from letterbook.figure_format import format_figure


def origin_of(assembly: Assembly, project: Project) -> DraftOrigin:
    """What the draft of an assembled edition came from."""
    edition, template = assembly.edition, assembly.template
    placed = frozenset(assembly.placed)
    files = [item.path for item in project.catalogue.items if item.name in placed]
    drawn = tuple(use for placed in assembly.charts for use in _uses_in(placed))
    files += _files_of((*assembly.figures, *drawn))
    files.append(project.search_path.read(Kind.TEMPLATE, template.name, DETAILS_FILE).file)
    if template.layout:
        files.append(template.layout.file)
    files.append(project.search_path.read(Kind.LOOK, look_of(assembly)).file)
    if edition.letterhead:
        files.append(project.workspace.relative(project.workspace.folder(edition.letterhead)))
    day = assembly.draft.metadata.date
    return DraftOrigin(
        edition=edition.path,
        date=day.isoformat() if day else "",
        audience=assembly.audience.value,
        placed=assembly.placed,
        files=tuple(files),
        figures=assembly.figures,
        drawn=drawn,
    )


def _uses_in(placed: PlacedChart) -> Iterator[FigureUse]:
    """What the figures of a chart print in it."""
    from letterbook.charts.data_table import named_figures  # noqa: PLC0415 - few drafts have charts

    for label, figure in named_figures(placed.chart):
        yield FigureUse(f"{placed.name} chart: {label}", format_figure(figure), figure, placed.place)


def _files_of(uses: Iterable[FigureUse]) -> tuple[str, ...]:
    """The files that figures came from."""
    figures = [figure for use in uses for figure in (use.figure, use.predecessor) if figure]
    places = (place for figure in figures for place in (figure.place, *figure.inputs) if place)
    return tuple(dict.fromkeys(place.file for place in places))
