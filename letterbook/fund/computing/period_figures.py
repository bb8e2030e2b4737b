"""The figures of a fund over a period: flows, returns, growth, the bridge of its values, contributions."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import pairwise

from letterbook.figure import Period
from letterbook.finding import Severity
from letterbook.fund.benchmarks import index_of
from letterbook.fund.cashflows import CashFlow, Kind
from letterbook.fund.computing.fund_view import NOTHING, FundView, Value, flows_of, places_of
from letterbook.fund.computing.holding_figures import called
from letterbook.fund.computing.maker import Maker, Origin, Subject
from letterbook.fund.computing.periods import opening_of, periods_to, years_to
from letterbook.fund.computing.steps import Step, bridge_of, steps_between
from letterbook.fund.metrics import (
    Valuation,
    annualised,
    dated_growth,
    linked_contributions,
    time_weighted_return,
    underlying_growth,
)


def make_period_figures(view: FundView, maker: Maker) -> list[Maker]:
    """Add the figures of the periods that end on the day; the makers returned have those of others."""
    year_end = view.details.fiscal_year_end if view.details else "12-31"
    others: list[Maker] = []
    recent = tuple(periods_to(view.as_of, view.valued_days, year_end))
    for period in recent:
        opening, closing = view.nav(opening_of(period)), view.nav()
        if opening and closing:
            _make_flows(view, maker, period)
            _make_returns(view, maker, period, opening, closing)
            _make_bridge(view, maker, period, opening, closing)
            others += _contribution_makers(view, period)
    starts = {period.start for period in recent}
    longer = (each for each in years_to(view.as_of, view.valued_days) if each.start not in starts)
    for period in (*recent, *longer):
        _make_weighted_return(view, maker, period)
        others += _index_makers(view, period)
    return others


def _since(rows: tuple[CashFlow, ...] | None, day: dt.date) -> tuple[CashFlow, ...] | None:
    return None if rows is None else tuple(row for row in rows if row.date > day)


def _make_flows(view: FundView, maker: Maker, period: Period) -> None:
    start = opening_of(period)
    rows = _since(view.of_investors, start)
    for name, kind, formula in (
        ("capital calls", Kind.CALL, "calls-period"),
        ("distributions in the period", Kind.DISTRIBUTION, "distributions-period"),
    ):
        if rows is not None:
            of_kind = [row for row in rows if row.kind is kind]
            total = sum((row.amount for row in of_kind), NOTHING)
            seen = of_kind or rows or view.of_investors or ()  # of nothing, what was looked through
            maker.money(name, total, Origin(formula, places_of(seen)), period)
    for name, kind, formula in (
        ("management fees", Kind.FEE, "fees-period"),
        ("expenses", Kind.EXPENSE, "expenses-period"),
    ):
        paid = view.costs(kind, start)
        if paid:
            total = sum((row.amount for row in paid), NOTHING)
            maker.money(name, total, Origin(formula, places_of(paid)), period)


def _make_returns(view: FundView, maker: Maker, period: Period, opening: Value, closing: Value) -> None:
    rows = _since(view.of_investors, opening_of(period))
    if rows is None:
        return
    flows, inputs = flows_of(rows), (*opening.inputs, *places_of(rows), *closing.inputs)
    calls = -sum((flow.amount for flow in flows if flow.amount < 0), NOTHING)
    out = sum((flow.amount for flow in flows if flow.amount > 0), NOTHING)
    simple = underlying_growth(opening=opening.amount, closing=closing.amount, calls=calls, distributions=out)
    dated = dated_growth(
        opening=opening.amount,
        closing=closing.amount,
        flows=flows,
        start=opening_of(period),
        end=view.as_of,
    )
    maker.percentage("net underlying growth", simple, Origin("growth", inputs), period)
    on_average = "net underlying growth on average capital"
    maker.percentage(on_average, dated, Origin("growth-dated", inputs), period)


def _make_weighted_return(view: FundView, maker: Maker, period: Period) -> None:
    start = opening_of(period)
    rows, days = _since(view.of_investors, start), [day for day in view.valued_days if day >= start]
    values = [(day, view.nav(day)) for day in days]
    known = [(Valuation(day, value.amount), value) for day, value in values if value]
    if rows is None or len(known) != len(values) or not known or days[-1] != view.as_of:
        return
    inputs = (*(place for _, value in known for place in value.inputs), *places_of(rows))
    total = time_weighted_return([each for each, _ in known], flows_of(rows))
    if total is None:
        return
    maker.percentage("net return", total, Origin("return-net", inputs), period)
    if (view.as_of - start).days > 366:
        yearly = annualised(total, start, view.as_of)
        maker.percentage("net annualised return", yearly, Origin("return-net-annualised", inputs), period)


def _make_bridge(view: FundView, maker: Maker, period: Period, opening: Value, closing: Value) -> None:
    made = bridge_of(view, opening_of(period), opening, closing)
    if made is None:
        return
    bridge, inputs = made
    for name, amount in bridge.steps:
        if name not in {"calls", "distributions"}:
            maker.money(f"NAV bridge {name}", amount, Origin("bridge", inputs), period)
    maker.money("NAV bridge difference", bridge.difference, Origin("bridge-difference", inputs), period)
    if bridge.difference:
        message = (
            f"The NAV bridge of {view.called} for {period.words} does not close: "
            f"{bridge.difference:,f} {view.currency} has no step."
        )
        hint = "Complete the cash flows of the period, or name the difference in the letter."
        maker.tell("computed-bridge", Severity.NOTE, message, hint, closing.inputs[0])


def _contribution_makers(view: FundView, period: Period) -> list[Maker]:
    """What each company contributed, over all periods between valuations linked."""
    start = opening_of(period)
    days = [day for day in view.valued_days if day >= start and view.holdings(day) is not None]
    navs = {day: view.nav(day) for day in days}
    if len(days) < 2 or days[0] != start or days[-1] != view.as_of:
        return []
    steps: list[tuple[Step, ...]] = []
    parts: list[dict[str, Decimal]] = []
    for first, last in pairwise(days):
        moved, base = steps_between(view, first, last), navs[first]
        if moved is None or base is None or base.amount <= 0:
            return []
        steps.append(moved)
        parts.append({step.holding.holding: step.gain / base.amount for step in moved})
    linked = linked_contributions(list(parts))
    if linked is None:
        return []
    formula = "contribution" if len(parts) == 1 else "contribution-linked"
    last_rows = {step.holding.holding: step for each in steps for step in each}
    makers = []
    for identifier, value in linked.items():
        step = last_rows[identifier]
        own = (each for moved in steps for each in moved if each.holding.holding == identifier)
        inputs = tuple(dict.fromkeys(place for each in own for place in each.inputs))
        maker = Maker(Subject(called(view, step.holding), view.currency, view.shown_as), view.as_of)
        maker.percentage("gross contribution", value, Origin(formula, inputs), period)
        makers.append(maker)
    return makers


def _index_makers(view: FundView, period: Period) -> list[Maker]:
    """The return of each index over the period, for which it needs levels of the very days or just before."""
    makers = []
    for name in dict.fromkeys(level.index for level in view.data.benchmarks.rows):
        if not view.data.benchmarks.is_sure(name):
            continue
        levels = tuple(level for level in view.data.benchmarks.rows if level.index == name)
        index, start = index_of(levels), opening_of(period)
        if not index.covers(start) or not index.covers(view.as_of):
            continue
        days = {index.day(start), index.day(view.as_of)}
        inputs = tuple(level.place for level in levels if level.date in days)
        maker = Maker(Subject(name, levels[0].currency, view.shown_as), view.as_of)
        value = index.growth(start, view.as_of) - 1
        maker.percentage("return", value, Origin("index-return", inputs), period)
        makers.append(maker)
    return makers
