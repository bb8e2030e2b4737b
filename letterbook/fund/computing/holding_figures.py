"""The figures of each company in a fund: cost, proceeds, fair value, gross multiple and rate."""

from __future__ import annotations

from decimal import Decimal

from letterbook.finding import Place, Severity
from letterbook.fund.cashflows import CashFlow
from letterbook.fund.computing.fund_view import NOTHING, FundView, flows_of, places_of
from letterbook.fund.computing.maker import SINCE_INCEPTION, Maker, Origin, Subject
from letterbook.fund.holdings import Holding
from letterbook.fund.metrics import Flow, distributed, moic, paid_in, xirr


def holding_makers(view: FundView) -> list[Maker]:
    """A maker for each company on the day, with its figures."""
    makers = []
    for row in view.holdings_in_any_currency() or ():
        maker = Maker(Subject(called(view, row), row.currency or view.currency, view.shown_as), view.as_of)
        _make(view, row, maker)
        makers.append(maker)
    return makers


def called(view: FundView, row: Holding) -> str:
    """The company's name; with its fund's where several funds have it."""
    funds = {each.fund for each in view.data.holdings.rows if each.company == row.company}
    return row.company if len(funds) == 1 else f"{view.called} {row.company}"


def _flows(view: FundView, row: Holding) -> tuple[CashFlow, ...] | None:
    """Its own flows up to the day; None where one could not be read or is in another currency."""
    if view.cashflows is None:
        return None
    rows = view.flows_by_holding.get(row.holding, ())
    currency = row.currency or view.currency
    other = next((each for each in rows if (each.currency or view.currency) != currency), None)
    if other:
        view.tell_currency(f"the flows of {row.company}", other.currency or view.currency, other.place)
    return None if other else rows


def _make(view: FundView, row: Holding, maker: Maker) -> None:
    inputs: tuple[Place, ...] = (row.place,)
    maker.money("gross fair value", row.fair_value, Origin("fair-value", inputs))
    maker.percentage("ownership", row.ownership, Origin("ownership", inputs))
    rows = _flows(view, row)
    if rows is None:
        return
    cost, back = row.cost_total, row.total_value - row.fair_value
    if rows:
        cost, back = paid_in(flows_of(rows)), distributed(flows_of(rows))
        inputs = (*places_of(rows), row.place)
        _compare(row, cost, back, maker)
        rate = xirr((*flows_of(rows), Flow(view.as_of, row.fair_value)))
        maker.rate("gross IRR", rate, Origin("irr-gross", inputs))
    multiple = moic(cost=cost, proceeds=back, fair_value=row.fair_value)
    maker.money("cost", cost, Origin("cost", inputs), SINCE_INCEPTION)
    maker.money("gross proceeds", back, Origin("proceeds", inputs), SINCE_INCEPTION)
    maker.multiple("gross MOIC", multiple, Origin("moic-gross", inputs), SINCE_INCEPTION)


def _compare(row: Holding, cost: Decimal, back: Decimal, maker: Maker) -> None:
    """Tell where the schedule says other sums than the cash flows come to."""
    stated_back = (row.proceeds or NOTHING) + (row.income or NOTHING)
    has_back = row.proceeds is not None or row.income is not None
    for what, stated, computed, is_stated in (
        ("cost", row.cost_total, cost, True),
        ("proceeds and income", stated_back, back, has_back),
    ):
        if is_stated and stated != computed:
            said = f"{row.company}: the schedule says {what} of {stated:,f}"
            message = f"{said}, the cash flows come to {computed:,f}."
            hint = "Correct one of them; figures are made from the cash flows."
            maker.tell("computed-holding", Severity.WARNING, message, hint, row.place)
