"""What each part contributed to the return of the whole.

In one period a part contributes its gain over the opening value of the whole, which is its weight at the
beginning times its return; contributions add up to the return. Over several periods they do not, since the
return compounds, and are linked by the logarithmic method of D. Cariño, "Combining Attribution Effects Over
Time", The Journal of Performance Measurement, summer 1999: with R the return of all periods and r that of
one, its contributions are multiplied by (ln(1 + r) / r) / (ln(1 + R) / R), and then add up to R.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from letterbook.fund.metrics.flows import Amount, as_decimal
from letterbook.fund.metrics.returns import chain_link

METHOD = "Cariño (logarithmic)"
"""The name of the method that links contributions over several periods."""

_ONE = Decimal(1)


def contribution(*, gain: Amount, opening: Amount) -> Decimal | None:
    """A part's gain over the opening value of the whole, as a fraction; None without an opening value."""
    whole = as_decimal(opening)
    return as_decimal(gain) / whole if whole > 0 else None


def weighted_contribution(*, weight: Amount, period_return: Amount) -> Decimal:
    """The same from a part's weight at the beginning of the period and its return."""
    return as_decimal(weight) * as_decimal(period_return)


def linked_contributions(periods: Sequence[Mapping[str, Amount]]) -> dict[str, Decimal] | None:
    """The contributions of each part over all `periods`, in order; each holds those of one period by name.

    They add up to the chain-linked return; those of one period are as they were. None when one of several
    periods lost everything or more: it has no logarithm.
    """
    single = [{name: as_decimal(value) for name, value in period.items()} for period in periods]
    returns = [sum(period.values(), Decimal(0)) for period in single]
    if len(single) == 1:
        return single[0]
    if any(each <= -_ONE for each in returns):
        return None
    whole = _smoothing(chain_link(returns))
    linked: dict[str, Decimal] = {}
    for period, period_return in zip(single, returns, strict=True):
        factor = _smoothing(period_return) / whole
        for name, value in period.items():
            linked[name] = linked.get(name, Decimal(0)) + value * factor
    return linked


def _smoothing(period_return: Decimal) -> Decimal:
    """ln(1 + r) / r, which is 1 where r is 0."""
    return (_ONE + period_return).ln() / period_return if period_return else _ONE
