"""What a chart shows, in two or three sentences: the first, the last, the largest, the smallest."""

from __future__ import annotations

from collections.abc import Sequence

from letterbook.charts.chart import (
    NOTHING,
    Allocation,
    Chart,
    Contributions,
    Entry,
    Growth,
    GrowthLine,
    NavBridgeChart,
    ValueOverTime,
)
from letterbook.charts.shares import share_words
from letterbook.charts.words import ChartWords, chart_words, day_words
from letterbook.figure_format import format_figure


def alt_text(chart: Chart) -> str:
    """The title of a chart and what is to be seen in it, written from its figures."""
    words = chart_words(chart.titles.language)
    match chart:
        case NavBridgeChart():
            said = _bridge(chart, words)
        case ValueOverTime():
            said = _value(chart, words)
        case Growth():
            said = [_growth(line, words) for line in chart.lines]
        case Allocation():
            said = _allocation(chart, words)
        case Contributions():
            said = _contributions(chart, words)
    return " ".join((f"{chart.titles.title.rstrip('.')}.", *said))


def _bridge(chart: NavBridgeChart, words: ChartWords) -> list[str]:
    ends = words.bridge.format(
        opening=chart.opening.label,
        first=format_figure(chart.opening.figure),
        closing=chart.closing.label,
        last=format_figure(chart.closing.figure),
    )
    told = [step for step in chart.steps if step.figure.value]
    if not told:
        return [ends, words.no_steps]
    highest, lowest = _highest(told), _lowest(told)
    rise = [_about(words.largest_rise, highest)] if highest.figure.value > NOTHING else []
    fall = [_about(words.largest_fall, lowest)] if lowest.figure.value < NOTHING else []
    return [ends, *rise, *fall]


def _value(chart: ValueOverTime, words: ChartWords) -> list[str]:
    first, last = chart.points[0], chart.points[-1]
    sentence = words.value if len(chart.points) > 1 else words.value_once
    told = sentence.format(
        since=day_words(first.date, words),
        until=day_words(last.date, words),
        paid_first=format_figure(first.paid_in),
        paid_last=format_figure(last.paid_in),
        distributed_first=format_figure(first.distributed),
        distributed_last=format_figure(last.distributed),
        nav_first=format_figure(first.nav),
        nav_last=format_figure(last.nav),
    )
    return [told]


def _growth(line: GrowthLine, words: ChartWords) -> str:
    if not line.points:
        return words.no_growth.format(name=line.label)
    first, last = line.points[0], line.points[-1]
    sentence = words.growth if len(line.points) > 1 else words.growth_once
    return sentence.format(
        name=line.label,
        first=format_figure(first.figure),
        last=format_figure(last.figure),
        since=day_words(first.date, words),
        until=day_words(last.date, words),
    )


def _allocation(chart: Allocation, words: ChartWords) -> list[str]:
    largest, smallest = _highest(chart.parts), _lowest(chart.parts)
    if len(chart.all_parts) == 1:
        return [words.only_part.format(name=largest.label, value=format_figure(largest.figure))]
    shares = share_words(chart.all_parts)

    def value(entry: Entry) -> str:
        share = shares[chart.all_parts.index(entry)]
        return f"{format_figure(entry.figure)} ({share})" if share else format_figure(entry.figure)

    count = len(chart.all_parts)
    return [
        words.largest_part.format(count=count, name=largest.label, value=value(largest)),
        words.smallest_part.format(name=smallest.label, value=value(smallest)),
    ]


def _contributions(chart: Contributions, words: ChartWords) -> list[str]:
    largest, smallest = _highest(chart.parts), _lowest(chart.parts)
    said = [_about(words.largest_contribution, largest)]
    if smallest is not largest:
        said.append(_about(words.smallest_contribution, smallest))
    return [*said, *(_about(words.together, total) for total in chart.totals)]


def _about(sentence: str, entry: Entry) -> str:
    return sentence.format(name=entry.label, value=format_figure(entry.figure))


def _highest(entries: Sequence[Entry]) -> Entry:
    return max(entries, key=lambda entry: entry.figure.value)


def _lowest(entries: Sequence[Entry]) -> Entry:
    return min(entries, key=lambda entry: entry.figure.value)
