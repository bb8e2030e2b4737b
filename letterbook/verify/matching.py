"""Which figure a number of a letter is, by the words around it and by its value.

The words come first: a number beside the name of a figure is compared with that figure, although it may
equal another. Only where no figure is named does the value decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum

from letterbook.figure import Basis, Figure, UnitKind
from letterbook.printed_number import PrintedNumber
from letterbook.record import record
from letterbook.verify.printed_figures import Printed, expected
from letterbook.verify.readings import can_be, is_near_enough, is_other_currency, readings
from letterbook.verify.series import Series, Wanted
from letterbook.verify.surroundings import CELL_COST, FAR, Surroundings
from letterbook.verify.vocabulary import (
    AMOUNTS,
    CHANGES,
    COMPARED,
    CONSTANT,
    EARLIER,
    EARLIER_AROUND,
    FOREIGN,
    LEADING,
    METRICS,
    MULTIPLES,
    PLANNED,
    SPANS,
    SUPPOSED,
)

_FARTHEST_METRIC = 24.0
_FARTHEST_OF_BARE = 5.0
_COMPETING_METRIC = 2.0
_FARTHEST_TIER = 4
_NEAR_FOREIGN = 8.0
_NEAR_TIME = 10.0
_PER_TIER = 6.0
_PER_ENTITY_STEP = 0.5
_FARTHEST_ENTITY = 11.0
_UNSAID_BASIS = 1.0
_PER_WORD = 1.5
_CLOSE = 2.5
_RESCUED = 3.0
_TELLING_DIGITS = 3
_BESIDE = 4.0
_QUALIFIER = 0.2
_RANGE = Decimal(3)
_TOLD_BY_NAME = {UnitKind.MONEY: AMOUNTS, UnitKind.MULTIPLE: MULTIPLES}
_SAME_CLAUSE = 16.0


class Outcome(StrEnum):
    """What became of a number."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    UNCOVERED = "uncovered"


@record
class Match:
    """The outcome, and the figure that the number was compared with; `equals` is another that it equals."""

    outcome: Outcome
    figure: Figure | None = None
    equals: Figure | None = None


_NONE = Match(Outcome.UNCOVERED)


@record
class _Candidate:
    """A series that may be meant: its score, less being better, and whether it is surely meant."""

    series: Series
    score: float
    is_firm: bool


