"""`fund/benchmarks`: the levels of the indices that a fund is compared with."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import StrEnum

from letterbook.finding import Place
from letterbook.fund.data_rows import Data, DataRow, TableKind, read_rows, told_twice
from letterbook.fund.metrics import Index
from letterbook.fund.table import Table
from letterbook.record import record

BENCHMARKS = TableKind(
    "benchmarks",
    "index levels",
    ("date", "index", "level", "return_type", "currency", "source", "retrieved"),
    ("date", "index", "level"),
    owner="index",
)


class ReturnType(StrEnum):
    """Whether dividends are in an index: not at all, before or after tax on them."""

    PRICE = "price"
    TOTAL = "total"
    NET = "net"


@record
class IndexLevel:
    """The level of an index at the end of a day."""

    date: dt.date
    index: str
    level: Decimal
    return_type: ReturnType | None
    currency: str
    source: str
    retrieved: dt.date | None
    place: Place


def read_benchmarks(table: Table) -> Data[IndexLevel]:
    """The levels of a table, by date. Raises BadInput when a needed column is missing.

    `unsure` are here indices, not funds.
    """
    data = read_rows(BENCHMARKS, table, _level)
    rows = tuple(sorted(data.rows, key=lambda row: row.date))
    twice = told_twice(BENCHMARKS, (((row.date, row.index), row.place) for row in rows), "level")
    places = {finding.place for finding in twice}
    kept = tuple(row for row in rows if row.place not in places)
    unsure = data.unsure | {row.index for row in rows if row.place in places}
    return Data(kept, (*data.findings, *twice), unsure)


def index_of(levels: tuple[IndexLevel, ...]) -> Index:
    """The index that has these levels, all of one name."""
    return Index((level.date, level.level) for level in levels)


def _level(row: DataRow) -> IndexLevel | None:
    day, index, level = row.day("date"), row.text("index"), row.number("level")
    kind, currency = row.choice("return_type", ReturnType, "type of return"), row.currency()
    retrieved = row.day("retrieved")
    if level is not None and level <= 0:
        row.tell("level", f'"{row.text("level")}" is not above zero.', "An index level is above zero.")
    if day is None or not index or level is None:
        return None
    return IndexLevel(day, index, level, kind, currency, row.text("source"), retrieved, row.place("level"))
