"""The names of the values in an investor's account: `paid-in capital in the period`, `net IRR`.

What they are follows the capital account statement of Invest Europe's Investor Reporting Guidelines and the
ILPA reporting template: for the period, the year to date and since inception.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from letterbook.figure import UnitKind
from letterbook.fund.table import column_key
from letterbook.record import record


class Measure(StrEnum):
    """What is measured, by its name in letters."""

    COMMITTED = "committed capital"
    SHARE = "share of the fund"
    PAID_IN = "paid-in capital"
    FEES = "fees"
    DISTRIBUTIONS = "distributions"
    RETURN_OF_CAPITAL = "return of capital"
    GAIN = "gain"
    INCOME = "income"
    CARRY = "carry withheld"
    RECALLABLE = "recallable distributions"
    OPENING = "opening balance"
    CHANGE = "change in value"
    CLOSING = "closing balance"
    UNFUNDED = "unfunded commitment"
    IRR = "net IRR"
    DPI = "net DPI"
    RVPI = "net RVPI"
    TVPI = "net TVPI"


class Span(StrEnum):
    """The time that a value is of: the letter's period, the fund's year up to its day, or all of it."""

    PERIOD = "in the period"
    YEAR = "in the year"
    INCEPTION = "since inception"


OF_A_TIME = frozenset(
    {
        *(Measure.PAID_IN, Measure.FEES, Measure.DISTRIBUTIONS, Measure.RETURN_OF_CAPITAL, Measure.GAIN),
        *(Measure.INCOME, Measure.CARRY, Measure.RECALLABLE, Measure.CHANGE),
    }
)
"""What is measured over a time; the opening balance is that of a period or a year, all else of a day."""

_MULTIPLES = frozenset({Measure.DPI, Measure.RVPI, Measure.TVPI})
_RATES = frozenset({Measure.SHARE, Measure.IRR})
_ALSO_CALLED = {
    "committed": Measure.COMMITTED,
    "share": Measure.SHARE,
    "paid in": Measure.PAID_IN,
    "paid": Measure.PAID_IN,
    "net distributions": Measure.DISTRIBUTIONS,
    "recallable": Measure.RECALLABLE,
    "unfunded": Measure.UNFUNDED,
    "net NAV": Measure.CLOSING,
}
_SPANS_CALLED = {
    **{span.value: span for span in Span},
    "in period": Span.PERIOD,
    "in year": Span.YEAR,
    "year to date": Span.YEAR,
}
_MEASURES = {column_key(name): measure for name, measure in _ALSO_CALLED.items()} | {
    column_key(measure): measure for measure in Measure
}
_SUFFIXES = {f"_{column_key(name)}": span for name, span in _SPANS_CALLED.items()}


@record
class AccountField:
    """One value of an account; `fund` is the id of the fund that its name begins with, if it does."""

    measure: Measure
    span: Span
    fund: str = ""

    @property
    def kind(self) -> UnitKind:
        """What the value counts."""
        if self.measure in _MULTIPLES:
            return UnitKind.MULTIPLE
        return UnitKind.PERCENT if self.measure in _RATES else UnitKind.MONEY

    @property
    def is_of_a_time(self) -> bool:
        """Whether it is of the letter's period or of the year, and not of all time or of a day."""
        return self.span is not Span.INCEPTION

    @property
    def name(self) -> str:
        """Its name, without the fund."""
        return f"{self.measure} {self.span}" if self.is_of_a_time else self.measure.value


def account_field(name: str, funds: Mapping[str, str]) -> AccountField | None:
    """The value of an account that a recipient's field means by its name; None where it means none.

    `funds` are the ids of funds by the keys of what letters call them: `Fund II net IRR`.
    """
    key = column_key(name)
    found = _field(key, "")
    if found is not None:
        return found
    for called, identifier in funds.items():
        if key.startswith(f"{called}_"):
            return _field(key.removeprefix(f"{called}_"), identifier)
    return None


def is_account_field(name: str) -> bool:
    """Whether a field may be a value of an account: by its whole name, or the end of it behind a fund's."""
    key = column_key(name)
    return _field(key, "") is not None or any(
        _field(key[place + 1 :], "") is not None for place, mark in enumerate(key) if mark == "_"
    )


def _field(key: str, fund: str) -> AccountField | None:
    measure = _MEASURES.get(key)
    if measure is not None:
        span = Span.PERIOD if measure is Measure.OPENING else Span.INCEPTION
        return AccountField(measure, span, fund)
    for suffix, span in _SUFFIXES.items():
        measure = _MEASURES.get(key.removesuffix(suffix)) if key.endswith(suffix) else None
        may_be = measure in OF_A_TIME or (measure is Measure.OPENING and span is not Span.INCEPTION)
        if measure is not None and may_be:
            return AccountField(measure, span, fund)
    return None
