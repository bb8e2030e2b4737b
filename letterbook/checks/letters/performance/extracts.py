"""The rule of extracts: what one investment returned, told without what the whole fund did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.own_words import OwnTable, OwnWords, Passage
from letterbook.checks.letters.pattern import Pattern
from letterbook.checks.letters.performance.figure_groups import FigureGroup, figure_groups
from letterbook.checks.letters.performance.subjects import (
    Measure,
    Subjects,
    measure_of,
)
from letterbook.checks.letters.returns import COMPANIES, FAMILIES, FUND, hypothetical, net_missing
from letterbook.checks.letters.vocabulary import A_NUMBER, GROSS_RETURN, METRIC, NET, performance_claims
from letterbook.figure import Basis
from letterbook.finding import Place
from letterbook.record import record

_OF_COST = (
    r"\s+(?:(?:our|its|the|their) (?:money|costs?|investment|capital|original|initial|purchase|entry)"
    r"|cost\b|invested\b|of (?:cost|invested))"
)
_MULTIPLE = (
    r"(?<![\w.,])(?:about |nearly |over |almost |roughly )?[0-9][0-9.,]*"
    rf"(?:(?:\s?[x×]|-?fold)(?=[,;:)!?]|\.(?:\s|$)|\s*$|{_OF_COST}"
    r"|\s+(?:on|gross|net|after|before|since|so far|to date)\b|\s+in [\w-]+ (?:years|months)\b)"
    rf"| times(?={_OF_COST}))"
)
_DEAL = (
    r"(?:exits?|sale|disposals?|divestments?|reali[sz]ations?|deals?|positions?|stakes?|holdings?"
    r"|(?:this|that|our|one|each|first|best|largest) investment|[Ss]elling (?:our (?:stake|shares"
    r"|holding) in )?[A-Z][\w&-]*|investment in [A-Z][\w&-]*)"
)
_EARNED = (
    r"(?:returned|returning|returns|made|earned|delivered|generated|yielded|paid back"
    r"|brought(?: in| us| back)?)"
)
_SOLD = r"(?:[Ss]old|[Ee]xited|[Dd]ivested|[Rr]eali[sz]ed)"
_DEAL_RETURNED = Pattern(
    rf"\b{_DEAL}\b[^.;]{{0,60}}?\b{_EARNED}\b[^.;]{{0,30}}?(?P<number>{_MULTIPLE})"
    rf"|\b{_SOLD}\b[^.;]{{0,60}}?\b(?:at|for) (?P<times>{_MULTIPLE})"
)
_EXIT = Pattern(
    r"\b(?:exits?|exited|sold|(?:the|its|this|our|their) sale|sale of|disposals?|divested|realisations?"
    r"|realizations?|this deal|the deal|Verkauf|Veräußerung)\b",
    re.IGNORECASE,
)

_OF_INVESTMENTS = Pattern(
    r"\b[Ii]nvestments? in (?!the\b|a\b)[A-Z]|\b(?:best|worst|top|largest|first|biggest"
    r"|strongest)(?: \w+)? (?:companies"
    r"|investments|holdings|positions|deals)\b"
)


@record
class _Extract:
    """A return of one investment: what a text says of it, where, of which day, and whether it is labelled."""

    words: str
    place: Place | None
    is_labelled: bool = True
    as_of: date | None = None


def extract_alone(edition: CheckedEdition) -> Iterator[Found]:
    """What one investment returned, not called gross or without the fund's gross and net return."""
    extracts = tuple(_extracts(edition))
    if not extracts:
        return
    lacks = _lacks(edition, max((each.as_of for each in extracts if each.as_of), default=None))
    only_gross = {_line(found.place) for found in net_missing(edition)} if lacks else set()
    is_told = False
    for extract in extracts:
        faults = [] if extract.is_labelled else ["it is not called gross"]
        if lacks and not is_told and _line(extract.place) not in only_gross:
            faults.append(f"nothing tells the {lacks} return of the whole fund")
            is_told = True
        if faults:
            message = f'"{extract.words}" is the return of single investments: {", and ".join(faults)}.'
            yield Found(message, "", extract.place)


def _line(place: Place | None) -> tuple[str, int]:
    return (place.file, place.line) if place else ("", 0)


