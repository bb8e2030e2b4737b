"""Sums of figures, which are figures themselves: of one unit, of one day, with all their rows as inputs."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from letterbook.figure import Figure, Status

SUM = "sum"
"""The formula of a figure that is the sum of others."""


def sum_of(figures: Sequence[Figure], name: str) -> Figure | None:
    """The sum of figures of one unit; None for none, or for money in two currencies, which is never added."""
    units = {figure.unit for figure in figures}
    if len(units) != 1:
        return None
    days = {figure.as_of for figure in figures}
    bases = {figure.basis for figure in figures}
    places = [
        place for figure in figures for place in figure.inputs or ((figure.place,) if figure.place else ())
    ]
    inputs = tuple(dict.fromkeys(places))
    return Figure(
        name,
        sum((figure.value for figure in figures), Decimal(0)),
        units.pop(),
        as_of=max((day for day in days if day), default=None),
        basis=bases.pop() if len(bases) == 1 else None,
        status=_least(figures),
        source="computed: the sum of the rows",
        place=inputs[0] if inputs else None,
        formula=SUM,
        inputs=inputs,
    )


def _least(figures: Sequence[Figure]) -> Status | None:
    """How far the sum is final: no further than any of its parts."""
    order = (Status.ESTIMATE, Status.UNAUDITED, Status.AUDITED)
    found = {figure.status for figure in figures}
    return None if None in found else next((status for status in order if status in found), None)
