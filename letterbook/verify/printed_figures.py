"""The figures that letterbook printed in its own draft, by bookmark: what a number there has to be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from letterbook.figure import Figure, Unit, UnitKind
from letterbook.fund.figure_names import name_words
from letterbook.printed_number import PrintedNumber
from letterbook.record import record


@record
class Printed:
    """A figure that was printed, or its change from a `predecessor`.

    `is_current` says that the data it came from are still those of the draft: what only a section works out,
    such as the total of a table, is then what it was, though no list of figures has it.
    """

    figure: Figure
    predecessor: Figure | None = None
    is_current: bool = False


def expected(printed: Printed, number: PrintedNumber, figures: Iterable[Figure]) -> Figure | None:
    """What the data say now of what was printed; None where they say nothing of it any more.

    A change has the name of its figure and is without a sign, unless the number has one: the words say which
    way it went. Where the number is a percentage, so is the change.
    """
    known = tuple(figures)
    figure = _present(printed.figure, known) or _unchanged(printed, printed.figure)
    if figure is None or printed.predecessor is None:
        return figure
    before = _present(printed.predecessor, known) or _unchanged(printed, printed.predecessor)
    if before is None:
        return None
    value, unit = figure.value - before.value, figure.unit
    if number.kind is UnitKind.PERCENT and unit.kind is not UnitKind.PERCENT:
        if not before.value:
            return None
        value, unit = value / before.value, Unit(UnitKind.PERCENT)
    since = f" from {before.as_of.isoformat()}" if before.as_of else ""
    name = f"{figure.name}, change{since}"
    value = value if number.value < 0 else abs(value)
    return replace(figure, name=name, value=value, unit=unit, show_as="", inputs=())


def _unchanged(printed: Printed, figure: Figure) -> Figure | None:
    return figure if printed.is_current else None


def _present(printed: Figure, figures: Iterable[Figure]) -> Figure | None:
    key = _key(printed)
    return next((figure for figure in figures if _key(figure) == key), None)


def _key(figure: Figure) -> object:
    return name_words(figure.name), figure.basis, figure.as_of, figure.period
