"""The figures of each investor's part in a fund: for the firm only, since no investor may see another's."""

from __future__ import annotations

from collections.abc import Iterable

from letterbook.fund.cashflows import CashFlow
from letterbook.fund.computing.fund_figures import distributed_of, paid_in_of, unfunded_of
from letterbook.fund.computing.fund_view import FundView, flows_of, places_of
from letterbook.fund.computing.maker import SINCE_INCEPTION, Maker, Origin, Subject
from letterbook.fund.investors import Investor
from letterbook.fund.metrics import Flow, dpi, rvpi, tvpi, xirr
from letterbook.fund.nav import NetAssetValue
from letterbook.item import Audience


def investor_makers(view: FundView) -> list[Maker]:
    """A maker for each investor with flows in the fund, with its figures."""
    if view.cashflows is None:
        return []
    flows = _by_investor(row for row in view.cashflows if row.lp and row.is_of_investors)
    values = {row.lp: row for row in view.data.navs.rows if _is_of(view, row)}
    investors, makers = view.investors, []
    for lp, rows in flows.items():
        investor = investors.get(lp)
        name = _called(view, lp, investor)
        maker = Maker(Subject(name, view.currency, view.shown_as, Audience.FIRM), view.as_of)
        other = next((row for row in rows if (row.currency or view.currency) != view.currency), None)
        if other:
            view.tell_currency(f"the flows of {lp}", other.currency, other.place)
            continue
        _make(view, investor, rows, values.get(lp), maker)
        makers.append(maker)
    return makers


def _by_investor(rows: Iterable[CashFlow]) -> dict[str, list[CashFlow]]:
    found: dict[str, list[CashFlow]] = {}
    for row in rows:
        found.setdefault(row.lp, []).append(row)
    return found


def _is_of(view: FundView, row: NetAssetValue) -> bool:
    is_sure = view.data.navs.is_sure(view.identifier)
    in_currency = (row.currency or view.currency) == view.currency
    return is_sure and in_currency and row.fund == view.identifier and row.as_of == view.as_of


def _called(view: FundView, lp: str, investor: Investor | None) -> str:
    name = (investor.short or investor.name) if investor else lp
    return name if view.is_alone else f"{name} {view.called}"


def _make(
    view: FundView,
    investor: Investor | None,
    rows: list[CashFlow],
    value: NetAssetValue | None,
    maker: Maker,
) -> None:
    places, paid, out = places_of(rows), paid_in_of(rows), distributed_of(rows)
    if investor and (investor.currency or view.currency) == view.currency:
        left = unfunded_of(investor.commitment, rows)
        maker.money("committed capital", investor.commitment, Origin("committed", (investor.place,)))
        maker.money("unfunded commitment", left, Origin("unfunded", (investor.place, *places)))
    maker.money("paid-in capital", paid, Origin("paid-in", places), SINCE_INCEPTION)
    maker.money("net distributions", out, Origin("distributed", places), SINCE_INCEPTION)
    if value is None:
        return
    inputs, status, nav = (*places, value.place), value.status, value.nav
    maker.money("net NAV", nav, Origin("nav", (value.place,), status))
    for name, multiple, formula in (
        ("net DPI", dpi(distributed=out, paid_in=paid), "dpi"),
        ("net RVPI", rvpi(nav=nav, paid_in=paid), "rvpi"),
        ("net TVPI", tvpi(distributed=out, nav=nav, paid_in=paid), "tvpi"),
    ):
        maker.multiple(name, multiple, Origin(formula, inputs, status), SINCE_INCEPTION)
    rate = xirr((*flows_of(rows), Flow(view.as_of, nav)))
    maker.rate("net IRR", rate, Origin("irr-net", inputs, status))
