"""Stated figures against computed ones: what the sheet says, the data must come to.

The stated figure is the one that is printed: the administrator's number is the number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from letterbook.figure import Figure, Period, UnitKind
from letterbook.figure_format import format_figure
from letterbook.finding import Finding, Severity
from letterbook.fund.computing.formulas import FORMULAS
from letterbook.fund.figure_names import name_words
from letterbook.fund.stated_figures import Figures
from letterbook.printed_number import parse_number

_MORE_DECIMALS = 3


def merged(stated: Figures, computed: Figures) -> Figures:
    """The stated figures, and after them the computed ones that are not stated.

    Where the two differ a finding of severity error says so.
    """
    pairs = tuple(twins(stated.figures, computed.figures))
    twinned = {id(twin) for _, twin in pairs}
    others = tuple(figure for figure in computed.figures if id(figure) not in twinned)
    findings = (*stated.findings, *computed.findings, *_differences(pairs))
    return Figures(stated.file or computed.file, (*stated.figures, *others), findings)


def differences(stated: Figures, computed: Figures) -> tuple[Finding, ...]:
    """An error at each stated figure that differs from the computed one that is the same."""
    return _differences(twins(stated.figures, computed.figures))


def _differences(pairs: Iterable[tuple[Figure, Figure]]) -> tuple[Finding, ...]:
    return tuple(difference for pair in pairs if (difference := _difference(*pair)))


def twins(stated: Iterable[Figure], computed: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Each stated figure with the computed one that is the same, where there is one."""
    by_name = _by_name(computed)
    for figure in stated:
        same = [other for other in by_name.get(_name_key(figure), ()) if _are_one(figure, other)]
        if len(same) == 1:  # of gross and net, one that says neither may be either
            yield figure, same[0]


def _by_name(figures: Iterable[Figure]) -> Mapping[object, list[Figure]]:
    found: dict[object, list[Figure]] = {}
    for figure in figures:
        found.setdefault(_name_key(figure), []).append(figure)
    return found


def _name_key(figure: Figure) -> object:
    return tuple(sorted(name_words(figure.name))), figure.as_of


def _are_one(stated: Figure, computed: Figure) -> bool:
    is_same_basis = stated.basis is computed.basis or None in {stated.basis, computed.basis}
    return is_same_basis and _is_same_time(stated.period, computed.period)


def _is_same_time(stated: Period | None, computed: Period | None) -> bool:
    """Whether two periods are one; a figure that says none is that of the day, or of all time."""
    if stated and computed and (stated.start or computed.start):
        return (stated.start, stated.end) == (computed.start, computed.end)
    return not (computed and computed.start) and not (stated and stated.start)


def _difference(stated: Figure, computed: Figure) -> Finding | None:
    """An error where the two differ by more than the rounding of what is shown."""
    if stated.unit.kind is UnitKind.MONEY and stated.unit != computed.unit:
        message = f'"{stated.name}" is stated in {stated.unit}, but the data are in {computed.unit}.'
        return _finding(stated, computed, message)
    shown = format_figure(stated)
    printed = parse_number(shown) or parse_number(shown, ",")
    if stated.unit.kind is not computed.unit.kind or printed is None or printed.agrees(computed.value):
        return None
    exact = _exactly(computed, shown)
    return _finding(stated, computed, f'"{stated.name}" is stated as {shown}, but the data come to {exact}.')


def _finding(stated: Figure, computed: Figure, message: str) -> Finding:
    files = ", ".join(dict.fromkeys(place.file for place in computed.inputs))
    hint = f"Correct the sheet or the data. Computed from {files}: {FORMULAS[computed.formula]}."
    return Finding("figure-twin", Severity.ERROR, message, hint, stated.place)


def _exactly(computed: Figure, shown: str) -> str:
    """The computed figure as the stated one is shown, with more decimals where it would look the same."""
    alike = format_figure(replace(computed, show_as=shown))
    if alike != shown:
        return alike
    return f"{round(computed.value, _MORE_DECIMALS):f}"
