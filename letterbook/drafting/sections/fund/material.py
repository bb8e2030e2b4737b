"""What the sections about a fund are made from: its figures, its data, and the letter they stand in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING

from letterbook.draft import Span, Text
from letterbook.drafting.partials.printable import Inlines
from letterbook.drafting.sections.fund.known_figures import KnownFigures
from letterbook.drafting.sections.fund.terms import Term
from letterbook.figure import Figure, Period
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.figure_names import basis_in
from letterbook.fund.fund_data import FundData
from letterbook.fund.kpis import Kpi
from letterbook.markup.figure_marks import FIGURE
from letterbook.record import named_record

if TYPE_CHECKING:
    from letterbook.charts.chart import Chart
    from letterbook.fund.accounts.accounts import Accounts

Use = Callable[[str, str, Figure, Place], None]
"""Takes note that a call printed a text for a figure, at a place."""


@named_record
class FundMaterial:
    """The numbers that one section may print, and the means to print them so that each can be traced.

    `figures` and `data` hold only what the readers may see. `period` is the time the letter is about and
    `as_of` the day of its figures. `words` is what the rest of the letter says, `recipient_fields` are the
    columns of the recipients by their keys, `glossary` the terms that the workspace explains itself. What is
    printed is told to `use`, what is wrong to `note`. `place_chart` has a chart drawn, and gives the path of
    its picture. `accounts` are those of the recipients, None where nothing tells of any. `described` are the
    indices that an earlier section has said something about.
    """

    figures: KnownFigures
    data: FundData
    as_of: date | None
    period: Period | None
    language: str
    place: Place
    use: Use
    note: Callable[[Finding], None]
    place_chart: Callable[[str, Chart], str]
    words: str = ""
    recipient_fields: tuple[str, ...] = ()
    glossary: tuple[Term, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    accounts: Callable[[], Accounts | None] = lambda: None
    described: set[str] = field(default_factory=set, compare=False)


class FigureCells:
    """Prints the figures of one section, each under a name of its own, so that every number is traced."""

    def __init__(self, fund: FundMaterial) -> None:
        self.language = fund.language
        self._fund = fund
        self._called: dict[str, Figure] = {}

    def cell(self, figure: Figure, shown: str) -> Inlines:
        """What a figure prints, as a span that names it."""
        called = self._name(figure)
        self._fund.use(called, shown, figure, self._fund.place)
        return Inlines((Span((Text(shown),), (), ((FIGURE, called),), place=self._fund.place),))

    def _name(self, figure: Figure) -> str:
        """The call that means the figure in this letter; a second one of that name gets its row."""
        named = self._fund.figures.named(figure.name)
        has_both = len({each.basis for each in named if each.as_of == figure.as_of}) > 1
        called = call_of(figure, self._fund.as_of, with_basis=has_both)
        if self._called.setdefault(called, figure) != figure and figure.place:
            called = f"{called} ({figure.place})"
        self._called[called] = figure
        return called


def call_of(figure: Figure, as_of: date | None, *, with_basis: bool) -> str:
    """The words by which a line of a letter as of a day calls a figure."""
    name = figure.name
    if with_basis and figure.basis and basis_in(name) is None:
        subject, _, metric = name.rpartition(" ")
        name = f"{subject} {figure.basis} {metric}".strip()
    parts = [name]
    if figure.as_of and figure.as_of != as_of:
        parts.append(f"as-of={figure.as_of}")
    if figure.period and figure.period.start:
        parts.append(f'period="{figure.period.words}"')
    return " ".join(parts)


def problem(identifier: str, message: str, hint: str, place: Place | None) -> Finding:
    """A warning about what a section could not print as it should."""
    return Finding(identifier, Severity.WARNING, message, hint, place)
