"""Rules of the dates of figures and of the period that a letter is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.days import month_number
from letterbook.checks.letters.own_words import OwnTable
from letterbook.checks.letters.pattern import Pattern
from letterbook.checks.letters.vocabulary import AS_OF, METRIC, MONTHS, NUMBER, performance_claims
from letterbook.draft import Picture
from letterbook.markup.text import plain_text

_PERFORMANCE = Pattern(
    rf"{METRIC}|\bDPI\b|\bRVPI\b|\bNAV\b|\bnet asset value\b|\b[Rr]eturns?\b(?! (?:on|to|of capital))"
)
_A_DATE = Pattern(rf"\b(?:19|20)[0-9]{{2}}\b|{AS_OF.pattern}|\b{MONTHS} ?['’]?[0-9]{{2}}\b", re.IGNORECASE)
_FIGURES_AS_OF = Pattern(
    rf"\b(?:figures|numbers|data|values|valuations|performance|returns)\b[^.]{{0,60}}(?:{AS_OF.pattern})",
    re.IGNORECASE,
)


def date_of_figures_missing(edition: CheckedEdition) -> Iterator[Found]:
    """A performance figure where nothing in the text says its day, or a table or chart that does not."""
    words = edition.own_words
    is_dated = any(AS_OF.search(each.text) or AS_OF.search(each.notes) for each in words.passages)
    for sentence in () if is_dated else words.sentences:
        if claim := next(performance_claims(sentence.text), None):
            message = f'"{" ".join(claim[0].split())}" is of no date, and nothing else in the text has one.'
            yield Found(message, "", sentence.place(claim.start()))
            break
    if any(_FIGURES_AS_OF.search(each.text) for each in words.passages):
        return
    for table in words.tables:
        if _tells_performance(table) and not _A_DATE.search(_around(table)):
            yield Found("The table does not say of which day its figures are.", "", table.table.place)
    for picture, printed in edition.of_kind(Picture):
        said = f"{plain_text(picture.caption)} {picture.image.alt}"
        if not printed.quoted and _PERFORMANCE.search(said) and not _A_DATE.search(said):
            yield Found("The chart does not say of which day its figures are.", "", picture.place)


def _tells_performance(table: OwnTable) -> bool:
    has_numbers = any(re.search(rf"{NUMBER}|[0-9]", row.text) for row in table.rows)
    return has_numbers and _PERFORMANCE.search(table.labels) is not None


def _around(table: OwnTable) -> str:
    return "\n".join((table.text, table.heading, table.before, table.after))


_PERIOD_NUMBER = Pattern(r"([0-9]{4})[ -]?([HQ])([1-4])")
_LENGTHS = {"H": "half-year", "Q": "quarter"}
_THIS = r"(?:this|the past|the last|the present|the current)"
_OF_LENGTH = {
    "quarter": Pattern(rf"\b{_THIS} quarter\b(?! of)", re.IGNORECASE),
    "half-year": Pattern(rf"\b{_THIS} (?:half[- ]year|half)\b(?! of| a)", re.IGNORECASE),
    "month": Pattern(r"\bthis month\b", re.IGNORECASE),
}
_PERIOD_TO = Pattern(
    r"\b(?:half[- ]year|quarter|year|months|period|letter|report|update)\b[^.;]{0,30}?\b(?:to|ended"
    r"|ending) "
    rf"(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)? (?P<month>{MONTHS}),? (?P<year>(?:19|20)[0-9]{{2}})"
    rf"|(?P<month2>{MONTHS}) (?P<day2>[0-9]{{1,2}}),? (?P<year2>(?:19|20)[0-9]{{2}}))",
    re.IGNORECASE,
)


def period_words_wrong(edition: CheckedEdition) -> Iterator[Found]:
    """Words for another period than that of the edition: this quarter in a half-yearly letter."""
    match = _PERIOD_NUMBER.fullmatch(edition.number)
    if match:
        yield from _other_length(edition, _LENGTHS[match[2]])
    if end := edition.as_of:
        yield from _other_end(edition, end)


def _other_end(edition: CheckedEdition, end: date) -> Iterator[Found]:
    """A title or heading that names another last day."""
    for passage in edition.own_words.passages:
        found = _PERIOD_TO.search(passage.text) if passage.is_heading else None
        said = _day(found) if found else None
        if found and said and said != end:
            message = f'"{found[0]}": the letter is about the time to {end.isoformat()}.'
            yield Found(message, "", passage.place(found.start()))


def _other_length(edition: CheckedEdition, own: str) -> Iterator[Found]:
    for length, pattern in _OF_LENGTH.items():
        if length == own:
            continue
        for passage in edition.own_words.passages:
            for match in pattern.finditer(passage.text):
                message = f'"{match[0]}" in a letter about a {own}.'
                yield Found(message, "", passage.place(match.start()))


def _day(match: re.Match[str]) -> date | None:
    try:
        month = month_number(match["month"] or match["month2"])
        return date(int(match["year"] or match["year2"]), month, int(match["day"] or match["day2"]))
    except (KeyError, ValueError):
        return None
