"""The words of investors' letters that rules look for, as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.checks.letters.pattern import Pattern

NUMBER = (
    r"(?<![\w.,])\(?[-−–+]?[0-9][0-9.,]*\)?\s?(?:%|per cent\b|percent\b|percentage points\b|x\b|×|times\b)"
)
"""A rate or a multiple as it is printed."""
A_NUMBER = Pattern(NUMBER)

RATE_OF_RETURN = (
    r"\bX?IRRs?\b|\binternal rates? of return\b|\bTWRR?\b|\btime[- ]weighted (?:rates? of )?returns?\b"
)
_MULTIPLES = (
    r"\bMOIC\b|\bTVPI\b|\bmoney multiples?\b|\bmultiples? (?:of|on) (?:invested capital|cost|money)\b"
)
METRIC = rf"{RATE_OF_RETURN}|{_MULTIPLES}"
"""Measures of performance that are always called by their names."""

_FUNDS = (
    r"(?:\b(?:[Tt]he|[Oo]ur|[Tt]his) (?:fund|partnership|portfolio|strategy|funds|programme)\b"
    r"|\bFund (?:[IVX]+|[0-9]+|One|Two|Three|Zero)\b|\b[Ww]e\b|\b[Dd]er Fonds\b|\b[Uu]nser Fonds\b)"
)
FUND_RETURN = Pattern(
    rf"{_FUNDS}(?:[\s,]+(?!to\b)[\w’'-]+){{0,4}}?\s+(?<!to )return(?:ed"
    rf"|s)?\b(?:\s+[\w’'-]+){{0,3}}?\s+{NUMBER}(?! of\b)"
    rf"|\b(?:[Aa]|[Oo]ur|[Tt]he) (?:total |annual |half-year(?:ly)? |quarterly |period )?return (?:of|was) "
    rf"(?:\w+ ){{0,2}}{NUMBER}(?! of\b)"
    rf"|\bRendite\b(?:\s+\w+){{0,5}}?\s+{NUMBER}"
)
"""What says by how much a fund has returned."""

CLAIM = Pattern(
    rf"(?:{METRIC})(?:[^0-9%]{{0,60}}?){NUMBER}|{NUMBER}[^.;0-9]{{0,40}}?(?:{METRIC})"
    rf"|\b(?<!price )(?:(?:cash|exit|realised|realized|investment) )?multiple of (?:about |nearly "
    rf"|over )?{NUMBER}"
)
"""A measure of performance with its number."""

_OTHER_MULTIPLE = Pattern(
    r"\b(?:revenues?|sales|EBITDA|EBIT|earnings|ARR|valuation|entry|trading|forward|price|deposit|tide)\b",
    re.IGNORECASE,
)
GROSS = Pattern(r"\b(?:gross|brutto)(?![- ]?(?:margin|profit|domestic))\w*", re.IGNORECASE)
GROSS_RETURN = Pattern(
    r"\b(?:gross|brutto)\b(?=\s*(?:[0-9(),.;:/|&–-]|$"
    r"|of (?:fees|all|carry|carried|costs)|(?:and|or|und|oder|von)\b"
    r"|(?:[\w-]+ ){0,2}(?:IRRs?|MOIC|TVPI|internal|multiples?|money|returns?|performance|Rendite)\b))",
    re.IGNORECASE,
)
"""Gross of a return, not of a margin or a building."""
NET = Pattern(
    r"\b(?:net|netto)\b(?![- ]?(?:asset|debt|cash|revenue|income|profit|margin|new|burn|zero))"
    r"|\b(?:after|nach) (?:all )?(?:fees|Gebühren|carried interest)\b",
    re.IGNORECASE,
)
DEFINITION = Pattern(
    r"\b(?:means|measures|stands for|is defined as|is calculated|is computed|bedeutet|steht für)\b"
)
HURDLE = Pattern(r"\b(?:hurdle|preferred return|catch-up|Vorzugsrendite)\b", re.IGNORECASE)

MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)\.?"
)
DAY = (
    rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th|\.)?(?: of)? {MONTHS}(?:,? (?:19|20)[0-9]{{2}})?"
    rf"|{MONTHS} [0-9]{{1,2}}(?:st|nd|rd|th)?(?:, (?:19|20)[0-9]{{2}})?"
    r"|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\.[0-9]{1,2}\.(?:19|20)[0-9]{2})"
)
AS_OF = Pattern(
    rf"\b(?:as of|as at|at|to|on|by|ended|ending|until|per|zum|am|bis)(?: the)? {DAY}"
    rf"|\b(?:at|of) (?:the )?(?:end of|close of) (?:{MONTHS}|(?:19|20)[0-9]{{2}}|Q[1-4]|H[12]"
    rf"|the (?:quarter|half|year|period))"
    r"|\b(?:quarter|half-year|year|month|period)[- ]end\b|\bend[- ](?:June|December|March|September)\b",
    re.IGNORECASE,
)
"""Words that say of which day a figure is."""

INDEX = Pattern(
    r"\b(?:S&P|MSCI|FTSE|Nasdaq|NASDAQ|Dow Jones|Russell [0-9]+|DAX|STOXX|Stoxx|ASX|Nikkei|TOPIX|HFRI|HFRX"
    r"|Cambridge Associates|Burgiss|Wilshire|CAC 40|SMI|TSX|Bloomberg Aggregate|Preqin|PitchBook)\b"
    r"|\b(?!The |This |Our |An )[A-Z][\w&]+(?: [A-Z0-9][\w&]*)* (?:Composite )?(?:Index|Benchmark)\b"
)
"""Indices and peer groups by name."""


def performance_claims(text: str) -> Iterator[re.Match[str]]:
    """What in a sentence says how well a fund or an investment did, with its number."""
    if DEFINITION.search(text) or HURDLE.search(text):
        return
    for match in CLAIM.finditer(text):
        before = text[max(0, match.start() - 25) : match.end()]
        if "multiple of" not in match[0] or not _OTHER_MULTIPLE.search(before):
            yield match
    yield from FUND_RETURN.finditer(text)


def is_labelled(text: str) -> bool:
    """Whether a text says gross or net of a return."""
    return bool(GROSS.search(text) or NET.search(text))
