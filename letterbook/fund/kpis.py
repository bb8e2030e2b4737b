"""`fund/kpis`: a company's key figures, a row for each metric on each reporting day."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from letterbook.errors import LetterbookError
from letterbook.figure import Figure, Unit, UnitKind
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.cell_values import UnitOfCells, read_number, read_unit
from letterbook.fund.data_files import DataFolder
from letterbook.fund.data_rows import Data, DataRow, TableKind, read_rows, told_twice
from letterbook.fund.dates import read_period
from letterbook.fund.not_understood import NotUnderstood
from letterbook.fund.table import Table
from letterbook.item import Audience
from letterbook.record import record

KPIS = TableKind(
    "kpis",
    "key figures",
    ("date", "metric", "value", "unit", "plan", "definition", "source", "audience"),
    ("date", "metric", "value"),
)


@record
class Kpi:
    """A metric on a day: its value, what was planned, and what it means."""

    date: dt.date
    metric: str
    value: Figure
    plan: Figure | None
    definition: str
    place: Place


def kpis_of(workspace: Path) -> Data[Kpi]:
    """The key figures in the folder `fund` of a workspace; findings say what cannot be used."""
    try:
        folder = DataFolder(workspace)
        file = folder.find(KPIS.name)
        return read_kpis(file.table(KPIS.of)) if file else Data(findings=folder.hidden_tables)
    except LetterbookError as error:
        place = error.place or Place(f"fund/{KPIS.name}")
        told = Finding("kpis-file", Severity.ERROR, error.message, error.hint, place)
        return Data((), error.findings or (told,))


def read_kpis(table: Table) -> Data[Kpi]:
    """The key figures of a table, by date. Raises BadInput when a needed column is missing."""
    data = read_rows(KPIS, table, _kpi)
    rows = tuple(sorted(data.rows, key=lambda row: row.date))
    twice = told_twice(KPIS, (((row.date, row.metric.casefold()), row.place) for row in rows), "key figure")
    places = {finding.place for finding in twice}
    kept = tuple(row for row in rows if row.place not in places)
    return Data(kept, (*data.findings, *twice))


def _kpi(row: DataRow) -> Kpi | None:
    day, metric, unit = _day(row), row.text("metric"), _unit(row)
    audience = row.choice("audience", Audience, "audience") or Audience.INVESTORS
    values = {column: _value(row, column, unit) for column in ("value", "plan")}
    value, plan = values["value"], values["plan"]
    if day is None or not metric or value is None or unit is None:
        return None
    figure = Figure(
        metric,
        value,
        unit.unit,
        as_of=day,
        source=row.text("source"),
        place=row.place("value"),
        audience=audience,
    )
    planned = replace(figure, name=f"{metric} plan", value=plan, place=row.place("plan")) if plan else None
    return Kpi(day, metric, figure, planned, row.text("definition"), row.place("value"))


def _day(row: DataRow) -> dt.date | None:
    """The day in a cell; of a month or a quarter, as `Oct 2026` or `Q3 2026`, its last."""
    with suppress(NotUnderstood):
        named = read_period(row.text("date"))
        if named.end and named.start != named.end:
            return named.end
    return row.day("date")


def _unit(row: DataRow) -> UnitOfCells | None:
    """The unit of a row; where it says none, the one that the marks of its value say."""
    text = row.text("unit")
    if not text:
        with suppress(NotUnderstood):
            number = read_number(row.text("value"), ".")
            return UnitOfCells(Unit(number.kind or UnitKind.NUMBER, number.currency))
        return UnitOfCells(Unit(UnitKind.NUMBER))
    try:
        return read_unit(text)
    except NotUnderstood as error:
        row.tell("unit", error.message, error.hint)
        return None


def _value(row: DataRow, column: str, unit: UnitOfCells | None) -> Decimal | None:
    """The value in a cell in whole units; a rate as a fraction."""
    text = row.text(column)
    if not text or unit is None:
        return None
    try:
        number = read_number(text, ".")
    except NotUnderstood as error:
        row.tell(column, error.message, error.hint)
        return None
    if not number.fits(unit.unit):
        said = (
            f'in the unit "{row.text("unit")}"'
            if row.text("unit")
            else f'in the unit of "{row.text("value")}"'
        )
        row.tell(column, f'"{text}" is not {said}.', "Correct the value or its unit.")
        return None
    return number.value if number.has_marks else number.value.scaleb(unit.exponent)
