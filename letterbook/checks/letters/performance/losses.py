"""The rule of winners told without losers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition, UsedFigure
from letterbook.checks.letters.parts.lowlights import lowlight_missing
from letterbook.checks.letters.pattern import Pattern
from letterbook.checks.letters.performance.figure_groups import FigureGroup, figure_groups
from letterbook.checks.letters.performance.subjects import Measure, Subjects, measure_of
from letterbook.checks.letters.vocabulary import A_NUMBER, performance_claims
from letterbook.figure import UnitKind
from letterbook.finding import Place
from letterbook.fund.figure_names import name_words
from letterbook.record import record
from letterbook.word_lists import listed

if TYPE_CHECKING:
    from letterbook.fund.fund_data import FundData
    from letterbook.fund.holdings import Holding

_TOLD = Pattern(
    r"\bwr(?:it|ot)(?:e|es|ten|ing)[- ]?(?:downs?|offs?)\b|\bmarked down\b|\bimpair|\bdetract(?:ed|ors?)\b"
    r"|\bbelow cost\b|\bless than (?:we paid|cost)\b|\b(?:at|with|made|took) a loss\b"
    r"|\blost (?:money|value|[$€£]?[0-9])|\babgeschrieben\b|\bAbschreibung|\bWertberichtigung"
    r"|\bmit Verlust\b|\bunter (?:den )?Anschaffungskosten\b",
    re.IGNORECASE,
)
_WRITTEN_UP = Pattern(
    r"\b(?:(?:written|marked|revalued) up(?:wards)?|wrote up|write-?up|times our (?:cost|money))\b"
    r"|\baufgewertet\b"
)
_CONTRIBUTION = "contribution"
_NOTHING, _ONE = Decimal(0), Decimal(1)
_SMALLEST_FALL = Decimal("-0.05")


@record
class _Company:
    """What a company did for its fund: the part of its value that it gained in the period (None where
    nothing tells), and the part of its cost in all.
    """

    name: str
    in_period: Decimal | None
    in_all: Decimal
    is_held: bool
    exit_date: date | None

    @property
    def has_fallen(self) -> bool:
        """Whether it took from the fund's value in the period."""
        return self.in_period is not None and self.in_period <= _SMALLEST_FALL

    @property
    def has_lost(self) -> bool:
        """Whether it has fallen, or is held below its cost."""
        return self.has_fallen or (self.is_held and self.in_all <= _SMALLEST_FALL)


def winners_only(edition: CheckedEdition) -> Iterator[Found]:
    """Companies that gained, where the data have some that lost, of which the letter is silent."""
    data = edition.fund_data
    if data is None or edition.as_of is None:
        return
    companies, opening = _companies(data, edition.as_of)
    losers = [each for each in companies if each.has_lost]
    if losers:
        said = edition.text
        subjects = Subjects(data)
        place, winner = _first_winner(edition, subjects, companies)
        is_told = _TOLD.search(said) or _named(said, losers) or any(True for _ in lowlight_missing(edition))
        if winner and not is_told:
            message = f"The letter tells what {winner} gained, and nothing of {_names(losers)}, which lost."
            yield Found(message, "", place)
            return
        yield from _contributors_only(edition, subjects, losers)
    yield from _best_exits_only(edition, companies, opening)


def _companies(data: FundData, day: date) -> tuple[tuple[_Company, ...], date | None]:
    """The companies on a day, and the reporting day before; none of funds of which a row is missing."""
    funds = {fund for fund in data.fund_ids if data.holdings.is_sure(fund)}
    rows = [row for row in data.holdings.rows if row.fund in funds]
    before = max((row.as_of for row in rows if row.as_of < day), default=None)
    earlier = {(row.fund, row.holding): row for row in rows if row.as_of == before}
    found = (_company(row, earlier.get((row.fund, row.holding))) for row in rows if row.as_of == day)
    return tuple(found), before


def _company(row: Holding, before: Holding | None) -> _Company:
    gain = row.total_value - row.cost_total
    in_period = None
    if before and before.fair_value:
        in_period = (gain - (before.total_value - before.cost_total)) / before.fair_value
    in_all = gain / row.cost_total if row.cost_total else _NOTHING
    return _Company(row.company, in_period, in_all, not row.is_gone, row.exit_date)


