"""A Word letter ticked off: every number in it, and what became of it against a sheet of figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from letterbook.figure import Figure
from letterbook.figure_format import format_as, format_figure
from letterbook.printed_number import PrintedNumber, decimal_mark
from letterbook.record import record
from letterbook.stretch import overlap
from letterbook.verify.found_numbers import FoundNumbers, find_in_passage
from letterbook.verify.letter_reader import read_letter
from letterbook.verify.matching import Match, Matcher, Outcome
from letterbook.verify.not_figures import find_no_figures
from letterbook.verify.passages import Kind, Passage
from letterbook.verify.printed_figures import Printed
from letterbook.verify.readings import is_other_currency
from letterbook.verify.series import series_of
from letterbook.verify.surroundings import Around, surroundings_of
from letterbook.verify.table_labels import Labels, Tables
from letterbook.writers.word.mail_merge.meanings import refuse_sources
from letterbook.writers.word.opened.word_file import WordFile, read_word_file

_PASSAGES_BEFORE = 2
_PASSAGES_OF_TITLE = 6
_LONGEST_HEADING = 80
_DEEPEST = 10


@record
class Tick:
    """A number of a letter, from `start` to `end` of a passage, and what it was compared with.

    `reason` says what it is where it is no figure, and is empty otherwise. `label` are the words of its row
    and its column, in a table.
    """

    passage: Passage
    start: int
    end: int
    text: str
    match: Match
    reason: str = ""
    number: PrintedNumber | None = None
    label: str = ""

    @property
    def outcome(self) -> Outcome:
        """Whether it agrees with a figure, disagrees, or is not covered by any."""
        return self.match.outcome

    @property
    def expected(self) -> str:
        """What the sheet says, printed as exactly as the letter has it; empty without a figure."""
        figure = self.match.figure
        if figure is None or self.number is None:
            return ""
        if not self.number.has_marks or is_other_currency(self.number, figure.unit):
            return format_figure(figure)
        printed = format_as(figure.value, self.number.layout)
        return printed if printed != self.text else format_figure(figure)


@record
class TickedLetter:
    """A letter's file and its ticks in reading order, those of numbers that are no figures included.

    `unread` are how many things of a kind may say a number and were not read, such as pictures.
    """

    file: WordFile
    ticks: tuple[Tick, ...]
    unread: Mapping[str, int] = field(default_factory=dict)

    def of(self, outcome: Outcome) -> tuple[Tick, ...]:
        """The ticks of figures with this outcome."""
        return tuple(tick for tick in self.ticks if not tick.reason and tick.outcome is outcome)


def tick_off(
    name: str, data: bytes, figures: Iterable[Figure], printed: Mapping[str, Printed] | None = None
) -> TickedLetter:
    """The numbers of the Word letter in `data`, which was read from the file `name`, against figures.

    `printed` are the figures that letterbook itself printed there, by their bookmarks: such a number is
    compared with what the sheet says now of the same figure, whatever the words around it. Raises BadInput
    when it is no Word file, cannot be read, or is a draft with its sources in it.
    """
    file = read_word_file(name, data)
    refuse_sources(file)
    letter = read_letter(file)
    return TickedLetter(file, tick_passages(letter.passages, figures, printed), letter.unread)


def tick_passages(
    passages: Sequence[Passage], figures: Iterable[Figure], printed: Mapping[str, Printed] | None = None
) -> tuple[Tick, ...]:
    """The ticks of passages in reading order; see `tick_off`."""
    mark = _decimal_mark(passages)
    found = [find_in_passage(passage, mark) for passage in passages]
    return tuple(_ticks(found, Matcher(series_of(figures), printed or {})))


def _decimal_mark(passages: Iterable[Passage]) -> str:
    """What stands before decimals in a letter: what most of its passages show, dates and the like apart."""
    told = Counter(decimal_mark([_without_others(passage.text)]) for passage in passages)
    return "," if told[","] > told["."] else "."


def _without_others(text: str) -> str:
    for other in reversed(find_no_figures(text)):
        text = f"{text[: other.start]} {text[other.end :]}"
    return text


def _ticks(found: Sequence[FoundNumbers], matcher: Matcher) -> Iterator[Tick]:
    for one, around in _with_surroundings(found):
        ticks = [_tick(one, number, around, matcher) for number in one.numbers]
        ticks += [
            Tick(
                one.passage,
                other.start,
                other.end,
                one.passage.text[other.start : other.end].strip(),
                Match(Outcome.UNCOVERED),
                other.reason,
                label=_label(around.labels),
            )
            for other in one.others
        ]
        yield from sorted(ticks, key=lambda tick: tick.start)


def _tick(found: FoundNumbers, number: PrintedNumber, around: Around, matcher: Matcher) -> Tick:
    marks = (mark.name for mark in found.passage.marks if overlap(mark, number))
    match = matcher.match(number, surroundings_of(found, number, around), next(marks, ""))
    label = _label(around.labels)
    return Tick(found.passage, number.start, number.end, number.text, match, number=number, label=label)


def _label(labels: Labels) -> str:
    return ", ".join(" ".join(text.split()) for text in (labels.row, labels.column) if text.strip())


def _with_surroundings(found: Sequence[FoundNumbers]) -> Iterator[tuple[FoundNumbers, Around]]:
    """Each passage with what the letter says around it."""
    title = " \n ".join(_title(found))
    tables = {part: Tables(own, _captions(own)) for part, own in _by_part(found).items()}
    headings: list[tuple[int, str]] = []
    before: list[str] = []
    part = None
    for one in found:
        passage = one.passage
        if passage.part is not part:
            part, headings, before = passage.part, [], []
        labels = tables[passage.part.name].labels(one) if passage.cell else Labels()
        level = _level(one)
        if level:
            headings = [each for each in headings if each[0] < level]
        yield one, Around(labels, tuple(text for _, text in reversed(headings)), tuple(before), title)
        if level:
            headings.append((level, passage.text))
            before = []
        elif not passage.cell:
            before = [*before, passage.text][-_PASSAGES_BEFORE:]


def _by_part(found: Iterable[FoundNumbers]) -> dict[str, list[FoundNumbers]]:
    parts: dict[str, list[FoundNumbers]] = {}
    for one in found:
        parts.setdefault(one.passage.part.name, []).append(one)
    return parts


def _captions(found: Iterable[FoundNumbers]) -> dict[int, str]:
    """The text right above each table, by the table's number."""
    captions: dict[int, str] = {}
    above = ""
    for one in found:
        cell = one.passage.cell
        if cell is None:
            above = one.passage.text
        else:
            captions.setdefault(cell.table, above)
    return captions


def _title(found: Iterable[FoundNumbers]) -> Iterator[str]:
    """What the letter says of itself: its first passages without figures, and its headers."""
    taken = 0
    for one in found:
        if one.passage.kind is Kind.HEADER:
            yield one.passage.text
        elif one.passage.kind is Kind.TEXT and taken < _PASSAGES_OF_TITLE:
            taken += 1
            if not one.numbers:
                yield one.passage.text


def _level(found: FoundNumbers) -> int:
    """The level of a heading; a short line without an end and without figures counts as the lowest."""
    passage = found.passage
    if passage.level or passage.kind is not Kind.TEXT:
        return passage.level
    text = passage.text.strip()
    is_heading = len(text) <= _LONGEST_HEADING and text[-1].isalnum() and not found.numbers
    return _DEEPEST if is_heading and text[0].isupper() else 0
