"""Which figures of a letter have changed since the last one, and by how much."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from enum import StrEnum
from typing import TypeAlias

from letterbook.drafting.figures.call import Change, FigureCall, name_and_change
from letterbook.drafting.figures.printed_figure import PrintedFigure
from letterbook.drafting.figures.shown import shown_change
from letterbook.drafting.figures.unprintable import Unprintable
from letterbook.errors import BadInput
from letterbook.figure import Figure, UnitKind
from letterbook.fund.dates import read_period
from letterbook.fund.figure_names import name_words
from letterbook.fund.not_understood import NotUnderstood
from letterbook.markup.expressions import parse_call
from letterbook.printed_number import parse_number
from letterbook.record import record

_Series: TypeAlias = tuple[tuple[str, ...], str, str, str]
_Day: TypeAlias = tuple[dt.date, dt.date, str]
_YEAR = "(?:19|20)[0-9]{2}"
_PART = rf"(?:[HQ][1-4][ -]?{_YEAR}|{_YEAR}[ -]?[HQ][1-4])"
_PART_OF_YEAR = re.compile(rf"\b{_PART}(?![\w-])", re.IGNORECASE)
_CALENDAR = re.compile(rf"\b(?:{_PART}|{_YEAR}-[0-9]{{2}}-[0-9]{{2}}|{_YEAR})(?![\w-])", re.IGNORECASE)
_WHOLE_LIFE = frozenset({"since inception", "inception to date", "itd"})
"""Periods that a figure without one has too."""
_HAS_SHARE = frozenset({UnitKind.MONEY, UnitKind.NUMBER})
_EARLIEST = dt.date.min


class FigureOutcome(StrEnum):
    """What became of a figure. One that is the same although its day has moved on may not be up to date."""

    CHANGED = "changed"
    SAME_VALUE = "same value"
    SAME_DAY = "same day"
    RESTATED = "restated"
    NEW = "new"
    GONE = "gone"


@record
class FigureChange:
    """What became of the figure `name`: as both letters printed it, None where one does not.

    `difference` is by how much it is more or less, in its own unit, rates in percentage points; `share` is
    that in percent of what it was. Both are empty where there is none or it makes no sense.
    """

    outcome: FigureOutcome
    name: str
    before: PrintedFigure | None
    after: PrintedFigure | None
    difference: str = ""
    share: str = ""

    @property
    def figure(self) -> Figure:
        """The figure as it is now, or was before it went."""
        printed = self.after or self.before
        if printed is None:
            raise ValueError("a change of nothing")
        return printed.figure


def figure_changes(
    before: Iterable[PrintedFigure], after: Iterable[PrintedFigure], language: str = "en"
) -> tuple[FigureChange, ...]:
    """What became of each figure, in the order of the newer letter, then those that are gone.

    A figure is the same with its name and basis and for a period of the same kind, whatever its day: the
    last of its days in each letter are compared. Another day that both print is told where it was restated.
    """
    old, new = _series(before), _series(after)
    renamed = _same_but_for_basis(old, new)
    old = {renamed.get(key, key): days for key, days in old.items()}
    changes: list[FigureChange] = []
    for key, days in new.items():
        if key in old:
            changes += _of_both(old[key], days, language)
        else:
            latest = days[max(days)]
            changes.append(FigureChange(FigureOutcome.NEW, _name(latest), None, latest))
    for key, days in old.items():
        if key not in new:
            latest = days[max(days)]
            changes.append(FigureChange(FigureOutcome.GONE, _name(latest), latest, None))
    return tuple(changes)


def _series(figures: Iterable[PrintedFigure]) -> dict[_Series, dict[_Day, PrintedFigure]]:
    """The figures by what is the same of them in all letters, then by day; how each is shown best."""
    found: dict[_Series, dict[_Day, PrintedFigure]] = {}
    for printed in figures:
        days = found.setdefault(_key(printed), {})
        day = _day(printed.figure)
        known = days.get(day)
        if known is None or (_says_unit(printed) and not _says_unit(known)):
            days[day] = printed
    return found


def _same_but_for_basis(
    old: Mapping[_Series, object], new: Mapping[_Series, object]
) -> Mapping[_Series, _Series]:
    """What the newer letter calls a figure of which only one of both says whether it is gross or net."""
    waiting = _without_basis(key for key in new if key not in old)
    renamed: dict[_Series, _Series] = {}
    for said, keys in _without_basis(key for key in old if key not in new).items():
        others = waiting.get(said, [])
        if len(keys) == len(others) == 1 and not (keys[0][1] and others[0][1]):
            renamed[keys[0]] = others[0]
    return renamed


def _without_basis(keys: Iterable[_Series]) -> dict[tuple[object, ...], list[_Series]]:
    found: dict[tuple[object, ...], list[_Series]] = {}
    for key in keys:
        found.setdefault((key[0], *key[2:]), []).append(key)
    return found


def _key(printed: PrintedFigure) -> _Series:
    """Name, basis, kind of period, and what is asked of a change: a half-year may be another in its name."""
    figure = printed.figure
    words = tuple(sorted(name_words(_PART_OF_YEAR.sub(" ", figure.name))))
    kind = _CALENDAR.sub(lambda match: re.sub("[0-9]", "#", match[0]), _period_said(figure))
    kind = "" if kind in _WHOLE_LIFE else kind
    return words, figure.basis or "", kind, _asked(printed)


def _period_said(figure: Figure) -> str:
    """The period of a figure, which its name may say in its place."""
    named = _PART_OF_YEAR.search(figure.name)
    return figure.period.words.casefold() if figure.period else named[0].casefold() if named else ""


def _asked(printed: PrintedFigure) -> str:
    """What of a change is printed; empty for the figure itself."""
    if printed.predecessor is None:
        return ""
    with suppress(BadInput):
        change = name_and_change(parse_call(printed.called).name)[1]
        return (change or Change.WORD).value
    return Change.WORD.value


def _day(figure: Figure) -> _Day:
    """By what the prints of a figure are told apart and put in order: its day, the end of its period."""
    words, end = _period_said(figure), None
    with suppress(NotUnderstood):
        end = read_period(words).end
    return figure.as_of or _EARLIEST, end or _EARLIEST, words


def _says_unit(printed: PrintedFigure) -> bool:
    number = parse_number(printed.shown)
    return number is not None and number.has_marks


def _name(printed: PrintedFigure) -> str:
    asked = _asked(printed)
    return f"{printed.figure.name}, {asked}" if asked else printed.figure.name


def _of_both(
    old: Mapping[_Day, PrintedFigure], new: Mapping[_Day, PrintedFigure], language: str
) -> Iterator[FigureChange]:
    """What became of a figure that both letters print: of its last day, and of days that were restated."""
    last_old, last_new = max(old), max(new)
    before, after = old[last_old], new[last_new]
    yield _compared(_outcome(before, after, is_same_day=last_old == last_new), before, after, language)
    for day in sorted(old.keys() & new.keys()):
        if not day == last_old == last_new and _differ(old[day], new[day]):
            yield _compared(FigureOutcome.RESTATED, old[day], new[day], language)


def _outcome(before: PrintedFigure, after: PrintedFigure, *, is_same_day: bool) -> FigureOutcome:
    is_other = _differ(before, after)
    if is_same_day and before.figure.as_of and before.predecessor is None:
        return FigureOutcome.RESTATED if is_other else FigureOutcome.SAME_DAY
    return FigureOutcome.CHANGED if is_other else FigureOutcome.SAME_VALUE


def _differ(before: PrintedFigure, after: PrintedFigure) -> bool:
    """Whether two prints say different things; a change in words is what its word says."""
    if before.predecessor or after.predecessor:
        return before.shown != after.shown
    old, new = before.figure, after.figure
    return (old.value, old.unit) != (new.value, new.unit)


def _compared(
    outcome: FigureOutcome, before: PrintedFigure, after: PrintedFigure, language: str
) -> FigureChange:
    name = _name(after)
    if (
        outcome in {FigureOutcome.SAME_DAY, FigureOutcome.SAME_VALUE}
        or after.predecessor
        or before.predecessor
    ):
        return FigureChange(outcome, name, before, after)
    old, new = before.figure, after.figure
    if old.unit != new.unit:
        return FigureChange(outcome, name, before, after)
    sign = "+" if new.value > old.value else "-"
    difference = _change_shown(new, old, Change.AMOUNT, language)
    share = _change_shown(new, old, Change.PERCENTAGE, language) if new.unit.kind in _HAS_SHARE else ""
    return FigureChange(
        outcome, name, before, after, difference and f"{sign}{difference}", share and f"{sign}{share}"
    )


def _change_shown(figure: Figure, predecessor: Figure, change: Change, language: str) -> str:
    with suppress(Unprintable):
        return shown_change(figure, predecessor, FigureCall(figure.name, change), language)
    return ""


def of_outcome(changes: Sequence[FigureChange], *outcomes: FigureOutcome) -> tuple[FigureChange, ...]:
    """The changes with one of these outcomes."""
    return tuple(change for change in changes if change.outcome in outcomes)
