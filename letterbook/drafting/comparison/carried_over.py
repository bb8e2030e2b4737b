"""What of the author's own words was carried over from one letter into the next: sentences, days, numbers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import TypeAlias

from letterbook.checks.letters.sentences import sentences
from letterbook.drafting.comparison.pairing import Likeness, paired
from letterbook.drafting.comparison.passage_changes import PartChange
from letterbook.drafting.comparison.printed_letter import (
    Kind,
    PrintedPassage,
    PrintedTable,
)
from letterbook.drafting.comparison.rewording import masked, words_in
from letterbook.drafting.comparison.stock_words import is_greeting
from letterbook.drafting.comparison.table_changes import row_label
from letterbook.drafting.comparison.time_words import time_words
from letterbook.drafting.comparison.units import TextUnit
from letterbook.finding import Place
from letterbook.printed_number import find_numbers
from letterbook.record import record
from letterbook.verify.not_figures import find_no_figures
from letterbook.verify.times import TimeMention, find_times

FEWEST_WORDS = 6
_DIGIT = re.compile(r"[0-9]")
_SENTENCES = frozenset({Kind.TEXT, Kind.NOTE})

_Spans: TypeAlias = Iterable[tuple[int, int]]
Locate: TypeAlias = Callable[[str, Place | None], Place | None]


@record
class CarriedDay:
    """A day or period that stands in the same sentence in both letters, as it is written.

    One that `is_past` ends before the time that the newer letter is about.
    """

    text: str
    first: dt.date
    last: dt.date
    is_past: bool
    words: str
    place: Place | None = None


@record
class CarriedNumber:
    """A number that somebody typed and that stands in the same sentence or cell in both letters."""

    text: str
    words: str
    place: Place | None = None


@record
class CarriedSentence:
    """A sentence that both letters say; `times` are words of it that speak of a time or look ahead."""

    text: str
    heading: str
    times: tuple[str, ...] = ()
    place: Place | None = None


@record
class CarriedOver:
    """What was carried over; sentences in `but_for_numbers` have other numbers or days than before."""

    sentences: tuple[CarriedSentence, ...] = ()
    days: tuple[CarriedDay, ...] = ()
    numbers: tuple[CarriedNumber, ...] = ()
    but_for_numbers: tuple[CarriedSentence, ...] = ()


@record
class _Said:
    """A sentence of a passage, its spans that figures printed counted from its own beginning."""

    text: str
    passage: PrintedPassage
    figures: tuple[tuple[int, int], ...]


@record
class Reading:
    """How carried over sentences are judged.

    What ends before `begins` is past; None where the time of the newer letter is not known. `is_stock` tells
    sentences that are meant to be the same, `locate` gives the place of a sentence in its file.
    """

    begins: dt.date | None = None
    is_stock: Callable[[str], bool] = field(default=lambda _text: False)
    locate: Locate = field(default=lambda _text, place: place)


class _Gathering:
    """Gathers what is carried over, passage by passage."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._sentences: list[CarriedSentence] = []
        self._days: list[CarriedDay] = []
        self._numbers: list[CarriedNumber] = []
        self._but_for_numbers: list[CarriedSentence] = []

    @property
    def result(self) -> CarriedOver:
        """All that was gathered."""
        return CarriedOver(
            tuple(self._sentences), tuple(self._days), tuple(self._numbers), tuple(self._but_for_numbers)
        )

    def same(self, said: _Said) -> None:
        """Keep a sentence that is in both letters."""
        place = self._place(said)
        if self._counts(said):
            self._sentences.append(
                CarriedSentence(said.text, said.passage.heading, time_words(said.text), place)
            )
        times = _own_times(said)
        self._keep_days(said, times, place)
        numbers = _typed_numbers(said)
        self._keep_numbers(numbers, said.text, place)

    def alike(self, old: _Said, new: _Said) -> None:
        """Keep what a sentence still has in common with the one that it was."""
        place = self._place(new)
        if masked(old.text, old.figures) == masked(new.text, new.figures) and self._counts(new):
            self._but_for_numbers.append(CarriedSentence(new.text, new.passage.heading, (), place))
        days = {(time.first, time.last) for time in _own_times(old)}
        self._keep_days(new, [time for time in _own_times(new) if (time.first, time.last) in days], place)
        numbers = set(_typed_numbers(old))
        self._keep_numbers([text for text in _typed_numbers(new) if text in numbers], new.text, place)

    def cells(self, table: PrintedTable, before: PrintedTable) -> None:
        """Keep the numbers that somebody typed into a table and that stand in the same row and column."""
        known = {(row_label(row), cell.column, cell.text) for row in before.rows for cell in row}
        for row in table.rows:
            label = row_label(row)
            for cell in row[1:]:
                if not cell.is_figure and (label, cell.column, cell.text) in known:
                    numbers = _numbers_in(cell.text, ())
                    self._keep_numbers(numbers, label, self._reading.locate(label, table.place))

    def _counts(self, said: _Said) -> bool:
        """Whether a sentence is long enough, and not one that is meant to be the same."""
        return (
            said.passage.kind in _SENTENCES
            and len(words_in(said.text)) >= FEWEST_WORDS
            and not self._reading.is_stock(said.text)
        )

    def _place(self, said: _Said) -> Place | None:
        return self._reading.locate(said.text, said.passage.place)

    def _keep_days(self, said: _Said, times: Iterable[TimeMention], place: Place | None) -> None:
        for time in times:
            is_past = self._reading.begins is not None and time.last < self._reading.begins
            text = said.text[time.start : time.end]
            self._days.append(CarriedDay(text, time.first, time.last, is_past, said.text, place))

    def _keep_numbers(self, numbers: Iterable[str], words: str, place: Place | None) -> None:
        self._numbers += (CarriedNumber(text, words, place) for text in numbers)


