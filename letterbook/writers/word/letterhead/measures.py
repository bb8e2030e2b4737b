"""Measures as Word files write them (ECMA-376 part 1, 22.9.2.14 and 22.9.2.15)."""

from __future__ import annotations

_PER_UNIT = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}
_FURTHEST = 31_680  # 22 inches, the largest page of Word


def twentieths(written: str) -> int | None:
    """A length in twentieths of a point: `1440`, or with a unit `25.4mm`; None for what is none."""
    number, unit = written.strip(), written.strip()[-2:]
    per_unit = _PER_UNIT.get(unit, 1.0)
    try:
        value = float(number.removesuffix(unit) if unit in _PER_UNIT else number) * per_unit
    except ValueError:
        return None
    return round(value) if -_FURTHEST <= value <= _FURTHEST else None
