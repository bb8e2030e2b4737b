"""A recipient's account as a table: a row for each value, a column for each time, a field in each cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from letterbook.draft import Span as TextSpan
from letterbook.draft import Text
from letterbook.drafting.partials.printable import Inlines
from letterbook.drafting.sections.fund.funds import KnownFund, chosen_funds
from letterbook.drafting.sections.fund.material import FundMaterial
from letterbook.fund.accounts.account_field import Measure, Span, account_field
from letterbook.fund.table import column_key
from letterbook.markup.recipient_tests import PREFIX, RECIPIENT, recipient_field
from letterbook.record import record

_FOR_DATA = frozenset({"lp", "commitment"})
"""The columns that make investors of recipients: amounts to count with, not to be printed as they stand."""

_NOTHING = ""
"""What stands in a cell that no value belongs in, such as an opening balance since inception."""

_SUFFIXES = {
    Span.PERIOD: (" in the period", " in period"),
    Span.YEAR: (" in the year", " in year", " year to date"),
    Span.INCEPTION: ("",),
}


@record
class AccountRowView:
    """A row of an account: its label, and what stands in each column."""

    label: str
    cells: tuple[Inlines | str, ...]


@record
class AccountTableView:
    """A recipient's account: the headings of its columns, and its rows; empty where nothing is known."""

    headings: tuple[str, ...] = ()
    rows: tuple[AccountRowView, ...] = ()

    @property
    def align(self) -> str:
        """How the columns are aligned, the one of the labels first."""
        return " ".join(("left", *("decimal" for _ in self.headings)))

    def __bool__(self) -> bool:
        return bool(self.rows)


class AccountTable:
    """Chooses the fields of an account that recipients have: in their file, or by the data of the fund."""

    def __init__(self, material: FundMaterial, fund: str) -> None:
        """Raises WrongUse for a fund that nothing knows."""
        self._material = material
        columns = frozenset(material.recipient_fields)
        self._columns = columns - _FOR_DATA if columns >= _FOR_DATA else columns
        self._fund = chosen_funds(material, fund)[0] if fund else None

    def view(self, rows: Sequence[Sequence[str]], headings: Mapping[str, str]) -> AccountTableView:
        """The table of `rows`: each a label and names of its value, of which the first known one counts.

        `headings` are those of the columns `period`, `year` and `inception`, an empty one being the period's
        name.
        """
        made = [(label, {span: self._name(names, span) for span in Span}) for label, *names in rows]
        kept = [(label, cells) for label, cells in made if any(cells.values())]
        spans = [span for span in Span if any(cells[span] for _, cells in kept)]
        if not self._has_year and Span.YEAR in spans:
            spans.remove(Span.YEAR)
        period = self._material.period.words if self._material.period else ""
        return AccountTableView(
            tuple(headings.get(span.name.casefold(), "") or period for span in spans),
            tuple(
                AccountRowView(
                    label, tuple(_cell(name) if (name := cells[span]) else _NOTHING for span in spans)
                )
                for label, cells in kept
            ),
        )

    def _field(self, names: Sequence[str]) -> str:
        """The field for a value by any of its `names`: a column of the recipients, else of the account."""
        of_column = next((name for name in names if column_key(name) in self._columns), "")
        return of_column or next((known for name in names if (known := self._of_account(name))), "")

    @property
    def _has_year(self) -> bool:
        accounts = self._material.accounts()
        return accounts is None or accounts.has_year()

    def _name(self, names: Sequence[str], span: Span) -> str:
        """The field that stands in the column of a time; empty where none is known."""
        asked = [name for each in names for name in _asked(each, span)]
        return self._field(asked)

    def _of_account(self, name: str) -> str:
        """The field of an account by its name, with the fund; empty where no data tell such a value."""
        accounts = self._material.accounts()
        called = f"{_called(self._fund)} {name}" if self._fund else name
        field = accounts.field(called) if accounts else None
        return called if accounts and field and accounts.knows(field) else ""


def _asked(name: str, span: Span) -> Iterator[str]:
    """What the value of a name may be called in the column of a time."""
    plain = account_field(name, {})
    own = plain.span if plain else Span.INCEPTION
    if span is own or (plain and plain.measure is Measure.CLOSING):
        yield name
    yield from (f"{name}{suffix}" for suffix in _SUFFIXES[span] if suffix)


def _called(fund: KnownFund) -> str:
    """What a field can call a fund: its name, or its id where that is no name of a field."""
    return fund.called if recipient_field(f"{PREFIX}{fund.called}") else fund.id


def _cell(name: str) -> Inlines:
    return Inlines((TextSpan((Text(f"«{name}»"),), (), ((RECIPIENT, name),)),))
