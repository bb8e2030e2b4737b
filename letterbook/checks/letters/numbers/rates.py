"""The rates in a sentence: which number of a comparison is a gain, which a loss, which a difference."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.pattern import Pattern
from letterbook.figure import UnitKind
from letterbook.printed_number import PrintedNumber, find_numbers
from letterbook.record import record

_LOSS = (
    r"lost|loses|loss(?: of)?|losing|fell|fallen|falling|fall of|decline[ds]?(?: of)?|declining"
    r"|dropp(?:ed|ing)|drop of|down|minus|decreased|took|taken|taking|cost|costing|subtract(?:ed|ing)"
    r"|detract(?:ed|ing)|verlor(?:en)?|Verlust von|fiel(?:en)?|kostet(?:e|en)?|nahm(?:en)?"
    r"|belastet(?:e|en)?(?: mit| um)?"
)
_GAIN = (
    r"returned|returning|returns?(?: of)?|gain(?:ed|ing|s)?(?: of)?|rose|rising|up|made|making|earned"
    r"|earning|add(?:ed|ing|s)|contribut(?:ed|ing|es)|plus|grew|erzielten?|gewann(?:en)?|stieg(?:en)?"
    r"|trug(?:en)?|brachten?|steuerten?|Rendite von|legten? um"
)
_WORD_BEFORE = Pattern(rf"\b(?:(?P<loss>{_LOSS})|(?P<gain>{_GAIN}))\b(?P<between>[^0-9;]*)$")
_UNIT = Pattern(r"[\s\u00a0\u202f]?(?:(?P<points>Prozentpunkten?)|Prozent\b)")
_POINTS = Pattern(r"(?:pp|percentage points?|bps?|basis points?|Prozentpunkten?)$")
_BY = Pattern(r"\b(?:by|um|another|a further|weitere)\s+(?:about |around |nearly |over |rund |etwa )?$")
_HUNDRED = Decimal(100)


@record
class Rate:
    """A percentage from `start` to `end` in a text.

    `value` is a fraction and below zero for a loss, `step` what a unit of its last digit is worth. One that
    is a `difference` says how far two others are apart. `is_signed` where its own minus, or the word before
    it, says which of the two it is.
    """

    start: int
    end: int
    text: str
    value: Decimal
    step: Decimal
    is_difference: bool
    is_signed: bool


def mark_of(edition: CheckedEdition) -> str:
    """What stands before decimals in the language of an edition."""
    return "," if edition.draft.metadata.language.casefold().startswith("de") else "."


def rates(text: str, mark: str = ".") -> Iterator[Rate]:
    """The percentages in a text; `mark` stands before their decimals."""
    last = 0
    for number in find_numbers(text, mark):
        unit = _UNIT.match(text, number.end) if number.kind is None else None
        if number.kind is UnitKind.PERCENT or (unit and number.layout.exponent == 0):
            end = unit.end() if unit else number.end
            yield _rate(text, number, end, last)
            last = end


def _rate(text: str, number: PrintedNumber, end: int, last: int) -> Rate:
    shown = text[number.start : end]
    scale = Decimal(1) if number.kind else _HUNDRED
    before = text[last : number.start]
    word = _WORD_BEFORE.search(before)
    is_near = word is not None and len(word["between"]) < 30
    value = number.value / scale
    lost = bool(word and is_near and word["loss"])
    return Rate(
        number.start,
        end,
        shown,
        -abs(value) if lost else value,
        number.step / scale,
        bool(_POINTS.search(shown) or _BY.search(before)),
        bool(is_near or value < 0),
    )
