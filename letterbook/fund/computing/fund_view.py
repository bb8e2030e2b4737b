"""What the data say of one fund up to a day, with the doubts that keep a figure from being made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from letterbook.figure import Status, UnitKind
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.cashflows import CAPITAL, COSTS, FACILITY, OF_INVESTORS, CashFlow, Kind
from letterbook.fund.computing.shown_as import shown_as
from letterbook.fund.fund_data import FundData
from letterbook.fund.fund_file import Fund, GrossMethod
from letterbook.fund.holdings import Holding
from letterbook.fund.investors import Investor
from letterbook.fund.metrics import Flow
from letterbook.fund.nav import NetAssetValue
from letterbook.record import record

NOTHING = Decimal(0)


@record
class Value:
    """An amount and the rows that it comes from."""

    amount: Decimal
    inputs: tuple[Place, ...]
    row: NetAssetValue | None = None

    @property
    def status(self) -> Status | None:
        """How far a net asset value is final."""
        return self.row.status if self.row else None


class FundView:
    """One fund on the day `as_of`: rows after that day are as if they were not there.

    Whatever would add up money in two currencies, or lacks a row that could not be read, is None; `findings`
    say of which currencies.
    """

    def __init__(self, data: FundData, identifier: str, as_of: dt.date) -> None:
        self.data, self.identifier, self.as_of = data, identifier, as_of
        self.findings: list[Finding] = []
        self._navs: dict[dt.date, Value | None] = {}

    @cached_property
    def details(self) -> Fund | None:
        """The fund's description in `fund.yaml`."""
        return self.data.fund(self.identifier)

    @cached_property
    def is_alone(self) -> bool:
        """Whether there is no other fund."""
        return len(self.data.fund_ids) == 1

    @property
    def called(self) -> str:
        """What letters call the fund."""
        return self.details.called if self.details else self.identifier

    @cached_property
    def currency(self) -> str:
        """The fund's currency, else the one of its rows; empty where nothing tells."""
        if self.details:
            return self.details.currency
        said = (
            *(row.currency for row in self._all_cashflows),
            *(row.currency for row in self._all_navs),
            *(row.currency for row in self.all_holdings),
        )
        return next((currency for currency in said if currency), "")

    @cached_property
    def shown_as(self) -> Mapping[UnitKind, str]:
        """Examples of how its figures are printed, as its description says."""
        return shown_as(self.details.rounding, self.currency) if self.details else {}

    @cached_property
    def _all_cashflows(self) -> tuple[CashFlow, ...]:
        return tuple(row for row in self.data.cashflows.rows if row.fund == self.identifier)

    @cached_property
    def _all_navs(self) -> tuple[NetAssetValue, ...]:
        return tuple(row for row in self.data.navs.rows if row.fund == self.identifier)

    @cached_property
    def all_holdings(self) -> tuple[Holding, ...]:
        """The schedule of investments of all days up to this one."""
        rows = (row for row in self.data.holdings.rows if row.fund == self.identifier)
        return tuple(row for row in rows if row.as_of <= self.as_of)

    @cached_property
    def cashflows(self) -> tuple[CashFlow, ...] | None:
        """All cash flows up to the day; None where one could not be read."""
        if not self.data.cashflows.is_sure(self.identifier):
            return None
        return tuple(row for row in self._all_cashflows if row.date <= self.as_of)

    @cached_property
    def investors(self) -> Mapping[str, Investor]:
        """What the recipients say of each investor: for this fund, or, without one, for the only fund."""
        rows = self.data.investors.rows
        of_any = {row.lp: row for row in rows if not row.fund and self.is_alone}
        return {**of_any, **{row.lp: row for row in rows if row.fund == self.identifier}}

    @cached_property
    def _managers(self) -> frozenset[str]:
        return frozenset(investor.lp for investor in self.data.investors.rows if investor.is_manager)

    @cached_property
    def of_investors(self) -> tuple[CashFlow, ...] | None:
        """The flows of the fund's investors: those of the whole fund, or of each but the manager where
        there are none of the whole.

        Calls and distributions are of one of the two; each other kind is by itself, such as a fee that one
        investor paid outside the fund.
        """
        rows = None if self.cashflows is None else [row for row in self.cashflows if row.is_of_investors]
        if rows is None:
            return None
        of_whole = {row.kind for row in rows if not row.lp}
        left_out = self._managers
        if of_whole & CAPITAL:
            of_whole |= CAPITAL
            left_out = frozenset()  # the manager's are in those of the whole fund too
        kept = [row for row in rows if not (row.lp if row.kind in of_whole else row.lp in left_out)]
        return self._in_one_currency(kept, "the flows of the investors")

    @cached_property
    def of_investments(self) -> tuple[CashFlow, ...] | None:
        """The flows between the fund and its companies."""
        return self._chosen(lambda row: row.is_of_investments, "the flows of the investments")

    @cached_property
    def flows_by_holding(self) -> Mapping[str, tuple[CashFlow, ...]]:
        """The flows of each company up to the day, in whatever currency."""
        found: dict[str, list[CashFlow]] = {}
        for row in self.cashflows or ():
            if row.is_of_investments:
                found.setdefault(row.holding, []).append(row)
        return {holding: tuple(rows) for holding, rows in found.items()}

    @cached_property
    def of_facility(self) -> tuple[CashFlow, ...] | None:
        """The draws of the credit facility and their repayments."""
        return self._chosen(lambda row: row.kind in FACILITY, "the flows of the credit facility")

    def costs(self, kind: Kind, since: dt.date) -> tuple[CashFlow, ...] | None:
        """What the fund paid after a day for its fee, its expenses or its carry: the rows of the whole fund,
        or where it has none at all, the parts of its investors.
        """
        return self._chosen(
            lambda row: (
                row.kind is kind
                and row.inside_fund
                and row.date > since
                and not (row.lp and self._has_whole_rows)
            ),
            f"what was paid for {kind}",
        )

    @cached_property
    def _has_whole_rows(self) -> bool:
        """Whether a flow of investors, or a cost, is said of the whole fund."""
        said = COSTS | OF_INVESTORS
        return any(not row.lp and row.kind in said for row in self._all_cashflows)

    def _chosen(self, chosen: Callable[[CashFlow], bool], what: str) -> tuple[CashFlow, ...] | None:
        if self.cashflows is None:
            return None
        return self._in_one_currency([row for row in self.cashflows if chosen(row)], what)

    def _in_one_currency(self, rows: Sequence[CashFlow], what: str) -> tuple[CashFlow, ...] | None:
        other = next((row for row in rows if (row.currency or self.currency) != self.currency), None)
        if other is None:
            return tuple(rows)
        self.tell_currency(what, other.currency, other.place)
        return None

    def tell_currency(self, what: str, other: str, place: Place) -> None:
        """Add that two currencies would have to be added up, once for each row."""
        message = f"In {self.called}, {what} are in {other} here and in {self.currency} elsewhere."
        hint = f"Write the amount in {self.currency}: two currencies are never added."
        finding = Finding("computed-currency", Severity.ERROR, message, hint, place)
        if finding not in self.findings:
            self.findings.append(finding)

    @cached_property
    def valued_days(self) -> tuple[dt.date, ...]:
        """The days up to this one for which there is a net asset value of the fund."""
        return tuple(sorted(day for day in self._navs_by_day if day <= self.as_of))

    @cached_property
    def _navs_by_day(self) -> Mapping[dt.date, list[NetAssetValue]]:
        found: dict[dt.date, list[NetAssetValue]] = {}
        for row in self._all_navs:
            found.setdefault(row.as_of, []).append(row)
        return found

    def nav(self, day: dt.date | None = None) -> Value | None:
        """The net asset value of a day, of this one unless another is said: that of the whole fund, else of
        all its investors but the manager.
        """
        wanted = day or self.as_of
        if wanted not in self._navs:
            self._navs[wanted] = self._nav_of(self._navs_by_day.get(wanted, ()))
        return self._navs[wanted]

    def _nav_of(self, rows: Sequence[NetAssetValue]) -> Value | None:
        if not self.data.navs.is_sure(self.identifier):
            return None
        kept = self._kept(rows)
        other = next((row for row in kept if (row.currency or self.currency) != self.currency), None)
        if other:
            self.tell_currency("the net asset values", other.currency, other.place)
        if other or not kept:
            return None
        total = sum((row.nav for row in kept), NOTHING)
        return Value(total, tuple(row.place for row in kept), kept[0])

    def _kept(self, rows: Sequence[NetAssetValue]) -> list[NetAssetValue]:
        """Of the values of a day that of the whole fund, else those of all its investors but the manager."""
        whole = [row for row in rows if not row.lp]
        return whole or [row for row in rows if row.lp not in self._managers]

    def values_with_fx(self, since: dt.date) -> tuple[NetAssetValue, ...]:
        """The values after a day up to this one that say what exchange rates have added."""
        rows = [
            row
            for day, of_day in self._navs_by_day.items()
            if since < day <= self.as_of
            for row in self._kept(of_day)
        ]
        return tuple(row for row in rows if row.fx is not None)

    def holdings(self, day: dt.date | None = None) -> tuple[Holding, ...] | None:
        """The schedule of investments of a day; None where there is none, or not all in one currency."""
        rows = self.holdings_in_any_currency(day)
        other = next((row for row in rows or () if (row.currency or self.currency) != self.currency), None)
        if other:
            self.tell_currency("the holdings", other.currency, other.place)
        return None if other else rows

    def holdings_in_any_currency(self, day: dt.date | None = None) -> tuple[Holding, ...] | None:
        """The same, whatever their currencies: for figures of each company by itself."""
        if not self.data.holdings.is_sure(self.identifier):
            return None
        rows = tuple(row for row in self.all_holdings if row.as_of == (day or self.as_of))
        return rows or None

    @property
    def is_granular(self) -> bool:
        """Whether gross figures are made from calls for investments."""
        return bool(self.details and self.details.gross_method is GrossMethod.GRANULAR)


def flows_of(rows: Iterable[CashFlow]) -> tuple[Flow, ...]:
    """The flows of rows."""
    return tuple(row.flow for row in rows)


def places_of(rows: Iterable[CashFlow | Holding | NetAssetValue]) -> tuple[Place, ...]:
    """The places of rows."""
    return tuple(row.place for row in rows)
