"""Which figure a call means, and with which earlier one it is compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from letterbook.drafting.figures.call import FigureCall
from letterbook.drafting.figures.unprintable import CHANGE, DATE, UNCLEAR, NotThere, Unprintable
from letterbook.figure import Figure, Period
from letterbook.fund.figure_names import name_words
from letterbook.word_lists import listed

_UNEVEN = timedelta(days=4)  # by so much halves and quarters of a year differ in length


def choose_figure(named: Sequence[Figure], call: FigureCall, edition_date: date | None, sheet: str) -> Figure:
    """The one of the figures `named` so that a call in an edition as of `edition_date` means.

    Raises Unprintable where none is of that date, since a figure of another one must say so, and where
    several are. `sheet` is the name of their file.
    """
    wanted = call.as_of or edition_date
    found = [figure for figure in named if wanted is None or figure.as_of == wanted]
    if not found and call.as_of is None:
        found = [figure for figure in named if figure.as_of is None]
    if not found:
        raise _of_other_dates(named, call, edition_date, sheet)
    if call.period is not None:
        of_period = [figure for figure in found if _words(figure.period) == call.period.casefold()]
        if not of_period:
            hint = f"There is {listed(dict.fromkeys(map(_period_said, found)))}."
            raise NotThere(UNCLEAR, f'There is no "{call.name}" for the period "{call.period}".', hint)
        found = of_period
    if len(found) > 1:
        raise _unclear(found, call)
    return found[0]


def choose_predecessor(figures: Iterable[Figure], figure: Figure, since: date | None) -> Figure:
    """The figure that `figure` is compared with: the last one before it, or the one of the date `since`.

    It has the same name and basis, and where both say it, a period that is equally long. Raises
    Unprintable where there is none, or more than one.
    """
    if figure.as_of is None:
        hint = "Fill in the column as of."
        raise Unprintable(CHANGE, f'"{figure.name}" has no date, so nothing is known to be before it.', hint)
    earlier = [each for each in figures if _is_earlier(each, figure)]
    comparable = [each for each in earlier if _is_as_long(each.period, figure.period)]
    comparable = comparable or [each for each in earlier if not (each.period and figure.period)]
    dates = [each.as_of for each in comparable if each.as_of]
    wanted = since or max(dates, default=None)
    found = [each for each in comparable if each.as_of == wanted]
    if not found:
        raise _no_predecessor(figure, since, dates)
    same = [each for each in found if _words(each.period) == _words(figure.period)] or found
    if len(same) > 1:
        message = f'Of {wanted} there are several "{figure.name}" to compare with.'
        raise Unprintable(CHANGE, message, "Give them the same period as the one that is compared.")
    if same[0].unit != figure.unit:
        message = f'"{figure.name}" is in {figure.unit}, of {wanted} in {same[0].unit}.'
        raise Unprintable(CHANGE, message, "Amounts in two units are never compared.")
    return same[0]


def _is_earlier(other: Figure, figure: Figure) -> bool:
    return (
        other.as_of is not None
        and figure.as_of is not None
        and other.as_of < figure.as_of
        and other.basis is figure.basis
        and sorted(name_words(other.name)) == sorted(name_words(figure.name))
    )


def _is_as_long(one: Period | None, other: Period | None) -> bool:
    if _words(one) == _words(other):
        return True
    lengths = [period.end - period.start for period in (one, other) if period and period.start and period.end]
    return len(lengths) == 2 and abs(lengths[0] - lengths[1]) <= _UNEVEN  # both have days


def _no_predecessor(figure: Figure, since: date | None, dates: Sequence[date]) -> NotThere:
    of_date = f"of {since}" if since else f"before {figure.as_of}"
    hint = "Add it to the sheet of figures, with the same name and basis."
    if dates:
        hint = f"There is that of {listed(map(str, sorted(set(dates))))}."
    message = f'There is no "{figure.name}" {of_date} to compare that of {figure.as_of} with.'
    return NotThere(CHANGE, message, hint)


def _of_other_dates(
    named: Sequence[Figure], call: FigureCall, edition_date: date | None, sheet: str
) -> NotThere:
    dates = sorted({figure.as_of for figure in named if figure.as_of})
    others = listed(map(str, dates))
    if call.as_of is not None:
        hint = f"There is that of {others}." if dates else "It has no date."
        return NotThere(DATE, f'There is no "{call.name}" of {call.as_of}.', hint)
    said = f"{{{{ {call.name} as-of={dates[-1]} }}}}"
    hint = f"Say so, as in {said}, or write that of {edition_date} into {sheet}."
    return NotThere(DATE, f'"{call.name}" is as of {others}, this edition as of {edition_date}.', hint)


def _unclear(found: Sequence[Figure], call: FigureCall) -> Unprintable:
    """Several figures, each with the call that means it alone."""
    choices = [f"{{{{ {_told_apart(figure, found, call)} }}}}" for figure in found]
    message = f'"{call.name}" may be any of {len(found)} figures.'
    return Unprintable(UNCLEAR, message, f"Write {listed(dict.fromkeys(choices), 'or')}.")


def _told_apart(figure: Figure, found: Sequence[Figure], call: FigureCall) -> str:
    words = call.name.split()
    if len({each.basis for each in found}) > 1 and figure.basis:
        words.insert(len(words) - 1, figure.basis.value)
    text = " ".join(words) + (f", {call.change}" if call.change else "")
    if len({each.as_of for each in found}) > 1 and figure.as_of:
        text += f" as-of={figure.as_of}"
    if len({_words(each.period) for each in found}) > 1:
        text += f' period="{figure.period.words if figure.period else ""}"'
    return text


def _period_said(figure: Figure) -> str:
    return f'"{figure.period.words}"' if figure.period else "one without a period"


def _words(period: Period | None) -> str:
    return period.words.casefold() if period else ""
