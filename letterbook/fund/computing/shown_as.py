"""Examples of how a fund's computed figures are printed, as its description says."""

from __future__ import annotations

from collections.abc import Mapping

from letterbook.currencies import house_sign
from letterbook.figure import UnitKind
from letterbook.fund.fund_file import Rounding


def shown_as(rounding: Rounding, currency: str) -> Mapping[UnitKind, str]:
    """An example for each kind of figure of which `rounding` says something: `0.00x`, `0.0%`, `$0.0m`."""
    examples = {}
    if rounding.multiple is not None:
        examples[UnitKind.MULTIPLE] = f"{0:.{rounding.multiple}f}x"
    if rounding.percent is not None:
        examples[UnitKind.PERCENT] = f"{0:.{rounding.percent}f}%"
    if rounding.money is not None:
        money = rounding.money
        examples[UnitKind.MONEY] = f"{house_sign(currency)}{0:.{money.dp}f}{money.scale}"
    return examples
