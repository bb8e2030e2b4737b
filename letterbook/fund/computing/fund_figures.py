"""The figures of a fund on a day: what was paid in and out, what it is worth, its multiples and rates."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from letterbook.errors import BadInput
from letterbook.finding import Place, Severity
from letterbook.fund.benchmarks import IndexLevel, index_of
from letterbook.fund.cashflows import CashFlow, Kind, Purpose
from letterbook.fund.computing.fund_view import NOTHING, FundView, Value, flows_of, places_of
from letterbook.fund.computing.maker import SINCE_INCEPTION, Maker, Origin
from letterbook.fund.holdings import Holding
from letterbook.fund.metrics import (
    Flow,
    direct_alpha,
    distributed,
    dpi,
    ks_pme,
    ln_pme,
    moic,
    paid_in,
    pic,
    pme_plus,
    rvpi,
    tvpi,
    unfunded,
    xirr,
)


def make_fund_figures(view: FundView, maker: Maker) -> None:
    """Add the figures of a fund that its data allow."""
    nav = view.nav()
    _tell_without_nav(view, maker, nav)
    rows = view.of_investors
    if rows:
        _make_capital(view, maker, rows)
        if nav:
            _make_multiples(maker, rows, nav)
            _make_net_rates(view, maker, rows, nav)
            _make_market_equivalents(view, maker, rows, nav)
    if nav:
        maker.money("net NAV", nav.amount, Origin("nav", nav.inputs, nav.status))
        maker.money("gross NAV", gross_nav(nav), Origin("nav-gross", nav.inputs, nav.status))
    _make_gross_figures(view, maker, nav)


def _tell_without_nav(view: FundView, maker: Maker, nav: Value | None) -> None:
    days = view.valued_days
    if nav or not days or not view.data.navs.is_sure(view.identifier):
        return
    known = ", ".join(day.isoformat() for day in days[-3:])
    message = f"There is no net asset value of {view.called} for {view.as_of}; the last are of {known}."
    hint = "Figures that need one are not computed; add a row to nav."
    maker.tell("computed-nav", Severity.NOTE, message, hint, None)


def committed_of(view: FundView) -> Value | None:
    """The fund's commitments: those of its description, else those of its investors but the manager."""
    if view.details and view.details.committed is not None:
        return Value(view.details.committed, (Place("fund/fund.yaml"),))
    investors = [
        investor
        for investor in view.data.investors.rows
        if investor.fund in {"", view.identifier} and not investor.is_manager
    ]
    single_fund = view.is_alone or all(investor.fund for investor in investors)
    in_one = {investor.currency or view.currency for investor in investors} == {view.currency}
    is_sure = view.data.investors.is_sure(view.identifier)
    if not investors or not single_fund or not in_one or not is_sure:
        return None
    return Value(
        sum((investor.commitment for investor in investors), NOTHING),
        tuple(investor.place for investor in investors),
    )


def paid_in_of(rows: Sequence[CashFlow]) -> Decimal:
    """What was paid in; an equalisation received back lowers it, and one outside the fund is no capital."""
    capital = [row for row in rows if row.kind is not Kind.EQUALISATION]
    moved = [row for row in rows if row.kind is Kind.EQUALISATION and row.inside_fund]
    return paid_in(flows_of(capital)) + sum((row.amount for row in moved), NOTHING)


def distributed_of(rows: Sequence[CashFlow]) -> Decimal:
    """What was distributed."""
    return distributed(flows_of(row for row in rows if row.kind is Kind.DISTRIBUTION))


def unfunded_of(committed: Decimal, rows: Sequence[CashFlow]) -> Decimal:
    """What may still be called, by what the rows say of it, or else by the calls within the fund."""
    called = NOTHING
    recallable = NOTHING
    for row in rows:
        if row.unfunded_effect is not None:
            recallable += row.unfunded_effect
        elif row.kind in {Kind.CALL, Kind.EQUALISATION} and row.inside_fund:
            called += row.amount
    return unfunded(committed=committed, paid_in=called, recallable=recallable)


