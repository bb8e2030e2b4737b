"""The investors, as the file of recipients has them: those with an `lp` and a commitment."""

from __future__ import annotations

from decimal import Decimal

from letterbook.finding import Place
from letterbook.fund.data_rows import Data, DataRow, TableKind, read_rows, told_twice
from letterbook.fund.table import Table
from letterbook.record import record

INVESTORS = TableKind(
    "recipients",
    "recipients",
    ("lp", "name", "short", "fund", "commitment", "currency", "class"),
    ("lp", "name", "commitment"),
    with_own_columns=True,
)
_OF_THE_MANAGER = frozenset({"gp", "general partner", "manager"})


@record
class Investor:
    """An investor's commitment; `fund` is empty where the file does not say to which."""

    lp: str
    name: str
    short: str
    fund: str
    commitment: Decimal
    currency: str
    investor_class: str
    place: Place

    @property
    def is_manager(self) -> bool:
        """Whether it is the manager itself, whose money net figures leave out."""
        return self.investor_class.casefold() in _OF_THE_MANAGER


def has_investors(table: Table) -> bool:
    """Whether a table of recipients has what makes investors of them."""
    return {"lp", "commitment"} <= set(table.positions)


def read_investors(table: Table) -> Data[Investor]:
    """The investors of a table that has them. Raises BadInput when a needed column is missing."""
    data = read_rows(INVESTORS, table, _investor)
    keys = (((row.lp, row.fund), row.place) for row in data.rows)
    twice = told_twice(INVESTORS, keys, "investor")
    places = {finding.place for finding in twice}
    kept = tuple(row for row in data.rows if row.place not in places)
    return Data(kept, (*data.findings, *twice), data.unsure)


def _investor(row: DataRow) -> Investor | None:
    lp, name, commitment = row.text("lp"), row.text("name"), row.amount("commitment", least=Decimal(0))
    currency = row.currency()
    if not lp or not name or commitment is None:
        return None
    return Investor(
        lp,
        name,
        row.text("short"),
        row.text("fund"),
        commitment,
        currency,
        row.text("class"),
        row.place("commitment"),
    )