class Matcher:
    """Compares the numbers of a letter with some figures."""

    def __init__(self, series: Iterable[Series], printed: Mapping[str, Printed]) -> None:
        self._series = tuple(series)
        self._printed = printed
        self._known = frozenset().union(*(each.words for each in self._series)) | METRICS
        self._siblings: dict[tuple[Wanted, Wanted, Basis | None], set[frozenset[str]]] = {}
        self._of_whom: dict[Wanted, set[Wanted]] = {}
        for each in self._series:
            self._of_whom.setdefault(each.metric, set()).add(each.entity)
            siblings = self._siblings.setdefault((each.metric, each.entity, each.basis), set())
            siblings.add(frozenset().union(*each.time))

    def match(self, number: PrintedNumber, around: Surroundings, mark: str = "") -> Match:
        """The figure that a number is, or should be; `mark` is the bookmark of a figure that it stands in."""
        printed = self._expected(mark, number)
        if printed:
            if number.fits(printed.unit) and self._agrees(number, around, printed):
                return Match(Outcome.AGREES, printed)
            return Match(Outcome.DISAGREES, printed, self._equal(number, around))
        candidates = sorted(self._candidates(number, around), key=lambda each: each.score)
        firm = [each for each in candidates if each.is_firm]
        if firm:
            return self._compared(number, around, firm, candidates)
        for candidate in () if _foreign(around) or _is_supposed_in_table(around) else candidates:
            agreeing = self._agreeing(number, around, candidate.series.figures)
            if agreeing:
                return Match(Outcome.AGREES, agreeing)
        return self._by_value(number, around)

    def _expected(self, mark: str, number: PrintedNumber) -> Figure | None:
        """What the figure that printed a number is now; None for a number that none has printed."""
        printed = self._printed.get(mark)
        figures = (figure for series in self._series for figure in series.figures)
        return expected(printed, number, figures) if printed else None

    def _compared(
        self,
        number: PrintedNumber,
        around: Surroundings,
        firm: Sequence[_Candidate],
        candidates: Sequence[_Candidate],
    ) -> Match:
        """The number against the figures that its words name."""
        best = firm[0]
        for each in firm:
            agreeing = self._agreeing(number, around, _acceptable(each.series, around))
            if agreeing and each.score <= best.score + _CLOSE:
                return Match(Outcome.AGREES, agreeing)
        is_earlier = _is_earlier(around)
        may_be_earlier = is_earlier or (bool(around.before) and around.before[0] in COMPARED)
        for each in candidates:
            if each.score <= best.score + _RESCUED:
                chosen = _of_the_time(each.series, around)
                for figure in each.series.figures:
                    if self._agrees(number, around, figure) and (figure is chosen or may_be_earlier):
                        return Match(Outcome.AGREES, figure)
        meant = _of_the_time(best.series, around)
        if meant is None and best.series.words & CONSTANT:
            meant = best.series.figures[0]
            return Match(Outcome.AGREES, meant) if self._agrees(number, around, meant) else _NONE
        if meant is None or (is_earlier and meant is best.series.figures[0]):
            return _NONE
        return Match(Outcome.DISAGREES, meant, self._equal(number, around))

    def _candidates(self, number: PrintedNumber, around: Surroundings) -> Iterator[_Candidate]:
        nearest = around.distance(METRICS)
        foreign = _foreign(around) | _near(around, SUPPOSED)
        foreign_anywhere = foreign | _near(around, FOREIGN, _SAME_CLAUSE)
        measured = around.counted & METRICS
        said, strangers = around.basis(), around.names - self._known
        for series in self._series:
            metric = _distance(around, series.metric)
            unit = series.figures[0].unit
            is_told = number.kind in _TOLD_BY_NAME and _fits(number, series)
            may_be = can_be(number, unit, around) or is_told or is_other_currency(number, unit)
            if metric >= FAR or not may_be:
                continue
            if _counts_something_else(number, around, series) or _is_a_change(number, around, series):
                continue
            tiers = [around.tier(words) for words in series.entity]
            tier = max(tiers, default=0)
            is_other_basis = bool(said and series.basis and said is not series.basis)
            is_firm = (
                metric <= (_FARTHEST_METRIC if number.has_marks else _FARTHEST_OF_BARE)
                and _nearest(around, series.metric) <= nearest + _COMPETING_METRIC
                and not is_other_basis
                and not (foreign if series.entity else foreign_anywhere) - _own_words(series)
                and not _is_out_of_range(number, around, series)
                and not (measured and not measured & series.words)
                and not (around.row_name and not around.row_name & series.words)
                and not _is_of_another_period(around, series)
                and not self._is_of_another_span(around, series)
                and (tier == 0 or not around.is_total)
                and all(around.tier(words) <= 1 for words in series.qualifiers)
                and (tier <= 1 or (tier <= self._farthest_tier(series) and not strangers))
            )
            yield _Candidate(series, self._score(around, series, metric, tiers, said), is_firm)

    def _farthest_tier(self, series: Series) -> int:
        """How far away the name of whom it is of may stand; anywhere, where the sheet knows nobody else."""
        return _FARTHEST_TIER + 2 if len(self._of_whom[series.metric]) == 1 else _FARTHEST_TIER

    def _is_of_another_span(self, around: Surroundings, series: Series) -> bool:
        """Whether words near, such as `year to date`, are in the name of another series of the same."""
        spans = frozenset().union(*self._siblings[series.metric, series.entity, series.basis])
        own = frozenset().union(*series.time)
        for group, within in zip(SPANS, (_FARTHEST_METRIC, _SAME_CLAUSE), strict=True):
            near = min(_near(around, group, within), key=around.near.__getitem__, default="")
            if any((word == near) != (word in own) for word in spans & group):
                return True
        return False

    def _score(
        self, around: Surroundings, series: Series, metric: float, tiers: Sequence[int], said: Basis | None
    ) -> float:
        near = [around.distance(words) for words, tier in zip(series.entity, tiers, strict=True) if tier == 0]
        found = len(series.metric) + sum(tier <= 1 for tier in tiers)
        basis = _UNSAID_BASIS if said and not series.basis else 0.0
        if series.basis and said is not series.basis:
            basis = _UNSAID_BASIS if said is None else _FARTHEST_METRIC
        return (
            metric
            + _PER_TIER * max(tiers, default=0)
            + _PER_ENTITY_STEP * min(max(near, default=0.0), _FARTHEST_ENTITY)
            + basis
            - _PER_WORD * found
            - sum(_PER_WORD for words in series.time if around.tier(words) <= 1)
        )

    def _by_value(self, number: PrintedNumber, around: Surroundings) -> Match:
        """A figure of this value: one of which some word stands around, or any for a telling number."""
        equal = [
            (figure, series)
            for series in self._series
            for figure in series.figures
            if _may_be_by_value(number, around, series)
            and _fits(number, series)
            and self._agrees(number, around, figure)
        ]
        said = [
            (
                not _foreign(around) - _own_words(series),
                0
                if _is_beside_another(around, series) or _is_supposed_in_table(around)
                else _said(around, series),
                figure,
            )
            for figure, series in equal
        ]
        best = max(said, key=lambda each: each[:2], default=None)
        if best is None:
            return Match(Outcome.UNCOVERED)
        is_telling = (
            not around.in_table and sum(map(str.isdigit, number.text.lstrip("0.$€£"))) >= _TELLING_DIGITS
        )
        is_telling = is_telling and not _is_supposed_in_table(around)
        is_own, words_said, figure = best
        if is_own and (words_said or is_telling):
            return Match(Outcome.AGREES, figure)
        return Match(Outcome.UNCOVERED, None, figure)

    def _agreeing(
        self, number: PrintedNumber, around: Surroundings, figures: Iterable[Figure]
    ) -> Figure | None:
        return next((figure for figure in figures if self._agrees(number, around, figure)), None)

    def _agrees(self, number: PrintedNumber, around: Surroundings, figure: Figure) -> bool:
        if is_other_currency(number, figure.unit):
            return False
        return any(
            is_near_enough(reading, figure.value, around.before)
            for reading in readings(number, figure.unit, around)
        )

    def _equal(self, number: PrintedNumber, around: Surroundings) -> Figure | None:
        """Another figure that the number equals."""
        figures = (figure for series in self._series for figure in series.figures)
        return next(
            (
                figure
                for figure in figures
                if number.fits(figure.unit) and number.has_marks and self._agrees(number, around, figure)
            ),
            None,
        )