def _first_winner(
    edition: CheckedEdition, subjects: Subjects, companies: Sequence[_Company]
) -> tuple[Place | None, str]:
    """Where the letter first tells that a company gained, and which; an empty name where it does not."""
    for use in edition.used_figures:
        company = subjects.company(use.figure) if _is_gain(use) else ""
        if company:
            return use.place, company
    winners = [each for each in companies if each.in_all > 0 and not each.has_lost]
    for sentence in edition.own_words.sentences:
        is_gain = A_NUMBER.search(sentence.text) and _tells_gain(sentence.text)
        if is_gain and (named := _named(sentence.text, winners)):
            return sentence.place(), named[0].name
    return None, ""


def _tells_gain(text: str) -> bool:
    return _WRITTEN_UP.search(text) is not None or any(True for _ in performance_claims(text))


def _is_gain(use: UsedFigure) -> bool:
    """Whether a figure says that something was gained: a multiple above one, a rate or part above zero."""
    figure = use.figure
    if use.predecessor is not None:
        return False
    measure = measure_of(figure)
    if measure is Measure.MULTIPLE:
        return figure.value > _ONE
    is_rate = measure is not None or _CONTRIBUTION in name_words(figure.name)
    return is_rate and figure.unit.kind is UnitKind.PERCENT and figure.value > 0


def _contributors_only(
    edition: CheckedEdition, subjects: Subjects, losers: Sequence[_Company]
) -> Iterator[Found]:
    """A table of what companies contributed, all of them above zero, where some took away in the period."""
    taken = [each for each in losers if each.has_fallen]
    groups = [group for group in figure_groups(edition) if taken]
    if any(use.figure.value < 0 for group in groups for use in _contributions(group, subjects)):
        return
    said = "\n".join(passage.text for passage in edition.own_words.passages)
    for group in groups:
        uses = _contributions(group, subjects) if group.is_table else []
        if len(uses) > 1 and not _named(f"{said}\n{group.text}", taken):
            message = f"The table has those who added value, and not {_names(taken)}, which took from it."
            yield Found(message, "", uses[0].place)
            return


def _contributions(group: FigureGroup, subjects: Subjects) -> list[UsedFigure]:
    """The contributions of companies in a group."""
    return [
        use
        for use in group.uses
        if _CONTRIBUTION in name_words(use.figure.name) and subjects.company(use.figure)
    ]


def _best_exits_only(
    edition: CheckedEdition, companies: Sequence[_Company], opening: date | None
) -> Iterator[Found]:
    """Exits of the period with a gain that are named, where others with a loss are not."""
    sold = [
        each
        for each in companies
        if opening and each.exit_date and edition.as_of and opening < each.exit_date <= edition.as_of
    ]
    best = _named(edition.text, [each for each in sold if each.in_all > 0])
    lost = [each for each in sold if each.in_all < 0]
    unnamed = [each for each in lost if each not in _named(edition.text, lost)]
    if best and unnamed:
        message = f"The exit of {best[0].name} is told, and not that of {_names(unnamed)}, at a loss."
        yield Found(message, "", _place_of(edition, best[0]))


def _place_of(edition: CheckedEdition, company: _Company) -> Place | None:
    """Where a company is named first in the author's own words, else in a table."""
    pattern = _pattern(company)
    for part in edition.own_words.passages:
        if match := pattern.search(part.text):
            return part.place(match.start())
    tables = (each for each in edition.own_words.tables if pattern.search(each.text))
    return next((each.table.place for each in tables), None)


def _named(text: str, companies: Sequence[_Company]) -> list[_Company]:
    """The companies that a text names."""
    folded = " ".join(text.casefold().split())
    likely = (each for each in companies if " ".join(each.name.casefold().split()) in folded)
    return [each for each in likely if _pattern(each).search(text)]


def _pattern(company: _Company) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in company.name.split())
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def _names(companies: Sequence[_Company]) -> str:
    return listed(dict.fromkeys(each.name for each in companies))
