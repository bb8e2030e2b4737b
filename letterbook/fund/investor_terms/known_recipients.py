"""The recipients of the workspace's letters, with what may and may not be sent to each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from typing import TYPE_CHECKING

from letterbook.finding import Place
from letterbook.markup.recipient_tests import FALSE, TRUE, entries
from letterbook.record import record

if TYPE_CHECKING:
    from letterbook.fund.table import Table

LP, NAME, SHORT = "lp", "name", "short"
_FEWEST_LETTERS = 4
PUBLIC_RECORDS, EXCUSED, OBLIGATIONS = "public_records", "excused", "obligations"


@record
class KnownRecipient:
    """A row of the recipients: the `values` of its columns and their `positions` by key, and its place."""

    values: Mapping[str, str]
    place: Place
    positions: Mapping[str, int] = field(default_factory=dict)

    def text(self, column: str) -> str:
        """What stands in a column, without blanks around it; empty where there is no such column."""
        return " ".join(self.values.get(column, "").split())

    def place_of(self, column: str) -> Place:
        """Where a column of the row stands."""
        return replace(self.place, column=self.positions.get(column, 0))

    @property
    def called(self) -> str:
        """What a finding calls it."""
        return self.text(NAME) or self.text(SHORT) or self.text(LP)

    @property
    def is_public(self) -> bool:
        """Whether it may have to publish what it is sent: freedom of information laws bind it."""
        return self.text(PUBLIC_RECORDS).casefold() in TRUE

    @property
    def is_unclear(self) -> bool:
        """Whether the column for that says neither yes nor no."""
        return self.text(PUBLIC_RECORDS).casefold() not in TRUE | FALSE

    @property
    def excused(self) -> tuple[str, ...]:
        """The holdings, by id or company, that it is excused from."""
        return entries(self.text(EXCUSED))

    @property
    def obligations(self) -> tuple[str, ...]:
        """The ids of what it has been promised."""
        return entries(self.text(OBLIGATIONS))


def is_telling_name(name: str) -> bool:
    """Whether a name is long enough to be found in a text and mean nobody else."""
    return len(name) >= _FEWEST_LETTERS


def is_telling_id(lp: str) -> bool:
    """Whether an id can be nothing else in a text: it has letters and digits, as LP-0042 has."""
    return is_telling_name(lp) and any(map(str.isdigit, lp)) and any(map(str.isalpha, lp))


def recipients_of(table: Table) -> tuple[KnownRecipient, ...]:
    """The recipients of a table, in its order."""
    return tuple(KnownRecipient(row.values, table.place(row.line), table.positions) for row in table.rows)