def _make_capital(view: FundView, maker: Maker, rows: Sequence[CashFlow]) -> None:
    places = places_of(rows)
    paid = paid_in_of(rows)
    maker.money("paid-in capital", paid, Origin("paid-in", places), SINCE_INCEPTION)
    maker.money("net distributions", distributed_of(rows), Origin("distributed", places), SINCE_INCEPTION)
    committed = committed_of(view)
    if committed:
        inputs = (*committed.inputs, *places)
        maker.money("committed capital", committed.amount, Origin("committed", committed.inputs))
        left = unfunded_of(committed.amount, rows)
        maker.money("unfunded commitment", left, Origin("unfunded", inputs))
        maker.percentage("PIC", pic(paid_in=paid, committed=committed.amount), Origin("pic", inputs))
    realised = dpi(distributed=distributed_of(rows), paid_in=paid)
    maker.multiple("net DPI", realised, Origin("dpi", places), SINCE_INCEPTION)


def _make_multiples(maker: Maker, rows: Sequence[CashFlow], nav: Value) -> None:
    paid, out = paid_in_of(rows), distributed_of(rows)
    total = tvpi(distributed=out, nav=nav.amount, paid_in=paid)
    inputs = (*places_of(rows), *nav.inputs)
    maker.money("net total value", out + nav.amount, Origin("total-value", inputs, nav.status))
    for name, value, formula in (
        ("net TVPI", total, "tvpi"),
        ("net RVPI", rvpi(nav=nav.amount, paid_in=paid), "rvpi"),
        ("net MOIC", total, "moic-net"),
    ):
        maker.multiple(name, value, Origin(formula, inputs, nav.status), SINCE_INCEPTION)


def _make_net_rates(view: FundView, maker: Maker, rows: Sequence[CashFlow], nav: Value) -> None:
    inputs = (*places_of(rows), *nav.inputs)
    flows = flows_of(rows)
    rate = xirr((*flows, Flow(view.as_of, nav.amount)))
    maker.rate("net IRR", rate, Origin("irr-net", inputs, nav.status))
    facility = view.of_facility
    if facility:
        still_drawn = -sum((row.flow.amount for row in facility), NOTHING)
        _compare_drawn(view, maker, still_drawn, facility[-1])
        value = Flow(view.as_of, nav.amount + still_drawn)
        origin = Origin("irr-net-without-facility", (*inputs, *places_of(facility)), nav.status)
        maker.rate("net IRR without facility", xirr((*flows, *flows_of(facility), value)), origin)


def _compare_drawn(view: FundView, maker: Maker, drawn: Decimal, last: CashFlow) -> None:
    """Tell where the fund's description says that another sum is drawn than the flows come to."""
    stated = view.details.facility if view.details else None
    if stated is None or stated.drawn is None or stated.as_of != view.as_of or stated.drawn == drawn:
        return
    message = f"{stated.drawn:,f} of the credit facility is drawn in fund.yaml, {drawn:,f} by the cash flows."
    hint = "Correct one of them; draws and repayments are without interest, which is an expense."
    maker.tell("computed-facility", Severity.WARNING, message, hint, last.place)


def gross_nav(nav: Value) -> Decimal | None:
    """The net asset value before accrued carry, as stated or added up; None where the row says neither."""
    if nav.row is None or len(nav.inputs) > 1:
        return None
    if nav.row.nav_gross is not None:
        return nav.row.nav_gross
    return None if nav.row.accrued_carry is None else nav.amount + nav.row.accrued_carry


def _make_gross_figures(view: FundView, maker: Maker, nav: Value | None) -> None:
    """What the investments cost, brought and are worth, and the gross multiple and rate."""
    listed = view.holdings_in_any_currency()
    if listed is not None:
        held = sum(not row.is_gone for row in listed)
        maker.number("number of companies", held, Origin("count", places_of(listed)))
    holdings, rows = view.holdings(), view.of_investments
    if holdings is not None:
        fair_value = sum((row.fair_value for row in holdings), NOTHING)
        places = places_of(holdings)
        maker.money("gross fair value", fair_value, Origin("fair-value", places))
        _make_gross_multiple(view, maker, holdings)
        if rows and not view.is_granular:
            flows = (*flows_of(rows), Flow(view.as_of, fair_value))
            maker.rate("gross IRR", xirr(flows), Origin("irr-gross", (*places_of(rows), *places)))
    if view.is_granular and nav:
        _make_granular_rate(view, maker, nav)


