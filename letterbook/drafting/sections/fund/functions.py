"""The functions about a fund that a section may call; `docs/reference/sections.md` describes each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from letterbook.draft import Span, Text
from letterbook.drafting.partials.printable import Blocks, Inlines
from letterbook.drafting.sections.fund import (
    contributions,
    costs,
    investments,
    kpi_tables,
    performance,
    summaries,
)
from letterbook.drafting.sections.fund.account_table import AccountTable, AccountTableView
from letterbook.drafting.sections.fund.asked_period import asked_period
from letterbook.drafting.sections.fund.figure_tables import FigureTable
from letterbook.drafting.sections.fund.material import FundMaterial
from letterbook.drafting.sections.fund.terms import used_terms
from letterbook.drafting.sections.fund.views import FieldView, IndexView, TermView
from letterbook.fund.table import column_key
from letterbook.markup.recipient_tests import RECIPIENT

Headings = Mapping[str, str]
Labels = Mapping[str, str]
_TOP = 5


class FundFunctions:
    """What a section does with a fund; each method is a function in a partial.

    `open_fund` gives the material, and is not asked before the first function is called.
    """

    def __init__(self, open_fund: Callable[[], FundMaterial]) -> None:
        self._open = open_fund

    @cached_property
    def _fund(self) -> FundMaterial:
        return self._open()

    def fund_summary(
        self, fund: str, metrics: Iterable[Iterable[str]], *, compare: bool = True
    ) -> FigureTable:
        """A row for each metric of a fund, on the day of the letter and, to compare, on the day before it."""
        pairs = [tuple(map(str, each)) for each in metrics]
        return summaries.fund_summary(self._fund, _text(fund), pairs, compare=compare)

    def nav_bridge(self, fund: str, period: str, labels: Labels) -> FigureTable:
        """The steps from the opening to the closing net asset value of a fund."""
        return summaries.nav_bridge(self._fund, _text(fund), asked_period(period), _plain(labels))

    def performance(self, fund: str, headings: Headings, indices: Iterable[str] = ()) -> FigureTable:
        """The returns of a fund for each period known, beside those of indices."""
        return performance.performance(self._fund, _text(fund), _plain(headings), tuple(map(str, indices)))

    def market_equivalents(self, fund: str, headings: Headings, indices: Iterable[str] = ()) -> FigureTable:
        """What the cash flows of a fund would have come to in each index."""
        names = tuple(map(str, indices))
        return performance.market_equivalents(self._fund, _text(fund), _plain(headings), names)

    def index_descriptions(self, indices: Iterable[str] = ()) -> tuple[IndexView, ...]:
        """What indices are, as fund/benchmarks.yaml says; each is described once in a letter."""
        return performance.descriptions(self._fund, tuple(map(str, indices)))

    def schedule_of_investments(
        self, fund: str, headings: Headings, labels: Labels, columns: Iterable[str] = (), *, sold: bool = True
    ) -> FigureTable:
        """All companies of a fund, the most valuable first, with a total."""
        chosen = _chosen(headings, columns)
        return investments.schedule_of_investments(
            self._fund, _text(fund), chosen, _labels(labels), sold=sold
        )

    def top_holdings(
        self,
        fund: str,
        headings: Headings,
        labels: Labels,
        columns: Iterable[str] = (),
        limit: int | None = None,
    ) -> FigureTable:
        """The most valuable companies of a fund, ranked."""
        chosen = _chosen(headings, columns)
        return investments.top_holdings(self._fund, _text(fund), chosen, _labels(labels), limit)

    def exits(
        self, fund: str, headings: Headings, labels: Labels, columns: Iterable[str] = (), period: str = ""
    ) -> FigureTable:
        """The companies that were sold in a period."""
        chosen, about = _chosen(headings, columns), asked_period(period)
        return investments.exits(self._fund, _text(fund), chosen, _labels(labels), about)

    def new_investments(
        self, fund: str, headings: Headings, labels: Labels, columns: Iterable[str] = (), period: str = ""
    ) -> FigureTable:
        """What a fund paid into companies in a period."""
        chosen, about = _chosen(headings, columns), asked_period(period)
        return investments.new_investments(self._fund, _text(fund), chosen, _labels(labels), about)

    def contributors(
        self, fund: str, headings: Headings, labels: Labels, period: str = "", limit: int | None = None
    ) -> FigureTable:
        """The companies that added most to the value of a fund, and those that took most from it."""
        named = contributions.ContributionLabels(*(str(labels[key]) for key in ("others", "total", "net")))
        asked = contributions.Asked(_text(fund), asked_period(period), limit or _TOP)
        return contributions.contributors(self._fund, asked, _plain(headings), named)

    def fees_and_expenses(
        self, fund: str, headings: Headings, labels: Labels, period: str = ""
    ) -> FigureTable:
        """What a fund cost its investors in a period, and since inception."""
        about = asked_period(period)
        return costs.fees_and_expenses(self._fund, _text(fund), _plain(headings), _plain(labels), about)

    def kpis(self, headings: Headings, metrics: Iterable[str] = ()) -> FigureTable:
        """A company's key figures: this time, last time, the change and the plan."""
        return kpi_tables.kpi_table(self._fund, _plain(headings), tuple(map(str, metrics)))

    def recipient_account(
        self, fund: str, rows: Iterable[Iterable[str]], headings: Headings
    ) -> AccountTableView:
        """A recipient's account: a row for each value that copies can be given, a column for each time."""
        listed = [tuple(map(str, row)) for row in rows]
        return AccountTable(self._fund, _text(fund)).view(listed, _plain(headings))

    def recipient_fields(self, fields: Labels) -> tuple[FieldView, ...]:
        """A recipient's fields with their labels: those that the file of recipients has a column for.

        Of two with the same label the first is meant.
        """
        known = set(self._fund.recipient_fields)
        by_label: dict[str, str] = {}
        for name, label in fields.items():
            if column_key(str(name)) in known:
                by_label.setdefault(str(label), str(name))
        return tuple(FieldView(label, _field(name)) for label, name in by_label.items())

    def terms(self) -> tuple[TermView, ...]:
        """The terms that the rest of the letter uses, by their names, with what they mean."""
        fund = self._fund
        return tuple(
            TermView(name=term.name, meaning=Blocks(term.meaning))
            for term in used_terms(fund.words, fund.glossary, fund.language)
        )


def _text(value: str | None) -> str:
    return str(value or "")


def _plain(texts: Mapping[str, str]) -> dict[str, str]:
    return {str(key): str(text) for key, text in texts.items()}


def _labels(labels: Labels) -> investments.Labels:
    return investments.Labels(str(labels["total"]), str(labels["net"]))


def _chosen(headings: Headings, columns: Iterable[str]) -> dict[str, str]:
    """The headings of the columns that are asked for, in that order; all of them where none is.

    A column of the user's own may be asked for too, and is headed by its name.
    """
    known = _plain(headings)
    named = {column_key(str(name)): str(name) for name in columns}
    if not named:
        return known
    kept = {key: known.get(key, name) for key, name in named.items()}
    return kept if "company" in kept else {"company": known["company"], **kept}


def _field(name: str) -> Inlines:
    return Inlines((Span((Text(f"«{name}»"),), (), ((RECIPIENT, name),)),))
