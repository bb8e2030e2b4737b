"""What a figure is about: which measure, and of which fund or company."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from letterbook.figure import Figure
from letterbook.fund.figure_names import name_words, words_of

if TYPE_CHECKING:
    from letterbook.fund.fund_data import FundData
    from letterbook.fund.fund_file import Fund


class Measure(StrEnum):
    """Kinds of performance of which gross and net can be compared."""

    IRR = "IRR"
    MULTIPLE = "multiple"
    RETURN = "return"


_MEASURES = {
    "irr": Measure.IRR,
    "xirr": Measure.IRR,
    "tvpi": Measure.MULTIPLE,
    "moic": Measure.MULTIPLE,
    "multiple": Measure.MULTIPLE,
    "return": Measure.RETURN,
    "twr": Measure.RETURN,
    "twrr": Measure.RETURN,
}
_WITHOUT = frozenset({"without", "excluding", "excl", "ex", "before", "unlevered"})
_FACILITY = frozenset({"facility", "line", "subline", "unlevered"})
_ABOUT_MEASURE = frozenset(
    {"internal", "rate", "of", "time", "weighted", "total", "value", "to", "paid", "in", "invested"}
)
_ABOUT_TIME = frozenset({"since", "inception", "annualised", "annualized", "itd", "the", "our"})
_FILLERS = frozenset({*_MEASURES, *_ABOUT_MEASURE, *_ABOUT_TIME, "with", "credit", "subscription", "capital"})


def measure_of(figure: Figure) -> Measure | None:
    """The measure of performance that a figure is by its name; market equivalents are none."""
    words = name_words(figure.name)
    if "pme" in words or "alpha" in words:
        return None
    if {"internal", "rate"} <= set(words):
        return Measure.IRR
    return next((_MEASURES[word] for word in reversed(words) if word in _MEASURES), None)


def subject_words(figure: Figure) -> frozenset[str]:
    """The words of a figure's name that say whose it is; empty where only the measure is named."""
    words = frozenset(name_words(figure.name)) - _FILLERS
    return words - _WITHOUT - _FACILITY if is_without_facility(figure) else words


def is_without_facility(figure: Figure) -> bool:
    """Whether a figure is as if there had been no credit facility."""
    words = frozenset(name_words(figure.name))
    return bool(words & _WITHOUT and words & _FACILITY)


class Subjects:
    """Whose the figures of a letter are, by the data of its funds."""

    def __init__(self, data: FundData) -> None:
        self._funds = data.funds
        names = dict.fromkeys(row.company for row in data.holdings.rows)
        self._companies = {name: words for name in names if (words := frozenset(words_of(name)))}

    def fund(self, figure: Figure) -> Fund | None:
        """The fund that a figure is of as a whole; None for one of a company, an index or an unknown fund.

        A name without a subject is of the only fund there is.
        """
        subject = subject_words(figure)
        if self.company(figure):
            return None
        if not subject:
            return self._funds[0] if len(self._funds) == 1 else None
        found = [fund for fund in self._funds if subject in _names(fund)]
        return found[0] if len(found) == 1 else None

    def company(self, figure: Figure) -> str:
        """The company that a figure is of, by the schedule of investments; empty where it is of none."""
        words = frozenset(name_words(figure.name))
        return next((name for name, own in self._companies.items() if own <= words), "")


def _names(fund: Fund) -> list[frozenset[str]]:
    """The words of each name of a fund, without those that are in the names of measures too."""
    return [frozenset(words_of(name)) - _FILLERS for name in (fund.called, fund.name, fund.id)]
