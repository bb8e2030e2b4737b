"""The figures of one edition, printed where they are called, with a note of each use."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from letterbook.draft import Inline, Span, Text
from letterbook.drafting.figures.call import Change, FigureCall, name_and_change, read_figure_call
from letterbook.drafting.figures.choice import choose_figure, choose_predecessor
from letterbook.drafting.figures.shown import shown_change, shown_figure
from letterbook.drafting.figures.unprintable import Unprintable
from letterbook.drafting.resolver import AUDIENCE_LEAK, READERS, Resolver
from letterbook.errors import BadInput
from letterbook.figure import Figure
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.figure_names import figures_named
from letterbook.fund.figures_file import Figures
from letterbook.markup.expressions import parse_call
from letterbook.markup.figure_marks import FIGURE
from letterbook.record import record


@record
class FigureUse:
    """What a call at `place` printed: `called` is the call, `text` what it printed.

    A change is that of `figure` from its `predecessor`.
    """

    called: str
    text: str
    figure: Figure
    place: Place
    predecessor: Figure | None = None


class FigurePrinter:
    """Prints the figures that an edition calls, and keeps what they printed.

    What cannot be printed is a finding of the `resolver`, and the call prints nothing. The sheet of figures
    is read when the first one is called; what is wrong with it is told then, once.
    """

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._uses: list[FigureUse] = []

    @property
    def uses(self) -> tuple[FigureUse, ...]:
        """What was printed, in the order of the calls in the edition."""
        return tuple(sorted(self._uses, key=lambda use: (use.place.file, use.place.line, use.place.column)))

    def keep(self, uses: Iterable[FigureUse]) -> None:
        """Keep what a section printed besides."""
        self._uses += uses

    @cached_property
    def sheet(self) -> Figures:
        """The sheet of figures of the workspace, whose errors are noted when it is first asked for."""
        figures = self._resolver.project.figures
        self._resolver.findings += (f for f in figures.findings if f.severity is Severity.ERROR)
        return figures

    def print(self, source: str, place: Place) -> tuple[Inline, ...] | None:
        """What the call `source` prints, or nothing, with a finding; None when it names no figure."""
        if not self.sheet.figures:
            return None
        try:
            call = parse_call(source, place)
        except BadInput as error:
            self._resolver.note("figure-call", error.message, error.hint, place)
            return ()
        named, change = self._named(call.name)
        if not named:
            return None
        try:
            name = name_and_change(call.name)[0] if change else call.name
            use = self._use(read_figure_call(call, name, change), named, place)
        except Unprintable as reason:
            self._resolver.note(reason.id, reason.message, reason.hint, place)
            return ()
        if use is None:
            return ()
        self._uses.append(use)
        return (Span((Text(use.text),), (), ((FIGURE, use.called),), place=place),)

    def _named(self, name: str) -> tuple[tuple[Figure, ...], Change | None]:
        """The figures that are called so, with their change where the name says it."""
        named = figures_named(self.sheet.figures, name)
        if named:
            return named, None
        stem, change = name_and_change(name)
        return (figures_named(self.sheet.figures, stem), change) if change else ((), None)

    def _use(self, call: FigureCall, named: tuple[Figure, ...], place: Place) -> FigureUse | None:
        """What the call prints; None, after noting it, where the readers may not see it."""
        edition = self._resolver.edition
        figure = choose_figure(named, call, edition.as_of, self.sheet.file)
        if self._leaks(figure, place):
            return None
        if call.change is None:
            return FigureUse(str(call), shown_figure(figure, call), figure, place)
        predecessor = choose_predecessor(self.sheet.figures, figure, call.since)
        if self._leaks(predecessor, place):
            return None
        text = shown_change(figure, predecessor, call, edition.language)
        return FigureUse(str(call), text, figure, place, predecessor)

    def _leaks(self, figure: Figure, place: Place) -> bool:
        """Whether the readers may not see a figure, which is then noted."""
        audience = self._resolver.audience
        if audience.admits(figure.audience):
            return False
        of_date = f" of {figure.as_of}" if figure.as_of else ""
        self._resolver.findings.append(
            Finding(
                AUDIENCE_LEAK,
                Severity.ERROR,
                f'The figure "{figure.name}"{of_date} is for {READERS[figure.audience]}, '
                f"this draft for {READERS[audience]}.",
                f"Take it out, put it into a passage `::: {{.only audience={figure.audience}}}`, "
                f'or widen its "audience" in {self.sheet.file}.',
                place,
            )
        )
        return True
