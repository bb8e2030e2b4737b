"""What checks look at of figures: those that an edition prints, and those that the one before it printed."""

from __future__ import annotations

from collections.abc import Iterable

from letterbook.checks.checked_edition import EarlierFigure, UsedFigure
from letterbook.drafting.editions.earlier_editions import earlier_editions
from letterbook.drafting.editions.edition import Edition
from letterbook.drafting.figures.printer import FigureUse
from letterbook.drafting.output.builds import latest_builds
from letterbook.drafting.project import Project
from letterbook.figure import Figure


def used_figures(uses: Iterable[FigureUse]) -> tuple[UsedFigure, ...]:
    """What the figures of an edition printed."""
    return tuple(UsedFigure(use.called, use.text, use.figure, use.place, use.predecessor) for use in uses)


def known_figures(project: Project, uses: Iterable[FigureUse]) -> tuple[Figure, ...]:
    """The figures that the workspace states, and those that the edition had computed."""
    used = (each for use in uses for each in (use.figure, use.predecessor) if each)
    return tuple(dict.fromkeys((*project.figures.figures, *used)))


def earlier_figures(
    project: Project, edition: Edition, uses: Iterable[FigureUse]
) -> tuple[EarlierFigure, ...]:
    """What the last build of the edition of the same publication before `edition` printed.

    Nothing where `edition` prints no figure, and so has nothing to compare.
    """
    if not any(True for _ in uses) or edition.date is None:
        return ()
    earlier = earlier_editions(project.editions.summaries, edition)
    builds = {build.edition: build for build in latest_builds(project.workspace)} if earlier else {}
    for other in earlier:
        if build := builds.get(other.path):
            printed = (*build.figures, *build.drawn)
            return tuple(EarlierFigure(other.name, each.shown, each.figure) for each in printed)
    return ()
