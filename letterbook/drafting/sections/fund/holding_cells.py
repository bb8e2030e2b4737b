"""What a company's row in the schedule of investments prints, column by column."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal

from letterbook.drafting.sections.fund.figure_tables import CellValue
from letterbook.drafting.sections.fund.funds import KnownFund
from letterbook.drafting.sections.fund.material import FundMaterial
from letterbook.figure import Basis, Figure, Period, Unit, UnitKind
from letterbook.fund.fund_data import FundData
from letterbook.fund.holdings import Holding, SignOff
from letterbook.fund.table import column_key

_DAYS_A_YEAR = Decimal("365.25")
_SHORTEST_YEAR = 365


def holding_cells(fund: FundMaterial, known: KnownFund, row: Holding) -> Mapping[str, CellValue]:
    """The cells of a company by the keys of their columns; what there is nothing of is empty or None.

    Amounts are those of the sheet of figures where it has them. Columns of the user's own print what the
    company has cleared.
    """
    return {
        "company": row.company,
        "stage": row.stage,
        "sector": row.sector,
        "geography": row.geography,
        "instrument": row.instrument,
        "first_date": row.first_date,
        "exit_date": row.exit_date,
        "holding_period": _holding_period(row),
        "method": row.method,
        "valuation_date": row.valuation_date if row.valuation_date != row.as_of else None,
        "status": row.status.value.replace("_", " ") if row.status else "",
        "note": row.note,
        **_amounts(fund, known, row),
        **own_columns(row),
    }


def _amounts(fund: FundMaterial, known: KnownFund, row: Holding) -> Mapping[str, CellValue]:
    currency = row.currency or known.currency
    fair_value = _named(fund, known, row, "gross fair value") or _money(
        row, "fair value", row.fair_value, currency
    )
    gain = row.fair_value - row.cost_current if row.cost_current is not None else None
    before = _before(fund.data, row)
    change = row.fair_value - before.fair_value if before else None
    return {
        "ownership": _named(fund, known, row, "ownership") or _share(row, "ownership", row.ownership),
        "cost": _named(fund, known, row, "cost") or _money(row, "cost", row.cost_total, currency),
        "current_cost": _money(row, "current cost", row.cost_current, currency),
        "proceeds": _above_zero(
            _named(fund, known, row, "gross proceeds") or _money(row, "proceeds", _proceeds(row), currency)
        ),
        "fair_value": fair_value,
        "gain": _money(row, "unrealised gain", gain, currency),
        "change": _money(row, "change in fair value", change, currency, before),
        "total_value": _money(row, "total value", row.total_value, currency),
        "moic": _named(fund, known, row, "gross MOIC"),
        "irr": _annual(_named(fund, known, row, "gross IRR")),
        "weight": _weight(fund, known, row, fair_value),
        "contribution": _named(fund, known, row, "gross contribution", fund.period),
    }


def _named(
    fund: FundMaterial, known: KnownFund, row: Holding, metric: str, period: Period | None = None
) -> Figure | None:
    """The figure of the sheet, or computed, for a company; its name may begin with its fund's."""
    for name in (f"{row.company} {metric}", f"{known.called} {row.company} {metric}"):
        found = fund.figures.find(name, row.as_of, period)
        if found:
            return found
    return None


def _proceeds(row: Holding) -> Decimal | None:
    if row.proceeds is None and row.income is None:
        return None
    return (row.proceeds or Decimal(0)) + (row.income or Decimal(0))


def _annual(figure: Figure | None) -> Figure | None:
    """A rate; nothing for one of less than a year, which is no rate a year as the others of its column."""
    period = figure.period if figure else None
    is_short = period and period.start and period.end and (period.end - period.start).days < _SHORTEST_YEAR
    return None if is_short else figure


def _above_zero(figure: Figure | None) -> Figure | None:
    return figure if figure and figure.value else None


def _money(
    row: Holding, name: str, value: Decimal | None, currency: str, before: Holding | None = None
) -> Figure | None:
    if value is None:
        return None
    is_gross = name in {"fair value", "unrealised gain", "total value", "change in fair value", "proceeds"}
    return Figure(
        f"{row.company} {name}",
        value,
        Unit(UnitKind.MONEY, currency),
        as_of=row.as_of,
        basis=Basis.GROSS if is_gross else None,
        place=row.place,
        inputs=(before.place, row.place) if before else (),
    )


def _share(row: Holding, name: str, value: Decimal | None) -> Figure | None:
    if value is None:
        return None
    return Figure(f"{row.company} {name}", value, Unit(UnitKind.PERCENT), as_of=row.as_of, place=row.place)


def _weight(fund: FundMaterial, known: KnownFund, row: Holding, fair_value: Figure | None) -> Figure | None:
    """The company's part of the fund's net asset value, to a tenth of a per cent."""
    nav = fund.figures.find(f"{known.called} net NAV", row.as_of)
    if nav is None or fair_value is None or not nav.value or nav.unit != fair_value.unit:
        return None
    places = tuple(place for place in (fair_value.place, nav.place) if place)
    return Figure(
        f"{row.company} weight in NAV",
        round(fair_value.value / nav.value, 12),
        Unit(UnitKind.PERCENT),
        as_of=row.as_of,
        source="computed: fair value / NAV",
        place=row.place,
        formula="weight",
        inputs=places,
    )


def _before(data: FundData, row: Holding) -> Holding | None:
    """The row of the company on the reporting day before."""
    earlier = [
        each
        for each in data.holdings.rows
        if (each.fund, each.holding) == (row.fund, row.holding) and each.as_of < row.as_of
    ]
    return max(earlier, key=lambda each: each.as_of, default=None)


def _holding_period(row: Holding) -> Figure | None:
    """The years from the first investment to the sale, else to the day of the row."""
    last: date = row.exit_date or row.as_of
    if row.first_date is None or last < row.first_date:
        return None
    years = round(Decimal((last - row.first_date).days) / _DAYS_A_YEAR, 1)
    return Figure(
        f"{row.company} holding period",
        years,
        Unit(UnitKind.YEARS),
        as_of=row.as_of,
        place=row.place,
        formula="holding-period",
        inputs=(row.place,),
        source="computed: days from first investment to sale or valuation / 365.25",
    )


def own_columns(row: Holding) -> Mapping[str, CellValue]:
    """The columns of the user's own, by their keys, that the company has cleared."""
    cleared = {column_key(each) for each in row.cleared_fields} if row.signoff is SignOff.YES else set()
    return {column_key(name): text for name, text in row.other if column_key(name) in cleared}


def not_cleared(row: Holding, keys: Collection[str]) -> tuple[str, ...]:
    """Those of the columns `keys` that have something about a company which it has not cleared."""
    cleared = own_columns(row)
    named = ((column_key(name), name) for name, text in row.other if text)
    return tuple(name for key, name in named if key in keys and key not in cleared)
