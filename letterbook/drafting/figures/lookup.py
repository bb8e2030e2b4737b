"""The figures that calls can mean: those that the sheet states, and behind them those that the data allow."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property

from letterbook.drafting.figures.call import Change, FigureCall, name_and_change
from letterbook.drafting.figures.choice import choose_figure, choose_predecessor
from letterbook.drafting.figures.unprintable import NotThere
from letterbook.drafting.project import Project
from letterbook.figure import Figure
from letterbook.finding import Finding, Severity
from letterbook.fund.figure_names import figures_named
from letterbook.fund.stated_figures import Figures


class FigureLookup:
    """Finds the figures of a project; a stated one goes before a computed one, also in other words.

    The sheet and the data are read when they are first asked for, and what is wrong with them is then told
    by `note`, once.
    """

    def __init__(self, project: Project, note: Callable[[Finding], object]) -> None:
        self._project = project
        self._note = note

    @cached_property
    def stated(self) -> Figures:
        """The sheet of figures of the workspace."""
        return self._told(self._project.figures)

    @cached_property
    def _computed(self) -> Figures:
        return self._told(self._project.computed_figures())

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all figures, each once."""
        figures = (*self.stated.figures, *self._computed.figures)
        return tuple(dict.fromkeys(figure.name for figure in figures))

    def read_name(self, name: str) -> tuple[str, Change | None] | None:
        """The name of a figure with its change, where `name` says one; None where no figure is called so."""
        stem, change = name_and_change(name)
        for figures in (self.stated.figures, self._computed.figures):
            if figures_named(figures, name):
                return name, None
            if change and figures_named(figures, stem):
                return stem, change
        return None

    def choose(self, call: FigureCall, edition_date: date | None) -> Figure:
        """The figure that a call means in an edition as of a date; raises Unprintable where it means none."""
        sheet, day = self.stated.file or "the sheet of figures", call.as_of or edition_date
        stated = figures_named(self.stated.figures, call.name)
        if not stated:
            return choose_figure(self._computed_named(call.name, day), call, edition_date, sheet)
        try:
            return choose_figure(stated, call, edition_date, sheet)
        except NotThere as reason:
            computed = self._computed_named(call.name, day)
            if not any(figure.as_of == day for figure in computed):
                raise
            try:
                return choose_figure(computed, call, edition_date, sheet)
            except NotThere:
                raise reason from None

    def predecessor(self, figure: Figure, since: date | None) -> Figure:
        """The figure that `figure` is compared with; raises Unprintable where there is none."""
        try:
            return choose_predecessor(self.stated.figures, figure, since)
        except NotThere:
            if not self._computed.figures:
                raise
        return choose_predecessor(self._computed_named(figure.name, since), figure, since)

    def differences(self, figure: Figure) -> Iterable[Finding]:
        """What the data say otherwise than the sheet of a stated figure."""
        return (each for each in self._project.figure_differences if each.place == figure.place)

    def _computed_named(self, name: str, day: date | None) -> tuple[Figure, ...]:
        """The computed figures of a name: of the days of valuation, and of `day`."""
        named = figures_named(self._computed.figures, name)
        if day is None or any(figure.as_of == day for figure in named) or not self._computed.figures:
            return named
        return (*named, *figures_named(self._project.computed_figures(day).figures, name))

    def _told(self, figures: Figures) -> Figures:
        for finding in figures.findings:
            if finding.severity is Severity.ERROR:
                self._note(finding)
        return figures