def _said(around: Surroundings, series: Series) -> int:
    """How many words of a name stand around, where they say what is measured, or of whom."""
    tiers = [around.tier(words) for words in series.entity]
    farthest = 1 if around.in_table else _FARTHEST_TIER
    is_of_whom = bool(tiers) and (max(tiers) <= farthest or (around.in_table and min(tiers) == 0))
    is_what = any(around.tier(words) == 0 for words in series.metric)
    if not (is_of_whom or is_what):
        return 0
    return sum(around.tier(words) <= _FARTHEST_TIER for words in (*series.metric, *series.entity))


def _fits(number: PrintedNumber, series: Series) -> bool:
    """Whether the marks of a number can be those of a series; one without a unit is told by its name."""
    unit = series.figures[0].unit
    if unit.kind is UnitKind.NUMBER and number.kind in _TOLD_BY_NAME:
        return bool(series.words & _TOLD_BY_NAME[number.kind])
    return number.fits(unit)


def _own_words(series: Series) -> frozenset[str]:
    """The words of a series; that it is an index is said of one without being in its name."""
    return series.words | (LEADING if series.words & FOREIGN else frozenset())


def _is_beside_another(around: Surroundings, series: Series) -> bool:
    """Whether the words right beside a number say that it measures something else."""
    measured = around.counted & METRICS
    return bool(measured) and not measured & series.words


