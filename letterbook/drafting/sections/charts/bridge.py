"""The data of a chart that leads from the opening to the closing net asset value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from letterbook.charts.chart import Entry, NavBridgeChart
from letterbook.drafting.sections.charts.asked import TimeOf, one_fund, titles_of
from letterbook.drafting.sections.fund.bridge_steps import bridge_steps
from letterbook.drafting.sections.fund.known_figures import opening_day
from letterbook.drafting.sections.fund.material import FundMaterial
from letterbook.figure import Period


def bridge_chart(
    fund: FundMaterial, name: str, period: Period | None, texts: Mapping[str, str]
) -> NavBridgeChart | None:
    """The bridge of one fund over a period, else that of the letter; None where its figures are not known."""
    known, about = one_fund(fund, name), period or fund.period
    found = bridge_steps(fund, known.called, about) if known and about else None
    if known is None or about is None or found is None:
        return None
    steps = tuple(
        Entry(texts.get(step.key, step.key), replace(step.figure, value=step.amount)) for step in found.steps
    )
    time = TimeOf(about.end, opening_day(about), about.words)
    return NavBridgeChart(
        titles_of(texts, known, fund.language, time, (found.closing,)),
        Entry(texts.get("opening", "opening"), found.opening),
        steps,
        Entry(texts.get("closing", "closing"), found.closing),
    )