def _make_gross_multiple(view: FundView, maker: Maker, holdings: Sequence[Holding]) -> None:
    """From the flows of the investments where there are any, else from the schedule of investments."""
    rows, inputs = view.of_investments, places_of(holdings)
    if rows is None:
        return
    if rows:
        cost, back = paid_in(flows_of(rows)), distributed(flows_of(rows))
        inputs = (*places_of(rows), *inputs)
    else:
        cost = sum((row.cost_total for row in holdings), NOTHING)
        back = sum((row.total_value - row.fair_value for row in holdings), NOTHING)
    fair_value = sum((row.fair_value for row in holdings), NOTHING)
    multiple = moic(cost=cost, proceeds=back, fair_value=fair_value)
    maker.money("invested capital", cost, Origin("cost", inputs), SINCE_INCEPTION)
    maker.money("gross proceeds", back, Origin("proceeds", inputs), SINCE_INCEPTION)
    maker.multiple("gross MOIC", multiple, Origin("moic-gross", inputs), SINCE_INCEPTION)


def _make_granular_rate(view: FundView, maker: Maker, nav: Value) -> None:
    value = gross_nav(nav)
    rows = [
        row
        for row in view.of_investors or ()
        if row.kind is Kind.DISTRIBUTION or (row.kind is Kind.CALL and row.purpose is Purpose.INVESTMENT)
    ]
    if value is None or not rows:
        return
    flows = (*flows_of(rows), Flow(view.as_of, value))
    origin = Origin("irr-gross-granular", (*places_of(rows), *nav.inputs), nav.status)
    maker.rate("gross IRR", xirr(flows), origin)


def _make_market_equivalents(view: FundView, maker: Maker, rows: Sequence[CashFlow], nav: Value) -> None:
    for name in dict.fromkeys(level.index for level in view.data.benchmarks.rows):
        if not view.data.benchmarks.is_sure(name):
            continue
        levels = tuple(
            level for level in view.data.benchmarks.rows if level.index == name and level.date <= view.as_of
        )
        other = next((each for each in levels if (each.currency or view.currency) != view.currency), None)
        if other:
            if view.currency and not _is_of_another_fund(view, other.currency):
                view.tell_currency(f"the levels of {name}", other.currency, other.place)
            continue
        if not levels:
            continue
        try:
            _make_equivalents_of(levels, view, maker, rows, nav)
        except BadInput as error:
            message = f"{name} against {view.called}: {error.message}"
            maker.tell("computed-index", Severity.WARNING, message, error.hint, levels[0].place)


def _is_of_another_fund(view: FundView, currency: str) -> bool:
    """Whether another fund is in a currency: an index in it is then meant for that one."""
    others = (view.data.fund(each) for each in view.data.fund_ids if each != view.identifier)
    return any(other is not None and other.currency == currency for other in others)


def _make_equivalents_of(
    levels: tuple[IndexLevel, ...], view: FundView, maker: Maker, rows: Sequence[CashFlow], nav: Value
) -> None:
    """Raises BadInput when the index has no level for the day of a flow."""
    flows, index, day, name = flows_of(rows), index_of(levels), view.as_of, levels[0].index
    inputs = (*places_of(rows), *nav.inputs, *(level.place for level in levels))
    ratio, alpha = ks_pme(flows, nav.amount, day, index), direct_alpha(flows, nav.amount, day, index)
    account, scaled = ln_pme(flows, day, index), pme_plus(flows, nav.amount, day, index)
    maker.multiple(f"net KS-PME against {name}", ratio, Origin("ks-pme", inputs), SINCE_INCEPTION)
    maker.rate(f"net Direct Alpha against {name}", alpha, Origin("direct-alpha", inputs))
    if account.went_short:
        message = f"The index account of {name} with the flows of {view.called} went short."
        hint = "Its rate is not computed; show KS-PME or Direct Alpha."
        maker.tell("computed-index", Severity.NOTE, message, hint, levels[0].place)
    else:
        maker.rate(f"LN-PME with {name}", account.rate, Origin("ln-pme", inputs))
    if scaled and scaled.factor > 0:
        maker.rate(f"PME+ with {name}", scaled.rate, Origin("pme-plus", inputs))
