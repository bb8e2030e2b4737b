"""What the sections about a fund are made from, for one section of one edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from letterbook.drafting.assembling.resolver import Resolver
from letterbook.drafting.figures.printer import FigureUse
from letterbook.drafting.partials.periods import period_start, period_words
from letterbook.drafting.sections.fund.known_figures import KnownFigures, opening_day
from letterbook.drafting.sections.fund.material import FundMaterial
from letterbook.drafting.sections.fund.terms import read_glossary
from letterbook.errors import LetterbookError
from letterbook.figure import Figure, Period
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.data_files import DataFolder
from letterbook.fund.dates import read_period
from letterbook.fund.fund_data import FundData
from letterbook.fund.kpis import kpis_of
from letterbook.fund.not_understood import NotUnderstood
from letterbook.item import Audience

if TYPE_CHECKING:
    from letterbook.charts.chart import Chart
    from letterbook.fund.accounts.accounts import Accounts

_RECIPIENTS = "recipients"


class FundOfEdition:
    """Opens the fund for the sections of one edition: its files are read when the first one asks."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._root = resolver.project.workspace.root
        self._opened: FundMaterial | None = None
        self._told_accounts: Accounts | None = None

    def material(self, place: Place, uses: list[FigureUse], words: str) -> FundMaterial:
        """The material for a section called at `place`; what it prints is added to `uses`."""

        def use(called: str, shown: str, figure: Figure, where: Place) -> None:
            """Remember that the section printed a figure."""
            uses.append(FigureUse(called, shown, figure, where))

        def place_chart(name: str, chart: Chart) -> str:
            """Draw a chart for the draft; the name of its picture."""
            return self._resolver.place_chart(name, chart, place)

        self._opened = self._opened or self._open()
        return replace(self._opened, place=place, use=use, place_chart=place_chart, words=words)

    def _open(self) -> FundMaterial:
        edition, found = self._resolver.edition, self._resolver.findings
        data = self._resolver.project.fund_data
        found += (finding for finding in data.findings if finding.severity is not Severity.NOTE)
        kpis = kpis_of(self._root)
        found += kpis.findings
        admits = self._resolver.audience.admits
        period = period_of(edition.number, edition.as_of)
        sheet = self._resolver.project.figures
        found += (finding for finding in sheet.findings if finding.severity is Severity.ERROR)
        stated = sheet.figures
        figures = [*stated, *_computed(data, edition.as_of, period)]
        return FundMaterial(
            figures=KnownFigures(figure for figure in figures if admits(figure.audience)),
            data=data if admits(Audience.INVESTORS) else FundData(),
            as_of=edition.as_of,
            period=period,
            language=edition.language,
            place=Place(edition.path),
            use=lambda *_: None,
            note=found.append,
            place_chart=lambda name, _: name,
            recipient_fields=self._recipient_fields(),
            glossary=read_glossary(self._root, edition.language),
            kpis=tuple(row for row in kpis.rows if admits(row.value.audience)),
            accounts=self._accounts,
        )

    def _accounts(self) -> Accounts | None:
        """The accounts of the recipients, which no letter but one to investors has."""
        if self._told_accounts is None and self._resolver.audience.admits(Audience.INVESTORS):
            self._told_accounts = self._read_accounts()
        return self._told_accounts

    def _read_accounts(self) -> Accounts | None:
        from letterbook.fund.accounts.accounts import Accounts  # noqa: PLC0415 - few letters have any

        edition, project = self._resolver.edition, self._resolver.project
        if edition.as_of is None:
            return None
        start = period_start(edition.number)
        return Accounts(project.fund_data, project.figures.figures, edition.as_of, start)

    def _recipient_fields(self) -> tuple[str, ...]:
        """The columns of the file of recipients by their keys; none where no file can be read."""
        try:
            file = DataFolder(self._root).find(_RECIPIENTS)
            return tuple(file.table(_RECIPIENTS).positions) if file else ()
        except LetterbookError as error:
            place = error.place or Place(f"fund/{_RECIPIENTS}")
            told = Finding("recipients-file", Severity.ERROR, error.message, error.hint, place)
            self._resolver.findings += error.findings or (told,)
            return ()


def period_of(number: str, as_of: date | None) -> Period | None:
    """The period that an edition's number names (`2026 H1`), with its days; None where it names none."""
    if as_of is None or not period_words(number):
        return None
    try:
        named = read_period(number.replace("-", " ") if number[5:6] in {"H", "Q"} else number)
    except NotUnderstood:
        return None
    if named.start and named.end:
        year, _, part = named.words.partition(" ")
        return Period(f"{part} {year}" if part else named.words, named.start, named.end)
    return Period(period_words(number), as_of.replace(day=1), as_of)


def _computed(data: FundData, as_of: date | None, period: Period | None) -> Iterator[Figure]:
    """The figures of the day, and of the day at whose end the period begins, else of the one before."""
    if as_of is None or data.is_empty:
        return
    from letterbook.fund.computed import compute  # noqa: PLC0415 - only funds need it

    before = opening_day(period) if period else None
    for day in dict.fromkeys((as_of, before or _day_before(data, as_of))):
        if day is not None:
            yield from compute(data, day).figures


def _day_before(data: FundData, as_of: date) -> date | None:
    from letterbook.fund.computed import reporting_days  # noqa: PLC0415 - only funds need it

    days = (day for identifier in data.fund_ids for day in reporting_days(data, identifier))
    return max((day for day in days if day < as_of), default=None)
