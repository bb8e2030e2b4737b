"""A value that is stated against what the data, or else the sheet of figures, say."""

from __future__ import annotations

from decimal import Decimal

from letterbook.figure import Unit, UnitKind
from letterbook.figure_format import format_value
from letterbook.fund.accounts.printed_value import PrintedValue
from letterbook.printed_number import PrintedNumber, parse_number

_MORE_DECIMALS = 3


def difference(stated: str, found: PrintedValue, *, from_sheet: bool = False) -> str:
    """The words "…, but the data come to …" where `stated` is not `found` within its rounding, else empty.

    What is stated in a row is held against the sheet first. Words that are no number are left alone.
    """
    computed = found.computed.amount if found.computed else None
    has_sheet = found.stated is not None and not from_sheet
    other = found.stated.value if found.stated is not None and not from_sheet else computed
    printed = parse_number(stated) or parse_number(stated, ",")
    if other is None or printed is None or _agrees(printed, other, found.unit):
        return ""
    says = "the sheet of figures says" if has_sheet else "the data come to"
    return f"{printed.text}, but {says} {_exactly(other, found, printed)}"


def _agrees(printed: PrintedNumber, value: Decimal, unit: Unit) -> bool:
    """Whether a printed number is a value; a rate without a mark may be a fraction or in per cent."""
    if not printed.fits(unit):
        return False
    in_percent = unit.kind is UnitKind.PERCENT and printed.kind is None
    return printed.agrees(value) or (in_percent and printed.agrees(value.scaleb(2)))


def _exactly(value: Decimal, found: PrintedValue, printed: PrintedNumber) -> str:
    """The value as the stated one is printed, with more digits where it would look the same."""
    like = printed.text if printed.fits(found.unit) and printed.kind else found.like
    alike = format_value(value, found.unit, like=like)
    return alike if alike != printed.text else f"{round(value, _MORE_DECIMALS):f}"
