"""A fund's returns beside those of indices: period by period, and as equivalents of a public market."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from letterbook.drafting.partials.periods import date_words
from letterbook.drafting.sections.fund.figure_tables import FigureTable, Headings, TableRow, make_table
from letterbook.drafting.sections.fund.funds import chosen_funds
from letterbook.drafting.sections.fund.material import FundMaterial, problem
from letterbook.drafting.sections.fund.views import IndexView
from letterbook.figure import Figure, Period

_EQUIVALENTS = (
    ("ks_pme", ("net KS-PME against {}",)),
    ("direct_alpha", ("net Direct Alpha against {}",)),
    ("ln_pme", ("LN-PME with {}",)),
    ("pme_plus", ("PME+ with {}",)),
)
_AS_RATIO = "1.00x"
_SINCE = {"en": "since", "de": "seit", "fr": "depuis"}


def performance(fund: FundMaterial, name: str, headings: Headings, indices: Sequence[str]) -> FigureTable:
    """A row for each period that ends on the day of the letter and of which the net return is known.

    The columns are `period`, `net`, `gross` and one for each index, headed by its name. A gross return
    without a net one is not printed.
    """
    funds = chosen_funds(fund, name)
    if len(funds) != 1 or fund.as_of is None:
        return FigureTable()
    called = funds[0].called
    names = tuple(indices) or indices_of(fund)
    rows = []
    for period in _periods(fund, called):
        net, gross = (
            fund.figures.find(f"{called} {metric}", fund.as_of, period)
            for metric in ("net return", "gross return")
        )
        against = {index: fund.figures.find(f"{index} return", fund.as_of, period) for index in names}
        if net is None and gross is not None:
            fund.note(
                problem(
                    "gross-without-net",
                    f"There is no net return of {called} for {period.words} beside the gross one.",
                    "Add it to the sheet of figures.",
                    gross.place,
                )
            )
        if net is not None:
            rows.append(
                TableRow(
                    {"period": _period_words(period, fund.language), "net": net, "gross": gross, **against}
                )
            )
    return make_table(fund, {**headings, **{index: index for index in names}}, rows)


def market_equivalents(
    fund: FundMaterial, name: str, headings: Headings, indices: Sequence[str]
) -> FigureTable:
    """A row for each index: KS-PME, Direct Alpha, LN-PME and PME+ of one fund, beside its net IRR."""
    funds = chosen_funds(fund, name)
    if len(funds) != 1:
        return FigureTable()
    called = funds[0].called
    rows = []
    for index in tuple(indices) or indices_of(fund):
        found = {
            key: next(
                (
                    figure
                    for pattern in patterns
                    if (figure := fund.figures.find(f"{called} {pattern.format(index)}", fund.as_of))
                ),
                None,
            )
            for key, patterns in _EQUIVALENTS
        }
        if any(found.values()):
            if ratio := found["ks_pme"]:
                found["ks_pme"] = replace(ratio, show_as=ratio.show_as or _AS_RATIO)
            irr = fund.figures.find(f"{called} net IRR", fund.as_of)
            rows.append(TableRow({"index": index, "irr": irr, **found}))
    return make_table(fund, headings, rows)


def descriptions(fund: FundMaterial, indices: Sequence[str]) -> tuple[IndexView, ...]:
    """What is to be said of indices, all that are known where none is named, and was not said before."""
    asked = [name for name in tuple(indices) or indices_of(fund) if name not in fund.described]
    fund.described.update(asked)
    return tuple(
        IndexView(
            name=each.index,
            full_name=each.name if each.name.casefold() != each.index.casefold() else "",
            text=each.text,
        )
        for each in fund.data.descriptions
        if each.index in asked
    )


def indices_of(fund: FundMaterial) -> tuple[str, ...]:
    """The indices of which levels are known, in their order."""
    return tuple(dict.fromkeys(level.index for level in fund.data.benchmarks.rows))


def _period_words(period: Period, language: str) -> str:
    """The words of a period, with a day in them written out: `since 31 December 2022`."""
    before, _, day = period.words.partition(" ")
    try:
        written = date_words(date.fromisoformat(day), language)
    except ValueError:
        return period.words
    return f"{_SINCE.get(language.partition('-')[0], before)} {written}"


def _periods(fund: FundMaterial, called: str) -> tuple[Period, ...]:
    """The periods that end on the day, the shortest first."""
    found: dict[object, Figure] = {}
    for metric in ("net return", "gross return"):
        for figure in fund.figures.named(f"{called} {metric}"):
            if figure.as_of == fund.as_of and figure.period and figure.period.start:
                found.setdefault(figure.period.start, figure)
    periods = [figure.period for figure in found.values() if figure.period]
    return tuple(sorted(periods, key=lambda period: str(period.start), reverse=True))
