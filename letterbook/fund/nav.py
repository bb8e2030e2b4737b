"""`fund/nav`: what the fund, or an investor's part of it, was worth on the reporting days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from letterbook.figure import Status
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.data_rows import Data, DataRow, TableKind, read_rows, told_twice
from letterbook.fund.table import Table
from letterbook.record import record

NAV = TableKind(
    "nav",
    "net asset values",
    ("as_of", "fund", "lp", "nav", "accrued_carry", "nav_gross", "fx", "currency", "status", "source"),
    ("as_of", "fund", "nav"),
)


@record
class NetAssetValue:
    """The value of a day, after fees, expenses and accrued carry; `lp` is empty for the whole fund.

    `accrued_carry` is above zero; `nav_gross` is the value before it. `fx` is what exchange rates have added
    since the value before, below zero for a loss, as far as it is in no company's fair value.
    """

    as_of: date
    fund: str
    lp: str
    nav: Decimal
    accrued_carry: Decimal | None
    nav_gross: Decimal | None
    currency: str
    status: Status | None
    source: str
    place: Place
    fx: Decimal | None = None


def read_nav(table: Table) -> Data[NetAssetValue]:
    """The net asset values of a table, by date. Raises BadInput when a needed column is missing."""
    data = read_rows(NAV, table, _nav)
    rows = tuple(sorted(data.rows, key=lambda row: row.as_of))
    twice = told_twice(NAV, (((row.as_of, row.fund, row.lp), row.place) for row in rows), "value")
    differing = tuple(finding for row in rows if (finding := _difference(row)))
    places = {finding.place for finding in twice}
    unsure = data.unsure | {row.fund for row in rows if row.place in places}
    return Data(rows, (*data.findings, *twice, *differing), unsure)


def _difference(row: NetAssetValue) -> Finding | None:
    """A warning where the value, the carry and the value before it do not add up."""
    if row.accrued_carry is None or row.nav_gross is None:
        return None
    sum_ = row.nav + row.accrued_carry
    if sum_ == row.nav_gross:
        return None
    message = f"nav and accrued carry are {sum_:,f} together, but nav gross is {row.nav_gross:,f}."
    hint = "nav is after accrued carry and nav gross before it; correct one of the three."
    return Finding("nav-nav-gross", Severity.WARNING, message, hint, row.place)


def _nav(row: DataRow) -> NetAssetValue | None:
    as_of, fund, lp, nav = row.day("as_of"), row.text("fund"), row.text("lp"), row.amount("nav")
    carry = row.amount("accrued_carry", least=Decimal(0))
    gross, status = row.amount("nav_gross"), row.choice("status", Status, "status")
    currency = row.currency()
    if as_of is None or not fund or nav is None:
        return None
    source, fx = row.text("source"), row.amount("fx")
    place = row.place("nav")
    return NetAssetValue(as_of, fund, lp, nav, carry, gross, currency, status, source, place, fx)
