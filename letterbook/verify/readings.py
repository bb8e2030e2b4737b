"""What a printed number may mean as a figure of some unit, and whether a value agrees with it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from letterbook.currencies import may_be
from letterbook.figure import Unit, UnitKind
from letterbook.printed_number import PrintedNumber
from letterbook.record import record
from letterbook.verify.surroundings import Surroundings
from letterbook.verify.table_labels import UnitHint
from letterbook.verify.vocabulary import ABOUT, AT_LEAST, AT_MOST, FALLING

_SCALES = (0, 3, 6, 9)
_FALLING_WITHIN = 5.0
_NEAR_ENOUGH = Decimal("0.1")
_ABOUT = Decimal("0.05")


@record
class Reading:
    """A value that a number may mean; `step` is what one unit of its last digit is worth."""

    value: Decimal
    step: Decimal

    def agrees(self, value: Decimal) -> bool:
        """Whether `value` is within half a unit of the last digit."""
        return abs(value - self.value) * 2 <= self.step


def can_be(number: PrintedNumber, unit: Unit, around: Surroundings) -> bool:
    """Whether a number, by its own marks and those of its table, can be a figure in this unit."""
    if number.kind is not None or number.layout.exponent:
        return number.fits(unit)
    hint = around.hint
    if hint is not None:
        return hint.kind is unit.kind or unit.kind not in {
            UnitKind.MONEY,
            UnitKind.PERCENT,
            UnitKind.MULTIPLE,
        }
    if around.in_table:
        return True
    has_decimals = number.layout.decimals > 0
    return unit.kind not in {UnitKind.MONEY, UnitKind.PERCENT} and (
        has_decimals or unit.kind is not UnitKind.MULTIPLE
    )


def is_other_currency(number: PrintedNumber, unit: Unit) -> bool:
    """Whether both are money, in currencies that differ."""
    both = number.kind is UnitKind.MONEY and unit.kind is UnitKind.MONEY
    return both and not may_be(number.currency, unit.currency)


def readings(number: PrintedNumber, unit: Unit, around: Surroundings) -> tuple[Reading, ...]:
    """What a number may mean, the likeliest first: a bare one in its table's scale, a loss as a minus."""
    plain = tuple(_plain(number, unit, around.hint))
    falling = around.distance(FALLING) <= _FALLING_WITHIN
    if number.value > 0 and (number.is_bracketed or falling):
        turned = tuple(Reading(-each.value, each.step) for each in plain)
        return (*turned, *plain) if number.is_bracketed and around.in_table else (*plain, *turned)
    return plain


def _plain(number: PrintedNumber, unit: Unit, hint: UnitHint | None) -> Iterator[Reading]:
    exponents: tuple[int, ...] = (0,)
    if not number.has_marks and unit.kind is UnitKind.PERCENT:
        exponents = (-2,)
    elif not number.has_marks and unit.kind is UnitKind.MONEY:
        exponents = (hint.exponent,) if hint and hint.exponent is not None else _SCALES
    elif not number.has_marks and unit.kind is UnitKind.NUMBER and hint and hint.kind is UnitKind.MONEY:
        exponents = (hint.exponent or 0, 0)  # a sheet may say no unit
    elif number.kind is UnitKind.MONEY and not number.layout.exponent and hint and hint.exponent:
        exponents = (hint.exponent, 0)  # `$1,500` at the top of a table in thousands
    for exponent in exponents:
        yield Reading(number.value.scaleb(exponent), number.step.scaleb(exponent))


def is_near_enough(reading: Reading, value: Decimal, before: tuple[str, ...]) -> bool:
    """Whether `value` agrees with a number that is said to be rounded: about 2x, over 30%, nearly $80m."""
    if reading.agrees(value):
        return True
    nearest = before[0] if before else ""
    word = nearest if nearest not in {"than", "least", "to"} else before[1] if len(before) > 1 else ""
    above = value - reading.value
    room = abs(reading.value) * _NEAR_ENOUGH
    if word in AT_LEAST or (nearest == "than" and word == "more") or nearest == "least":
        return 0 <= above <= room
    if word in AT_MOST or (nearest == "than" and word in {"less", "fewer"}):
        return 0 <= -above <= room
    return word in ABOUT and abs(above) <= abs(reading.value) * _ABOUT
