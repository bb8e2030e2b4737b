"""How the draft of an edition is dressed: its look or letterhead, and where its pictures are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path

from letterbook.drafting.assemble import Assembly
from letterbook.drafting.assembling.placed_chart import PlacedChart
from letterbook.drafting.output.letterhead_file import read_letterhead
from letterbook.drafting.project import Project
from letterbook.drafting.templates.look_file import load_look
from letterbook.drafting.templates.look_logo import with_logo
from letterbook.finding import Finding
from letterbook.record import record
from letterbook.writers.writer import Resources

DEFAULT_LOOK = "plain"


@record
class Dress:
    """What a writer needs for a draft, and what was found while it was put together.

    `charts` are the files of the draft's charts, by their paths from the workspace.
    """

    resources: Resources
    findings: tuple[Finding, ...] = ()
    charts: Mapping[str, bytes] = field(default_factory=dict)


def look_of(assembly: Assembly) -> str:
    """The name of the look of an edition's draft: the edition's own, else its template's."""
    return assembly.edition.look or assembly.template.look or DEFAULT_LOOK


def dress(assembly: Assembly, project: Project, folder: Path) -> Dress:
    """How the draft is dressed whose files will lie in `folder`: in a look or in a letterhead.

    Raises WrongUse for an unknown look and BadInput for one that is not right, and for a letterhead
    that cannot be read; MissingExtra for charts without the package that draws them.
    """
    look, pictures = load_look(project.search_path, look_of(assembly)), project.pictures
    letterhead = read_letterhead(assembly.edition, project.workspace)
    findings: tuple[Finding, ...] = ()
    if letterhead is None:
        look, findings = with_logo(look, pictures)
    resources = Resources(look, pictures.read, pictures.link_from(folder), letterhead)
    return _with_charts(Dress(resources, findings), assembly.charts)


def _with_charts(dressed: Dress, charts: tuple[PlacedChart, ...]) -> Dress:
    """The dress with its charts drawn; what draws them is loaded where there are any."""
    if not charts:
        return dressed
    from letterbook.drafting.output.drawn_charts import draw_charts  # noqa: PLC0415 - few drafts have charts

    resources, drawn = dressed.resources, draw_charts(charts, dressed.resources.look)

    def read(source: str) -> bytes | None:
        return drawn.files.get(source) or resources.read_image(source)

    return Dress(replace(resources, read_image=read), (*dressed.findings, *drawn.findings), drawn.files)
