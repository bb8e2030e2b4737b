"""All the data of a workspace's funds, read at once: what cannot be used is told, the rest still works."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from letterbook.errors import LetterbookError
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.benchmarks import BENCHMARKS, IndexLevel, read_benchmarks
from letterbook.fund.cashflows import CASHFLOWS, CashFlow, read_cashflows
from letterbook.fund.data_files import DataFolder
from letterbook.fund.data_rows import ANY_FUND, Data, TableKind
from letterbook.fund.fund_file import FUND_FILE, Fund, read_funds
from letterbook.fund.holdings import HOLDINGS, Holding, read_holdings
from letterbook.fund.index_descriptions import (
    DESCRIPTIONS_FILE,
    IndexDescription,
    read_index_descriptions,
)
from letterbook.fund.investor_sums import investor_sums
from letterbook.fund.investor_terms.investor_terms import InvestorTerms, read_investor_terms
from letterbook.fund.investors import INVESTORS, Investor, has_investors, nearly_investors, read_investors
from letterbook.fund.kpis import Kpi, kpis_of
from letterbook.fund.nav import NAV, NetAssetValue, read_nav
from letterbook.fund.table import Table
from letterbook.record import record
from letterbook.suggestion import did_you_mean

T = TypeVar("T")


@record
class FundData:
    """What the data files of a workspace say; `findings` are all there is to tell of them, by place.

    Key figures keep their own findings, since they are a company's and not the fund's.
    """

    funds: tuple[Fund, ...] = ()
    cashflows: Data[CashFlow] = Data()
    navs: Data[NetAssetValue] = Data()
    holdings: Data[Holding] = Data()
    benchmarks: Data[IndexLevel] = Data()
    investors: Data[Investor] = Data()
    kpis: Data[Kpi] = Data()
    findings: tuple[Finding, ...] = ()
    descriptions: tuple[IndexDescription, ...] = ()
    terms: InvestorTerms = InvestorTerms()

    @property
    def fund_ids(self) -> tuple[str, ...]:
        """The funds that are described or that any row names, in order."""
        named = (
            *(fund.id for fund in self.funds),
            *(row.fund for row in self.navs.rows),
            *(row.fund for row in self.cashflows.rows),
            *(row.fund for row in self.holdings.rows),
        )
        return tuple(dict.fromkeys(named))

    def fund(self, identifier: str) -> Fund | None:
        """The description of a fund."""
        return next((fund for fund in self.funds if fund.id == identifier), None)

    @property
    def is_empty(self) -> bool:
        """Whether there are no data to compute figures from."""
        return not (self.cashflows.rows or self.navs.rows or self.holdings.rows or self.kpis.rows)


def read_fund_data(workspace: Path) -> FundData:
    """The data in the folder `fund` of the workspace in a folder; a file that is not right is only told."""
    folder = DataFolder(workspace)
    told: list[Finding] = []
    funds = _described(folder, FUND_FILE, read_funds, told)
    cashflows = _read(folder, CASHFLOWS, read_cashflows, told)
    navs = _read(folder, NAV, read_nav, told)
    holdings = _read(folder, HOLDINGS, read_holdings, told)
    benchmarks = _read(folder, BENCHMARKS, read_benchmarks, told)
    investors = _read(folder, INVESTORS, _investors, told)
    kpis = kpis_of(workspace)
    descriptions = _described(folder, DESCRIPTIONS_FILE, read_index_descriptions, told)
    terms = read_investor_terms(workspace, holdings.rows)
    told += folder.hidden_tables
    read = FundData(funds, cashflows, navs, holdings, benchmarks, investors, kpis, (), descriptions, terms)
    unknown = tuple(_unknown(read))
    told += [finding for each in (cashflows, navs, holdings) for finding in each.findings]
    told += [*benchmarks.findings, *investors.findings, *unknown, *_without_levels(read), *terms.findings]
    told += investor_sums(
        (row for row in cashflows.rows if cashflows.is_sure(row.fund)),
        (row for row in navs.rows if navs.is_sure(row.fund)),
    )
    return replace(
        read,
        cashflows=_unsure_of(cashflows, CASHFLOWS, unknown),
        navs=_unsure_of(navs, NAV, unknown),
        holdings=_unsure_of(holdings, HOLDINGS, unknown),
        findings=tuple(sorted(told, key=_by_place)),
    )


def _unsure_of(data: Data[T], kind: TableKind, unknown: Sequence[Finding]) -> Data[T]:
    """The data, of no fund of which one can be sure when a row names a fund that is not known."""
    if any(finding.id == f"{kind.name}-fund" for finding in unknown):
        return Data(data.rows, data.findings, data.unsure | {ANY_FUND})
    return data


def _by_place(finding: Finding) -> tuple[str, int, int]:
    place = finding.place or Place("")
    return place.file, place.line, place.column


def _described(
    folder: DataFolder, file: str, read: Callable[[Path], tuple[T, ...]], told: list[Finding]
) -> tuple[T, ...]:
    """What a YAML file of the folder describes; nothing where it is absent or not right, which is told."""
    path = folder.path(Path(file).name)
    if not os.path.lexists(path):  # a link that leads nowhere is told
        return ()
    try:
        return read(path)
    except LetterbookError as error:
        told += _findings_of(error, Path(file).stem, file)
        return ()


def _read(
    folder: DataFolder, kind: TableKind, read: Callable[[Table], Data[T]], told: list[Finding]
) -> Data[T]:
    """The data of a table; nothing, and nothing to be sure of, where it cannot be read."""
    called = f"fund/{kind.name}"
    try:
        try:
            file = folder.find(kind.name)
        except LetterbookError as error:
            called = error.place.file if error.place else called
            raise
        called = file.called if file else called
        return read(file.table(kind.of)) if file else Data()
    except LetterbookError as error:
        told += _findings_of(error, kind.name, called)
        return Data(unsure=frozenset({ANY_FUND}))


def _findings_of(error: LetterbookError, name: str, file: str) -> tuple[Finding, ...]:
    if error.findings:
        return error.findings
    place = replace(error.place or Place(file), file=file)
    return (Finding(f"{name}-file", Severity.ERROR, error.message, error.hint, place),)


def _investors(table: Table) -> Data[Investor]:
    return read_investors(table) if has_investors(table) else Data(findings=tuple(nearly_investors(table)))


def _unknown(data: FundData) -> Iterator[Finding]:
    """What the rows of one table name and no row of another knows."""
    funds = {fund.id for fund in data.funds}
    if funds:
        rows = (
            *((row.fund, row.place, CASHFLOWS) for row in data.cashflows.rows),
            *((row.fund, row.place, NAV) for row in data.navs.rows),
            *((row.fund, row.place, HOLDINGS) for row in data.holdings.rows),
        )
        yield from _not_in(funds, rows, "fund", FUND_FILE)
    investors = {investor.lp for investor in data.investors.rows}
    if investors:
        of_investors = (
            *((row.lp, row.place, CASHFLOWS) for row in data.cashflows.rows if row.lp),
            *((row.lp, row.place, NAV) for row in data.navs.rows if row.lp),
        )
        yield from _not_in(investors, of_investors, "lp", "the recipients")
    holdings = {row.holding for row in data.holdings.rows}
    if holdings:
        bought = ((row.holding, row.place, CASHFLOWS) for row in data.cashflows.rows if row.holding)
        yield from _not_in(holdings, bought, "holding", "the holdings")


def _without_levels(data: FundData) -> Iterator[Finding]:
    """A warning for each description of an index that the table of levels does not name."""
    known = {level.index for level in data.benchmarks.rows}
    for each in data.descriptions if known else ():
        if each.index not in known:
            message = f'There is no index "{each.index}" in fund/benchmarks.'
            hint = did_you_mean(each.index, known) or f"There are {', '.join(sorted(known))}."
            yield Finding("benchmarks-id", Severity.WARNING, message, hint, each.place)


def _not_in(
    known: set[str], named: Iterable[tuple[str, Place, TableKind]], what: str, where: str
) -> Iterator[Finding]:
    told: set[str] = set()
    for name, place, kind in named:
        if name not in known and name not in told:
            told.add(name)  # once: a name that is misspelt everywhere is one mistake
            message = f'There is no {what} "{name}" in {where}.'
            hint = did_you_mean(name, known) or f"There are {', '.join(sorted(known))}."
            yield Finding(f"{kind.name}-{what}", Severity.ERROR, message, hint, place)
