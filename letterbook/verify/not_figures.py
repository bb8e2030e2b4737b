"""The numbers of a text that are no figures: dates, years, ordinals, references, names, addresses.

These are plain patterns for English letters, with the German forms of dates and streets. A number that they
take wrongly is not lost: it is listed with all others, and why it was left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.currencies import CODES
from letterbook.record import record
from letterbook.stretch import overlaps_any

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|Januar|Februar|März|Mai|Juni|Juli|Oktober|Okt|Dezember|Dez)\.?"
)
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th|\.)?"
_YEAR = r"(?:19|20)[0-9]{2}"
_DOTTED = r"[0-9]+(?:\.[0-9]+)*"
_CODES = "|".join(sorted(CODES))
_DASH = r"\s?[-–—]\s?"
_REFERENCES = (
    r"sections?|chapters?|pages?|pp?\.|tables?|figures?|figs?\.|charts?|exhibits?|footnotes?|notes?|appendix"
    r"|annex|schedule|part|seiten?|abschnitt|kapitel|tabelle|abbildung|abb\.|anlage|anhang|ziffer|punkt|art\."
    r"|absatz|abs\.|fußnote|teil|articles?|clauses?|paragraphs?|paras?\.?|items?|steps?|slides?|volume|vol\.|issue"
    r"|edition|number|no\.|nos\.|question"
)
_NAMES = (
    r"fund|series|class|tranche|tier|level|phase|rule|regulation|form|IFRS|IAS|FRS|ASC|ASU|ISO|SOC|version|top"
    r"|release|S&P|FTSE|Russell|Nasdaq|STOXX|Nikkei|CAC|DAX|ASX|TOPIX|CSI|Fortune|Formula|Windows|Web|iPhone"
    r"|Boeing|Airbus|GPT|Gen|Suite|Room"
)
_STREETS = (
    r"Street|St|Road|Rd|Avenue|Ave|Lane|Row|Square|Place|Court|Drive|Boulevard|Blvd|Way|Quay|Wharf|Terrace"
    r"|Crescent|Close|Gardens|Park|Plaza"
)
_REGISTERS = (
    r"ABN|ACN|AFSL|AFS licence|LEI|CRN|VAT|ISIN|ISBN|CRD|(?:company|registration|registered) number"
    r"|licence(?: number)?"
)
_EXTENSION = r"(?i:,?\s(?:ext|extension|x)\b\.?\s?[0-9]{1,5}\b)?"
_PLACE = r"(?:,?\s(?:[A-Z]{1,2}-)?[0-9]{4,5}\s[A-ZÄÖÜ][\w-]+)?"
_NOT_MORE = r"(?![\w%]|[.,][0-9]|\s?(?:%|x\b|bn\b|m\b|mn\b|million|billion|per cent|percent|times\b))"
"""What follows does not make a figure of the number."""

_KINDS: dict[str, tuple[str, ...]] = {
    "address": (r"(?i:https?://|www\.)\S+", r"\S+@\S+\.\w+"),
    "date": (
        rf"\b{_YEAR}-[01]?[0-9]-[0-3]?[0-9]\b",
        rf"\b[0-3]?[0-9][./][01]?[0-9][./](?:{_YEAR}|[0-9]{{2}})\b",
        rf"\b[01]?[0-9]/[0-3]?[0-9]/(?:{_YEAR}|[0-9]{{2}})\b",
        rf"\b{_DAY}(?:{_DASH}{_DAY})?\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?(?!\w)",
        rf"\b{_MONTH}\s{_DAY}(?:{_DASH}{_DAY})?(?:,\s?{_YEAR}|\s{_YEAR})?{_NOT_MORE}",
        rf"\b{_MONTH}[\s-](?:{_YEAR}|['’]?[0-9]{{2}}){_NOT_MORE}",
    ),
    "period": (
        rf"\b(?:[HQ][1-4]|FY|CY)[\s-]?(?:{_YEAR}|['’]?[0-9]{{2}})?(?!\w)",
        rf"\b[1-4][HQ](?:{_YEAR}|[0-9]{{2}})?\b",
        rf"\b{_YEAR}[\s-]?[HQ][1-4]\b",
    ),
    "time": (
        r"\b[0-2]?[0-9][:.][0-5][0-9](?::[0-5][0-9])?\s?(?:[ap]\.?m\b\.?|h\b|Uhr\b)",
        r"\b[0-2]?[0-9]:[0-5][0-9]\b",
        r"\b[01]?[0-9]\s?(?:[ap]m\b|[ap]\.m\.|o[’']clock)",
    ),
    "telephone number": (
        rf"(?<![\w.,])\+[0-9]{{1,3}}[\s()0-9.-]{{6,}}[0-9]\b{_EXTENSION}",
        r"(?i:\b(?:tel|telephone|phone|call|fax|mobile|cell)[.:]?\s*)\(?[0-9][\s()0-9./-]{5,}[0-9]\b",
        r"\(0?[0-9]{2,4}\)\s?[0-9]{3,4}[\s-][0-9]{3,4}\b",
        rf"(?<![\w.,-])[0-9]{{3}}[-.][0-9]{{3}}[-.][0-9]{{4}}\b{_EXTENSION}",
    ),
    "registration number": (rf"\b(?:{_REGISTERS})[:\s]*(?:no\.?|number)?[:\s]*[0-9][0-9\s-]*[0-9]\b",),
    "postal address": (
        rf"\b[0-9]{{1,5}}[A-Za-z]?(?:[-–][0-9]{{1,5}})?,?\s(?:[A-Z][\w’'.-]*\s){{1,3}}(?:{_STREETS})\b",
        r"\b(?:PO|P\.O\.) Box [0-9]+",
        r"\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT) [0-9]{4}\b",
        r"\b[A-Z]{2} [0-9]{5}(?:-[0-9]{4})?\b",
        r"\b[A-Z][\w-]*(?:straße|strasse|str\.|gasse|platz|weg|allee|ufer)\s[0-9]+[a-z]?" + _PLACE,
    ),
    "ordinal": (
        r"\b[0-9]+(?:st|nd|rd|th)\b",
        r"\b(?i:im|am|vom|zum|zur|den|dem|der|des|das|die|unser\w*|ein\w*|jede\w*)\s[0-9]{1,2}\.(?=\s[A-ZÄÖÜ])",
    ),
    "reference": (
        r"(?i:\b(?:rules?|sections?|regulations?|articles?|clauses?)\s)[0-9]+[A-Z]?(?:-[0-9]+)?(?:\([0-9a-zA-Z]{1,4}\))+(?:-[0-9]+)?",
        rf"(?i:\b(?:{_REFERENCES}))\s?{_DOTTED}(?:(?:,\s|\sand\s|\sto\s|\sof\s|{_DASH}){_DOTTED})*{_NOT_MORE}",
        r"§+\s?[0-9]+(?:\.[0-9]+)*",
        r"\[[0-9]{1,3}\]",
        r"#[0-9]+\b",
        r"(?<=[\w%])\([0-9]{1,2}\)(?![\w%])",
    ),
    "name": (
        rf"\b(?i:{_NAMES})[\s-][0-9]+(?:\.[0-9]+)?{_NOT_MORE}",
        rf"\b(?!(?:{_CODES})[0-9])[^\W\d_]+{_DOTTED}(?:[^\W\d_]\w*)?(?!%)",
        rf"\b(?!(?:{_CODES})-)[A-Z]\w*-[0-9]+(?:[/-][0-9]+)*{_NOT_MORE}",
        r"\b[0-9]+[^\W\d_]+[0-9]\w*",
        r"\b[0-9]+\([a-z]{1,2}\)",
    ),
    "year": (
        rf"(?<![\w.,$€£])(?:{_YEAR}(?:[-–/](?:{_YEAR}|[0-9]{{2}}))?|{_YEAR}s){_NOT_MORE}",
        r"(?<!\w)['’][0-9]{2}\b(?!\s?%)",
    ),
    "ratio": (r"(?<![\w.,])[0-9]+/[0-9]+(?![\w.,/]*[0-9])", r"(?<![\w.,])[0-9]+:[0-9]+\b"),
}
_PATTERNS = {reason: re.compile("|".join(patterns)) for reason, patterns in _KINDS.items()}
_LIST_NUMBER = re.compile(r"\s*(?:\(?[0-9]{1,3}[.)](?=\s+\D)|[0-9]{1,2}(?:\.[0-9]{1,2})+\.?(?=\s+[A-Z]))")
_HEADING_NUMBER = re.compile(r"\s*[0-9]{1,2}(?:\.[0-9]{1,2})*\.?(?=\s+[A-Z])")
_LETTERS_AND_DIGITS = re.compile(r"(?<![\w.,$€£])[0-9]+(?:[.,][0-9]+)*[^\W\d_]\w*")
_PAGE_NUMBER = re.compile(
    r"(?:^|(?<=[\t\n]))[\s|–—-]*(?:(?i:pages?|seite|s\.|p\.)[\s|]*)?"
    r"(?P<number>[0-9]{1,4}(?:\s*(?:/|\||of|von|sur)\s*[0-9]{1,4})?)[\s|–—-]*(?=[\t\n]|$)"
)


@record
class NoFigure:
    """The part of a text from `start` to `end` that holds a number but no figure, and what it is."""

    start: int
    end: int
    reason: str


def find_no_figures(text: str, *, is_heading: bool = False) -> tuple[NoFigure, ...]:
    """What in a text holds numbers that are no figures; the first kind that fits is taken."""
    found: list[NoFigure] = []
    for one in _all(text, is_heading=is_heading):
        if not overlaps_any(one, found):
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.start))


def _all(text: str, *, is_heading: bool) -> Iterator[NoFigure]:
    if not any(character.isdigit() for character in text):
        return
    for pattern in (_LIST_NUMBER, *((_HEADING_NUMBER,) if is_heading else ())):
        match = pattern.match(text)
        if match:
            yield NoFigure(match.start(), match.end(), "list number")
    for reason, pattern in _PATTERNS.items():
        for match in pattern.finditer(text):
            if any(character.isdigit() for character in match[0]):
                yield NoFigure(match.start(), match.end(), reason)


def find_page_number(text: str) -> Iterator[NoFigure]:
    """What somebody typed as the number of a page: alone in a line of a header, or between its tabs."""
    for match in _PAGE_NUMBER.finditer(text):
        yield NoFigure(match.start("number"), match.end("number"), "page number")


def digits_in_words(text: str) -> Iterator[NoFigure]:
    """Words that begin with digits and are no numbers, such as `5G` and `3D`."""
    for match in _LETTERS_AND_DIGITS.finditer(text):
        yield NoFigure(match.start(), match.end(), "name")
