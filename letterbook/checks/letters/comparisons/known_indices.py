"""What the data of the fund say of the indices that a letter compares it with."""

from __future__ import annotations

import re

from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.pattern import Pattern
from letterbook.checks.letters.vocabulary import INDEX
from letterbook.record import record

_GOES_ON = r"(?:[ -](?:[A-Z][\w&-]*|[0-9]{2,4}(?![0-9]|[.,][0-9]|\s?(?:%|per|Pro))))*"
INDEX_NAME = Pattern(rf"(?:{INDEX.pattern}){_GOES_ON}")
"""An index by its whole name: MSCI World, S&P 500, but not the number of its return."""
NAME_GOES_ON = Pattern(rf"{_GOES_ON}(?:\s*\([^()0-9%]*\))?")
"""What may follow the first word of its name."""

_OF_AN_INDEX = Pattern(r"\b(?:return|growth|index|alpha)\b|\bPME", re.IGNORECASE)


@record
class KnownIndex:
    """An index of which the workspace has levels; an empty text is not known.

    `full_name` is empty where it has no other than `name`. `fund_currencies` are those of the funds.
    """

    name: str
    full_name: str
    currency: str
    fund_currencies: tuple[str, ...]
    is_without_dividends: bool

    @property
    def names(self) -> frozenset[str]:
        """All that it is called."""
        return frozenset({self.name, self.full_name} - {""})


def known_indices(edition: CheckedEdition) -> tuple[KnownIndex, ...]:
    """The indices of the data; none, and nothing is read, where no figure and no chart may be of one."""
    if edition.read_fund is None or not _may_print_one(edition):
        return ()
    from letterbook.fund.benchmarks import ReturnType  # noqa: PLC0415 - only letters of funds need it

    data = edition.read_fund()
    currencies = tuple(dict.fromkeys(fund.currency for fund in data.funds))
    full = {each.index: each.name for each in data.descriptions if each.name != each.index}
    first = {level.index: level for level in reversed(data.benchmarks.rows)}
    return tuple(
        KnownIndex(
            name,
            full.get(name, ""),
            level.currency,
            currencies,
            is_without_dividends=level.return_type is ReturnType.PRICE,
        )
        for name, level in sorted(first.items())
    )


def _may_print_one(edition: CheckedEdition) -> bool:
    names = (use.figure.name for use in edition.used_figures)
    return bool(edition.drawn_charts) or any(_OF_AN_INDEX.search(name) for name in names)
