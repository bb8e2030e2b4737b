"""The functions that make charts, as a section calls them; `docs/reference/sections.md` describes each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property

from letterbook.charts.chart import Chart
from letterbook.drafting.partials.printable import Blocks
from letterbook.drafting.sections.charts.bridge import bridge_chart
from letterbook.drafting.sections.charts.growth import GrowthAsked, growth_chart
from letterbook.drafting.sections.charts.parts import (
    AllocationAsked,
    ContributionsAsked,
    allocation_chart,
    contributions_chart,
)
from letterbook.drafting.sections.charts.printed_chart import chart_blocks
from letterbook.drafting.sections.charts.value import value_chart
from letterbook.drafting.sections.fund.asked_period import asked_period
from letterbook.drafting.sections.fund.material import FundMaterial
from letterbook.errors import WrongUse

Texts = Mapping[str, str]
_MOST_DAYS = 40
_MOST_PARTS = 12
_MOST_COMPANIES = 6


class ChartFunctions:
    """Charts of a fund; each method is a function in a partial, and gives the chart in its place.

    `texts` are the words of the section: `title` and `unit`, `caption` and `label`, and what each part is
    called. `open_fund` gives the material.
    """

    def __init__(self, open_fund: Callable[[], FundMaterial]) -> None:
        self._open = open_fund

    @cached_property
    def _fund(self) -> FundMaterial:
        return self._open()

    def nav_bridge_chart(self, fund: str, period: str, texts: Texts) -> Blocks:
        """From the opening to the closing net asset value of a fund, a bar for each step."""
        words = _plain(texts)
        return self._placed(
            "nav-bridge", bridge_chart(self._fund, str(fund or ""), asked_period(period), words), words
        )

    def value_chart(
        self, fund: str, texts: Texts, since: date | None = None, limit: int | None = None
    ) -> Blocks:
        """What was distributed and is left of a fund, against what was paid in, day by day."""
        words = _plain(texts)
        chart = value_chart(self._fund, str(fund or ""), since, _limit(limit, _MOST_DAYS), words)
        return self._placed("value", chart, words)

    def index_chart(
        self, fund: str, texts: Texts, indices: Iterable[str] = (), since: date | None = None
    ) -> Blocks:
        """What 100 in a fund, net, and in indices has grown to."""
        words = _plain(texts)
        asked = GrowthAsked(str(fund or ""), since, tuple(map(str, indices)))
        return self._placed("index", growth_chart(self._fund, asked, words), words)

    def allocation_chart(self, fund: str, by: str, texts: Texts, limit: int | None = None) -> Blocks:
        """What the fair value of a fund is made up of."""
        words, by = _plain(texts), str(by)
        chart = allocation_chart(
            self._fund, AllocationAsked(str(fund or ""), by, _limit(limit, _MOST_PARTS)), words
        )
        return self._placed(f"allocation-{by}", chart, words)

    def contributions_chart(self, fund: str, period: str, texts: Texts, limit: int | None = None) -> Blocks:
        """What companies added to the value of a fund over a period, and took from it."""
        words = _plain(texts)
        asked = ContributionsAsked(str(fund or ""), asked_period(period), _limit(limit, _MOST_COMPANIES))
        return self._placed("contributions", contributions_chart(self._fund, asked, words), words)

    def _placed(self, name: str, chart: Chart | None, texts: Mapping[str, str]) -> Blocks:
        """The chart as a section prints it; nothing where there is none."""
        return Blocks(chart_blocks(self._fund, name, chart, texts) if chart else ())


def _limit(limit: int | None, usual: int) -> int:
    """How many are asked for, else as many as usual. Raises WrongUse for fewer than one."""
    if limit is not None and limit < 1:
        raise WrongUse(
            f"A chart cannot show {limit} entries.", hint="Write limit=1 or more, or leave it out."
        )
    return limit or usual


def _plain(texts: Texts) -> dict[str, str]:
    return {str(key): str(text or "") for key, text in texts.items()}
