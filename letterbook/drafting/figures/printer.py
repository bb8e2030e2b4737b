"""The figures of one edition, printed where they are called, with a note of each use."""

from __future__ import annotations

from collections.abc import Iterable

from letterbook.draft import Inline, Span, Text
from letterbook.drafting.assembling.resolver import AUDIENCE_LEAK, READERS, Resolver
from letterbook.drafting.figures.call import FigureCall, read_figure_call
from letterbook.drafting.figures.lookup import FigureLookup
from letterbook.drafting.figures.shown import shown_change, shown_figure
from letterbook.drafting.figures.unprintable import Unprintable
from letterbook.errors import BadInput
from letterbook.figure import Figure
from letterbook.finding import Finding, Place, Severity
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
    is read when the first one is called, and the data when the sheet has none such; what is wrong with them
    is told then, once.
    """

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._figures = FigureLookup(resolver.project, resolver.findings.append)
        self._uses: list[FigureUse] = []

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all figures."""
        return self._figures.names

    @property
    def uses(self) -> tuple[FigureUse, ...]:
        """What was printed, in the order of the calls in the edition."""
        return tuple(sorted(self._uses, key=lambda use: (use.place.file, use.place.line, use.place.column)))

    def keep(self, uses: Iterable[FigureUse]) -> None:
        """Keep what a section printed besides."""
        self._uses += uses

    def print(self, source: str, place: Place) -> tuple[Inline, ...] | None:
        """What the call `source` prints, or nothing, with a finding; None when it names no figure."""
        try:
            call = parse_call(source, place)
        except BadInput as error:
            if '"' not in source and "=" not in source:
                return None
            self._resolver.note("figure-call", error.message, error.hint, place)
            return ()
        named = self._figures.read_name(call.name)
        if named is None:
            return None
        try:
            use = self._use(read_figure_call(call, *named), place)
        except Unprintable as reason:
            self._resolver.note(reason.id, reason.message, reason.hint, place)
            return ()
        if use is None:
            return ()
        self._resolver.findings += self._figures.differences(use.figure)
        self._uses.append(use)
        return (Span((Text(use.text),), (), ((FIGURE, use.called),), place=place),)

    def _use(self, call: FigureCall, place: Place) -> FigureUse | None:
        """What the call prints; None, after noting it, where the readers may not see it."""
        edition = self._resolver.edition
        figure = self._figures.choose(call, edition.as_of)
        if self._leaks(figure, place):
            return None
        if call.change is None:
            return FigureUse(str(call), shown_figure(figure, call), figure, place)
        predecessor = self._figures.predecessor(figure, call.since)
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
                'or say in the sheet of figures, under "audience", that it may be read.',
                place,
            )
        )
        return True
