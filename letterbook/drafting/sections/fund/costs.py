"""What a fund has cost its investors: fees, expenses and carry, in a period and since inception."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from letterbook.drafting.sections.fund.figure_tables import CellValue, FigureTable, TableRow, make_table
from letterbook.drafting.sections.fund.funds import KnownFund, chosen_funds
from letterbook.drafting.sections.fund.material import FundMaterial
from letterbook.drafting.sections.fund.totals import sum_of
from letterbook.figure import Figure, Period, Unit, UnitKind
from letterbook.fund.cashflows import CashFlow, Kind

_ROWS = (
    ("fees", "management fees", Kind.FEE),
    ("expenses", "expenses", Kind.EXPENSE),
    ("carry", "carried interest", Kind.CARRY),
)
_SINCE = "since_inception"


def fees_and_expenses(
    fund: FundMaterial,
    name: str,
    headings: Mapping[str, str],
    labels: Mapping[str, str],
    period: Period | None,
) -> FigureTable:
    """A row for each kind of cost with the columns `period` and `since_inception`, and their sum.

    Carried interest that is accrued, not paid, has a row of its own below the sum. `labels` name the rows.
    """
    funds = [each for each in chosen_funds(fund, name) if each.id]
    about = period or fund.period
    if len(funds) != 1 or not fund.data.cashflows.is_sure(funds[0].id):
        return FigureTable()
    known = funds[0]
    rows = [
        {
            "label": labels.get(key, metric),
            "period": fund.figures.find(f"{known.called} {metric}", fund.as_of, about)
            or _sum(fund, known, kind, metric, about)
            if about
            else None,
            _SINCE: _sum(fund, known, kind, metric, None),
        }
        for key, metric, kind in _ROWS
    ]
    printed = [row for row in rows if _has_value(row)]
    if not printed:
        return FigureTable()
    names = {"period": about.words if about else "", _SINCE: "since inception"}
    total = {
        key: sum_of(_figures(row[key] for row in printed), f"{known.called} total costs {when}")
        for key, when in names.items()
    }
    accrued = {"label": labels.get("accrued", "accrued carry"), _SINCE: _accrued(fund, known)}
    table = [TableRow(row) for row in printed]
    table.append(TableRow({"label": labels.get("total", "total"), **total}, total=True))
    if accrued[_SINCE]:
        table.append(TableRow(accrued))
    shown = {**headings, "period": headings.get("period", "") or (about.words if about else "")}
    return make_table(fund, {"label": "", **shown}, table)


def _figures(values: Iterable[CellValue]) -> list[Figure]:
    return [value for value in values if isinstance(value, Figure)]


def _has_value(row: Mapping[str, CellValue]) -> bool:
    return any(isinstance(value, Figure) and value.value for value in row.values())


def _sum(
    fund: FundMaterial, known: KnownFund, kind: Kind, metric: str, period: Period | None
) -> Figure | None:
    """The sum of the rows of a kind up to the day of the letter, in the period where one is said."""
    figures = [
        _figure(flow, known, metric, fund.as_of)
        for flow in fund.data.cashflows.rows
        if flow.fund == known.id
        and flow.kind is kind
        and not flow.lp
        and _is_in(flow.date, fund.as_of, period)
    ]
    when = period.words if period else "since inception"
    return sum_of(figures, f"{known.called} {metric} {when}")


def _is_in(day: date, as_of: date | None, period: Period | None) -> bool:
    if as_of is None or day > as_of:
        return False
    return period is None or bool(period.start and period.start <= day)


def _figure(flow: CashFlow, known: KnownFund, metric: str, as_of: date | None) -> Figure:
    unit = Unit(UnitKind.MONEY, flow.currency or known.currency)
    return Figure(f"{known.called} {metric}", flow.amount, unit, as_of=as_of, place=flow.place)


def _accrued(fund: FundMaterial, known: KnownFund) -> Figure | None:
    for row in fund.data.navs.rows:
        if row.fund == known.id and not row.lp and row.as_of == fund.as_of and row.accrued_carry:
            unit = Unit(UnitKind.MONEY, row.currency or known.currency)
            return Figure(
                f"{known.called} accrued carry",
                row.accrued_carry,
                unit,
                as_of=row.as_of,
                status=row.status,
                source=row.source,
                place=row.place,
            )
    return None
