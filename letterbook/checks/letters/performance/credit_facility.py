"""The rule of returns with and without the credit facility."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition, UsedFigure
from letterbook.checks.letters.pattern import Pattern
from letterbook.checks.letters.performance.subjects import (
    Measure,
    Subjects,
    is_without_facility,
    measure_of,
)
from letterbook.checks.letters.sentences import sentences
from letterbook.figure import Basis
from letterbook.fund.figure_names import basis_in
from letterbook.record import record

if TYPE_CHECKING:
    from letterbook.fund.fund_data import FundData
    from letterbook.fund.fund_file import Fund

_FACILITY = Pattern(
    r"\b(?:(?:credit|subscription|capital[- ]call|bridge|bridging|borrowing|fund|revolving|bank)"
    r" (?:facilit(?:y|ies)|lines?)|facilit(?:y|ies)|lines? of credit|sub(?:scription)?[- ]?lines?"
    r"|fund[- ]level (?:borrowing|leverage|debt)|Kreditlinien?|(?:Kredit)?[Ff]azilität(?:en)?)\b",
    re.IGNORECASE,
)
_RETURN = Pattern(
    r"\b(?:X?IRRs?|internal rates? of return|returns?(?! (?:on|to|of|from))|performance|Renditen?)\b",
    re.IGNORECASE,
)


@record
class _Rates:
    """The first printed rates of a fund, net and gross, with the credit facility unless they say so."""

    net: UsedFigure | None = None
    net_without: tuple[UsedFigure, ...] = ()
    gross_without: UsedFigure | None = None


def facility_unsaid(edition: CheckedEdition) -> Iterator[Found]:
    """A net IRR of a fund with a credit facility that stands alone, or beside a gross one without it."""
    rates = [use for use in edition.used_figures if _is_rate(use)]
    data = edition.fund_data if any(use.figure.basis is Basis.NET for use in rates) else None
    if data is None:
        return
    subjects = Subjects(data)
    for fund in data.funds:
        found = _rates([use for use in rates if subjects.fund(use.figure) is fund])
        if found.net is None or not _has_facility(fund, data):
            continue
        if any(each.figure.as_of == found.net.figure.as_of for each in found.net_without):
            continue
        basis = "" if basis_in(found.net.figure.name) else " net"
        shown = f"{found.net.figure.name} ({found.net.text}{basis}) is with the credit facility"
        if found.gross_without:
            message = f"{shown}, the gross one ({found.gross_without.text}) without it."
            yield Found(message, "Show both without it, or both with it.", found.net.place)
        elif not _is_explained(edition):
            hint = f"Show {fund.called} net IRR without facility too, or say in a sentence what it changes."
            yield Found(f"{shown}, and nothing says what it is without it.", hint, found.net.place)


def _is_rate(use: UsedFigure) -> bool:
    return use.predecessor is None and measure_of(use.figure) is Measure.IRR


def _rates(own: list[UsedFigure]) -> _Rates:
    net = [use for use in own if use.figure.basis is Basis.NET]
    without = tuple(use for use in net if is_without_facility(use.figure))
    gross = (use for use in own if use.figure.basis is Basis.GROSS and is_without_facility(use.figure))
    first = next((use for use in net if not is_without_facility(use.figure)), None)
    return _Rates(first, without, next(gross, None))


def _has_facility(fund: Fund, data: FundData) -> bool:
    """Whether the fund's description or its cash flows tell of a credit facility."""
    from letterbook.fund.cashflows import FACILITY  # noqa: PLC0415 - the data are there, and so is this

    said = fund.facility
    if said.has or said.limit or said.drawn:
        return True
    return any(row.fund == fund.id and row.kind in FACILITY for row in data.cashflows.rows)


def _is_explained(edition: CheckedEdition) -> bool:
    """Whether a sentence anywhere, disclosures included, speaks of the facility and of returns."""
    text = edition.text
    if not _FACILITY.search(text):
        return False
    return any(
        _FACILITY.search(text, start, end) and _RETURN.search(text, start, end)
        for start, end in sentences(text)
    )
