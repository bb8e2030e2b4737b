"""Whose account a value is of, and the value as it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterbook.figure import Figure, Unit
from letterbook.record import record

if TYPE_CHECKING:
    from letterbook.fund.accounts.account import AccountValue

NO_NUMBER = "–"
"""What is printed where there is no such number, such as the rate of flows that have none."""


@record
class Owner:
    """Whose account it is: an investor's `lp` and name, and the fund, where their row says one."""

    lp: str
    name: str
    fund: str = ""


@record
class PrintedValue:
    """A value of an account as it is printed: as the sheet states it (`stated`), else as `computed`.

    `like` is an example of how such values are printed.
    """

    text: str
    unit: Unit
    like: str
    stated: Figure | None = None
    computed: AccountValue | None = None
