"""One investor's account with a fund up to a day: each value with its rows, or why there is none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from math import isfinite

from letterbook.errors import BadInput
from letterbook.finding import Place
from letterbook.fund.accounts.account_days import AccountDays
from letterbook.fund.accounts.account_field import AccountField, Measure, Span
from letterbook.fund.accounts.investor_rows import InvestorRows
from letterbook.fund.accounts.ledger import Ledger, splits
from letterbook.fund.cashflows import CashFlow, Kind, Purpose
from letterbook.fund.computing.fund_figures import distributed_of, paid_in_of, unfunded_of
from letterbook.fund.computing.fund_view import NOTHING, flows_of, places_of
from letterbook.fund.metrics import Flow, InternalRate, dpi, rvpi, tvpi, xirr
from letterbook.fund.metrics.multiples import ratio
from letterbook.record import record

_DECIMALS = 12
"""Of a rate: fewer than approximation leaves uncertain."""

_SPLIT = {
    Measure.RETURN_OF_CAPITAL: Purpose.RETURN_OF_CAPITAL,
    Measure.GAIN: Purpose.GAIN,
    Measure.INCOME: Purpose.INCOME,
}


@record
class AccountValue:
    """A value and the rows it comes from: money in whole units of the fund's currency, a rate as a fraction.

    `amount` is None where there is no such number, such as the rate of flows that have none: `undefined`
    says why.
    """

    amount: Decimal | None
    inputs: tuple[Place, ...] = ()
    undefined: str = ""


class Account:
    """The account of the investor `lp` in the fund of a ledger."""

    def __init__(self, ledger: Ledger, lp: str, days: AccountDays) -> None:
        self._ledger, self._days = ledger, days
        self._rows = InvestorRows(ledger, lp)
        self._sums: dict[tuple[str, Span], Decimal] = {}
        self._makers: Mapping[Measure, Callable[[AccountField], AccountValue]] = {
            Measure.COMMITTED: self._committed,
            Measure.SHARE: self._share,
            Measure.PAID_IN: self._paid_in,
            Measure.FEES: self._fees,
            Measure.DISTRIBUTIONS: self._distributions,
            **dict.fromkeys(_SPLIT, self._part),
            Measure.CARRY: self._carry,
            Measure.RECALLABLE: self._recallable,
            Measure.OPENING: self._opening,
            Measure.CHANGE: self._change,
            Measure.CLOSING: self._closing,
            Measure.UNFUNDED: self._unfunded,
            Measure.IRR: self._rate,
            **dict.fromkeys((Measure.DPI, Measure.RVPI, Measure.TVPI), self._multiple),
        }

    def value(self, field: AccountField) -> AccountValue:
        """The value of a field. Raises BadInput, at the row to blame, where the data do not say it."""
        self._rows.refuse_unknown()
        return self._makers[field.measure](field)

    # Commitments

    def _committed(self, _field: AccountField) -> AccountValue:
        investor = self._rows.investor
        return AccountValue(investor.commitment, (investor.place,))

    def _share(self, _field: AccountField) -> AccountValue:
        investor, whole = self._rows.investor, self._ledger.committed
        if whole is None:
            hint = "Say committed in fund.yaml."
            raise BadInput("What was committed to the fund in all is not known.", hint=hint)
        share = ratio(investor.commitment, whole.amount)
        undefined = "" if share is not None else "Nothing is committed to the fund."
        return AccountValue(share, (investor.place, *whole.inputs), undefined)

    def _unfunded(self, _field: AccountField) -> AccountValue:
        investor, flows = self._rows.investor, self._rows.flows
        return AccountValue(unfunded_of(investor.commitment, flows), (investor.place, *places_of(flows)))

    # What was paid

    def _paid_in(self, field: AccountField) -> AccountValue:
        return AccountValue(self._paid(field), places_of(self._flows_of(field)))

    def _distributions(self, field: AccountField) -> AccountValue:
        return AccountValue(self._received(field), places_of(self._flows_of(field)))

    def _fees(self, field: AccountField) -> AccountValue:
        is_fee = self._ledger.is_fee
        if is_fee is None:
            raise BadInput(
                "The data do not say what an investor paid in fees.",
                hint="Add rows of the kind fee with an lp, or give the calls of investors a purpose.",
            )
        return _summed(filter(is_fee, self._of_time(field, self._rows.all)))

    def _carry(self, field: AccountField) -> AccountValue:
        if not self._ledger.has_carry:
            raise BadInput(
                "The data do not say what carry was withheld from an investor.",
                hint="Add rows of the kind carry with an lp.",
            )
        rows = self._of_time(field, self._rows.all)
        return _summed(row for row in rows if row.kind is Kind.CARRY)

    def _part(self, field: AccountField) -> AccountValue:
        """What of the distributions was return of capital, gain or income."""
        paid = self._paid_out(field)
        unsaid = next((row for row in paid if not splits(row)), None)
        if unsaid is not None or not self._ledger.has_splits:
            raise BadInput(
                "A distribution is not said to be return of capital, gain or income.",
                hint="Give each distribution a purpose, in a row for each part of it.",
                place=unsaid.place if unsaid else None,
            )
        return _summed(row for row in paid if row.purpose is _SPLIT[field.measure])

    def _recallable(self, field: AccountField) -> AccountValue:
        rows = self._paid_out(field)
        return AccountValue(sum((row.unfunded_effect or NOTHING for row in rows), NOTHING), places_of(rows))

    def _paid_out(self, field: AccountField) -> list[CashFlow]:
        rows = self._of_time(field, self._rows.flows)
        return [row for row in rows if row.kind is Kind.DISTRIBUTION]

    # What it is worth

    def _opening(self, field: AccountField) -> AccountValue:
        amount, inputs = self._rows.worth(self._opening_day(field))
        return AccountValue(amount, inputs)

    def _closing(self, _field: AccountField) -> AccountValue:
        amount, inputs = self._rows.worth(self._days.as_of)
        return AccountValue(amount, inputs)

    def _change(self, field: AccountField) -> AccountValue:
        """What the balance has won or lost besides what was paid in and out."""
        opening = AccountValue(NOTHING) if field.span is Span.INCEPTION else self._opening(field)
        closing, after = self._rows.worth(self._days.as_of)
        change = closing - (opening.amount or NOTHING) - self._paid(field) + self._received(field)
        return AccountValue(change, (*opening.inputs, *places_of(self._flows_of(field)), *after))

    def _multiple(self, field: AccountField) -> AccountValue:
        paid, out, inputs = self._paid(field), self._received(field), places_of(self._rows.flows)
        if field.measure is Measure.DPI:
            found = dpi(distributed=out, paid_in=paid)
        else:
            nav, after = self._rows.worth(self._days.as_of)
            inputs = (*inputs, *after)
            is_rest = field.measure is Measure.RVPI
            found = rvpi(nav=nav, paid_in=paid) if is_rest else tvpi(distributed=out, nav=nav, paid_in=paid)
        undefined = "" if found is not None else "Nothing was paid in, so there is no multiple."
        return AccountValue(found, inputs, undefined)

    def _rate(self, _field: AccountField) -> AccountValue:
        nav, after = self._rows.worth(self._days.as_of)
        found = xirr((*flows_of(self._rows.flows), Flow(self._days.as_of, nav)))
        rate = _annual(found)
        undefined = "" if rate is not None else found.sentence or "There is no rate."
        return AccountValue(rate, (*places_of(self._rows.flows), *after), undefined)

    # What several values need

    def _paid(self, field: AccountField) -> Decimal:
        return self._once("paid", field.span, lambda: paid_in_of(self._flows_of(field)))

    def _received(self, field: AccountField) -> Decimal:
        return self._once("received", field.span, lambda: distributed_of(self._flows_of(field)))

    def _once(self, what: str, span: Span, computed: Callable[[], Decimal]) -> Decimal:
        if (what, span) not in self._sums:
            self._sums[what, span] = computed()
        return self._sums[what, span]

    def _flows_of(self, field: AccountField) -> Sequence[CashFlow]:
        return self._of_time(field, self._rows.flows)

    # The time of a field

    def _of_time(self, field: AccountField, rows: Sequence[CashFlow]) -> Sequence[CashFlow]:
        """Those of some rows that are of the time of a field."""
        if field.span is Span.INCEPTION:
            return rows
        opening = self._opening_day(field)
        return [row for row in rows if row.date > opening]

    def _opening_day(self, field: AccountField) -> dt.date:
        opening = self._days.opening(field.span)
        if opening is None:
            raise BadInput(
                "The letter is about no period.",
                hint="Number the edition by quarter or half-year, such as 2026 H1, and draft it again.",
            )
        return opening


def _summed(rows: Iterable[CashFlow]) -> AccountValue:
    kept = list(rows)
    return AccountValue(sum((row.amount for row in kept), NOTHING), places_of(kept))


def _annual(found: InternalRate) -> Decimal | None:
    """The annual rate; None for less than a year, since a period's return must not look like one."""
    if found.is_under_a_year or found.annual is None or not isfinite(found.annual):
        return None
    return Decimal(f"{found.annual:.{_DECIMALS}f}")
