"""Examples of how a fund's computed figures are printed, as its description says."""

from __future__ import annotations

from collections.abc import Mapping

from letterbook.currencies import house_sign
from letterbook.figure import UnitKind
from letterbook.fund.fund_file import Fund, MoneyFormat, Rounding


def shown_as(rounding: Rounding, currency: str) -> Mapping[UnitKind, str]:
    """An example for each kind of figure of which `rounding` says something: `0.00x`, `0.0%`, `$0.0m`."""
    examples = {}
    if rounding.multiple is not None:
        examples[UnitKind.MULTIPLE] = f"{0:.{rounding.multiple}f}x"
    if rounding.percent is not None:
        examples[UnitKind.PERCENT] = f"{0:.{rounding.percent}f}%"
    if rounding.money is not None:
        examples[UnitKind.MONEY] = _example(rounding.money, currency)
    return examples


def shown_in_accounts(fund: Fund | None, currency: str) -> Mapping[UnitKind, str]:
    """The same for an investor's account: its amounts are in whole units, so that they can be added up."""
    rounding = fund.rounding if fund else Rounding()
    return {
        **shown_as(rounding, currency),
        UnitKind.MONEY: _example(rounding.accounts or MoneyFormat(), currency),
    }


def _example(money: MoneyFormat, currency: str) -> str:
    return f"{house_sign(currency)}{0:.{money.dp}f}{money.scale}"
