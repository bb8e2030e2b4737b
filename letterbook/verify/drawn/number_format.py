"""A number of a chart as the chart prints it, by its format code.

Source: ECMA-376 part 1, 18.8.31 (number formats); 20.1.2 and 21.2 (charts take the same codes).
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[\$(?P<sign>[^\]-]*)[^\]]*\]|\[[^\]]*\]'
    r"|(?P<digits>[0#?][0#?,.]*|\.[0#?]+)|(?P<general>(?i:General)|@)|(?P<other>.)",
    re.DOTALL,
)
_SECTION = re.compile(r'((?:"[^"]*"|\\.|[^;"\\])*)(?:;|$)')
_DATE = re.compile(r"[dmyhs]", re.IGNORECASE)
_FIRST_DAY = date(1899, 12, 30)  # of serial numbers, as spreadsheets count
_LAST_DAY = 2_958_465
_DIGITS_OF_GENERAL = 10
_MOST_DIGITS = 40
_THOUSAND = Decimal(1000)


def shown_number(value: str, code: str) -> str:
    """The number that is stored as `value`, as the format `code` prints it: `0.234` and `0.0%` are `23.4%`.

    Halves are rounded up. A date is printed as `2026-06-30`. What is no number stays as it is.
    """
    try:
        number = Decimal(value.strip())
    except InvalidOperation:
        return value.strip()
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        return value.strip()
    sections = [match[1] for match in _SECTION.finditer(code) if match[1] or match[0]]
    if number < 0 and len(sections) > 1:
        return _printed(-number, sections[1])
    if number == 0 and len(sections) > 2:  # positive, negative, zero
        return _printed(number, sections[2])
    return _printed(number, sections[0] if sections else "General")


def _printed(number: Decimal, section: str) -> str:
    tokens = list(_TOKEN.finditer(section))
    plain = "".join(token["other"] or "" for token in tokens)
    if _DATE.search(plain) and 0 <= number <= _LAST_DAY:
        return (_FIRST_DAY + timedelta(days=int(number))).isoformat()
    number *= Decimal(100) ** plain.count("%")
    said: list[str] = []
    has_number = False
    for token in tokens:
        if token["digits"] or token["general"]:
            if not has_number:
                said.append(_digits(abs(number), token["digits"] or ""))
            has_number = True
        else:
            said.append(token["quoted"] or token["escaped"] or token["sign"] or token["other"] or "")
    return ("-" if number < 0 else "") + "".join(said).strip()


def _digits(number: Decimal, pattern: str) -> str:
    """A number that is not below zero by the digits of a format, `#,##0.0`; all that tell without one."""
    if not pattern:
        exact = max(0, _DIGITS_OF_GENERAL - 1 - max(0, number.adjusted()))
        text = f"{number.quantize(Decimal(1).scaleb(-exact), ROUND_HALF_UP):f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    whole, _, decimals = pattern.partition(".")
    scaled = len(pattern) - len(pattern.rstrip(","))
    number /= _THOUSAND**scaled
    decimals = decimals.rstrip(",")
    grouped = "," in whole.rstrip(",") if not decimals else "," in whole
    rounded = number.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    text = f"{rounded:,f}" if grouped else f"{rounded:f}"
    optional = len(decimals) - len(decimals.rstrip("#?"))
    for _ in range(optional):
        text = text.removesuffix("0")
    return text.removesuffix(".")
