"""The steps from the opening to the closing net asset value of a fund."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from letterbook.drafting.sections.fund.known_figures import opening_day
from letterbook.drafting.sections.fund.material import FundMaterial, problem
from letterbook.figure import Figure, Period
from letterbook.figure_format import rounded
from letterbook.record import record

_DIFFERENCE = "difference"
_BRIDGE = (
    ("capital calls", "calls", 1),
    ("distributions in the period", "distributions", -1),
    ("NAV bridge realised", "realised", 1),
    ("NAV bridge unrealised", "unrealised", 1),
    ("NAV bridge income", "income", 1),
    ("NAV bridge fees", "fees", 1),
    ("NAV bridge expenses", "expenses", 1),
    ("NAV bridge carry", "carry", 1),
    ("NAV bridge fx", "fx", 1),
)
"""The figures that are the steps of a bridge, the names of their labels, and the sign they have in it."""


@record
class BridgeStep:
    """A step by the key of its label; `amount` is the figure's value with the sign it has in the bridge."""

    key: str
    figure: Figure
    amount: Decimal


@record
class BridgeSteps:
    """The opening value, the steps that are not zero, and the closing value."""

    opening: Figure
    steps: tuple[BridgeStep, ...]
    closing: Figure


def bridge_steps(fund: FundMaterial, called: str, about: Period) -> BridgeSteps | None:
    """The bridge of a fund over a period; None where one of both values, or every step, is unknown.

    Where the steps do not lead to the closing value, that is told.
    """
    opening_at = opening_day(about)
    if opening_at is None or about.end is None:
        return None
    first, last = (fund.figures.find(f"{called} net NAV", day) for day in (opening_at, about.end))
    found = (
        (key, sign, fund.figures.find(f"{called} {metric}", about.end, about))
        for metric, key, sign in _BRIDGE
    )
    steps = {key: BridgeStep(key, figure, sign * figure.value) for key, sign, figure in found if figure}
    stated = fund.figures.find(f"{called} FX", about.end, about)
    if stated:
        steps["fx"] = BridgeStep("fx", stated, stated.value)
    shown = tuple(step for step in steps.values() if step.amount)
    if first is None or last is None or not shown:
        return None
    difference = last.value - first.value - sum((step.amount for step in shown), Decimal(0))
    if difference:
        _tell_open_bridge(fund, called, difference)
    rest = _difference(
        fund.figures.find(f"{called} NAV bridge difference", about.end, about), difference, shown
    )
    return BridgeSteps(first, (*shown, *rest), last)


def _difference(
    computed: Figure | None, difference: Decimal, shown: tuple[BridgeStep, ...]
) -> tuple[BridgeStep, ...]:
    """The step that makes a bridge close, where data tell one: what the steps that are shown leave over.

    A step that the sheet states, such as exchange rates, is none of those that the figure was computed from.
    """
    if computed is None or not difference:
        return ()
    stated = (step.figure for step in shown if not step.figure.formula)
    places = (*computed.inputs, *(figure.place for figure in stated if figure.place))
    figure = computed
    if computed.value != difference:
        figure = replace(computed, value=difference, inputs=tuple(dict.fromkeys(places)))
    return (BridgeStep(_DIFFERENCE, figure, difference),)


def _tell_open_bridge(fund: FundMaterial, called: str, difference: Decimal) -> None:
    amount = f"{rounded(difference, 2):,f}"
    fund.note(
        problem(
            "bridge-open",
            f"The steps from the opening to the closing NAV of {called} leave {amount} unexplained.",
            "Complete the cash flows of the period, or say what it is.",
            fund.place,
        )
    )
