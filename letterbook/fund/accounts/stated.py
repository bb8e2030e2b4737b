"""What the sheet of figures states of single investors: by their `lp`, or by their name in the figure's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from letterbook.figure import Figure, Period
from letterbook.fund.accounts.account_days import AccountDays
from letterbook.fund.accounts.account_field import AccountField, Measure, Span, account_field
from letterbook.fund.table import column_key
from letterbook.record import record

_BALANCES = frozenset({"nav", "net_nav", "closing_balance"})


@record
class _Key:
    """Whose value it is, and which one."""

    lp: str
    field: AccountField


class StatedAccounts:
    """The figures of single investors among those of the sheet, for an account of these days.

    `investors` are the keys of what investors are called, each with their lp; `funds` are those of funds,
    each with its id.
    """

    def __init__(
        self,
        figures: Iterable[Figure],
        days: AccountDays,
        investors: Mapping[str, str],
        funds: Mapping[str, str],
    ) -> None:
        self._figures, self._days = figures, days
        self._investors, self._funds = investors, funds

    def figure(self, lp: str, field: AccountField) -> Figure | None:
        """The figure that states a value of an investor; one that names no fund is of any."""
        of_fund = _Key(lp, self._days.shortest(field))
        of_any = _Key(lp, replace(of_fund.field, fund=""))
        return self._found.get(of_fund) or self._found.get(of_any)

    def has(self, field: AccountField) -> bool:
        """Whether such a value is stated of any investor."""
        shortest = self._days.shortest(field)
        return any(key.field in {shortest, replace(shortest, fund="")} for key in self._found)

    @property
    def fields(self) -> tuple[tuple[str, AccountField], ...]:
        """What is stated: the lp of each investor, and which value of theirs."""
        return tuple((key.lp, key.field) for key in self._found)

    @cached_property
    def _found(self) -> Mapping[_Key, Figure]:
        found: dict[_Key, Figure] = {}
        for figure in self._figures:
            owner, name = self._owner(figure)
            field = self._field(figure, name) if owner else None
            if field is not None:
                found.setdefault(_Key(owner, field), figure)
        return found

    def _owner(self, figure: Figure) -> tuple[str, str]:
        """The lp of the investor whom a figure is about, and its name without theirs; empty for others."""
        key = column_key(figure.name)
        if figure.lp:
            return figure.lp, key.removeprefix(f"{column_key(figure.lp)}_")
        place = len(key)
        while (place := key.rfind("_", 0, place)) > 0:  # the longest name first
            lp = self._investors.get(key[:place])
            if lp is not None:
                return lp, key[place + 1 :]
        return "", ""

    def _field(self, figure: Figure, name: str) -> AccountField | None:
        """The value of this account that a figure states; None for one of another day or time."""
        called = next((each for each in self._funds if name.startswith(f"{each}_")), "")
        metric, fund = name.removeprefix(f"{called}_"), self._funds.get(called, "")
        period = figure.period
        if metric in _BALANCES:
            field = self._balance(figure.as_of)
        elif figure.as_of != self._days.as_of:
            return None
        elif period and period.start:
            field = self._of_period(metric, period)
        else:
            field = _read(metric)
        return field and self._days.shortest(replace(field, fund=fund))

    def _of_period(self, metric: str, period: Period) -> AccountField | None:
        """The value that a figure of a period states, where that is the letter's or the year's."""
        if period.end != self._days.as_of:
            return None
        spans = (Span.PERIOD, Span.YEAR)
        span = next((each for each in spans if self._days.first(each) == period.start), None)
        field = _read(metric)
        return _read(f"{column_key(field.measure)}_{column_key(span)}") if field and span else None

    def _balance(self, day: dt.date | None) -> AccountField | None:
        if day == self._days.as_of:
            return AccountField(Measure.CLOSING, Span.INCEPTION)
        spans = (Span.PERIOD, Span.YEAR)
        span = next((each for each in spans if day and day == self._days.opening(each)), None)
        return AccountField(Measure.OPENING, span) if span else None


def _read(metric: str) -> AccountField | None:
    """The value of a name; that it is net need not be said."""
    return account_field(metric, {}) or account_field(f"net_{metric}", {})
