"""`fund/cashflows`: the money that moved between the investors and the fund, and the fund and its companies.

Amounts are above zero; the kind of a row says which way the money went. Transaction types follow the ILPA
templates of 2025: what may be recalled is no type of its own but a row's effect on the unfunded commitment.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import StrEnum

from letterbook.finding import Place, Severity
from letterbook.fund.data_rows import Data, DataRow, TableKind, read_rows, told_twice
from letterbook.fund.metrics import Flow
from letterbook.fund.table import Table
from letterbook.record import record

CASHFLOWS = TableKind(
    "cashflows",
    "cash flows",
    (
        *("date", "fund", "lp", "level", "kind", "amount", "currency", "purpose", "unfunded_effect"),
        *("inside_fund", "holding", "ref", "source"),
    ),
    ("date", "fund", "level", "kind", "amount"),
)


class Level(StrEnum):
    """Between whom the money moved."""

    INVESTOR = "investor"
    INVESTMENT = "investment"


class Kind(StrEnum):
    """What the money was."""

    CALL = "call"
    DISTRIBUTION = "distribution"
    EQUALISATION = "equalisation"
    FEE = "fee"
    EXPENSE = "expense"
    CARRY = "carry"
    INVESTMENT = "investment"
    PROCEEDS = "proceeds"
    INCOME = "income"
    FACILITY_DRAW = "facility_draw"
    FACILITY_REPAY = "facility_repay"


class Purpose(StrEnum):
    """What a call was for, or what part of a distribution a row is."""

    INVESTMENT = "investment"
    FEE = "fee"
    EXPENSE = "expense"
    RETURN_OF_CAPITAL = "return_of_capital"
    GAIN = "gain"
    INCOME = "income"


OF_DISTRIBUTIONS = frozenset({Purpose.RETURN_OF_CAPITAL, Purpose.GAIN, Purpose.INCOME})
_OF_CALLS = frozenset(Purpose) - OF_DISTRIBUTIONS
_PURPOSES = {Kind.CALL: _OF_CALLS, Kind.DISTRIBUTION: OF_DISTRIBUTIONS}
CAPITAL = frozenset({Kind.CALL, Kind.DISTRIBUTION})
COSTS = frozenset({Kind.FEE, Kind.EXPENSE, Kind.CARRY})
OF_INVESTORS = frozenset({Kind.CALL, Kind.DISTRIBUTION, Kind.EQUALISATION})
FACILITY = frozenset({Kind.FACILITY_DRAW, Kind.FACILITY_REPAY})
_RECEIVED = frozenset({Kind.DISTRIBUTION, Kind.PROCEEDS, Kind.INCOME, Kind.FACILITY_REPAY})
_LEVELS = {
    **dict.fromkeys(OF_INVESTORS, Level.INVESTOR),
    **dict.fromkeys((Kind.INVESTMENT, Kind.PROCEEDS, Kind.INCOME), Level.INVESTMENT),
}


@record
class CashFlow:
    """One movement of money; `lp` is empty where it is that of the whole fund.

    `amount` is above zero, but for an equalisation that an earlier investor receives. `unfunded_effect` is
    what a row does to the unfunded commitment, above zero for a distribution that may be recalled; without
    it a call within the fund lowers it and nothing else changes it.
    """

    date: dt.date
    fund: str
    lp: str
    kind: Kind
    amount: Decimal
    currency: str
    purpose: Purpose | None
    unfunded_effect: Decimal | None
    inside_fund: bool
    holding: str
    ref: str
    source: str
    place: Place

    @property
    def flow(self) -> Flow:
        """The flow as the one sees it who paid it in: paid in below zero, received above."""
        return Flow(self.date, self.amount if self.kind in _RECEIVED else -self.amount)

    @property
    def is_of_investors(self) -> bool:
        """Whether money passed between investors and fund, or its manager.

        Fees, expenses and carry are paid out of what was called, and are so only where they are paid
        outside the fund.
        """
        if self.kind in COSTS:
            return not self.inside_fund
        return _LEVELS.get(self.kind) is Level.INVESTOR

    @property
    def is_of_investments(self) -> bool:
        """Whether money passed between the fund and a company."""
        return _LEVELS.get(self.kind) is Level.INVESTMENT


def read_cashflows(table: Table) -> Data[CashFlow]:
    """The cash flows of a table, by date. Raises BadInput when a needed column is missing."""
    data = read_rows(CASHFLOWS, table, _cashflow)
    rows = tuple(sorted(data.rows, key=lambda row: row.date))
    numbered = [row for row in rows if row.ref]
    twice = told_twice(CASHFLOWS, ((_key(row), row.place) for row in numbered), "cash flow")
    alike = [(_key(row), row.place) for row in rows if not row.ref]
    perhaps = told_twice(CASHFLOWS, alike, "cash flow", Severity.WARNING)
    places = {finding.place for finding in twice}
    unsure = data.unsure | {row.fund for row in numbered if row.place in places}
    return Data(rows, (*data.findings, *twice, *perhaps), unsure)


def _key(row: CashFlow) -> object:
    return row.date, row.fund, row.lp, row.kind, row.amount, row.purpose, row.holding, row.ref


def _cashflow(row: DataRow) -> CashFlow | None:
    day, fund, kind = row.day("date"), row.text("fund"), row.choice("kind", Kind, "kind of cash flow")
    _check_level(row, kind)
    amount = _amount(row, kind)
    effect = row.number("unfunded_effect")
    purpose = row.choice("purpose", Purpose, "purpose")
    currency, inside = row.currency(), row.yes_no("inside_fund", default=True)
    if purpose and kind and purpose not in _PURPOSES.get(kind, ()):
        message, hint = _not_its_purpose(kind, purpose)
        row.tell("purpose", message, hint, Severity.WARNING)
    if day is None or not fund or kind is None or amount is None:
        return None
    return CashFlow(
        day,
        fund,
        row.text("lp"),
        kind,
        amount,
        currency,
        purpose,
        effect,
        inside,
        row.text("holding"),
        row.text("ref"),
        row.text("source"),
        row.place(),
    )


def _check_level(row: DataRow, kind: Kind | None) -> None:
    level = row.choice("level", Level, "level")
    expected = _LEVELS.get(kind) if kind else None
    if level and kind and expected and level is not expected:
        message = f"A row of the kind {_words(kind)} is on the level {expected}, not {level}."
        row.tell("level", message, "Correct the level or the kind.")


def _not_its_purpose(kind: Kind, purpose: Purpose) -> tuple[str, str]:
    """The sentence about a purpose that rows of a kind cannot have, and a hint."""
    its_own = _PURPOSES.get(kind)
    if its_own is None:
        return f"A row of the kind {_words(kind)} has no purpose.", "Only calls and distributions have one."
    names = ", ".join(sorted(_words(each) for each in its_own))
    return f"A {_words(kind)} is never for {_words(purpose)}.", f"It is one of {names}."


def _amount(row: DataRow, kind: Kind | None) -> Decimal | None:
    amount = row.amount("amount")
    if amount is None:
        return None
    if amount == 0:
        row.tell("amount", "The amount is zero.", "Delete the row, or fill in its amount.")
        return None
    if amount < 0 and kind is not Kind.EQUALISATION:
        hint = "Write it without a sign: the kind of the row says which way the money went."
        row.tell("amount", f'"{row.text("amount")}" is below zero.', hint)
        return None
    return amount


def _words(kind: Kind | Purpose) -> str:
    return kind.value.replace("_", " ")
