"""What `{{ Fund I NAV, change since=2025-06-30 }}` asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from letterbook.drafting.figures.change_words import ChangeWords
from letterbook.drafting.figures.unprintable import CALL, Unprintable
from letterbook.figure_format import SCALES
from letterbook.fund.not_understood import NotUnderstood
from letterbook.markup.expressions import Call
from letterbook.record import record
from letterbook.suggestion import did_you_mean

ARGUMENTS = ("as-of", "since", "period", "scale", "decimals", "up", "down", "same")
_OF_A_CHANGE = frozenset({"since", "up", "down", "same"})
_OF_A_WORD = ("up", "down", "same")
_CHANGE = re.compile(r"(.+?)\s*,\s*change(?P<by>\s+by(?P<rate>\s*(?:%|percent|per cent))?)?", re.IGNORECASE)
_MOST_DECIMALS = 9


class Change(StrEnum):
    """What of a change is printed: the verb, the amount, or its share in what was there before."""

    WORD = "change"
    AMOUNT = "change by"
    PERCENTAGE = "change by %"


@record
class FigureCall:
    """A call of the figure `name`; what it does not say is None.

    `period` is in the words of the sheet, `scale` one of `SCALES`, `words` are those for a change.
    """

    name: str
    change: Change | None = None
    as_of: date | None = None
    since: date | None = None
    period: str | None = None
    scale: str | None = None
    decimals: int | None = None
    words: ChangeWords | None = None

    def __str__(self) -> str:
        """The call without what only says how its number is printed."""
        parts = [f"{self.name}, {self.change}" if self.change else self.name]
        parts += [f"as-of={self.as_of}"] if self.as_of else []
        parts += [f"since={self.since}"] if self.since else []
        parts += [] if self.period is None else [f'period="{self.period}"']
        return " ".join(parts)


def name_and_change(name: str) -> tuple[str, Change | None]:
    """The name of the figure in what a call says before its arguments, and what it asks of its change."""
    match = _CHANGE.fullmatch(name)
    if match is None:
        return name, None
    change = Change.PERCENTAGE if match["rate"] else Change.AMOUNT if match["by"] else Change.WORD
    return match[1], change


def read_figure_call(call: Call, name: str, change: Change | None) -> FigureCall:
    """The call of the figure `name` with the arguments of `call`; raises Unprintable for a wrong one."""
    given = dict(call.arguments)
    if call.words:
        raise Unprintable(CALL, f'"{call.words}" behind "{call.name}" says nothing.', _known())
    for key, value in given.items():
        if key not in ARGUMENTS:
            raise Unprintable(CALL, f'A figure has no "{key}".', did_you_mean(key, ARGUMENTS) or _known())
        if change is None and key in _OF_A_CHANGE:
            hint = f"Write {{{{ {name}, change {key}={value} }}}}."
            raise Unprintable(CALL, f'"{key}" is about the change of a figure.', hint)
    return FigureCall(
        name,
        change,
        as_of=_date(given, "as-of"),
        since=_date(given, "since"),
        period=" ".join(given["period"].split()) if "period" in given else None,
        scale=_scale(given),
        decimals=_decimals(given),
        words=_words(given),
    )


def _known() -> str:
    return f"A figure can have {', '.join(ARGUMENTS[:5])}."


def _date(given: Mapping[str, str], key: str) -> date | None:
    if key not in given:
        return None
    from letterbook.fund.dates import read_date  # noqa: PLC0415 - few calls name a day

    try:
        return read_date(given[key])
    except NotUnderstood as error:
        raise Unprintable(CALL, error.message, error.hint) from error


def _scale(given: Mapping[str, str]) -> str | None:
    scale = given.get("scale")
    if scale is not None and scale not in SCALES:
        raise Unprintable(CALL, f'There is no scale "{scale}".', f"It is one of {', '.join(SCALES)}.")
    return scale


def _decimals(given: Mapping[str, str]) -> int | None:
    decimals = given.get("decimals")
    if decimals is None:
        return None
    if not re.fullmatch("[0-9]", decimals):
        raise Unprintable(
            CALL, f'"{decimals}" is no number of decimals.', f"It is 0 to {_MOST_DECIMALS}, as in decimals=2."
        )
    return int(decimals)


def _words(given: Mapping[str, str]) -> ChangeWords | None:
    words = [given[key] for key in _OF_A_WORD if key in given]
    if not words:
        return None
    if len(words) < len(_OF_A_WORD):
        hint = 'Write up="went up" down="went down" same="stayed the same".'
        raise Unprintable(CALL, "Words for a change are three: up, down and same.", hint)
    return ChangeWords(*words)
