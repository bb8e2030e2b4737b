"""Figures as they are printed: `$3.25bn`, `1.7x`, `(2.0)%`. Half a unit is always rounded away from zero."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache

from letterbook.currencies import house_sign
from letterbook.figure import Figure, Unit, UnitKind
from letterbook.printed_number import Layout, negative_of, parse_number

_WIDEST = 60  # digits that a sum may have before anything is rounded
SCALES = {"1": 0, "k": 3, "m": 6, "bn": 9, "tn": 12}
"""The scales in which an amount can be printed, each with its power of ten."""

_SCALES = ((12, "tn", 2, 2), (9, "bn", 2, 1), (6, "m", 1, 3))
_DECIMALS_AS_STATED = 2


def rounded(value: Decimal, decimals: int) -> Decimal:
    """`value` with so many decimals, half away from zero."""
    with localcontext(prec=_WIDEST):
        return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def format_figure(figure: Figure) -> str:
    """A figure as its sheet says that it is shown, else in the house format of its unit."""
    return format_as(figure.value, layout_of(figure))


def layout_of(figure: Figure) -> Layout:
    """The layout that its sheet says for a figure, else that of the house for its unit."""
    return _layout_like(figure.show_as) or house_layout(figure.value, figure.unit)


def format_value(value: Decimal, unit: Unit, *, like: str = "") -> str:
    """`value` in the format of the printed number `like`, else in the house format of its unit.

    Money is in whole units of its currency, a rate is a fraction.
    """
    return format_as(value, _layout_like(like) or house_layout(value, unit))


@lru_cache(maxsize=256)
def _layout_like(text: str) -> Layout | None:
    """The layout of a printed number; None for any other text."""
    example = parse_number(text) or parse_number(text, ",") if text else None
    return example.layout if example else None


def format_as(value: Decimal, layout: Layout) -> str:
    """`value` in a layout; what rounds to zero has no minus."""
    with localcontext(prec=_WIDEST):
        number = rounded(value.scaleb(-layout.exponent), layout.decimals)
    digits = f"{abs(number):,.{layout.decimals}f}"
    whole, _, fraction = digits.partition(".")
    shown = whole.replace(",", layout.grouping) + (layout.mark + fraction if fraction else "")
    return (layout.negative if number < 0 else layout.positive).format(shown)


def house_layout(value: Decimal, unit: Unit) -> Layout:
    """The layout of the house for a value of this size and unit."""
    match unit.kind:
        case UnitKind.MONEY:
            return _money_layout(value, unit.currency)
        case UnitKind.PERCENT:
            return _layout("", "%", _stated_decimals(value.scaleb(2)), -2)
        case UnitKind.MULTIPLE:
            return _layout("", "x", _stated_decimals(value))
        case UnitKind.NUMBER:
            return _layout("", "", min(_decimals(value), _DECIMALS_AS_STATED))
    word = unit.kind.value
    return _layout("", f" {word[:-1] if abs(value) == 1 else word}", min(_decimals(value), 1))


def scaled_layout(value: Decimal, unit: Unit, scale: str) -> Layout:
    """The house layout for money or a plain number in one of `SCALES`, without digits that are not stated."""
    exponent, mark = SCALES[scale], "" if scale == "1" else scale
    usual = next((decimals for each, _, decimals, _ in _SCALES if each == exponent), 0)
    sign = house_sign(unit.currency) if unit.kind is UnitKind.MONEY else ""
    return _layout(sign, mark, min(usual, decimals_stated(value, exponent)), exponent)


def decimals_stated(value: Decimal, exponent: int) -> int:
    """How many decimals `value` is stated with when it is printed by 10 to the `exponent`."""
    last = value.as_tuple().exponent
    return max(0, exponent - last) if isinstance(last, int) else 0


def _money_layout(value: Decimal, currency: str) -> Layout:
    """Millions with one decimal, billions with two; below a million all digits."""
    sign = house_sign(currency)
    for exponent, mark, decimals, decimals_below in _SCALES:
        # What the scale below would print as 1,000 is 1 in this one: $1.00bn for 999,960,000.
        if rounded(abs(value).scaleb(3 - exponent), decimals_below) >= 1000:
            return _layout(sign, mark, decimals, exponent)
    return _layout(sign, "", 0 if value == value.to_integral_value() else 2)


def _stated_decimals(value: Decimal) -> int:
    """One decimal, or two where the value has just two."""
    return 2 if _decimals(value) == _DECIMALS_AS_STATED else 1


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _layout(before: str, after: str, decimals: int, exponent: int = 0) -> Layout:
    return Layout(f"{before}{{}}{after}", negative_of(before, after), decimals, exponent)
