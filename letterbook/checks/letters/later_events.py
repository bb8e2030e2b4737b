"""The rule of what happened after the day of the figures: it is said apart from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.days import month_number
from letterbook.checks.letters.own_words import OwnTable
from letterbook.checks.letters.pattern import Pattern
from letterbook.checks.letters.vocabulary import A_NUMBER, METRIC, MONTHS, VALUE_OF_FUND
from letterbook.draft import Heading
from letterbook.fund.figure_names import name_words

_YEAR = r"(?:19|20)[0-9]{2}"
_DAY = Pattern(
    rf"\b(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th|\.)?(?: of)? (?P<month>{MONTHS}),? (?P<year>{_YEAR})"
    rf"|(?P<month2>{MONTHS}) (?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th)?, (?P<year2>{_YEAR})"
    rf"|(?P<iso>{_YEAR}-[0-9]{{2}}-[0-9]{{2}}))\b"
)
_LABEL = Pattern(
    r"\b(?:subsequent(?:ly)?|after|since|post|follow(?:ing|ed)|later|then|in the meantime|meanwhile"
    r"|nach|nachdem|seit(?:dem|her)?|inzwischen|danach|später|Nachtrag\w*|Ereignisse nach)\b",
    re.IGNORECASE,
)
_OF_PAPER = Pattern(
    r"\b(?:source|retrieved|published|approved|signed|dated|prepared|written (?:on|in|by)|writ(?:e|ing)"
    r"|posted|issued|calls? (?:is |was )?due|payable|Quelle|abgerufen|veröffentlicht|genehmigt|datiert"
    r"|erstellt)\b",
    re.IGNORECASE,
)
_FREE = Pattern(
    r"\b(?:outlook|ahead|next|expect|news|calendar|dates|events|asks|subsequent|since|after|Ausblick"
    r"|Neuigkeiten|Termine|Nachtrag|Ereignisse)\b",
    re.IGNORECASE,
)
_OF_FUND = frozenset({"nav", "tvpi", "dpi", "rvpi", "irr", "return"})


def later_fact_among_figures(edition: CheckedEdition) -> Iterator[Found]:
    """A day after that of the figures, in a section with figures of the fund, that nothing sets apart."""
    if edition.as_of is None or edition.date is None or edition.date <= edition.as_of:
        return
    sections: frozenset[int] | None = None
    apart: dict[int, bool] = {}  # by passage: a long paragraph is read once
    for sentence in edition.own_words.sentences:
        passage = sentence.passage
        if isinstance(passage.block, Heading) or passage.is_curated:
            continue
        match = next((each for each in _DAY.finditer(sentence.text) if _is_later(each, edition)), None)
        if match is None or _OF_PAPER.search(sentence.text):
            continue
        sections = _sections_of_figures(edition) if sections is None else sections
        if id(passage) not in apart:
            apart[id(passage)] = bool(
                _FREE.search(passage.heading) or _LABEL.search(f"{passage.text} {passage.heading}")
            )
        if passage.section in sections and not apart[id(passage)]:
            message = f"{match[0]} is after {edition.as_of}, the day of the figures beside it."
            yield Found(message, "", sentence.place(match.start()))


def _is_later(match: re.Match[str], edition: CheckedEdition) -> bool:
    """Whether a day lies between that of the figures and that of the letter."""
    day = _day(match)
    return bool(day and edition.as_of and edition.date and edition.as_of < day < edition.date)


def _sections_of_figures(edition: CheckedEdition) -> frozenset[int]:
    """The sections with a figure of the fund, called or typed, in their text or a table."""
    words = edition.own_words
    found = {
        each.passage.section
        for each in words.sentences
        if (re.search(METRIC, each.text) and A_NUMBER.search(each.text)) or VALUE_OF_FUND.search(each.text)
    }
    for part in words.parts:
        passages = [cell.passage for cell in part.cells] if isinstance(part, OwnTable) else [part]
        used = (use for each in passages for shown in each.figures if (use := edition.use_of(shown)))
        is_of_fund = any(_OF_FUND & set(name_words(use.figure.name)) for use in used)
        if is_of_fund or (isinstance(part, OwnTable) and re.search(METRIC, part.labels)):
            found.add(part.section)
    return frozenset(found)


def _day(match: re.Match[str]) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        month = month_number(match["month"] or match["month2"])
        return date(int(match["year"] or match["year2"]), month, int(match["day"] or match["day2"]))
    except (KeyError, ValueError):
        return None
