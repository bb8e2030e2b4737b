"""Where figures of the workspace stand in its drafts."""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.drafting.figures.printed_figure import PrintedFigure
from letterbook.drafting.output.builds import latest_builds
from letterbook.drafting.project import Project
from letterbook.errors import BadInput, WrongUse
from letterbook.figure import Figure
from letterbook.fund.figure_names import figures_named, figures_with, name_words
from letterbook.fund.twins import merged
from letterbook.record import record
from letterbook.suggestion import did_you_mean


@record
class FigureInDraft:
    """What a figure printed in the last build of the draft `draft`."""

    draft: str
    printed: PrintedFigure


def is_figure(project: Project, name: str) -> bool:
    """Whether a stated or a computed figure is called so."""
    return bool(
        figures_named(project.figures.figures, name)
        or figures_named(project.computed_figures().figures, name)
    )


def figures_called(project: Project, words: str) -> tuple[Figure, ...]:
    """The figures of the workspace that are called `words`, else those that have all of them.

    Raises WrongUse when there is none, and BadInput when the sheet of figures cannot be used.
    """
    stated = project.figures
    sheet = merged(stated, project.computed_figures())
    found = figures_named(sheet.figures, words) or figures_with(sheet.figures, words)
    if found:
        return found
    if stated.findings and not stated.figures:
        raise BadInput.from_findings(stated.findings)
    known = dict.fromkeys(figure.name for figure in sheet.figures)
    hint = did_you_mean(words, known) or '"letterbook figures" lists them.'
    raise WrongUse(f'There is no figure and no draft "{words}".', hint=hint)


def uses_of(project: Project, figure: Figure) -> Iterator[FigureInDraft]:
    """Where a figure stands in the last build of each draft: its number, or a word for its change."""
    for build in latest_builds(project.workspace):
        for printed in (*build.figures, *build.drawn):
            if any(_is_same(each, figure) for each in (printed.figure, printed.predecessor) if each):
                yield FigureInDraft(build.draft, printed)


def _is_same(one: Figure, other: Figure) -> bool:
    return _identity(one) == _identity(other)


def _identity(figure: Figure) -> tuple[object, ...]:
    period = figure.period.words.casefold() if figure.period else ""
    return sorted(name_words(figure.name)), figure.basis, figure.as_of, period
