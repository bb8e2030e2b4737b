"""The values of an item's one-line fields: lists with commas, yes and no, dates."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from datetime import date

_YES = frozenset({"yes", "true", "y", "x", "1", "on"})
_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d-])")


def read_list(text: str) -> tuple[str, ...]:
    """The entries of `a, b, "c, with comma"`; empty ones are dropped."""
    row = text.split(",")
    if '"' in text and len(text) < csv.field_size_limit():
        row = next(csv.reader([text], skipinitialspace=True), [])
    return tuple(dict.fromkeys(entry for each in row if (entry := each.strip(" \t"))))


def write_list(entries: Sequence[str]) -> str:
    """The entries as `read_list` reads them."""
    return ", ".join(_quoted(entry) if "," in entry or '"' in entry else entry for entry in entries)


def _quoted(entry: str) -> str:
    return '"' + entry.replace('"', '""') + '"'


def read_yes(text: str) -> bool:
    """Whether the text means yes."""
    return text.strip().casefold() in _YES


def read_date(text: str) -> str | None:
    """The ISO date that `text` begins with, possibly partial (`2024`, `2024-01`); None if it is none."""
    match = _PARTIAL_DATE.match(text.strip())
    if not match:
        return None
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return match.group()
