"""Numbers as people print them, read back: `$3.25bn`, `1.7x`, `(2.0)%`, `US$ 41.5 million`, `150bp`.

A printed number says how exactly it is meant: half a unit of its last digit either way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from letterbook.currencies import CODES, SIGNS, WORDS, may_be
from letterbook.figure import Unit, UnitKind
from letterbook.record import record

BLANKS = " \u00a0\u202f\u2009\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u200a"
_NARROW = "\u00a0\u202f\u2009\u2007\u2008\u200a"
_MINUS = "-−–‑"
_SCALES = {
    **dict.fromkeys(("k", "thousand", "tsd", "tsd."), 3),
    **dict.fromkeys(("m", "mn", "mm", "mio", "mio.", "million", "millions", "millionen"), 6),
    **dict.fromkeys(("b", "bn", "mrd", "mrd.", "milliarden", "billion", "billions"), 9),
    **dict.fromkeys(("t", "tn", "trillion", "trillions"), 12),
}
_UNITS = {
    **dict.fromkeys(
        ("%", "percent", "per cent", "pct", "pp", "percentage point", "percentage points"),
        (UnitKind.PERCENT, -2),
    ),
    **dict.fromkeys(("prozent", "prozentpunkte"), (UnitKind.PERCENT, -2)),
    **dict.fromkeys(("bp", "bps", "basis point", "basis points", "basispunkte"), (UnitKind.PERCENT, -4)),
    **dict.fromkeys(("x", "×", "times", "-fach", "fach"), (UnitKind.MULTIPLE, 0)),
    **dict.fromkeys(("day", "days"), (UnitKind.DAYS, 0)),
    **dict.fromkeys(("month", "months", "mo", "mos", "mths", "monate"), (UnitKind.MONTHS, 0)),
    **dict.fromkeys(("year", "years", "yr", "yrs", "jahre"), (UnitKind.YEARS, 0)),
}
_GAPS = re.compile(f"[{BLANKS}]+")
_VULGAR = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
    "⅛": Decimal("0.125"),
    "⅜": Decimal("0.375"),
    "⅝": Decimal("0.625"),
    "⅞": Decimal("0.875"),
}
"""Fractions of one sign; `2½` is as exact as 2.5."""
_MORE_OF_A_WORD = r"(?![⁰¹²³⁴-⁹])\w|(?<=[mM])[²³]"
"""What goes on with the word behind a number; the mark of a note does not, but that of square metres does."""


@record
class Layout:
    """How a number is printed: its text, with `{}` for the digits of the value by 10 to the `exponent`."""

    positive: str
    negative: str
    decimals: int
    exponent: int = 0
    grouping: str = ","
    mark: str = "."


@record
class PrintedNumber:
    """A number in a text, from `start` to `end`; `step` is what one unit of its last digit is worth.

    `value` is in whole units, a rate as a fraction. `kind` and `currency` are those that its own marks
    say. `is_bracketed` is a number between parentheses that are either a minus or only parentheses.
    """

    start: int
    end: int
    text: str
    value: Decimal
    step: Decimal
    kind: UnitKind | None
    currency: str
    layout: Layout
    is_bracketed: bool = False

    @property
    def has_marks(self) -> bool:
        """Whether it says more than digits: a currency, a scale or a unit."""
        return self.kind is not None or self.layout.exponent != 0

    def fits(self, unit: Unit) -> bool:
        """Whether its own marks can be those of a figure with this unit; a bare number fits all."""
        if self.kind is None:
            return self.layout.exponent == 0 or unit.kind in {UnitKind.MONEY, UnitKind.NUMBER}
        return self.kind is unit.kind and (not self.currency or may_be(self.currency, unit.currency))

    def agrees(self, value: Decimal) -> bool:
        """Whether `value` lies within half a unit of the last printed digit."""
        return abs(value - self.value) * 2 <= self.step


def parse_number(text: str, mark: str = ".") -> PrintedNumber | None:
    """The number that `text` is, its parentheses being a minus; None when it is anything else.

    `mark` is what stands before its decimals.
    """
    stripped = text.strip(BLANKS + "\t\n")
    is_bracketed = stripped.startswith("(") and stripped.endswith(")")
    inner = _pattern(mark).fullmatch(stripped, 1, len(stripped) - 1) if is_bracketed else None
    if inner and not _is_negative(inner):
        return _negative(_printed(inner, mark))
    match = _pattern(mark).fullmatch(stripped)
    return _printed(match, mark) if match else None


def _negative(inner: PrintedNumber) -> PrintedNumber:
    """The negative number that is printed as `inner` between parentheses."""
    layout = replace(inner.layout, negative=f"({inner.layout.positive})")
    text = f"({inner.text})"
    return replace(inner, start=0, end=len(text), text=text, value=-inner.value, layout=layout)


def find_numbers(text: str, mark: str = ".") -> Iterator[PrintedNumber]:
    """The numbers in a text, in order; parts of words such as `Q3` are none."""
    for match in _pattern(mark).finditer(text):
        start, end = match.span()
        is_bracketed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
        yield _printed(match, mark, is_bracketed=is_bracketed and not _is_negative(match))


def decimal_mark(texts: Iterable[str]) -> str:
    """What stands before decimals in `texts`, `.` or `,`; empty where they do not tell or disagree."""
    found = {
        mark
        for text in texts
        for mark, pattern in _TELLING.items()
        if ("." in text or "," in text) and pattern.search(text)
    }
    return found.pop() if len(found) == 1 else ""


@cache  # compiled when a number is read: that takes as long as many modules
def _pattern(mark: str) -> re.Pattern[str]:
    before = "|".join(_sign(sign) for sign in sorted((*SIGNS, *CODES), key=len, reverse=True))
    after = "|".join(
        (*sorted(CODES), "€", r"\$", "£", *(f"(?i:{word})" for word in sorted(WORDS, key=len)[::-1]))
    )
    long_scales = (
        r"(?i:trillions?|billions?|millions?|thousand|mio\.?|mrd\.?|tsd\.?|millionen|milliarden|bn|mn|mm|tn)"
    )
    units = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True)).replace(r"\ ", f"[{BLANKS}]")
    group = f"['’{_NARROW}{',' if mark == '.' else '.'}]"
    digits = rf"(?:[0-9]{{1,3}}(?P<group>{group})[0-9]{{3}}(?:(?P=group)[0-9]{{3}})*|[0-9]+)"
    fraction = rf"(?:{re.escape(mark)}[0-9]+)"
    vulgar = f"[{''.join(_VULGAR)}]"
    sign = f"[{_MINUS}+]"
    return re.compile(
        rf"(?<!\w)(?<![0-9][.,])(?P<sign>{sign})?"
        rf"(?:(?P<before>{before})[{BLANKS}]?)?"
        rf"(?P<open>\()?(?P<inner_sign>{sign})?"
        rf"(?P<digits>{digits}(?:{fraction}|{vulgar})?|{fraction}|{vulgar})"
        r"(?(open)\))"
        rf"(?(before)(?:[{BLANKS}]?(?P<money_scale>{long_scales}|[kKmMbBtT]))?"
        rf"|(?:[{BLANKS}]?(?P<scale>{long_scales})|(?P<short_scale>[kKmM]))?)"
        rf"(?:[{BLANKS}]?(?P<unit>(?i:{units}))|-(?P<joined_unit>day|month|year|yr))?"
        rf"(?:[{BLANKS}]?(?P<after>{after}))?"
        rf"(?!{_MORE_OF_A_WORD}|[.,][0-9])"
    )


def _sign(sign: str) -> str:
    """The pattern of what stands before an amount; people also write `US $`."""
    letters = sign.removesuffix("$")
    return rf"{letters}[{BLANKS}]?\$" if letters and letters != sign else re.escape(sign)


_TELLING = {
    mark: re.compile(
        rf"(?<![0-9.,])(?:[0-9]+{re.escape(mark)}(?:[0-9]{{1,2}}|[0-9]{{4,}})|0{re.escape(mark)}[0-9]+"
        rf"|[0-9]{{1,3}}(?:{re.escape(other)}[0-9]{{3}})+{re.escape(mark)}[0-9]+"
        rf"|[0-9]{{1,3}}(?:{re.escape(other)}[0-9]{{3}}){{2,}})(?![0-9.,]*[0-9])"
    )
    for mark, other in ((".", ","), (",", "."))
}


def _is_negative(match: re.Match[str]) -> bool:
    signs = f"{match['sign'] or ''}{match['inner_sign'] or ''}"
    return any(sign in _MINUS for sign in signs) or _has_inner_brackets(match)


def _has_inner_brackets(match: re.Match[str]) -> bool:
    """Whether only the digits are between parentheses, as in `(2.0)%`."""
    return bool(match["open"]) and any(match[name] for name in (*_MARK_GROUPS, "before"))


_MARK_GROUPS = ("money_scale", "scale", "short_scale", "unit", "joined_unit", "after")


def _printed(match: re.Match[str], mark: str, *, is_bracketed: bool = False) -> PrintedNumber:
    scale = match["money_scale"] or match["scale"] or match["short_scale"] or ""
    unit = _GAPS.sub(" ", match["unit"] or match["joined_unit"] or "").casefold()
    kind, unit_exponent = _UNITS.get(unit, (None, 0))
    before = _GAPS.sub("", match["before"] or "")
    currency = SIGNS.get(before, before) or _currency_behind(match["after"] or "")
    exponent = _SCALES.get(scale.casefold(), 0) + unit_exponent
    digits, fraction = _digits(match["digits"], mark)
    number = digits.scaleb(exponent)
    only_bracketed = bool(match["open"]) and not _has_inner_brackets(match)
    return PrintedNumber(
        start=match.start(),
        end=match.end(),
        text=match[0],
        value=-number if _is_negative(match) else number,
        step=Decimal(1).scaleb(exponent - len(fraction)),
        kind=kind or (UnitKind.MONEY if currency else None),
        currency=currency if kind is None else "",
        layout=_layout(match, len(fraction), exponent, mark),
        is_bracketed=is_bracketed or only_bracketed,
    )


def _digits(written: str, mark: str) -> tuple[Decimal, str]:
    """The value of digits as they are written, and those behind the `mark`."""
    vulgar = _VULGAR.get(written[-1])
    whole, _, fraction = written.removesuffix(written[-1] if vulgar else "").partition(mark)
    number = Decimal(f"{''.join(filter(str.isdecimal, whole)) or '0'}.{fraction}")
    return (number + vulgar, "5") if vulgar else (number, fraction)


def _currency_behind(word: str) -> str:
    return WORDS.get(word.casefold()) or SIGNS.get(word) or word


def _layout(match: re.Match[str], decimals: int, exponent: int, mark: str) -> Layout:
    """The layout of what was matched, for numbers of either sign."""
    text, shift = match[0], match.start()
    start, end = match.start("digits") - shift, match.end("digits") - shift
    before = text[:start].translate({ord(sign): None for sign in f"{_MINUS}+("})
    after = text[end:].replace(")", "", 1)
    plain = f"{before}{{}}{after}"
    is_long = len(match["digits"].partition(mark)[0]) > 3
    has_plus = "+" in (match["sign"], match["inner_sign"])
    return Layout(
        positive=f"+{plain}" if has_plus else plain,
        negative=f"{text[:start]}{{}}{text[end:]}" if _is_negative(match) else negative_of(before, after),
        decimals=decimals,
        exponent=exponent,
        grouping=match["group"] or ("" if is_long else "," if mark == "." else "."),
        mark=mark,
    )


def negative_of(before: str, after: str) -> str:
    """How the house prints a negative number that is `before{}after` when it is positive."""
    if before:
        return f"({before}{{}}{after})"
    return f"({{}}){after}" if after in {"%", "x"} else f"-{{}}{after}"
