"""Days and months as letters write them."""

from __future__ import annotations

from datetime import date

_NAMES = (
    "january januar jan",
    "february februar feb",
    "march märz mar",
    "april apr",
    "may mai",
    "june juni jun",
    "july juli jul",
    "august aug",
    "september sept sep",
    "october oktober oct",
    "november nov",
    "december dezember dec",
)
_MONTHS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()}


def month_number(name: str) -> int:
    """The number of a month by its English or German name or its abbreviation. Raises KeyError."""
    return _MONTHS[name.rstrip(".").casefold()]


def months_between(earlier: date, later: date) -> int:
    """How many ends of months lie between two days."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month
