"""Rows of single investors against those of the whole fund: they may be fewer, but not more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Iterator
from decimal import Decimal

from letterbook.finding import Finding, Place, Severity
from letterbook.fund.cashflows import CAPITAL, CashFlow
from letterbook.fund.nav import NetAssetValue
from letterbook.record import record


@record
class _Entry:
    """One row: what it is part of, whose it is, and how much."""

    key: Hashable
    fund: str
    lp: str
    amount: Decimal
    what: str
    day: dt.date
    place: Place


def investor_sums(cashflows: Iterable[CashFlow], navs: Iterable[NetAssetValue]) -> Iterator[Finding]:
    """Warnings for rows of investors that the rows of their fund do not hold.

    A fund that has rows of its own gets its figures from those alone.
    """
    flows = [
        _Entry(
            (row.fund, row.kind, row.date, row.currency),
            row.fund,
            row.lp,
            row.amount,
            f"{row.kind}s",
            row.date,
            row.place,
        )
        for row in cashflows
        if row.kind in CAPITAL and row.inside_fund
    ]
    values = [
        _Entry((row.fund, row.as_of, row.currency), row.fund, row.lp, row.nav, "values", row.as_of, row.place)
        for row in navs
    ]
    yield from _compared("cashflows-investors", flows)
    yield from _compared("nav-investors", values)


def _compared(identifier: str, entries: list[_Entry]) -> Iterator[Finding]:
    whole: dict[Hashable, Decimal] = {}
    for entry in entries:
        if not entry.lp:
            whole[entry.key] = whole.get(entry.key, Decimal(0)) + entry.amount
    with_own_rows = {entry.fund for entry in entries if not entry.lp}
    parts: dict[Hashable, list[_Entry]] = {}
    for entry in entries:
        if entry.lp and entry.fund in with_own_rows:
            parts.setdefault(entry.key, []).append(entry)
    for key, rows in parts.items():
        first, total = rows[0], sum((row.amount for row in rows), Decimal(0))
        if key not in whole:
            message = f"There are {first.what} of investors on {first.day}, but none of the whole fund."
            hint = "Add a row without an lp: the figures of the fund are made from those."
        elif total > whole[key]:
            message = (
                f"The {first.what} of investors on {first.day} are {total:,f} together, "
                f"but {whole[key]:,f} of the whole fund."
            )
            hint = "Correct one of them."
        else:
            continue
        yield Finding(identifier, Severity.WARNING, message, hint, first.place)
