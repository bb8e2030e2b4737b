"""What a call prints: the figure, the word for its change, or by how much it changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal, localcontext

from letterbook.drafting.figures.call import Change, FigureCall
from letterbook.drafting.figures.change_words import change_words, languages, points
from letterbook.drafting.figures.unprintable import CALL, CHANGE, Unprintable
from letterbook.figure import Figure, UnitKind
from letterbook.figure_format import (
    decimals_stated,
    format_as,
    house_layout,
    layout_of,
    scaled_layout,
)
from letterbook.printed_number import Layout, negative_of

_PRECISION = 60
_TIMES = frozenset({UnitKind.DAYS, UnitKind.MONTHS, UnitKind.YEARS})
_POINTS_EXPONENT = -2


def shown_figure(figure: Figure, call: FigureCall) -> str:
    """The figure as the call, its sheet or the house says; raises Unprintable for more digits than stated."""
    return format_as(figure.value, _layout(figure, call))


def shown_change(figure: Figure, predecessor: Figure, call: FigureCall, language: str) -> str:
    """What the call asks of the change from the predecessor; raises Unprintable where it cannot be said."""
    return _CHANGES[call.change or Change.WORD](figure, predecessor, call, language)


def _layout(figure: Figure, call: FigureCall) -> Layout:
    layout = layout_of(figure)
    if call.scale is not None:
        if figure.unit.kind not in {UnitKind.MONEY, UnitKind.NUMBER}:
            hint = "Only money and plain numbers have one."
            raise Unprintable(CALL, f'"{call.name}" is in {figure.unit.kind}, which has no scale.', hint)
        layout = scaled_layout(figure.value, figure.unit, call.scale)
    return layout if call.decimals is None else _with_decimals(layout, figure.value, call.decimals, call.name)


def _with_decimals(layout: Layout, value: Decimal, decimals: int, name: str) -> Layout:
    """The layout with so many decimals, which must all be stated."""
    stated = decimals_stated(value, layout.exponent)
    if decimals > stated:
        most = format_as(value, replace(layout, decimals=stated))
        message = f'"{name}" is stated as {most}; {decimals} decimals would say more than is known.'
        raise Unprintable(CALL, message, f"Write decimals={stated}, or leave it out.")
    return replace(layout, decimals=decimals)


def _word(figure: Figure, predecessor: Figure, call: FigureCall, language: str) -> str:
    """A change that the printed figures do not show is none."""
    words = call.words or change_words(language)
    if words is None:
        message = f'There are no words for a change in the language "{language}".'
        hint = f'Write up="…" down="…" same="…" behind it; {", ".join(languages())} have their own.'
        raise Unprintable(CHANGE, message, hint)
    now, before = shown_figure(figure, call), format_as(predecessor.value, layout_of(predecessor))
    if call.scale is not None or call.decimals is not None:
        before = format_as(predecessor.value, _layout(figure, call))
    if figure.value == predecessor.value or now == before:
        return words.same
    return words.up if figure.value > predecessor.value else words.down


def _amount(figure: Figure, predecessor: Figure, call: FigureCall, language: str) -> str:
    with localcontext(prec=_PRECISION):
        difference = abs(figure.value - predecessor.value)
    layout = _layout_of_difference(figure, call, difference, language)
    if call.decimals is None:
        layout = _telling(layout, difference)
    return format_as(difference, layout)


def _layout_of_difference(figure: Figure, call: FigureCall, difference: Decimal, language: str) -> Layout:
    """That of the figure; but for money one in which the difference is not less than 1."""
    layout, kind = _layout(figure, call), figure.unit.kind
    if kind is UnitKind.PERCENT and layout.exponent == _POINTS_EXPONENT:
        return replace(layout, positive=f"{{}} {points(language)}", negative=f"-{{}} {points(language)}")
    if kind in _TIMES:
        return house_layout(difference, figure.unit)
    is_small = difference.scaleb(-layout.exponent) < 1
    if kind is UnitKind.MONEY and is_small and call.scale is None and call.decimals is None:
        house = house_layout(difference, figure.unit)
        return replace(house, decimals=min(house.decimals, decimals_stated(difference, house.exponent)))
    return layout


def _telling(layout: Layout, difference: Decimal) -> Layout:
    """The layout with as many decimals as it takes for a change not to be printed as zero."""
    stated = decimals_stated(difference, layout.exponent)
    while layout.decimals < stated and not any(
        digit in "123456789" for digit in format_as(difference, layout)
    ):
        layout = replace(layout, decimals=layout.decimals + 1)
    return layout


def _percentage(figure: Figure, predecessor: Figure, call: FigureCall, _language: str) -> str:
    if figure.unit.kind is UnitKind.PERCENT:
        message = f'"{figure.name}" is a rate: by how many percent a rate changes misleads.'
        hint = f"Write {{{{ {call.name}, change by }}}}, which is in percentage points."
        raise Unprintable(CHANGE, message, hint)
    if predecessor.value <= 0:
        before = format_as(predecessor.value, layout_of(predecessor))
        message = f'"{figure.name}" was {before} on {predecessor.as_of}, of which there are no percent.'
        raise Unprintable(CHANGE, message, f"Write {{{{ {call.name}, change by }}}}.")
    with localcontext(prec=_PRECISION):
        share = abs(figure.value - predecessor.value) / predecessor.value
    decimals = 1 if call.decimals is None else call.decimals
    return format_as(share, Layout("{}%", negative_of("", "%"), decimals, -2))


_CHANGES: Mapping[Change, Callable[[Figure, Figure, FigureCall, str], str]] = {
    Change.WORD: _word,
    Change.AMOUNT: _amount,
    Change.PERCENTAGE: _percentage,
}
