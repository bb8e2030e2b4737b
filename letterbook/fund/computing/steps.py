"""What happened to each company, and to the fund, between two valuations."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from letterbook.finding import Place
from letterbook.fund.cashflows import CashFlow, Kind
from letterbook.fund.computing.fund_view import NOTHING, FundView, Value, places_of
from letterbook.fund.holdings import Holding
from letterbook.fund.metrics import NavBridge
from letterbook.record import record


@record
class Step:
    """A company between two valuations; `realised` is None where its cost does not tell what was sold."""

    holding: Holding
    invested: Decimal
    proceeds: Decimal
    income: Decimal
    gain: Decimal
    realised: Decimal | None
    inputs: tuple[Place, ...]


def steps_between(view: FundView, first: dt.date, last: dt.date) -> tuple[Step, ...] | None:
    """A step for each company in the schedule of either day; None where rows are missing."""
    before, after, flows = view.holdings(first), view.holdings(last), view.of_investments
    if before is None or after is None or flows is None:
        return None
    opening = {row.holding: row for row in before}
    closing = {row.holding: row for row in after}
    latest = {**opening, **closing}
    within = [row for row in flows if first < row.date <= last]
    if any(row.holding not in latest for row in within):
        return None
    return tuple(
        _step(holding, opening.get(name), closing.get(name), [row for row in within if row.holding == name])
        for name, holding in latest.items()
    )


def _step(holding: Holding, before: Holding | None, after: Holding | None, rows: list[CashFlow]) -> Step:
    invested, proceeds, income = (
        sum((row.amount for row in rows if row.kind is kind), NOTHING)
        for kind in (Kind.INVESTMENT, Kind.PROCEEDS, Kind.INCOME)
    )
    value_before = before.fair_value if before else NOTHING
    value_after = after.fair_value if after else NOTHING
    change = value_after - value_before - invested + proceeds
    sold = _cost_of_sold(before, after, invested, proceeds)
    inputs = (*((before.place,) if before else ()), *places_of(rows), *((after.place,) if after else ()))
    realised = None if sold is None else proceeds - sold
    return Step(holding, invested, proceeds, income, change + income, realised, inputs)


def _cost_of_sold(
    before: Holding | None, after: Holding | None, invested: Decimal, proceeds: Decimal
) -> Decimal | None:
    """What was paid for that which was sold, by the current costs of both days."""
    cost_before = NOTHING if before is None else before.cost_current
    cost_after = NOTHING if after is None or after.is_gone else after.cost_current
    if cost_before is None or cost_after is None:
        return None if proceeds else NOTHING
    return cost_before + invested - cost_after


def bridge_of(
    view: FundView, start: dt.date, opening: Value, closing: Value
) -> tuple[NavBridge, tuple[Place, ...]] | None:
    """The bridge between two values of the fund, and the rows it is made of; None where data are missing."""
    steps, rows = steps_between(view, start, view.as_of), view.of_investors
    fees, expenses, carry = (view.costs(kind, start) for kind in (Kind.FEE, Kind.EXPENSE, Kind.CARRY))
    if steps is None or rows is None or fees is None or expenses is None or carry is None:
        return None
    if any(step.realised is None for step in steps):
        return None
    moved = [row for row in rows if row.date > start and row.inside_fund]
    rates = view.values_with_fx(start)
    realised = sum((step.realised or NOTHING for step in steps), NOTHING)
    income = sum((step.income for step in steps), NOTHING)
    gains = sum((step.gain for step in steps), NOTHING)
    bridge = NavBridge(
        opening=opening.amount,
        closing=closing.amount,
        calls=sum((-row.flow.amount for row in moved if row.kind is not Kind.DISTRIBUTION), NOTHING),
        distributions=sum((row.amount for row in moved if row.kind is Kind.DISTRIBUTION), NOTHING),
        realised=realised,
        unrealised=gains - income - realised,
        income=income,
        fees=_total(fees),
        expenses=_total(expenses),
        carry=_total(carry) + _accrued(closing) - _accrued(opening),
        fx=sum((row.fx or NOTHING for row in rates), NOTHING),
    )
    inputs = (
        *opening.inputs,
        *(place for step in steps for place in step.inputs),
        *places_of((*moved, *fees, *expenses, *carry, *rates)),
        *closing.inputs,
    )
    return bridge, inputs


def _total(rows: tuple[CashFlow, ...]) -> Decimal:
    return sum((row.amount for row in rows), NOTHING)


def _accrued(value: Value) -> Decimal:
    return (value.row.accrued_carry if value.row else None) or NOTHING
