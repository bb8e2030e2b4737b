"""The numbers of a letter that letterbook did not print, as far as the figures of the workspace know them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from letterbook.drafting.comparison.printed_letter import Kind, Part, PrintedTable
from letterbook.drafting.figures.printed_figure import PrintedFigure
from letterbook.figure import Figure
from letterbook.finding import Place
from letterbook.record import record
from letterbook.verify.letter import tick_passages
from letterbook.verify.matching import Outcome
from letterbook.verify.passages import Cell, Passage
from letterbook.verify.passages import Kind as WordKind
from letterbook.writers.word.opened.xml_part import Element, XmlPart

_NO_ELEMENT = Element("letter", {}, 0)
_NO_PART = XmlPart("letter", b"", _NO_ELEMENT)


@record
class KnownNumbers:
    """The figures that agree with numbers of a letter, and how many numbers no figure agrees with."""

    figures: tuple[PrintedFigure, ...]
    unknown: int


def known_numbers(parts: Sequence[Part], figures: Sequence[Figure], file: str) -> KnownNumbers:
    """The numbers of `parts` that have a unit, a currency or a scale, ticked off against `figures`.

    Only one that agrees with a figure in the words around it and in its value is taken for it.
    """
    ticks = tick_passages(tuple(_passages(parts)), figures)
    marked = [tick for tick in ticks if not tick.reason and tick.number and tick.number.has_marks]
    found = tuple(
        PrintedFigure("", "", tick.match.figure.name, tick.text, Place(file), tick.match.figure)
        for tick in marked
        if tick.outcome is Outcome.AGREES and tick.match.figure
    )
    return KnownNumbers(found, len(marked) - len(found))


def _passages(parts: Sequence[Part]) -> Iterator[Passage]:
    """The parts of a letter as verify reads them."""
    number = tables = 0
    for part in parts:
        if isinstance(part, PrintedTable):
            tables += 1
            for row, cells in enumerate((*part.header, *part.rows), start=1):
                for cell in cells:
                    number += 1
                    where = Cell(tables, row, cell.column)
                    yield Passage(_NO_PART, WordKind.TABLE, _NO_ELEMENT, cell.text, number, cell=where)
        else:
            number += 1
            level = int(part.kind is Kind.HEADING)
            yield Passage(_NO_PART, WordKind.TEXT, _NO_ELEMENT, part.text, number, level=level)
