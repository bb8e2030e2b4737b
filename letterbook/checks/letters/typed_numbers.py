"""The numbers that somebody typed into a draft, ticked off against the figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from letterbook.checks.letters.own_words import OwnTable, OwnWords, Passage, Sentence
from letterbook.checks.letters.pattern import Pattern
from letterbook.draft import Heading, Title
from letterbook.figure import Figure, UnitKind
from letterbook.finding import Place
from letterbook.fund.figure_names import words_of
from letterbook.printed_number import PrintedNumber
from letterbook.record import record
from letterbook.stretch import overlaps_any
from letterbook.verify.letter import Tick, tick_passages
from letterbook.verify.matching import Outcome
from letterbook.verify.passages import Cell as LetterCell
from letterbook.verify.passages import Kind
from letterbook.verify.passages import Passage as LetterPassage
from letterbook.writers.word.opened.xml_part import Element, XmlPart

_TIMES = frozenset({UnitKind.DAYS, UnitKind.MONTHS, UnitKind.YEARS})
_IN_ALL = frozenset({"paid", "distributions", "distributed"})
_FLOW = Pattern(
    r"\b(?<!have )(?<!has )(?:called|drew|returned|distributed|paid out)\b"
    r"(?! (?:in all|in total|so far|to date))",
    re.IGNORECASE,
)
"""What was paid once, where the figure is all that was paid."""
_FUND = frozenset({"fund", "partnership", "portfolio"})
_OF_A_COMPANY = Pattern(
    r"\b(?:investment in|company|deal|position|bonds?|stake|exit(?:ed)?|sold|repaid|bought)\b", re.IGNORECASE
)
_OF_AN_INVESTOR = Pattern(
    r"\b(?:investors?|partners?|endowments?|famil(?:y|ies)|offices?|LPs?),? (?:who|which|has|had|\w+ed)\b"
)
_NO_ELEMENT = Element("draft", {}, 0)
_NO_PART = XmlPart("draft", b"", _NO_ELEMENT)


@record
class TypedNumber:
    """A number that no figure printed: where it stands, what the figures say of it, and what is `expected`.

    `figure` is the one that it is or should be; one that `is_sourced` says where it comes from.
    """

    text: str
    place: Place | None
    outcome: Outcome
    figure: Figure | None
    expected: str
    is_sourced: bool


def typed_numbers(words: OwnWords, figures: Sequence[Figure]) -> tuple[TypedNumber, ...]:
    """The numbers with a unit, a currency or a scale that were typed; none where there are no figures."""
    return tuple(_typed(words, figures)) if figures else ()


def _typed(words: OwnWords, figures: Sequence[Figure]) -> Iterator[TypedNumber]:
    said: list[tuple[LetterPassage, Passage]] = []
    tables = 0
    for part in words.parts:
        if isinstance(part, OwnTable):
            tables += 1
            said += _cells(part, tables, len(said))
        else:
            said.append((_passage(part, len(said)), part))
    own = {passage.number: each for passage, each in said}
    ticks = [tick for tick in tick_passages([passage for passage, _ in said], figures) if not tick.reason]
    told = {
        (_sentence(own[tick.passage.number], tick), tick.match.figure)
        for tick in ticks
        if tick.outcome is Outcome.AGREES
    }
    for tick in ticks:
        passage = own[tick.passage.number]
        if tick.number is None or not _is_looked_at(tick, tick.number) or _is_printed(tick, passage):
            continue
        sentence = _sentence(passage, tick)
        is_told = (sentence, tick.match.figure) in told
        doubt = tick.outcome is Outcome.DISAGREES and _is_in_doubt(tick, sentence.text, is_told=is_told)
        figure = tick.match.equals if doubt else tick.match.figure or tick.match.equals
        outcome = tick.outcome if not doubt else Outcome.AGREES if figure else Outcome.UNCOVERED
        expected = "" if doubt else tick.expected
        sourced = _is_sourced(tick, passage)
        yield TypedNumber(tick.text, passage.place(tick.start), outcome, figure, expected, sourced)


def _is_looked_at(tick: Tick, number: PrintedNumber) -> bool:
    """Whether a number has a unit, a currency or a scale; a time, or so many times more, only by a name."""
    if number.kind in _TIMES or tick.text.endswith("times"):
        return tick.match.figure is not None and tick.outcome is not Outcome.UNCOVERED
    return number.has_marks


def _sentence(passage: Passage, tick: Tick) -> Sentence:
    """The sentence that a number stands in."""
    within = (each for each in passage.sentences if each.start <= tick.start < each.start + len(each.text))
    return next(within, Sentence(passage.text, 0, passage))


def _is_in_doubt(tick: Tick, text: str, *, is_told: bool) -> bool:
    """Whether a number that differs from the figure whose name is near may well be another: its sentence
    tells the figure rightly besides (`is_told`), names one that it equals, or speaks of a single payment or
    a single company.
    """
    meant, equal = tick.match.figure, tick.match.equals
    if is_told or meant is None:
        return True
    own = set(words_of(equal.name)) - set(words_of(meant.name)) if equal else set()
    if own & set(words_of(text)):
        return True
    if not set(words_of(meant.name)) & _FUND & set(words_of(text)) and _OF_A_COMPANY.search(text):
        return True
    if "committed" in words_of(meant.name) and _OF_AN_INVESTOR.search(text):
        return True
    return bool(_IN_ALL & set(words_of(meant.name))) and _FLOW.search(text) is not None


def _passage(passage: Passage, number: int) -> LetterPassage:
    block = passage.block
    level = block.level if isinstance(block, Heading) else 1 if isinstance(block, Title) else 0
    return LetterPassage(_NO_PART, Kind.TEXT, _NO_ELEMENT, passage.text, number, level=level)


def _cells(table: OwnTable, number: int, first: int) -> Iterator[tuple[LetterPassage, Passage]]:
    cells = (cell for cell in table.cells if cell.passage.text.strip())
    for at, cell in enumerate(cells, start=first):
        where = LetterCell(number, cell.row, cell.column, cell.width)
        text = cell.passage.text
        yield LetterPassage(_NO_PART, Kind.TABLE, _NO_ELEMENT, text, at, cell=where), cell.passage


def _is_printed(tick: Tick, passage: Passage) -> bool:
    """Whether a figure printed it."""
    return overlaps_any(tick, passage.figures)


def _is_sourced(tick: Tick, passage: Passage) -> bool:
    """Whether an item, a link, a span or a footnote of its sentence says where it comes from."""
    if passage.is_curated or any(start < tick.end and tick.start < end for start, end in passage.sourced):
        return True
    return any(
        sentence.start <= tick.start < sentence.start + len(sentence.text)
        and any(sentence.start <= mark <= sentence.start + len(sentence.text) for mark in passage.note_marks)
        for sentence in passage.sentences
    )
