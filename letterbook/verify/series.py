"""Figures as letters speak of them: what is measured, of whom, gross or net; its dates are one series."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from letterbook.figure import Basis, Figure
from letterbook.fund.figure_names import name_words
from letterbook.record import record
from letterbook.verify.terms import terms_of
from letterbook.verify.vocabulary import METRICS, STOP_WORDS, TIME_WORDS

Wanted = tuple[frozenset[str], ...]
"""Words that have to be said, each in one of its meanings."""


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

    @property
    def words(self) -> frozenset[str]:
        """All that the words of its name may mean."""
        return frozenset().union(*self.metric, *self.entity, *self.time)


def series_of(figures: Iterable[Figure]) -> tuple[Series, ...]:
    """The figures as series, in the order of their first ones."""
    grouped: dict[object, list[Figure]] = {}
    for figure in figures:
        grouped.setdefault((name_words(figure.name), figure.basis), []).append(figure)
    return tuple(_series(group) for group in grouped.values())


def _series(figures: list[Figure]) -> Series:
    first = figures[0]
    metric: list[frozenset[str]] = []
    others: list[frozenset[str]] = []
    time: list[frozenset[str]] = []
    for term in terms_of(first.name):
        meanings = frozenset(term.meanings) - STOP_WORDS - set(Basis)
        if meanings & TIME_WORDS or any(_is_year(word) for word in meanings):
            time.append(meanings)
        elif meanings:
            (metric if meanings & METRICS else others).append(meanings)
    ordered = sorted(figures, key=_day, reverse=True)
    if not metric:  # a name without a word for what is measured has to be said as a whole
        metric, others = others, []
    return Series(first.name, first.basis, tuple(ordered), tuple(metric), tuple(others), tuple(time))


def _day(figure: Figure) -> date:
    end = figure.period.end if figure.period else None
    return figure.as_of or end or date.min


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word[:2] in {"19", "20"}
