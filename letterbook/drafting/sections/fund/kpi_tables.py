"""A company's key figures: this time, last time, by how much they changed, and what was planned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from letterbook.drafting.sections.fund.figure_tables import (
    CellValue,
    FigureTable,
    Headings,
    TableRow,
    make_table,
    short_date,
)
from letterbook.drafting.sections.fund.material import FundMaterial
from letterbook.errors import WrongUse
from letterbook.figure import Figure, Unit, UnitKind
from letterbook.fund.kpis import Kpi
from letterbook.suggestion import did_you_mean

_POINTS = "(0.0) pp"
_DECIMALS = 12


def kpi_table(fund: FundMaterial, headings: Headings, metrics: Sequence[str]) -> FigureTable:
    """A row for each metric, in the order of the file or of `metrics`, on the last day up to the letter's.

    A change is in per cent of what was there before, of a rate in percentage points. The columns `this` and
    `last` are headed by their days where all metrics are of the same. Raises WrongUse for an unknown metric.
    """
    until = fund.as_of
    rows = [row for row in fund.kpis if until is None or row.date <= until]
    names = dict.fromkeys(row.metric for row in rows)
    chosen = [_known(metric, names) for metric in metrics] or list(names)
    days = sorted({row.date for row in rows}, reverse=True)
    if not days:
        return FigureTable()
    this = days[0]
    printed = [
        cells for name in chosen if (cells := _cells([row for row in rows if row.metric == name], this))
    ]
    last = {row["last"].as_of for row in printed if isinstance(row["last"], Figure)}
    shown = dict(headings)
    shown["this"] = shown.get("this") or short_date(this, fund.language)
    shown["last"] = shown.get("last") or _day(last, fund.language)
    return make_table(fund, shown, [TableRow(row) for row in printed], by_row=True)


def _day(days: set[date | None], language: str) -> str:
    found = [day for day in days if day]
    return short_date(found[0], language) if len(found) == 1 else ""


def _known(metric: str, names: Mapping[str, object]) -> str:
    found = next((name for name in names if name.casefold() == metric.casefold()), None)
    if found is None:
        hint = did_you_mean(metric, names) or f"There are: {', '.join(names) or 'none'}."
        raise WrongUse(f'There is no key figure "{metric}" in fund/kpis.', hint=hint)
    return found


def _cells(rows: Sequence[Kpi], this: date) -> Mapping[str, CellValue] | None:
    """The cells of one metric, which has nothing to say where it has no value for the day."""
    now = next((row for row in rows if row.date == this), None)
    if now is None:
        return None
    before = max((row for row in rows if row.date < this), key=lambda row: row.date, default=None)
    return {
        "metric": now.metric,
        "this": now.value,
        "last": before.value if before else None,
        "change": _change(now.value, before.value) if before else None,
        "plan": now.plan,
        "definition": now.definition,
    }


def _change(now: Figure, before: Figure) -> Figure | None:
    """By what part it changed; a rate in percentage points; None from nothing or from below."""
    if now.unit != before.unit:
        return None
    is_rate = now.unit.kind is UnitKind.PERCENT
    if not is_rate and before.value <= 0:
        return None
    difference = now.value - before.value
    value = difference if is_rate else round(difference / before.value, _DECIMALS)
    places = tuple(figure.place for figure in (now, before) if figure.place)
    return Figure(
        f"{now.name} change",
        Decimal(value),
        Unit(UnitKind.PERCENT),
        as_of=now.as_of,
        source="computed: this - last" if is_rate else "computed: this / last - 1",
        show_as=_POINTS if is_rate else "",
        place=now.place,
        formula="change",
        inputs=places,
        audience=now.audience,
    )
