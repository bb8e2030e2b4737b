"""The rows of one investor, as far as they can be relied on: else it is said why not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property

from letterbook.errors import BadInput
from letterbook.finding import Place
from letterbook.fund.accounts.ledger import Ledger
from letterbook.fund.cashflows import CashFlow
from letterbook.fund.computing.fund_view import NOTHING
from letterbook.fund.investors import Investor

_CHECK = "See what is wrong with it: letterbook figures check."


class InvestorRows:
    """The rows of the investor `lp` in a ledger; asking for what cannot be relied on raises BadInput."""

    def __init__(self, ledger: Ledger, lp: str) -> None:
        self._ledger, self._lp = ledger, lp

    def refuse_unknown(self) -> None:
        """Raise BadInput for an investor of whom there is no row at all: the name may be misspelt."""
        if not self._ledger.knows(self._lp):
            raise BadInput(
                f'No row of cashflows or nav is of the investor "{self._lp}".',
                hint="Correct the lp; for one who has paid nothing yet, add a row with 0 to nav.",
            )

    @cached_property
    def investor(self) -> Investor:
        """What the recipients say of the investor; raises BadInput where they say no commitment."""
        found = self._ledger.investor(self._lp)
        if found is None:
            raise BadInput(
                f'The recipients of the workspace say no commitment of "{self._lp}" to this fund.',
                hint="Fill in the columns lp and commitment of fund/recipients.",
            )
        self._refuse_other(found.currency, "The commitment", found.place)
        return found

    @cached_property
    def all(self) -> Sequence[CashFlow]:
        """All rows of cash flows up to the day, by date.

        Raises BadInput where one is in another currency, or some row of the fund could not be used.
        """
        if not self._ledger.is_sure_of_flows:
            raise BadInput("A row of cashflows cannot be used, so nothing is added up.", hint=_CHECK)
        rows = self._ledger.flows(self._lp)
        for row in rows:
            self._refuse_other(row.currency, "An amount", row.place)
        return rows

    @cached_property
    def flows(self) -> Sequence[CashFlow]:
        """Those between investor and fund; raises as `all` does."""
        return [row for row in self.all if row.is_of_investors]

    def worth(self, day: dt.date) -> tuple[Decimal, tuple[Place, ...]]:
        """What the investor's part was worth at the end of a day, and the row that says so.

        It is nothing before the first flow. Raises BadInput where no row says it, it is in another currency,
        or some row of the fund could not be used.
        """
        if not self._ledger.is_sure_of_values:
            raise BadInput("A row of nav cannot be used, so no balance is sure.", hint=_CHECK)
        row = self._ledger.nav(self._lp, day)
        if row is not None:
            self._refuse_other(row.currency, "The value", row.place)
            return row.nav, (row.place,)
        first = self._ledger.first_day(self._lp)
        if first is None or first > day:
            return NOTHING, ()
        raise BadInput(
            f'There is no net asset value of "{self._lp}" for {day}.',
            hint="Add a row to nav, or state the value in a column of the recipients.",
        )

    def _refuse_other(self, currency: str, what: str, place: Place) -> None:
        own = self._ledger.currency
        if (currency or own) != own:
            raise BadInput(
                f"{what} is in {currency}, the fund in {own}.",
                hint=f"Write it in {own}: two currencies are never added.",
                place=place,
            )
