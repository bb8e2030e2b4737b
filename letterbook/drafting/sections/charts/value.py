"""The data of a chart of value over time: paid in, distributed and left, on each day that is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from letterbook.charts.chart import ValueOverTime, ValuePoint
from letterbook.drafting.sections.charts.asked import TimeOf, one_fund, titles_of
from letterbook.drafting.sections.fund.funds import KnownFund
from letterbook.drafting.sections.fund.material import FundMaterial
from letterbook.figure import Figure
from letterbook.fund.computing.fund_figures import distributed_of, paid_in_of
from letterbook.fund.computing.fund_view import FundView, places_of
from letterbook.fund.computing.maker import SINCE_INCEPTION, Maker, Origin, Subject

_PAID_IN, _DISTRIBUTED, _NAV = "paid-in capital", "net distributions", "net NAV"


def value_chart(
    fund: FundMaterial, name: str, since: date | None, limit: int, texts: Mapping[str, str]
) -> ValueOverTime | None:
    """The last days up to that of the letter, at most `limit`, of which all three figures are known.

    A figure of the sheet is meant before one that is computed. None where no day is known.
    """
    known = one_fund(fund, name)
    if known is None or fund.as_of is None:
        return None
    days = [day for day in _days(fund, known, fund.as_of) if since is None or day >= since]
    points = [point for day in days if (point := _point(fund, known, day))][-limit:]
    if not points:
        return None
    last = points[-1]
    figures = (last.paid_in, last.distributed, last.nav)
    titles = titles_of(texts, known, fund.language, TimeOf(last.date), figures)
    return ValueOverTime(titles, tuple(points))


def _days(fund: FundMaterial, known: KnownFund, until: date) -> tuple[date, ...]:
    stated = set(fund.figures.days(f"{known.called} {_NAV}", until))
    valued = FundView(fund.data, known.id, until).valued_days if known.id else ()
    return tuple(sorted(stated | set(valued)))


def _point(fund: FundMaterial, known: KnownFund, day: date) -> ValuePoint | None:
    computed = {figure.name: figure for figure in _computed(fund, known, day)}
    found = [
        fund.figures.find(f"{known.called} {metric}", day) or computed.get(f"{known.called} {metric}")
        for metric in (_PAID_IN, _DISTRIBUTED, _NAV)
    ]
    figures = [figure for figure in found if figure]
    return ValuePoint(day, *figures) if len(figures) == len(found) else None


def _computed(fund: FundMaterial, known: KnownFund, day: date) -> Iterator[Figure]:
    """The three figures of a day by the cash flows and net asset values, as far as there are any."""
    if not known.id:
        return
    view = FundView(fund.data, known.id, day)
    maker = Maker(Subject(view.called, view.currency, view.shown_as), day)
    rows, nav = view.of_investors, view.nav()
    if rows:
        places = places_of(rows)
        maker.money(_PAID_IN, paid_in_of(rows), Origin("paid-in", places), SINCE_INCEPTION)
        maker.money(_DISTRIBUTED, distributed_of(rows), Origin("distributed", places), SINCE_INCEPTION)
    if nav:
        maker.money(_NAV, nav.amount, Origin("nav", nav.inputs, nav.status))
    yield from maker.figures
