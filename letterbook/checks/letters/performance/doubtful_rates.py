"""The rule of rates that do not exist, are not the only one, or are of less than a year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition, UsedFigure
from letterbook.checks.letters.pattern import Pattern
from letterbook.checks.letters.performance.figure_groups import figure_groups
from letterbook.checks.letters.performance.subjects import Measure, measure_of
from letterbook.fund.figure_names import basis_in, name_words

if TYPE_CHECKING:
    from letterbook.fund.computing.maker import DoubtfulRate

_SHORT_SAID = Pattern(
    r"\bnot (?:been )?annuali[sz]ed\b|\bunannuali[sz]ed\b|\bunder (?:a|one) year\b"
    r"|\b(?:less|shorter) than (?:a|one|12|twelve) (?:year|months)\b"
    r"|\bnicht (?:auf ein Jahr hochgerechnet|annualisiert)\b|\bweniger als ein Jahr\b",
    re.IGNORECASE,
)
_SEVERAL_SAID = Pattern(
    r"\b(?:no (?:single|one|unique)|not (?:unique|the only)|more than one|two|several)\b[^.]{0,30}"
    r"\b(?:rates?|IRRs?|solutions?|roots?)\b|\bnicht eindeutig\b|\bmehrere (?:Renditen|IRRs?|Lösungen)\b",
    re.IGNORECASE,
)


def rate_doubtful(edition: CheckedEdition) -> Iterator[Found]:
    """A printed IRR of which the cash flows say that it is no rate a year, or not the only one."""
    if not any(measure_of(use.figure) is Measure.IRR for use in edition.used_figures):
        return
    doubts = _doubts(edition)
    told: set[object] = set()
    for group in figure_groups(edition) if doubts else ():
        for use in group.uses:
            key = _key(use.figure.name, use.figure.basis, use.figure.as_of)
            doubt = doubts.get(key) if measure_of(use.figure) is Measure.IRR else None
            if doubt is None or key in told:
                continue
            if not (_SHORT_SAID if doubt.is_short else _SEVERAL_SAID).search(group.around):
                told.add(key)
                yield _found(use, doubt)


def _found(use: UsedFigure, doubt: DoubtfulRate) -> Found:
    message = f'{use.figure.name} is printed as "{use.text}". {doubt.sentence}'
    if doubt.is_short:
        return Found(message, "Say beside it that it is not annualised, or leave it out.", use.place)
    return Found(message, "", use.place)


def _doubts(edition: CheckedEdition) -> Mapping[object, DoubtfulRate]:
    data = edition.fund_data
    if data is None:
        return {}
    from letterbook.fund.computed import doubtful_rates  # noqa: PLC0415 - few letters print a computed rate

    days = {
        use.figure.as_of
        for use in edition.used_figures
        if use.figure.as_of and measure_of(use.figure) is Measure.IRR
    }
    found = (doubt for day in sorted(days) for doubt in doubtful_rates(data, day))
    return {_key(each.name, basis_in(each.name), each.as_of): each for each in found}


def _key(name: str, basis: object, day: date | None) -> object:
    return tuple(sorted(name_words(name))), basis, day
