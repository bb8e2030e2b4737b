"""What the sheet of figures states of single investors, against the data that make their accounts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from letterbook.drafting.accounts.stated_differently import difference
from letterbook.figure import Figure
from letterbook.finding import Finding, Severity
from letterbook.fund.accounts.accounts import Accounts
from letterbook.fund.fund_data import FundData, read_fund_data
from letterbook.suggestion import did_you_mean


def check_accounts_of_sheet(workspace: Path, figures: Iterable[Figure]) -> tuple[Finding, ...]:
    """An error at each figure with an `lp` from which the data in the folder of a workspace differ.

    A warning at one whose `lp` no table knows.
    """
    of_investors = sorted((figure for figure in figures if figure.lp and figure.as_of), key=_time)
    if not of_investors:
        return ()
    data = read_fund_data(workspace)
    return (*_unknown(data, of_investors), *_differing(data, of_investors))


def _time(figure: Figure) -> tuple[str, str]:
    """The day that a figure is of, and that on which its period begins, if it has one."""
    start = figure.period.start if figure.period else None
    return str(figure.as_of), str(start or "")


def _differing(data: FundData, figures: Iterable[Figure]) -> Iterator[Finding]:
    for _, group in groupby(figures, key=_time):
        of_one_time = tuple(group)
        first = of_one_time[0]
        if first.as_of is None:
            continue
        start = first.period.start if first.period else None
        for found in Accounts(data, of_one_time, first.as_of, start).stated():
            said = difference(found.text, found, from_sheet=True)
            if said and found.stated:
                message = f'"{found.stated.name}" is stated as {said}.'
                hint = "Correct the sheet or the data."
                yield Finding("figure-twin", Severity.ERROR, message, hint, found.stated.place)


def _unknown(data: FundData, figures: Iterable[Figure]) -> Iterator[Finding]:
    tables = (data.investors.rows, data.cashflows.rows, data.navs.rows)
    known = dict.fromkeys(row.lp for rows in tables for row in rows if row.lp)
    for figure in figures if known else ():
        if figure.lp not in known:
            hint = did_you_mean(figure.lp, known) or "Write it as in the recipients."
            message = f'No investor has the lp "{figure.lp}".'
            yield Finding("figures-lp", Severity.WARNING, message, hint, figure.place)
