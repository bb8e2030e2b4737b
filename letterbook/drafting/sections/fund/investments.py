"""Tables of a fund's investments: the schedule, the largest, the new ones and those that were sold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from letterbook.drafting.sections.fund.figure_tables import (
    CellValue,
    FigureTable,
    Headings,
    TableRow,
    make_table,
)
from letterbook.drafting.sections.fund.funds import KnownFund, chosen_funds
from letterbook.drafting.sections.fund.holding_cells import holding_cells, not_cleared
from letterbook.drafting.sections.fund.material import FundMaterial, problem
from letterbook.drafting.sections.fund.totals import sum_of
from letterbook.figure import Basis, Figure, Period, Unit, UnitKind
from letterbook.fund.cashflows import CashFlow, Kind
from letterbook.fund.holdings import Holding
from letterbook.record import record

COMPANY = "company"
SUMMED = (
    *(
        "cost",
        "current_cost",
        "proceeds",
        "received",
        "income",
        "fair_value",
        "total_value",
        "gain",
        "change",
    ),
    "weight",
)
_WEIGHT = "weight"
_RATES = ("moic", "irr")
_WHOLE_FUND = {
    "cost": "invested capital",
    "fair_value": "gross fair value",
    "moic": "gross MOIC",
    "irr": "gross IRR",
}
_WHOLE_FUND_NET = {"moic": "net TVPI", "irr": "net IRR"}


More = Mapping[str, Mapping[str, CellValue]]
"""Further cells of companies, by their ids."""


@record
class Labels:
    """What stands under the first heading of the rows that are no company."""

    total: str
    net: str


@record
class _Of:
    """One fund, and how the rows below its companies are labelled."""

    fund: FundMaterial
    known: KnownFund
    labels: Labels


def schedule_of_investments(
    fund: FundMaterial, name: str, headings: Headings, labels: Labels, *, sold: bool = True
) -> FigureTable:
    """A row for each company of one fund on the day of the letter, the most valuable first, and a total.

    `headings` are the columns by their keys. The last rows are the fund as a whole, gross and net, where a
    column has multiples or rates of single companies.
    """
    known, rows = holdings_of(fund, name)
    chosen = [row for row in rows if sold or not row.is_gone]
    chosen.sort(key=lambda row: (-row.fair_value, -row.total_value, row.company))
    if known is None or not chosen:
        return FigureTable()
    is_whole = len(chosen) == len(rows)
    return _table(_Of(fund, known, labels), headings, chosen, is_whole=is_whole)


def top_holdings(
    fund: FundMaterial, name: str, headings: Headings, labels: Labels, limit: int | None
) -> FigureTable:
    """The most valuable companies of one fund, with their rank and their weight in its net asset value."""
    known, rows = holdings_of(fund, name)
    held = sorted((row for row in rows if not row.is_gone), key=lambda row: (-row.fair_value, row.company))
    if known is None or not held:
        return FigureTable()
    more = {row.holding: {"rank": str(rank)} for rank, row in enumerate(held, start=1)}
    return _table(_Of(fund, known, labels), headings, held[:limit], is_whole=False, more=more)


def exits(
    fund: FundMaterial, name: str, headings: Headings, labels: Labels, period: Period | None
) -> FigureTable:
    """The companies of one fund that were sold, in part or whole, in a period: else that of the letter.

    The column `received` is what each brought in the period, `proceeds` what it brought in all.
    """
    known, rows = holdings_of(fund, name)
    about = period or fund.period
    if known is None or not fund.data.cashflows.is_sure(known.id):
        return FigureTable()
    received = {row.holding: _received(fund, known, row, about) for row in rows}
    sold = [row for row in rows if received[row.holding] or (row.exit_date and _within(row.exit_date, about))]
    sold.sort(key=lambda row: (row.exit_date or date.max, row.company))
    if not sold:
        return FigureTable()
    more = {row.holding: {"received": received[row.holding]} for row in sold}
    return _table(_Of(fund, known, labels), headings, sold, is_whole=False, more=more)


def _received(fund: FundMaterial, known: KnownFund, row: Holding, period: Period | None) -> Figure | None:
    """What a company brought in a period."""
    flows = [
        flow
        for flow in fund.data.cashflows.rows
        if flow.fund == known.id
        and flow.holding == row.holding
        and flow.kind is Kind.PROCEEDS
        and _within(flow.date, period)
    ]
    figures = [
        Figure(
            f"{row.company} proceeds",
            flow.amount,
            Unit(UnitKind.MONEY, flow.currency or known.currency),
            as_of=fund.as_of,
            basis=Basis.GROSS,
            source=flow.source,
            place=flow.place,
        )
        for flow in flows
    ]
    return sum_of(figures, f"{row.company} proceeds {period.words if period else ''}".strip())


def new_investments(
    fund: FundMaterial, name: str, headings: Headings, labels: Labels, period: Period | None
) -> FigureTable:
    """What one fund paid into companies in a period, a row for each payment by its date.

    The column `kind` tells a first investment from a later one by the words of `first_or_later`.
    """
    known, rows = holdings_of(fund, name)
    about = period or fund.period
    if known is None or not fund.data.cashflows.is_sure(known.id):
        return FigureTable()
    paid = [
        flow
        for flow in fund.data.cashflows.rows
        if flow.fund == known.id and flow.kind is Kind.INVESTMENT and _within(flow.date, about)
    ]
    by_id = {row.holding: row for row in rows}
    printed = [_payment(fund, known, flow, by_id.get(flow.holding)) for flow in paid]
    if not printed:
        return FigureTable()
    total = _total(fund, known, labels.total, printed, ("amount",))
    return make_table(fund, headings, [TableRow(row) for row in printed] + ([total] if total else []))


def _payment(
    fund: FundMaterial, known: KnownFund, flow: CashFlow, holding: Holding | None
) -> Mapping[str, CellValue]:
    company = holding.company if holding else flow.holding
    amount = Figure(
        f"{company} investment {flow.date}",
        flow.amount,
        Unit(UnitKind.MONEY, flow.currency or known.currency),
        as_of=fund.as_of,
        source=flow.source,
        place=flow.place,
    )
    cells = dict(holding_cells(fund, known, holding)) if holding else {}
    return {**cells, COMPANY: company, "date": flow.date, "amount": amount}


def holdings_of(fund: FundMaterial, name: str) -> tuple[KnownFund | None, tuple[Holding, ...]]:
    """One fund and its companies on the day of the letter; nothing where a row could not be read."""
    funds = [each for each in chosen_funds(fund, name) if each.id]
    with_holdings = [each for each in funds if any(row.fund == each.id for row in fund.data.holdings.rows)]
    if len(with_holdings) != 1:
        if len(with_holdings) > 1:
            names = ", ".join(each.called for each in with_holdings)
            fund.note(
                problem(
                    "fund-unclear",
                    f"Several funds have investments: {names}.",
                    "Say which one: fund=…",
                    fund.place,
                )
            )
        return None, ()
    known = with_holdings[0]
    if not fund.data.holdings.is_sure(known.id):
        fund.note(
            problem(
                "holdings-unsure",
                f"Not all holdings of {known.called} could be read, so none are printed.",
                'Correct what "letterbook figures check" tells.',
                fund.place,
            )
        )
        return None, ()
    rows = (row for row in fund.data.holdings.rows if row.fund == known.id)
    return known, tuple(row for row in rows if row.as_of == fund.as_of)


def _within(day: date, period: Period | None) -> bool:
    return bool(period and period.start and period.end and period.start <= day <= period.end)


def _table(
    of: _Of, headings: Headings, holdings: Sequence[Holding], *, is_whole: bool, more: More | None = None
) -> FigureTable:
    fund, known = of.fund, of.known
    _tell_not_cleared(fund, holdings, headings)
    printed = [dict(holding_cells(fund, known, row)) for row in holdings]
    if more:
        printed = [{**cells, **more[row.holding]} for cells, row in zip(printed, holdings, strict=True)]
    kept = {key: title for key, title in headings.items() if any(row.get(key) for row in printed)}
    extra = _fund_rows(of, kept, printed, is_whole=is_whole)
    if extra is None:
        kept = {key: title for key, title in kept.items() if key not in _RATES}
        extra = _fund_rows(of, kept, printed, is_whole=is_whole) or []
    return make_table(fund, kept, [*(TableRow(row) for row in printed), *extra])


def _tell_not_cleared(fund: FundMaterial, holdings: Sequence[Holding], headings: Headings) -> None:
    for row in holdings:
        for name in not_cleared(row, headings):
            fund.note(
                problem(
                    "not-cleared",
                    f'{row.company} has not cleared "{name}", so it is left out.',
                    "Ask the company; then its row says signoff yes and names it in cleared fields.",
                    row.place,
                )
            )


def _fund_rows(
    of: _Of, headings: Headings, printed: Sequence[Mapping[str, CellValue]], *, is_whole: bool
) -> list[TableRow] | None:
    """The rows below the companies; None where multiples would stand there without a net one beside them."""
    fund, known, labels = of.fund, of.known, of.labels
    total = _total(fund, known, labels.total, printed, [key for key in SUMMED if key in headings])
    rates = [key for key in _RATES if key in headings]
    net = {key: fund.figures.find(f"{known.called} {_WHOLE_FUND_NET[key]}", fund.as_of) for key in rates}
    gross = {key: fund.figures.find(f"{known.called} {_WHOLE_FUND[key]}", fund.as_of) for key in rates}
    missing = next((key for key in rates if net[key] is None), None)
    if missing:
        fund.note(
            problem(
                "gross-without-net",
                f"The gross {missing.upper()} of companies stands without a net one of {known.called}.",
                f"Add {known.called} {_WHOLE_FUND_NET[missing]} of {fund.as_of} to the sheet of figures.",
                fund.place,
            )
        )
        return None
    rows = []
    if total:
        values = {**total.values, **(gross if is_whole else {})}
        rows.append(TableRow({**values, COMPANY: labels.total}, total=True))
    if rates and not is_whole and any(gross.values()):
        rows.append(TableRow({COMPANY: f"{known.called}, {Basis.GROSS}", **gross}, total=True))
    shown = ", ".join(_WHOLE_FUND_NET[key].removeprefix("net ") for key in rates)
    if rates:
        rows.append(TableRow({COMPANY: f"{known.called}, {labels.net} ({shown})", **net}, total=True))
    return rows


def _total(
    fund: FundMaterial,
    known: KnownFund,
    label: str,
    printed: Sequence[Mapping[str, CellValue]],
    keys: Iterable[str],
) -> TableRow | None:
    """The sums of the columns that have a figure in each row that has one; nothing for a single row."""
    if len(printed) < 2:
        return None
    sums: dict[str, CellValue] = {}
    for key in keys:
        figures = [value for row in printed if isinstance(value := row.get(key), Figure)]
        total = sum_of(figures, f"{known.called} {label.lower()} {key.replace('_', ' ')}")
        if total and not (key == _WEIGHT and total.value > 1):  # more than all: the net value is after carry
            sums[key] = _tied(fund, known, key, total, len(figures))
    return TableRow({COMPANY: label, **sums}, total=True) if sums else None


def _tied(fund: FundMaterial, known: KnownFund, key: str, total: Figure, rows: int) -> Figure:
    """The total, which must be that of the sheet of figures where it says it; else that is told."""
    name = _WHOLE_FUND.get(key, "")
    stated = fund.figures.find(f"{known.called} {name}", fund.as_of) if name else None
    if stated is None or stated.formula or stated.unit != total.unit:
        return total
    tolerance = Decimal(rows) * Decimal(10) ** 5 / 2
    if abs(stated.value - total.value) > tolerance and total.as_of == stated.as_of:
        fund.note(
            problem(
                "table-total",
                f"The rows add up to {total.value:,f}, but {stated.name} is {stated.value:,f}.",
                "Correct the rows, or the figure.",
                stated.place,
            )
        )
    return total
