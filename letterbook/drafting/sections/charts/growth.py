"""The data of a chart of growth: what 100 in the fund, net, and in indices has come to day by day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from letterbook.charts.chart import Growth, GrowthLine, GrowthPoint
from letterbook.drafting.sections.charts.asked import TimeOf, one_fund, titles_of
from letterbook.drafting.sections.fund.material import FundMaterial, problem
from letterbook.drafting.sections.fund.performance import indices_of
from letterbook.figure import Basis, Figure, Unit, UnitKind
from letterbook.finding import Finding, Place
from letterbook.fund.benchmarks import IndexLevel, index_of
from letterbook.fund.computing.fund_view import FundView, Value, flows_of, places_of
from letterbook.fund.metrics import Valuation, time_weighted_return
from letterbook.record import record

_HUNDRED = Decimal(100)
_DECIMALS = 12
_SHOWN = "100.0"


@record
class GrowthAsked:
    """Of which fund, from which day, against which indices (all that are known where none is named)."""

    fund: str
    since: date | None
    indices: tuple[str, ...]


def growth_chart(fund: FundMaterial, asked: GrowthAsked, texts: Mapping[str, str]) -> Growth | None:
    """The growth of the fund between its valuations, and of indices over the very same days.

    It begins on the first valuation, or the first from the day that is asked for, on which something was
    there. An index without a level for each of the days is told and left out. None where there is no return.
    """
    known = one_fund(fund, asked.fund)
    if known is None or not known.id or fund.as_of is None:
        return None
    own = _fund_line(FundView(fund.data, known.id, fund.as_of), asked.since, texts.get("net", "net"))
    if own is None:
        return None
    days = [point.date for point in own.points]
    lines = [_index_line(fund, name, days) for name in asked.indices or indices_of(fund)]
    last = own.points[-1].figure
    titles = titles_of(texts, known, fund.language, TimeOf(days[-1], days[0]), (last,))
    return Growth(titles, (own, *(line for line in lines if line)))


def _fund_line(view: FundView, since: date | None, net: str) -> GrowthLine | None:
    valued = [(day, view.nav(day)) for day in view.valued_days if since is None or day >= since]
    values = [(day, value) for day, value in valued if value is not None]
    while values and not values[0][1].amount:
        values.pop(0)
    rows = view.of_investors
    if rows is None or len(values) < 2:
        return None
    flows = flows_of(row for row in rows if row.date > values[0][0])
    points = []
    for number, (day, value) in enumerate(values):
        known = values[: number + 1]
        total = time_weighted_return([Valuation(each, value.amount) for each, value in known], flows)
        if number and total is None:
            return None
        within = [row for row in rows if values[0][0] < row.date <= day]
        inputs = (*(place for _, value in known for place in value.inputs), *places_of(within))
        grown = _HUNDRED * (1 + (total or 0))
        points.append(_point(f"{view.called} growth of 100", day, grown, inputs, value))
    return GrowthLine(f"{view.called}, {net}", tuple(points))


def _index_line(fund: FundMaterial, name: str, days: Sequence[date]) -> GrowthLine | None:
    levels = tuple(level for level in fund.data.benchmarks.rows if level.index == name)
    missing = next((day for day in days if not index_of(levels).covers(day)), None) if levels else days[0]
    if missing:
        fund.note(_not_covered(fund, name, missing))
        return None
    return GrowthLine(name, tuple(_index_points(levels, name, days)))


def _index_points(levels: tuple[IndexLevel, ...], name: str, days: Sequence[date]) -> Iterator[GrowthPoint]:
    index, places = index_of(levels), {level.date: level.place for level in levels}
    for day in days:
        read = dict.fromkeys(each for each in (index.day(days[0]), index.day(day)) if each)
        value = _HUNDRED * index.growth(days[0], day)
        yield _point(f"{name} growth of 100", day, value, tuple(places[each] for each in read), None)


def _point(name: str, day: date, value: Decimal, inputs: Sequence[Place], nav: Value | None) -> GrowthPoint:
    """A point with its rows; that of a fund is net and as final as the net asset value of the day."""
    places = tuple(dict.fromkeys(inputs))
    figure = Figure(
        name,
        round(value, _DECIMALS),
        Unit(UnitKind.NUMBER),
        as_of=day,
        basis=Basis.NET if nav else None,
        status=nav.status if nav else None,
        source=f"computed: {'100 x (1 + time-weighted return)' if nav else '100 x growth of the index'}",
        show_as=_SHOWN,
        place=places[0] if places else None,
        formula="return-net" if nav else "index-return",
        inputs=places,
    )
    return GrowthPoint(day, figure)


def _not_covered(fund: FundMaterial, name: str, day: date) -> Finding:
    message = f"There is no level of {name} for {day}, so it is left out of the chart."
    return problem("index-not-covered", message, "Add it to fund/benchmarks.", fund.place)
