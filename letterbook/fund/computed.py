"""Computed figures: all that the data of the workspace's funds allow, named as letters say them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from letterbook.figure import Figure
from letterbook.finding import Finding
from letterbook.fund.computing.fund_figures import make_fund_figures
from letterbook.fund.computing.fund_view import FundView
from letterbook.fund.computing.holding_figures import holding_makers
from letterbook.fund.computing.investor_figures import investor_makers
from letterbook.fund.computing.maker import DoubtfulRate, Maker, Subject
from letterbook.fund.computing.period_figures import make_period_figures
from letterbook.fund.computing.runway_figures import RUNWAY, runway_figures
from letterbook.fund.figure_names import words_of
from letterbook.fund.fund_data import FundData, read_fund_data
from letterbook.fund.stated_figures import Figures

FILE = "fund"


def computed_figures(workspace: Path, as_of: dt.date | None = None, *, of_investors: bool = True) -> Figures:
    """The figures that can be computed for a day from the data files in the folder of a workspace.

    Without a day, for every day on which a fund was valued; those of single investors are left out unless
    `of_investors`. The findings say what is wrong in the data, and of what no figure could be made; nothing
    is raised for data that are not right.
    """
    return compute(read_fund_data(workspace), as_of, of_investors=of_investors)


def compute(data: FundData, as_of: dt.date | None = None, *, of_investors: bool = True) -> Figures:
    """The same from data that have been read."""
    figures: dict[object, Figure] = {}
    findings: list[Finding] = [*data.findings, *data.kpis.findings]
    for identifier in data.fund_ids:
        for day in (as_of,) if as_of else reporting_days(data, identifier):
            view = FundView(data, identifier, day)
            for maker in (*_makers(view), *(investor_makers(view) if of_investors else ())):
                figures.update((_key(figure), figure) for figure in maker.figures)
                findings += maker.findings
            findings += view.findings
    figures.update((_key(figure), figure) for figure in _key_figures(data, as_of))
    return Figures(FILE, tuple(figures.values()), tuple(dict.fromkeys(findings)))


def doubtful_rates(data: FundData, as_of: dt.date) -> tuple[DoubtfulRate, ...]:
    """The rates of funds and companies on a day that are none, not the only one, or of less than a year."""
    views = (FundView(data, identifier, as_of) for identifier in data.fund_ids)
    makers = (maker for view in views for maker in _makers(view))
    return tuple(doubt for maker in makers for doubt in maker.doubtful)


def _key_figures(data: FundData, as_of: dt.date | None) -> Iterator[Figure]:
    """A company's key figures, which are stated, and its runway where they do not state it."""
    values = [row.value for row in data.kpis.rows]
    stated = {value.as_of for value in values if words_of(value.name) == RUNWAY}
    computed = (figure for figure in runway_figures(values) if figure.as_of not in stated)
    for figure in (*values, *computed):
        if as_of in {None, figure.as_of}:
            yield figure


def reporting_days(data: FundData, identifier: str) -> tuple[dt.date, ...]:
    """The days on which a fund, or a company in it, was valued; the latest first."""
    valued = {row.as_of for row in data.navs.rows if row.fund == identifier}
    listed = {row.as_of for row in data.holdings.rows if row.fund == identifier}
    return tuple(sorted(valued | listed, reverse=True))


def _makers(view: FundView) -> list[Maker]:
    maker = Maker(Subject(view.called, view.currency, view.shown_as), view.as_of)
    make_fund_figures(view, maker)
    others = make_period_figures(view, maker)
    return [maker, *holding_makers(view), *others]


def _key(figure: Figure) -> object:
    """The same for the same figure: an index has one return, however many funds are compared with it."""
    return figure.name, figure.as_of, figure.period
