"""The rows of a fund by investor: sorted once, so that a thousand accounts take one pass over them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from letterbook.fund.cashflows import OF_DISTRIBUTIONS, CashFlow, Kind, Purpose
from letterbook.fund.computing.fund_figures import committed_of
from letterbook.fund.computing.fund_view import FundView, Value
from letterbook.fund.investors import Investor
from letterbook.fund.nav import NetAssetValue


class Ledger:
    """What the data say of the investors of the fund `view` up to its day."""

    def __init__(self, view: FundView) -> None:
        self._view = view

    @property
    def currency(self) -> str:
        """The currency of the fund."""
        return self._view.currency

    @cached_property
    def committed(self) -> Value | None:
        """All commitments to the fund."""
        return committed_of(self._view)

    @property
    def is_sure_of_flows(self) -> bool:
        """Whether every row of the fund's cash flows could be used."""
        return self._view.cashflows is not None

    @property
    def is_sure_of_values(self) -> bool:
        """Whether every row of the fund's values could be used."""
        return self._view.data.navs.is_sure(self._view.identifier)

    @property
    def has_investors(self) -> bool:
        """Whether there are rows of single investors."""
        return bool(self._first_days or self._valued)

    def knows(self, lp: str) -> bool:
        """Whether any row is of an investor, of whatever day."""
        return lp in self._first_days or lp in self._valued

    def flows(self, lp: str) -> Sequence[CashFlow]:
        """All cash flows of an investor up to the day, by date."""
        return self._flows.get(lp, ())

    def first_day(self, lp: str) -> dt.date | None:
        """The day of the first cash flow of an investor, even after the day; None where there is none."""
        return self._first_days.get(lp)

    def nav(self, lp: str, day: dt.date) -> NetAssetValue | None:
        """The row that says what an investor's part was worth on a day."""
        return self._navs.get((lp, day))

    def has(self, chosen: Callable[[CashFlow], bool]) -> bool:
        """Whether there is such a row of any investor: then those who have none had nothing of the kind."""
        return any(chosen(row) for rows in self._flows.values() for row in rows)

    @cached_property
    def has_splits(self) -> bool:
        """Whether a distribution is said to be return of capital, gain or income."""
        return self.has(splits)

    @cached_property
    def has_carry(self) -> bool:
        """Whether carry was withheld from an investor."""
        return self.has(lambda row: row.kind is Kind.CARRY)

    @cached_property
    def has_recallable(self) -> bool:
        """Whether a distribution to an investor may be recalled."""
        return self.has(is_recallable)

    @cached_property
    def is_fee(self) -> Callable[[CashFlow], bool] | None:
        """What rows of investors are fees: those of that kind, else calls for them; None where none is."""
        return next((each for each in (_is_fee_paid, _is_call_for_fee) if self.has(each)), None)

    def investor(self, lp: str) -> Investor | None:
        """What the recipients say of an investor of this fund."""
        return self._view.investors.get(lp)

    @cached_property
    def _flows(self) -> Mapping[str, list[CashFlow]]:
        found: dict[str, list[CashFlow]] = {}
        for row in self._view.cashflows or ():
            if row.lp:
                found.setdefault(row.lp, []).append(row)
        return found

    @cached_property
    def _first_days(self) -> Mapping[str, dt.date]:
        found: dict[str, dt.date] = {}
        for row in self._view.data.cashflows.rows:  # by date
            if row.lp and row.fund == self._view.identifier:
                found.setdefault(row.lp, row.date)
        return found

    @cached_property
    def _navs(self) -> Mapping[tuple[str, dt.date], NetAssetValue]:
        rows = self._view.data.navs.rows
        return {(row.lp, row.as_of): row for row in rows if row.lp and row.fund == self._view.identifier}

    @cached_property
    def _valued(self) -> frozenset[str]:
        return frozenset(lp for lp, _ in self._navs)


def splits(row: CashFlow) -> bool:
    """Whether a row says what part of a distribution it is."""
    return row.kind is Kind.DISTRIBUTION and row.purpose in OF_DISTRIBUTIONS


def is_recallable(row: CashFlow) -> bool:
    """Whether a row is a distribution that may be recalled, in whole or in part."""
    return row.kind is Kind.DISTRIBUTION and (row.unfunded_effect or Decimal(0)) > 0


def _is_fee_paid(row: CashFlow) -> bool:
    return row.kind is Kind.FEE


def _is_call_for_fee(row: CashFlow) -> bool:
    return row.kind is Kind.CALL and row.purpose is Purpose.FEE
