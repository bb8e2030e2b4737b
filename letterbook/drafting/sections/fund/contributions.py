"""What single companies added to, or took from, the value of a fund over a period."""

from __future__ import annotations

from collections.abc import Sequence

from letterbook.drafting.sections.fund.figure_tables import FigureTable, Headings, TableRow, make_table
from letterbook.drafting.sections.fund.funds import chosen_funds
from letterbook.drafting.sections.fund.material import FundMaterial, problem
from letterbook.drafting.sections.fund.totals import sum_of
from letterbook.figure import Basis, Figure, Period
from letterbook.fund.figure_names import name_words
from letterbook.record import record

_METRIC = ("contribution",)
_NET = ("net return", "net underlying growth")


@record
class Asked:
    """Of which fund, over which period (else that of the letter), and how many companies each way."""

    fund: str
    period: Period | None
    limit: int


@record
class ContributionLabels:
    """The first cell of the rows that are no company: all others, all together, and the fund net."""

    others: str
    total: str
    net: str


def contributors(
    fund: FundMaterial, asked: Asked, headings: Headings, labels: ContributionLabels
) -> FigureTable:
    """The companies that added most to a fund's value over a period, then as many that took most from it.

    All others are one row, and all together another; below stands the return of the fund, net. Both lists
    have at most as many companies as are asked for.
    """
    funds = chosen_funds(fund, asked.fund)
    about, limit = asked.period or fund.period, asked.limit
    if len(funds) != 1 or about is None:
        return FigureTable()
    found = gross_contributions(fund, about)
    added = [each for each in found if each.value > 0][:limit]
    taken = [each for each in found if each.value < 0][-limit:]
    if not found:
        return FigureTable()
    called = funds[0].called
    net = net_return(fund, called, about)
    if net is None:
        return FigureTable()
    rest = [each for each in found if each not in added and each not in taken]
    rows = [TableRow({"company": company_of(each), "contribution": each}) for each in (*added, *taken)]
    others = sum_of(rest, f"{called} other contributions")
    total = sum_of(found, f"{called} gross contributions")
    if others:
        rows.append(TableRow({"company": labels.others, "contribution": others}))
    rows.append(TableRow({"company": labels.total, "contribution": total}, total=True))
    rows.append(TableRow({"company": f"{called}, {labels.net}", "contribution": net}, total=True))
    return make_table(fund, headings, rows)


def net_return(fund: FundMaterial, called: str, about: Period) -> Figure | None:
    """The net return of a fund over a period, without which nothing gross is printed; that is told."""
    net = next(
        (each for metric in _NET if (each := fund.figures.find(f"{called} {metric}", about.end, about))), None
    )
    if net is None:
        fund.note(
            problem(
                "gross-without-net",
                f"There is no net return of {called} for {about.words} beside the gross contributions.",
                f"Add {called} net return to the sheet of figures, or the net asset values to the data.",
                fund.place,
            )
        )
    return net


def gross_contributions(fund: FundMaterial, period: Period) -> Sequence[Figure]:
    """The contribution of each company, the greatest first."""
    names = dict.fromkeys(
        figure.name
        for figure in fund.figures.figures
        if name_words(figure.name)[-1:] == _METRIC and figure.as_of == fund.as_of
    )
    found = [
        figure
        for name in names
        if (figure := fund.figures.find(name, fund.as_of, period)) and figure.basis is not Basis.NET
    ]
    return sorted(found, key=lambda figure: (-figure.value, figure.name))


def company_of(figure: Figure) -> str:
    """The company that a contribution is of, by the name of the figure."""
    words = figure.name.split()
    kept = [word for word in words if word.casefold() not in {"gross", "contribution"}]
    return " ".join(kept)
