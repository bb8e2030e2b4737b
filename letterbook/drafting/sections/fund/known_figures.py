"""The figures that a section may print, found by the words of their names, their date and their period."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from letterbook.figure import Figure, Period
from letterbook.fund.figure_names import basis_in, name_words

_DAY = timedelta(days=1)


class KnownFigures:
    """Figures in their order, stated ones before those that are computed: the first that fits is meant."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self.figures = tuple(figures)
        self._by_words: dict[tuple[str, ...], list[Figure]] = {}
        for figure in self.figures:
            self._by_words.setdefault(_key(figure.name), []).append(figure)

    def named(self, name: str) -> tuple[Figure, ...]:
        """All figures of a name and of the basis that it says, if it says one."""
        basis = basis_in(name)
        return tuple(
            figure
            for figure in self._by_words.get(_key(name), ())
            if basis is None or figure.basis in {None, basis}
        )

    def find(self, name: str, as_of: date | None, period: Period | None = None) -> Figure | None:
        """The figure of a day, and of a period, or of none in particular: since inception, or of the day."""
        of_day = [figure for figure in self.named(name) if figure.as_of == as_of]
        if period is not None:
            return next((figure for figure in of_day if is_same_period(figure.period, period)), None)
        whole = next((figure for figure in of_day if not (figure.period and figure.period.start)), None)
        return whole or (of_day[0] if len(of_day) == 1 else None)

    def days(self, name: str, until: date) -> tuple[date, ...]:
        """The days up to one for which there is a figure of a name, the latest first."""
        days = {figure.as_of for figure in self.named(name) if figure.as_of and figure.as_of <= until}
        return tuple(sorted(days, reverse=True))


def is_same_period(one: Period | None, other: Period) -> bool:
    """Whether two periods are the same days, or at least have the same words."""
    if one is None:
        return False
    if one.start and one.end and other.start and other.end:
        return (one.start, one.end) == (other.start, other.end)
    return one.words.casefold() == other.words.casefold()


def opening_day(period: Period) -> date | None:
    """The day at whose end a period begins."""
    return period.start - _DAY if period.start else None


def _key(name: str) -> tuple[str, ...]:
    return tuple(sorted(name_words(name)))
