"""How long a company's cash lasts: cash over the average net burn of some months.

Net burn is cash spent less cash received in a month; how many months were averaged must be said with the
number. Source: Visible.vc, guide to burn rate and runway.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from letterbook.fund.metrics.flows import Amount, as_decimal
from letterbook.record import record


@record
class Runway:
    """The months that the cash lasts at the average burn; None when cash is not being burned."""

    months: Decimal | None
    average_burn: Decimal
    months_averaged: int


def runway(cash: Amount, net_burns: Iterable[Amount]) -> Runway | None:
    """The runway of `cash` at the average of the monthly `net_burns`; None when there is no month to average.

    A month in which more came in than went out has a burn below zero.
    """
    burns = [as_decimal(burn) for burn in net_burns]
    if not burns:
        return None
    average = sum(burns, Decimal(0)) / len(burns)
    return Runway(as_decimal(cash) / average if average > 0 else None, average, len(burns))
