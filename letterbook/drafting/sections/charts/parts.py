"""The data of charts of parts: what a fund is invested in, and what each company contributed."""

from __future__ import annotations

from collections.abc import Mapping

from letterbook.charts.chart import Allocation, Contributions, Entry
from letterbook.drafting.sections.charts.asked import TimeOf, one_fund, titles_of
from letterbook.drafting.sections.fund.contributions import company_of, gross_contributions, net_return
from letterbook.drafting.sections.fund.holding_cells import holding_cells
from letterbook.drafting.sections.fund.investments import holdings_of
from letterbook.drafting.sections.fund.known_figures import opening_day
from letterbook.drafting.sections.fund.material import FundMaterial
from letterbook.drafting.sections.fund.totals import sum_of
from letterbook.figure import Figure, Period
from letterbook.record import record


@record
class AllocationAsked:
    """Of which fund, by which property of its companies, and how many parts beside all others."""

    fund: str
    by: str
    limit: int


@record
class ContributionsAsked:
    """Of which fund, over which period (else that of the letter), and how many companies each way."""

    fund: str
    period: Period | None
    limit: int


def allocation_chart(
    fund: FundMaterial, asked: AllocationAsked, texts: Mapping[str, str]
) -> Allocation | None:
    """The fair value of what a fund holds on the day of the letter, by stage, sector, geography or company.

    What is beyond the limit is put together. None where nothing is held, or its values are in several
    currencies, which are never added.
    """
    known = one_fund(fund, asked.fund)
    if known is None:
        return None
    _, rows = holdings_of(fund, known.called)
    grouped: dict[str, list[Figure]] = {}
    for row in rows:
        cells = holding_cells(fund, known, row)
        value = cells["fair_value"]
        if isinstance(value, Figure) and value.value:
            label = str(cells[asked.by] or "") or texts.get("unknown", "unknown")
            grouped.setdefault(label, []).append(value)
    if len({figure.unit for figures in grouped.values() for figure in figures}) != 1:
        return None
    largest = sorted(grouped.items(), key=lambda group: (-sum(each.value for each in group[1]), group[0]))
    kept, rest = largest[: asked.limit], [each for _, figures in largest[asked.limit :] for each in figures]
    found = [(label, _together(figures, f"{known.called} fair value in {label}")) for label, figures in kept]
    parts = tuple(Entry(label, figure) for label, figure in found if figure)
    others = _others(rest, f"{known.called} other fair value", texts)
    whole = tuple(part.figure for part in parts)
    titled = {**texts, "title": texts.get("title", "").replace("{by}", asked.by)}
    titles = titles_of(titled, known, fund.language, TimeOf(fund.as_of), whole)
    return Allocation(titles, parts, others)


def _others(figures: list[Figure], name: str, texts: Mapping[str, str]) -> Entry | None:
    together = _together(figures, name)
    return Entry(texts.get("others", "others"), together) if together else None


def _together(figures: list[Figure], name: str) -> Figure | None:
    return figures[0] if len(figures) == 1 else sum_of(figures, name)


def contributions_chart(
    fund: FundMaterial, asked: ContributionsAsked, texts: Mapping[str, str]
) -> Contributions | None:
    """What single companies added over a period, and took, all others, all together, and the net return.

    None where no contribution is known; and, since nothing gross stands alone, where no net return is, which
    is told.
    """
    known, about = one_fund(fund, asked.fund), asked.period or fund.period
    found = gross_contributions(fund, about) if about else ()
    net = net_return(fund, known.called, about) if known and about and found else None
    if known is None or about is None or net is None:
        return None
    added = [each for each in found if each.value > 0][: asked.limit]
    taken = [each for each in found if each.value < 0][-asked.limit :]
    rest = [each for each in found if each not in added and each not in taken and each.value]
    parts = tuple(Entry(company_of(each), each) for each in (*added, *taken))
    others = _others(rest, f"{known.called} other contributions", texts)
    total = sum_of(found, f"{known.called} gross contributions")
    totals = [Entry(texts.get("total", "total"), total)] if total else []
    totals.append(Entry(f"{known.called}, {texts.get('net', 'net')}", net))
    titles = titles_of(
        texts, known, fund.language, TimeOf(about.end, opening_day(about), about.words), (net,)
    )
    return Contributions(titles, parts, others, tuple(totals))
