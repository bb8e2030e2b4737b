"""The axis of values: where it begins and ends, its marks at round numbers, and how these are printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from letterbook.figure import Unit, UnitKind
from letterbook.figure_format import decimals_stated, format_as, house_layout
from letterbook.record import record

_MOST_MARKS = 6
_CENTS = 2
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@record
class Scale:
    """An axis from `lowest` to `highest`, with `marks` from the one to the other."""

    lowest: Decimal
    highest: Decimal
    marks: tuple[Decimal, ...]

    def part(self, value: Decimal) -> float:
        """Where `value` lies: 0 at the lowest, 1 at the highest."""
        return float((value - self.lowest) / (self.highest - self.lowest))


def scale_for(values: Iterable[Decimal], *, from_zero: bool = True) -> Scale:
    """A scale on which all `values` lie; zero too, unless it is not to begin there."""
    known = [*values, *((Decimal(0),) if from_zero else ())] or [Decimal(0)]
    lowest, highest = min(known), max(known)
    if lowest == highest:
        lowest, highest = (lowest, lowest + 1) if from_zero else (lowest - 1, lowest + 1)
    step = _round_step((highest - lowest) / _MOST_MARKS)
    first, last = _floor(lowest / step), -_floor(-highest / step)
    marks = tuple(step * number for number in range(first, last + 1))
    return Scale(marks[0], marks[-1], marks)


def mark_texts(scale: Scale, unit: Unit) -> tuple[str, ...]:
    """The marks as they are printed: in the house format of the highest, with as many decimals as needed."""
    widest = max(scale.marks, key=abs)
    layout = house_layout(widest, unit)
    needed = max(decimals_stated(mark.normalize(), layout.exponent) for mark in scale.marks if mark)
    if needed and unit.kind is UnitKind.MONEY and not layout.exponent:
        needed = max(needed, _CENTS)
    return tuple(format_as(mark, replace(layout, decimals=needed)) for mark in scale.marks)


def _round_step(least: Decimal) -> Decimal:
    power = Decimal(1).scaleb(least.adjusted())
    return next(power * step for step in _STEPS if power * step >= least)


def _floor(value: Decimal) -> int:
    whole = int(value)
    return whole if whole <= value else whole - 1
