"""Figures as letters speak of them: what is measured, of whom, gross or net; its dates are one series."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from letterbook.figure import Basis, Figure
from letterbook.fund.figure_names import name_words
from letterbook.record import record
from letterbook.verify.terms import terms_of
from letterbook.verify.vocabulary import IMPLIED, LEADING, METRICS, STOP_WORDS, TIME_WORDS

Wanted = tuple[frozenset[str], ...]
"""Words that have to be said, each in one of its meanings."""


_Shared = dict[tuple[frozenset[str], bool], set[frozenset[str]]]
"""Of each word, anywhere in a name or only at its beginning: the words that all such names have."""


@record
class Series:
    """The figures of one name and basis, the latest first.

    `metric` are the words of the name that say what is measured, `entity` those that say of whom, and `time`
    those of a period, which letters say elsewhere.
    """

    name: str
    basis: Basis | None
    figures: tuple[Figure, ...]
    metric: Wanted
    entity: Wanted
    time: Wanted = ()
    qualifiers: Wanted = ()

    @property
    def words(self) -> frozenset[str]:
        """All that the words of its name may mean."""
        return frozenset().union(*self.metric, *self.entity, *self.time)


def series_of(figures: Iterable[Figure]) -> tuple[Series, ...]:
    """The figures as series, in the order of their first ones.

    Where the first word of a name is said, or `fund` or `index`, the others need not be if no other name has
    that word: Marlow is Marlow Robotics, and the fund is Fund I where there is no other.
    """
    grouped: dict[object, list[Figure]] = {}
    for figure in figures:
        grouped.setdefault((name_words(figure.name), figure.basis), []).append(figure)
    found = [_series(group) for group in grouped.values()]
    shared: _Shared = {}
    for one in found:
        for word in one.entity:
            for is_first in {False, word == one.entity[0]}:
                others = shared.setdefault((word, is_first), set(one.entity))
                others &= set(one.entity)
    return tuple(replace(one, entity=_with_implied(one.entity, shared)) for one in found)


def _with_implied(entity: Wanted, shared: _Shared) -> Wanted:
    """The words of whom it is of, each with those by which it is understood."""
    leading = [word for number, word in enumerate(entity) if number == 0 or word & LEADING]
    return tuple(
        word.union(*(each for each in leading if word in shared[each, each == entity[0]])) for word in entity
    )


def _series(figures: list[Figure]) -> Series:
    first = figures[0]
    metric: list[frozenset[str]] = []
    others: list[frozenset[str]] = []
    time: list[frozenset[str]] = []
    qualifiers: list[frozenset[str]] = []
    for term in terms_of(first.name):
        meanings = frozenset(term.meanings) - STOP_WORDS - set(Basis)
        if meanings & TIME_WORDS or any(_is_year(word) for word in meanings):
            time.append(meanings)
        elif meanings:
            (metric if meanings & METRICS else others).append(meanings)
            if metric and not meanings & METRICS and first.name[term.start].islower():
                qualifiers.append(meanings)
    metric = [words for words in metric if not words & IMPLIED] or metric
    ordered = sorted(figures, key=_day, reverse=True)
    if not metric:  # a name without a word for what is measured has to be said as a whole
        metric, others = others, []
    return Series(
        first.name, first.basis, tuple(ordered), tuple(metric), tuple(others), tuple(time), tuple(qualifiers)
    )


def _day(figure: Figure) -> date:
    end = figure.period.end if figure.period else None
    return figure.as_of or end or date.min


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word[:2] in {"19", "20"}
