"""How the net asset value came from one reporting day to the next.

Closing = opening + calls - distributions + realised + unrealised + income - fees - expenses - carry + FX
(Invest Europe, Investor Reporting Guidelines, the changes in net asset value).
"""

from __future__ import annotations

from decimal import Decimal

from letterbook.record import named_record

_NOTHING = Decimal(0)


@named_record
class NavBridge:
    """The steps from `opening` to `closing`, as money in one currency.

    Calls, distributions, fees, expenses and carry are amounts above zero, whose direction is known; gains on
    sales (`realised`), changes of fair value (`unrealised`) and of exchange rates (`fx`) are below zero when
    lost.
    """

    opening: Decimal
    closing: Decimal
    calls: Decimal = _NOTHING
    distributions: Decimal = _NOTHING
    realised: Decimal = _NOTHING
    unrealised: Decimal = _NOTHING
    income: Decimal = _NOTHING
    fees: Decimal = _NOTHING
    expenses: Decimal = _NOTHING
    carry: Decimal = _NOTHING
    fx: Decimal = _NOTHING

    @property
    def steps(self) -> tuple[tuple[str, Decimal], ...]:
        """Each step with its name and its sign, in the order in which letters show them."""
        return (
            ("calls", self.calls),
            ("distributions", -self.distributions),
            ("realised", self.realised),
            ("unrealised", self.unrealised),
            ("income", self.income),
            ("fees", -self.fees),
            ("expenses", -self.expenses),
            ("carry", -self.carry),
            ("fx", self.fx),
        )

    @property
    def explained(self) -> Decimal:
        """The closing value to which the steps lead from the opening one."""
        return self.opening + sum(amount for _, amount in self.steps)

    @property
    def difference(self) -> Decimal:
        """What the closing value has that no step explains; zero when the bridge closes."""
        return self.closing - self.explained

    def closes(self, tolerance: Decimal = _NOTHING) -> bool:
        """Whether the steps lead to the closing value, within `tolerance`."""
        return abs(self.difference) <= tolerance
