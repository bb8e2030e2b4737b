"""The share that each part has in a whole."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from letterbook.charts.chart import NOTHING, Entry
from letterbook.figure import Unit, UnitKind
from letterbook.figure_format import format_value

_LIKE = "1.0%"


def share_words(parts: Sequence[Entry]) -> tuple[str, ...]:
    """Each part's share in percent with one decimal.

    Empty where the parts are rates themselves, or one of them is below zero, or all are nothing.
    """
    values = [part.figure.value for part in parts]
    total = sum(values, NOTHING)
    is_rate = any(part.figure.unit.kind is UnitKind.PERCENT for part in parts)
    if is_rate or total <= 0 or any(value < 0 for value in values):
        return ("",) * len(values)
    return tuple(_percent(value / total) for value in values)


def _percent(share: Decimal) -> str:
    return format_value(share, Unit(UnitKind.PERCENT), like=_LIKE)
