"""Numbers, units and words from a list as people type them into cells.

What could mean two things is said and not guessed.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TypeVar

from letterbook.currencies import CODES, SIGNS, WORDS
from letterbook.figure import Unit, UnitKind
from letterbook.fund.not_understood import NotUnderstood
from letterbook.printed_number import BLANKS, PrintedNumber, parse_number
from letterbook.record import record
from letterbook.suggestion import did_you_mean
from letterbook.word_lists import listed

_E = TypeVar("_E", bound=StrEnum)
_COMMA_OR_MARK = re.compile("(?<![0-9,.])[1-9][0-9]{0,2},[0-9]{3}(?![0-9,.])")
_GROUPING_BLANK = re.compile(f"(?<=[0-9])[{BLANKS}](?=[0-9]{{3}}(?![0-9]))")


_EXAMPLES = "Write it as 41500000, $41.5m, 2.4x or 18.4%."


@record
class UnitOfCells:
    """A unit as a column says it: amounts are to be multiplied by 10 to the `exponent`.

    `is_fraction` is a rate that is typed as 0.184.
    """

    unit: Unit
    exponent: int = 0
    is_fraction: bool = False


def read_choice(text: str, choices: type[_E], what: str) -> _E:
    """The one of `choices` that a cell names, whatever its case; `what` they are, such as `status`.

    Raises NotUnderstood for another word.
    """
    try:
        return choices(text.strip().casefold())
    except ValueError as error:
        known = [each.value for each in choices]
        hint = did_you_mean(text, known) or f"It is {listed(known, 'or')}."
        raise NotUnderstood(f'There is no {what} "{text.strip()}".', hint) from error


def read_number(text: str, mark: str, expected: str = _EXAMPLES) -> PrintedNumber:
    """The number in a cell, marks and all; `mark` is what stands before decimals, empty where nothing tells.

    Raises NotUnderstood, which says what is `expected`, for what is none, and for `1,250` where nothing tells
    what the comma means.
    """
    stripped = text.strip()
    if not mark and _COMMA_OR_MARK.search(stripped):
        plain = stripped.replace(",", "")
        raise NotUnderstood(
            f'"{stripped}" may be {plain} or {stripped.replace(",", ".")}.',
            f"Write {plain} without a thousands mark, or decimals with a point.",
        )
    plain = _GROUPING_BLANK.sub("", stripped)
    number = parse_number(plain, mark or ".") or (None if mark else parse_number(plain, ","))
    if number is None:
        raise NotUnderstood(f'"{stripped}" is no number.', expected)
    return number


_UNITS = {
    **dict.fromkeys(
        ("%", "percent", "per cent", "percentage", "pct"), UnitOfCells(Unit(UnitKind.PERCENT), -2)
    ),
    **dict.fromkeys(("fraction", "rate"), UnitOfCells(Unit(UnitKind.PERCENT), is_fraction=True)),
    **dict.fromkeys(("bp", "bps", "basis point", "basis points"), UnitOfCells(Unit(UnitKind.PERCENT), -4)),
    **dict.fromkeys(("x", "×", "multiple", "times"), UnitOfCells(Unit(UnitKind.MULTIPLE))),
    **dict.fromkeys(("number", "count", "#"), UnitOfCells(Unit(UnitKind.NUMBER))),
    **dict.fromkeys(("day", "days"), UnitOfCells(Unit(UnitKind.DAYS))),
    **dict.fromkeys(("month", "months"), UnitOfCells(Unit(UnitKind.MONTHS))),
    **dict.fromkeys(("year", "years"), UnitOfCells(Unit(UnitKind.YEARS))),
}
_AMOUNT = "1"


def read_unit(text: str) -> UnitOfCells:
    """The unit that a column names: `%`, `x`, `bp`, `number`, `days`, `USD`, `€m`, `USD million`, `fraction`.

    Raises NotUnderstood for another word, and for money without a currency.
    """
    word = " ".join(text.split()).casefold()
    if word in _UNITS:
        return _UNITS[word]
    if word == "money":
        raise NotUnderstood("Money needs a currency.", "Write its code, such as USD, as the unit.")
    if word in WORDS:
        return UnitOfCells(Unit(UnitKind.MONEY, WORDS[word]))
    for written in (_sign_first(text.strip()), _code_first(text.strip())):
        amount = parse_number(written) if written else None
        if amount is not None and amount.kind is UnitKind.MONEY:
            return UnitOfCells(Unit(UnitKind.MONEY, amount.currency), amount.layout.exponent)
    hint = (
        did_you_mean(text, (*_UNITS, *CODES))
        or "It is %, x, bp, number (of what is counted), days, months, years or a currency."
    )
    raise NotUnderstood(f'There is no unit "{text.strip()}".', hint)


def _sign_first(unit: str) -> str:
    """`€m` as the amount `€1m`."""
    sign = next((sign for sign in sorted(SIGNS, key=len, reverse=True) if unit.startswith(sign)), "")
    return f"{sign}{_AMOUNT} {unit[len(sign) :].strip()}".rstrip() if sign else ""


def _code_first(unit: str) -> str:
    """`USD million` as the amount `USD 1 million`."""
    code = unit[:3].upper()
    return f"{code} {_AMOUNT} {unit[3:].strip()}".rstrip() if code in CODES else ""
