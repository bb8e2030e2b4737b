"""Printed figures that stand together in a sentence or a table, with what is said around them."""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.checks.checked_edition import CheckedEdition, UsedFigure
from letterbook.checks.letters.own_words import OwnTable, Passage, Sentence
from letterbook.record import record


@record
class FigureGroup:
    """The figures of one sentence or table, without changes.

    `text` is the sentence or the table, `around` that with footnotes, caption, heading and what stands next
    to a table. `section` counts the headings before it.
    """

    uses: tuple[UsedFigure, ...]
    text: str
    around: str
    section: int
    is_table: bool


def figure_groups(edition: CheckedEdition) -> Iterator[FigureGroup]:
    """The sentences and tables of an edition that print figures, in no order; none without figures."""
    if not edition.used_figures:
        return
    for sentence in edition.own_words.sentences:
        if uses := tuple(_of_sentence(edition, sentence)):
            passage = sentence.passage
            around = f"{passage.text}\n{passage.notes}"
            yield FigureGroup(uses, sentence.text, around, passage.section, is_table=False)
    for table in edition.own_words.tables:
        cells = (cell.passage for cell in table.cells)
        if uses := tuple(use for passage in cells for use in _of_passage(edition, passage)):
            yield FigureGroup(uses, table.text, surroundings(table), table.section, is_table=True)


def surroundings(table: OwnTable) -> str:
    """A table with the heading above it, the notes on it and the passages before and after it."""
    notes = " ".join(cell.passage.notes for cell in table.cells)
    return "\n".join((table.text, table.heading, table.before, table.after, notes))


def _of_sentence(edition: CheckedEdition, sentence: Sentence) -> Iterator[UsedFigure]:
    end = sentence.start + len(sentence.text)
    yield from _of_passage(edition, sentence.passage, sentence.start, end)


def _of_passage(
    edition: CheckedEdition, passage: Passage, start: int = 0, end: int | None = None
) -> Iterator[UsedFigure]:
    """The figures that a passage prints between two offsets, without changes from another figure."""
    for figure in passage.figures:
        is_within = start <= figure.start and (end is None or figure.start < end)
        use = edition.use_of(figure) if is_within else None
        if use and use.predecessor is None:
            yield use
