"""The investors, as the file of recipients has them: those with an `lp` and a commitment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from letterbook.finding import Finding, Place, Severity
from letterbook.fund.data_rows import Data, DataRow, TableKind, read_rows, told_twice
from letterbook.fund.repeated import told_once
from letterbook.fund.table import Table, column_key
from letterbook.record import record
from letterbook.suggestion import closest

INVESTORS = TableKind(
    "recipients",
    "recipients",
    ("lp", "name", "short", "fund", "commitment", "currency", "class"),
    ("lp", "name", "commitment"),
    with_own_columns=True,
)
_NEEDED = ("lp", "commitment")
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
    return set(_NEEDED) <= set(table.positions)


def nearly_investors(table: Table) -> Iterator[Finding]:
    """A warning where one of the two columns that make investors of recipients has nearly its name."""
    found = [column for column in _NEEDED if column in table.positions]
    unknown = [name for name in table.columns if column_key(name) not in INVESTORS.columns]
    for column in _NEEDED if found else ():
        near = closest(column, unknown) or next((name for name in unknown if _holds(name, column)), "")
        if column not in found and near:
            message = f'There is no column "{column}", so no account of an investor is made.'
            place = table.place(table.header_line, column_key(near))
            yield Finding(
                "recipients-column", Severity.WARNING, message, f'Is it "{near}"? Rename it.', place
            )


def _holds(name: str, column: str) -> bool:
    """Whether the name of a column holds a short one of ours, which is near to nothing: `lp id`."""
    key = column_key(name)
    return key.startswith(column) or key.endswith(f"_{column}")


def read_investors(table: Table) -> Data[Investor]:
    """The investors of a table that has them, each once. Raises BadInput when a needed column is missing.

    Rows with the same `lp` and fund are contacts of one investor, who each get a letter.
    """
    data = read_rows(INVESTORS, table, _investor)
    said = {row.line: tuple(row.values.values()) for row in table.rows}
    twice = told_twice(INVESTORS, ((said[row.place.line], row.place) for row in data.rows), "recipient")
    first: dict[tuple[str, str], Investor] = {}
    for row in data.rows:
        first.setdefault((row.lp, row.fund), row)
    differing = told_once(_differing(data.rows, first))
    return Data(tuple(first.values()), (*data.findings, *twice, *differing), data.unsure)


def _differing(rows: Iterable[Investor], first: Mapping[tuple[str, str], Investor]) -> Iterator[Finding]:
    """An error for each contact of an investor whose commitment is not that of the first one."""
    for row in rows:
        one = first[row.lp, row.fund]
        if (row.commitment, row.currency) != (one.commitment, one.currency):
            message = f'"{row.lp}" has another commitment here than in row {one.place.line}.'
            hint = "Contacts of one investor have its commitment; another investor has another lp."
            yield Finding("recipients-commitment", Severity.ERROR, message, hint, row.place)


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
