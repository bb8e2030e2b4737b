"""The fields of one recipient: as their row states them, else from the account that is theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from letterbook.drafting.accounts.stated_differently import difference
from letterbook.errors import BadInput
from letterbook.finding import Finding, Severity
from letterbook.fund.accounts.account_field import AccountField
from letterbook.fund.accounts.printed_value import NO_NUMBER, Owner, PrintedValue
from letterbook.fund.recipients import Recipient, Recipients
from letterbook.record import record

if TYPE_CHECKING:
    from letterbook.fund.accounts.accounts import Accounts

MISSING, UNDEFINED, DIFFERENT = "account-missing", "account-undefined", "account-twin"
_LP, _NAME, _FUND = "lp", "name", "fund"


@record
class RowValues:
    """The texts of a recipient's fields; `faults` say why they get no copy, `told` what else there is."""

    values: Mapping[str, str]
    faults: tuple[Finding, ...] = ()
    told: tuple[Finding, ...] = ()


class RowReader:
    """Reads the rows of `people` for a letter with the fields `columns`, each with the key of its column."""

    def __init__(self, people: Recipients, columns: Mapping[str, str], accounts: Accounts | None) -> None:
        self._people, self._columns, self._accounts = people, columns, accounts

    @cached_property
    def of_accounts(self) -> Mapping[str, AccountField]:
        """The fields of the letter that are values of accounts."""
        if self._accounts is None:
            return {}
        found = ((name, self._accounts.field(name)) for name in self._columns)
        return {name: field for name, field in found if field is not None}

    @cached_property
    def unknown(self) -> Mapping[str, str]:
        """The fields of the letter that are neither columns nor values of accounts, each with its key."""
        known = self._people.positions
        return {
            name: key
            for name, key in self._columns.items()
            if key not in known and name not in self.of_accounts
        }

    def read(self, row: Recipient) -> RowValues:
        """The values of a row; each field of the letter has one, an empty one where there is none."""
        values = {name: row.values.get(key, "") for name, key in self._columns.items()}
        if not self.of_accounts or self._accounts is None:
            return RowValues(values)
        missing: dict[tuple[str, str], list[str]] = {}
        told: list[Finding] = []
        owner = Owner(*(" ".join(row.values.get(each, "").split()) for each in (_LP, _NAME, _FUND)))
        for name, field in self.of_accounts.items():
            try:
                found = self._accounts.value(owner, field)
            except BadInput as error:
                if not values[name].strip():
                    said = f"{error.message} ({error.place})" if error.place else error.message
                    missing.setdefault((said, error.hint), []).append(name)
                continue
            told += self._told(row, owner, name, values[name], found)
            if not values[name].strip():
                values[name] = found.text
        return RowValues(values, tuple(self._missing(row, owner, missing)), tuple(told))

    def _missing(
        self, row: Recipient, owner: Owner, missing: Mapping[tuple[str, str], list[str]]
    ) -> Iterator[Finding]:
        """An error for each reason, with the fields of which it is one."""
        for (reason, hint), names in missing.items():
            listed = (", " if len(names) > 2 else " and ").join(f'"{name}"' for name in names[:2])
            more = f" and {len(names) - 2} more" if len(names) > 2 else ""
            # Quoted, so that what is missing of every row is told once, whatever their names are.
            whose = f'"{owner.name or owner.lp}"' if owner.name or owner.lp else "this row"
            message = f"There is no {listed}{more} for {whose}: {reason}"
            place = self._people.place(row.line, self._columns[names[0]])
            yield Finding(MISSING, Severity.ERROR, message, hint, place)

    def _told(
        self, row: Recipient, owner: Owner, name: str, stated: str, found: PrintedValue
    ) -> Iterator[Finding]:
        """What there is to say of a value that is there: it differs from the data, or is no number."""
        place = self._people.place(row.line, self._columns[name])
        whose = owner.name or owner.lp
        if stated.strip():
            said = difference(stated, found)
        elif found.stated is not None:
            said, place = difference(found.text, found, from_sheet=True), found.stated.place or place
        else:
            said = ""
        if said:
            message = f'"{name}" of {whose} is stated as {said}.'
            yield Finding(DIFFERENT, Severity.ERROR, message, "Correct one of them.", place)
        elif found.text == NO_NUMBER and not stated.strip() and found.computed:
            message = f'"{name}" of {whose} is printed as "{NO_NUMBER}". {found.computed.undefined}'
            hint = "Say so in the letter, or state a value in a column of that name."
            yield Finding(UNDEFINED, Severity.WARNING, message, hint, place)
