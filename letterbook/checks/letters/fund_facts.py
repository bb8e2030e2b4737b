"""What the data of the workspace's funds say that bears on a letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from letterbook.fund.holdings import Holding
    from letterbook.fund.investor_terms.investor_terms import InvestorTerms
    from letterbook.fund.kpis import Kpi

_NOTHING = Decimal(0)


class FundFacts:
    """The holdings, key figures and investors of a workspace; `managers` are those of its funds.

    `terms` is None where nothing is known of investors.
    """

    def __init__(
        self,
        holdings: tuple[Holding, ...] = (),
        kpis: tuple[Kpi, ...] = (),
        managers: tuple[str, ...] = (),
        terms: InvestorTerms | None = None,
    ) -> None:
        self.holdings = holdings
        self.kpis = kpis
        self.managers = managers
        self.terms = terms

    @cached_property
    def companies(self) -> Mapping[str, str]:
        """The names of the companies that the funds hold or held, by the holding's id."""
        return {row.holding: row.company for row in self.holdings}

    def held(self, day: date | None) -> tuple[tuple[Holding, Holding | None], ...]:
        """The holdings valued on a day, each with its row of the last day before, where there is one."""
        rows = (row for row in self.holdings if row.as_of == day)
        return tuple((row, self._before(row)) for row in rows)

    def _before(self, row: Holding) -> Holding | None:
        earlier = [
            each
            for each in self.holdings
            if (each.fund, each.holding) == (row.fund, row.holding) and each.as_of < row.as_of
        ]
        return max(earlier, key=lambda each: each.as_of, default=None)

    def kpis_of(self, day: date | None) -> Iterator[Kpi]:
        """The key figures of a day."""
        return (kpi for kpi in self.kpis if kpi.date == day)


def change_in_value(row: Holding, before: Holding | None) -> Decimal | None:
    """By what part a holding is worth more or less than at the last valuation, what was paid in and out
    taken off; None where that is not known.
    """
    previous = before.fair_value if before else row.fv_prev
    if not previous:
        return None
    if before is None and (row.proceeds or row.income):
        return None
    paid_in = row.cost_total - before.cost_total if before else _NOTHING
    taken_out = (row.proceeds or _NOTHING) - ((before.proceeds if before else None) or _NOTHING)
    return (row.fair_value + taken_out - paid_in - previous) / previous