def _may_be_by_value(number: PrintedNumber, around: Surroundings, series: Series) -> bool:
    """Whether the value of a number may say which figure it is: a bare one needs a label that says more."""
    if number.has_marks:
        return True
    return around.in_table and any(around.tier(words) == 0 for words in (*series.metric, *series.entity))


def _near(around: Surroundings, words: frozenset[str], within: float = _NEAR_FOREIGN) -> frozenset[str]:
    return frozenset(word for word in words if around.near.get(word, FAR) <= within)


def _is_supposed_in_table(around: Surroundings) -> bool:
    """Whether a number stands in the row or column of a plan."""
    return around.in_table and bool(_near(around, PLANNED, CELL_COST))


def _foreign(around: Surroundings) -> frozenset[str]:
    """The words near a number that say that it is somebody else's."""
    return _near(around, FOREIGN)


def _is_earlier(around: Surroundings) -> bool:
    """Whether the words beside a number say that it is of an earlier date."""
    is_from = bool(around.before) and around.before[0] in EARLIER
    return is_from or around.distance(EARLIER_AROUND) <= _BESIDE


def _counts_something_else(number: PrintedNumber, around: Surroundings, series: Series) -> bool:
    """Whether a whole number counts other things than the series: 340 employees are not 9 companies."""
    is_count = not number.has_marks and number.layout.decimals == 0
    return is_count and bool(around.counted) and not around.counted & series.words


def _is_a_change(number: PrintedNumber, around: Surroundings, series: Series) -> bool:
    """Whether a number is what something grew or fell by, and the series is no change."""
    is_by = around.before[:1] == ("by",) or "point" in number.layout.positive or number.text.endswith("pp")
    return is_by and not series.words & CHANGES


def _is_of_another_period(around: Surroundings, series: Series) -> bool:
    """Whether a number is since inception, and the figure of one period."""
    figure = _of_the_time(series, around)
    return bool(figure and figure.period and figure.period.start and "inception" in around.near)


def _is_out_of_range(number: PrintedNumber, around: Surroundings, series: Series) -> bool:
    """Whether a count is so far from a figure of nobody in particular that it counts others."""
    figure = series.figures[0]
    if figure.unit.kind in {UnitKind.PERCENT, UnitKind.MULTIPLE}:
        return False
    if number.has_marks or series.entity or not figure.value or not number.value:
        return False
    ratios = (reading.value / figure.value for reading in readings(number, figure.unit, around))
    return not any(1 / _RANGE <= ratio <= _RANGE for ratio in ratios)


def _distance(around: Surroundings, wanted: Wanted) -> float:
    """How far the wanted words are: the nearest counts most, since others may only qualify it."""
    distances = [around.distance(words) for words in wanted]
    if not distances or max(distances) >= FAR:
        return FAR
    return min(distances) + _QUALIFIER * (max(distances) - min(distances))


def _nearest(around: Surroundings, wanted: Wanted) -> float:
    return min(map(around.distance, wanted), default=FAR)


def _acceptable(series: Series, around: Surroundings) -> Iterator[Figure]:
    """The figure of the time around, then those of times that may belong to another number or to both."""
    figure = _of_the_time(series, around)
    if figure:
        yield figure
    for time in around.times_of_others:
        yield from (each for each in series.figures if time.is_of(each))


def _of_the_time(series: Series, around: Surroundings) -> Figure | None:
    """The figure of a series that is of the time around, else the latest; None where another day is near."""
    dated = [figure for figure in series.figures if figure.as_of or figure.period]
    for distance, time in around.times:
        for figure in dated:
            if time.is_of(figure):
                return figure
        if dated and distance <= _NEAR_TIME and not (time.recurs and time.is_within(dated[0])):
            return None
    return series.figures[0]