def carried_over(
    before: Sequence[PrintedPassage | PrintedTable], changes: Sequence[PartChange], reading: Reading
) -> CarriedOver:
    """What the author's own words in the newer letter have in common with the older one.

    `changes` say what became of each part. A sentence counts wherever in the older letter it stood.
    """
    gathering = _Gathering(reading)
    known = frozenset(
        said.text for part in before if isinstance(part, PrintedPassage) for said in _said_in(part)
    )
    for change in changes:
        old, new = change.before, change.after
        if isinstance(new, PrintedTable):
            if isinstance(old, PrintedTable) and new.is_own:
                gathering.cells(new, old)
        elif new is not None and (new.is_own or new.kind is Kind.MARGIN) and not is_greeting(new.text):
            was = old if isinstance(old, PrintedPassage) and old.text != new.text else None
            _gather(gathering, known, was, new)
    return gathering.result


def _gather(
    gathering: _Gathering, known: frozenset[str], old: PrintedPassage | None, new: PrintedPassage
) -> None:
    said = list(_said_in(new))
    counterparts = _counterparts(list(_said_in(old)), said) if old else {}
    for at, sentence in enumerate(said):
        if sentence.text in known:
            gathering.same(sentence)
        elif at in counterparts:
            gathering.alike(counterparts[at], sentence)


def _counterparts(before: Sequence[_Said], after: Sequence[_Said]) -> Mapping[int, _Said]:
    """The sentences of a passage as they were, by the positions of those that they have become."""
    old, new = ([TextUnit(each.text, each.figures) for each in side] for side in (before, after))
    return {
        pair.after: before[pair.before] for pair in paired(old, new) if pair.likeness is not Likeness.SAME
    }


def _said_in(passage: PrintedPassage) -> Iterator[_Said]:
    """The sentences of a passage; a heading is one, and so is a header."""
    whole = ((0, len(passage.text)),)
    spans = sentences(passage.text) if passage.kind in _SENTENCES | {Kind.QUOTE} else whole
    for start, end in spans:
        text = passage.text[start:end].rstrip()
        inside = tuple(
            (max(first, start) - start, min(last, end) - start)
            for first, last in passage.figures
            if first < end and start < last
        )
        yield _Said(text, passage, inside)


def _own_times(said: _Said) -> list[TimeMention]:
    """The days and periods that a sentence names, without those that figures printed."""
    times = find_times(said.text) if _DIGIT.search(said.text) else ()
    return [time for time in times if not time.recurs and not _overlap(time.start, time.end, said.figures)]


def _typed_numbers(said: _Said) -> list[str]:
    return _numbers_in(said.text, said.figures) if said.passage.kind in _SENTENCES else []


def _numbers_in(text: str, figures: _Spans) -> list[str]:
    """The numbers of a text that are neither days, references nor figures."""
    if not _DIGIT.search(text):
        return []
    others = [*figures, *((time.start, time.end) for time in find_times(text))]
    found = [number for number in find_numbers(text) if not _overlap(number.start, number.end, others)]
    if all(number.has_marks for number in found):
        return [number.text for number in found]
    others = [(one.start, one.end) for one in find_no_figures(text)]
    return [
        number.text for number in found if number.has_marks or not _overlap(number.start, number.end, others)
    ]


def _overlap(start: int, end: int, spans: _Spans) -> bool:
    return any(first < end and start < last for first, last in spans)
