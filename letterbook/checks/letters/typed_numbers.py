"""The numbers that somebody typed into a draft, ticked off against the figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from letterbook.checks.letters.own_words import OwnTable, OwnWords, Passage
from letterbook.draft import Heading, Title
from letterbook.figure import Figure
from letterbook.finding import Place
from letterbook.record import record
from letterbook.verify.letter import Tick, tick_passages
from letterbook.verify.matching import Outcome
from letterbook.verify.passages import Cell as LetterCell
from letterbook.verify.passages import Kind
from letterbook.verify.passages import Passage as LetterPassage
from letterbook.writers.word.opened.xml_part import Element, XmlPart

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
    for tick in tick_passages([passage for passage, _ in said], figures):
        passage = own[tick.passage.number]
        if (
            tick.number is not None
            and tick.number.has_marks
            and not tick.reason
            and not _is_printed(tick, passage)
        ):
            yield TypedNumber(
                tick.text,
                passage.place(tick.start),
                tick.outcome,
                tick.match.figure or tick.match.equals,
                tick.expected,
                _is_sourced(tick, passage),
            )


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
    return any(figure.start < tick.end and tick.start < figure.end for figure in passage.figures)


def _is_sourced(tick: Tick, passage: Passage) -> bool:
    """Whether an item, a link, a span or a footnote of its sentence says where it comes from."""
    if passage.is_curated or any(start < tick.end and tick.start < end for start, end in passage.sourced):
        return True
    return any(
        sentence.start <= tick.start < sentence.start + len(sentence.text)
        and any(sentence.start <= mark <= sentence.start + len(sentence.text) for mark in passage.note_marks)
        for sentence in passage.sentences
    )
