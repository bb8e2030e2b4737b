"""Runway from a company's key figures: the cash of a day over the average net burn of the last months."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from letterbook.figure import Figure, Period, Unit, UnitKind
from letterbook.fund.computing.formulas import FORMULAS
from letterbook.fund.figure_names import words_of
from letterbook.fund.metrics import runway

RUNWAY = ("runway",)
"""The words of its name."""

MONTHS_AVERAGED = 3
_CASH = {("cash",), ("cash", "balance"), ("cash", "at", "bank"), ("cash", "in", "bank")}
_BURN = {("net", "burn"), ("monthly", "net", "burn"), ("burn",), ("monthly", "burn")}
_DECIMALS = 12


def runway_figures(values: Iterable[Figure]) -> tuple[Figure, ...]:
    """The runway of each day with a value of "cash", from the last three months of "net burn" up to it.

    `values` are key figures by their names, cash spent above cash received being a burn above zero. Fewer
    months are averaged where there are no more, and the period says how many; a company that burns no cash
    has no runway to tell, and two currencies are never compared.
    """
    known = tuple(values)
    cash = [figure for figure in known if words_of(figure.name) in _CASH and figure.as_of]
    burns = [figure for figure in known if words_of(figure.name) in _BURN and figure.as_of]
    made = (_runway(each, burns) for each in cash)
    return tuple(figure for figure in made if figure)


def _runway(cash: Figure, burns: Sequence[Figure]) -> Figure | None:
    months = _last_months(cash, burns)
    found = runway(cash.value, (each.value for each in months)) if months else None
    if found is None or found.months is None:
        return None
    places = tuple(place for figure in (cash, *months) if (place := figure.place))
    averaged = f"{len(months)} months' average burn" if len(months) > 1 else "one month's burn"
    return Figure(
        name="Runway",
        value=round(found.months, _DECIMALS),
        unit=Unit(UnitKind.MONTHS),
        as_of=cash.as_of,
        period=Period(averaged),
        source=f"computed: {FORMULAS['runway']}",
        place=cash.place,
        formula="runway",
        inputs=places,
        audience=cash.audience,
    )


def _last_months(cash: Figure, burns: Sequence[Figure]) -> list[Figure]:
    """The burns of the last months up to the day, one each, in the currency of the cash."""
    by_month: dict[int, Figure] = {}
    last = _month(cash.as_of)
    for figure in burns:
        month = _month(figure.as_of)
        if last - MONTHS_AVERAGED < month <= last and figure.unit == cash.unit:
            by_month[month] = figure
    return [by_month[month] for month in sorted(by_month)]


def _month(day: dt.date | None) -> int:
    return day.year * 12 + day.month if day else 0