def _extracts(edition: CheckedEdition) -> Iterator[_Extract]:
    """The returns of single investments: in sentences, then in tables and by figures."""
    for sentence in edition.own_words.sentences:
        has_number = A_NUMBER.search(sentence.text) or _DEAL_RETURNED.search(sentence.text)
        if not has_number or hypothetical(sentence.text):
            continue
        around = f"{sentence.text} {sentence.passage.notes}"
        is_of_fund = FUND.search(sentence.text) is not None
        claim = next(performance_claims(sentence.text), None)
        is_of_deal = _EXIT.search(sentence.text) or _OF_INVESTMENTS.search(sentence.text)
        if claim and is_of_deal and not is_of_fund:
            # That it says neither gross nor net is told by another rule.
            yield _Extract(_shown(claim[0]), sentence.place(claim.start()))
        elif not claim and (match := _DEAL_RETURNED.search(sentence.text)):
            is_labelled = GROSS_RETURN.search(around) is not None or NET.search(around) is not None
            yield _Extract(_shown(match[0]), sentence.place(match.start()), is_labelled)
    for table in edition.own_words.tables:
        metric = re.search(METRIC, table.labels)
        if metric and _is_of_companies(table) and any(A_NUMBER.search(row.text) for row in table.rows):
            yield _Extract(metric[0], table.table.place)
    data = edition.fund_data if _has_gross_rates(edition) else None
    if data:
        subjects = Subjects(data)
        for group in figure_groups(edition):
            yield from _figures(group, subjects)


def _has_gross_rates(edition: CheckedEdition) -> bool:
    return any(
        use.figure.basis is Basis.GROSS and measure_of(use.figure) in {Measure.IRR, Measure.MULTIPLE}
        for use in edition.used_figures
    )


def _figures(group: FigureGroup, subjects: Subjects) -> Iterator[_Extract]:
    """The gross multiples and rates of companies that a sentence or a table prints."""
    for use in group.uses:
        is_rate = measure_of(use.figure) in {Measure.IRR, Measure.MULTIPLE}
        if is_rate and use.figure.basis is Basis.GROSS and subjects.company(use.figure):
            yield _Extract(f"{use.figure.name} {use.text}", use.place, as_of=use.figure.as_of)


def _is_of_companies(table: OwnTable) -> bool:
    return any(COMPANIES.search(row.text) for row in table.header)


def _shown(words: str) -> str:
    return " ".join(words.split())


def _lacks(edition: CheckedEdition, day: date | None) -> str:
    """Which of the fund's gross and net returns nothing tells, of `day` or later where figures say it."""
    by_figures = bool(edition.fund_data and edition.fund_data.funds)
    in_words = _told_in_words(edition.own_words, figures_count=not by_figures)
    told = set(_told_by_figures(edition, day)) | set(in_words)
    return " and ".join(basis.value for basis in Basis if basis not in told)


def _told_by_figures(edition: CheckedEdition, day: date | None) -> Iterator[Basis]:
    subjects = Subjects(edition.fund_data) if edition.fund_data else None
    for use in edition.used_figures if subjects else ():
        figure = use.figure
        is_covering = day is None or figure.as_of is None or figure.as_of >= day
        if subjects and figure.basis and measure_of(figure) and is_covering and subjects.fund(figure):
            yield figure.basis


def _told_in_words(words: OwnWords, *, figures_count: bool) -> Iterator[Basis]:
    """Gross and net, each where a passage or a table tells it of a fund, with a number.

    What prints a figure is left out unless `figures_count`.
    """
    for passage in words.passages:
        if figures_count or not passage.figures:
            yield from _of_fund(_without_extracts(passage))
    for table in words.tables:
        rows = [row for row in table.rows if figures_count or not row.figures]
        for row in rows:
            yield from _of_fund(row.text)
        has_numbers = any(A_NUMBER.search(row.text) for row in rows)
        if has_numbers and not _is_of_companies(table) and re.search(METRIC, table.labels):
            yield from _bases(f"{table.labels}\n{table.heading}")


def _without_extracts(passage: Passage) -> str:
    """A passage without the sentences that tell of an exit and not of a fund."""
    kept = (each.text for each in passage.sentences if FUND.search(each.text) or not _EXIT.search(each.text))
    return " ".join(kept)


def _of_fund(text: str) -> Iterator[Basis]:
    """The bases that a text says of a fund's return."""
    is_return = any(kind.search(text) for kind in FAMILIES.values()) or "|" in text
    if FUND.search(text) and A_NUMBER.search(text) and is_return:
        yield from _bases(text)


def _bases(text: str) -> Iterator[Basis]:
    if GROSS_RETURN.search(text):
        yield Basis.GROSS
    if NET.search(text):
        yield Basis.NET
