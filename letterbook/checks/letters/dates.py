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
from letterbook.checks.letters.vocabulary import (
    AS_OF,
    METRIC,
    MONTHS,
    NUMBER,
    VALUE_OF_FUND,
    performance_claims,
)
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
        if claim := next(performance_claims(sentence.text), None) or VALUE_OF_FUND.search(sentence.text):
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
_THE_QUARTER = Pattern(
    r"\b(?:during|in|over|for) the quarter\b(?!-| (?:of|to|ended|ending|after|before|when|that|in which"
    r"|since|between|just|following|final|century|finals?|behind|near|around|where|next|by|beyond)\b)",
    re.IGNORECASE,
)
_A_QUARTER_NAMED = Pattern(
    r"\b(?:first|second|third|fourth|last|next|each|every|per) quarter\b|\bQ[1-4]\b|\bquarters\b",
    re.IGNORECASE,
)
_ORDINALS = ("first", "second", "third", "fourth")
_NAMED_PERIOD = Pattern(
    r"\b(?:the )?(?:(?P<ordinal>first|second|third|fourth) (?P<length>half|quarter) (?:of )?(?P<year>(?:19"
    r"|20)[0-9]{2})|(?P<letter>[HQ])(?P<count>[1-4])[ -](?P<year2>(?:19|20)[0-9]{2})"
    r"|(?P<year3>(?:19|20)[0-9]{2})[ -](?P<letter2>[HQ])(?P<count2>[1-4]))\b",
    re.IGNORECASE,
)
_LOOKING_BACK = Pattern(
    r"\b(?:since|from|after|said|wrote|last|compared|against|versus|before|previous|earlier|back|then"
    r"|restated|year ago|where|letter|\w+ to)\b|[–—]",
    re.IGNORECASE,
)
_PERIOD_TO = Pattern(
    r"\b(?:half[- ]year|quarter|year|months|period|letter|report|update)\b[^.;]{0,30}?\b(?:to|ended|ending) "
    rf"(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)? (?P<month>{MONTHS}),? (?P<year>(?:19|20)[0-9]{{2}})"
    rf"|(?P<month2>{MONTHS}) (?P<day2>[0-9]{{1,2}}),? (?P<year2>(?:19|20)[0-9]{{2}}))",
    re.IGNORECASE,
)


def period_words_wrong(edition: CheckedEdition) -> Iterator[Found]:
    """Words for another period than that of the edition: this quarter in a half-yearly letter."""
    match = _PERIOD_NUMBER.fullmatch(edition.number)
    if match:
        yield from _other_length(edition, _LENGTHS[match[2]])
        yield from _period_before(edition, match)
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


def _period_before(edition: CheckedEdition, own: re.Match[str]) -> Iterator[Found]:
    """A heading with the name of a half-year or quarter that was over before the letter's own began."""
    begin = _months(int(own[1]), own[2], int(own[3]))[0]
    for passage in edition.own_words.passages:
        for match in _NAMED_PERIOD.finditer(passage.text) if passage.is_heading else ():
            year = int(match["year"] or match["year2"] or match["year3"])
            if match["ordinal"]:
                letter = "H" if match["length"].casefold() == "half" else "Q"
                count = _ORDINALS.index(match["ordinal"].casefold()) + 1
            else:
                letter = (match["letter"] or match["letter2"]).upper()
                count = int(match["count"] or match["count2"])
            others = passage.text[: match.start()] + passage.text[match.end() :]
            if _months(year, letter, count)[1] <= begin and not _LOOKING_BACK.search(others):
                message = f'"{match[0]}" in the heading of a letter about {own[0]}.'
                yield Found(message, "", passage.place(match.start()))


def _months(year: int, letter: str, count: int) -> tuple[int, int]:
    """The first month of a half-year or quarter and the first after it, counted from the year 0."""
    length = 6 if letter == "H" else 3
    first = year * 12 + (count - 1) * length
    return first, first + length


def _other_length(edition: CheckedEdition, own: str) -> Iterator[Found]:
    for length, pattern in _OF_LENGTH.items():
        if length == own:
            continue
        for passage in edition.own_words.passages:
            is_open = length == "quarter" and not _A_QUARTER_NAMED.search(passage.text)
            of_it = _THE_QUARTER.finditer(passage.text) if is_open else ()
            for match in (*pattern.finditer(passage.text), *of_it):
                message = f'"{match[0]}" in a letter about a {own}.'
                yield Found(message, "", passage.place(match.start()))


def _day(match: re.Match[str]) -> date | None:
    try:
        month = month_number(match["month"] or match["month2"])
        return date(int(match["year"] or match["year2"]), month, int(match["day"] or match["day2"]))
    except (KeyError, ValueError):
        return None
