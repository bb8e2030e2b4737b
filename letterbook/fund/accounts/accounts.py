"""The accounts of all investors on the day of a letter: each value as it is printed, stated or computed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from letterbook.errors import BadInput
from letterbook.figure import Figure, Unit, UnitKind
from letterbook.figure_format import format_figure, format_value
from letterbook.fund.accounts.account import Account
from letterbook.fund.accounts.account_days import AccountDays
from letterbook.fund.accounts.account_field import AccountField, Measure, account_field
from letterbook.fund.accounts.ledger import Ledger
from letterbook.fund.accounts.printed_value import NO_NUMBER, Owner, PrintedValue
from letterbook.fund.accounts.stated import StatedAccounts
from letterbook.fund.computing.fund_view import FundView
from letterbook.fund.computing.shown_as import shown_in_accounts
from letterbook.fund.fund_data import FundData
from letterbook.fund.table import column_key


class Accounts:
    """The accounts that the data and the sheet of figures tell, on one day and for one period."""

    def __init__(
        self,
        data: FundData,
        figures: Iterable[Figure],
        as_of: dt.date,
        period_start: dt.date | None = None,
    ) -> None:
        self._data, self._figures = data, tuple(figures)
        self._as_of, self._period_start = as_of, period_start
        self._ledgers: dict[str, Ledger] = {}
        self._accounts: dict[tuple[str, str], Account] = {}
        self._stated: dict[str, StatedAccounts] = {}
        self._examples: dict[tuple[str, Unit], str] = {}

    def field(self, name: str) -> AccountField | None:
        """The value of an account that a recipient's field of this name means; None for any other field."""
        return account_field(name, self._funds)

    def value(self, owner: Owner, field: AccountField) -> PrintedValue:
        """A value of somebody's account.

        Raises BadInput, at the row that is to blame, where neither the sheet states it nor the data have it.
        """
        lp = self._lp(owner)
        fund = field.fund or self._fund(owner)
        stated = self._sheet(fund).figure(lp, field)
        unit = stated.unit if stated else self._unit(field, fund)
        like = self._like(fund, unit)
        try:
            computed = self._account(lp, fund).value(field)
        except BadInput:
            if stated is None:
                raise
            computed = None
        amount = stated.value if stated else computed.amount if computed else None
        shown = NO_NUMBER if amount is None else format_value(amount, unit, like=like)
        text = format_figure(stated) if stated and stated.show_as else shown
        return PrintedValue(text, unit, like, stated, computed)

    def stated(self) -> Iterator[PrintedValue]:
        """What the sheet states of investors, each value with what the data come to where they have it.

        Of several funds those that the names of figures say.
        """
        known = self._fund_ids
        for fund in known:
            for lp, field in self._sheet(fund).fields:
                if field.fund == fund or (not field.fund and len(known) == 1):
                    yield self.value(Owner(lp, lp, fund), field)

    def knows(self, field: AccountField) -> bool:
        """Whether the data, or the sheet, have a value of this kind for investors of some fund."""
        funds = (field.fund,) if field.fund else self._fund_ids or ("",)
        return any(
            self._sheet(fund).has(field) or _tells(self._ledger(fund), field, self._days(fund))
            for fund in funds
        )

    def has_year(self) -> bool:
        """Whether the year is another time than the letter's period, in some fund."""
        return any(self._days(fund).has_year for fund in self._fund_ids or ("",))

    # Who, and of which fund

    def _lp(self, owner: Owner) -> str:
        lp = owner.lp or self._called.get(column_key(owner.name), "")
        if not lp:
            raise BadInput(
                f'Which investor "{owner.name}" is, the row does not say.',
                hint="Add a column lp, with the name that cashflows and nav have for the investor.",
            )
        return lp

    def _fund(self, owner: Owner) -> str:
        """The id of the fund that a row means: the one it names, else the only one."""
        known = self._fund_ids
        if owner.fund:
            found = self._funds.get(column_key(owner.fund))
            if found is None:
                raise BadInput(f'There is no fund "{owner.fund}".', hint=f"There are: {', '.join(known)}.")
            return found
        if not known and self._figures:
            return ""
        if not known:
            hint = "Add cashflows and nav to the folder fund, or a column to the recipients."
            raise BadInput("There are no data of a fund.", hint=hint)
        if len(known) > 1:
            called = next((fund.called for fund in self._data.funds), known[0])
            raise BadInput(
                "Of which fund the account is, neither the letter nor the row says.",
                hint=f"Write {{{{ recipient.{called} paid-in capital }}}}, or add a column fund.",
            )
        return known[0]

    @cached_property
    def _fund_ids(self) -> tuple[str, ...]:
        return self._data.fund_ids

    @cached_property
    def _funds(self) -> Mapping[str, str]:
        """The ids of the funds, by the keys of what letters call them and of the ids themselves."""
        described = {column_key(fund.called): fund.id for fund in self._data.funds}
        return described | {column_key(identifier): identifier for identifier in self._fund_ids}

    @cached_property
    def _called(self) -> Mapping[str, str]:
        """The investors by the keys of their names; those of a name that two have are left out."""
        found: dict[str, set[str]] = {}
        for row in self._data.investors.rows:
            for name in filter(None, (row.name, row.short)):
                found.setdefault(column_key(name), set()).add(row.lp)
        return {name: min(lps) for name, lps in found.items() if len(lps) == 1}

    # What is known

    def _unit(self, field: AccountField, fund: str) -> Unit:
        is_money = field.kind is UnitKind.MONEY
        return Unit(field.kind, self._ledger(fund).currency if is_money else "")

    def _like(self, fund: str, unit: Unit) -> str:
        """An example of how such values are printed; empty for the house format."""
        if (fund, unit) not in self._examples:
            shown = shown_in_accounts(self._data.fund(fund), unit.currency)
            self._examples[fund, unit] = shown.get(unit.kind, "")
        return self._examples[fund, unit]

    def _days(self, fund: str) -> AccountDays:
        details = self._data.fund(fund)
        year_end = details.fiscal_year_end if details else "12-31"
        return AccountDays(self._as_of, self._period_start, year_end)

    def _ledger(self, fund: str) -> Ledger:
        if fund not in self._ledgers:
            self._ledgers[fund] = Ledger(FundView(self._data, fund, self._as_of))
        return self._ledgers[fund]

    def _account(self, lp: str, fund: str) -> Account:
        if (lp, fund) not in self._accounts:
            self._accounts[lp, fund] = Account(self._ledger(fund), lp, self._days(fund))
        return self._accounts[lp, fund]

    def _sheet(self, fund: str) -> StatedAccounts:
        if fund not in self._stated:
            days = self._days(fund)
            self._stated[fund] = StatedAccounts(self._figures, days, self._called, self._funds)
        return self._stated[fund]


def _tells(ledger: Ledger, field: AccountField, days: AccountDays) -> bool:
    """Whether the rows of investors tell such values."""
    if not ledger.has_investors or (field.is_of_a_time and days.opening(field.span) is None):
        return False
    told: Mapping[Measure, Callable[[], bool]] = {
        Measure.FEES: lambda: ledger.is_fee is not None,
        Measure.CARRY: lambda: ledger.has_carry,
        Measure.RECALLABLE: lambda: ledger.has_recallable,
        Measure.SHARE: lambda: ledger.committed is not None,
        **dict.fromkeys((Measure.RETURN_OF_CAPITAL, Measure.GAIN, Measure.INCOME), lambda: ledger.has_splits),
    }
    return told.get(field.measure, lambda: True)()
