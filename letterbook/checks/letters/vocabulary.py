"""The words of investors' letters that rules look for, as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.checks.letters.pattern import Pattern

NUMBER = (
    r"(?<![\w.,])\(?[-−–+]?[0-9][0-9.,]*\)?\s?"
    r"(?:%|per cent\b|percent\b|percentage points\b|Prozent\b|x\b|×|times\b)"
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
    r"(?:\b(?:[Tt]he|[Oo]ur|[Tt]his) (?:[Ff]und|[Pp]artnership|[Pp]ortfolio|[Ss]trategy|funds|programme)\b"
    r"|\bFund (?:[IVX]+|[0-9]+|One|Two|Three|Zero)\b|\b[Ww]e\b|\b[Yy]our (?:capital|money|investment)\b"
    r"|\b[Dd]er Fonds\b|\b[Uu]nser Fonds\b)"
)
_AUXILIARIES = (
    r"(?:,? (?:has|have|had|is|are|was|were|also|again|therefore|thus|then|since|now|once more|once again"
    r"|itself|ended the \w+|finished the \w+|closed the \w+|hat|haben|wieder|auch))*"
)
_MOVED = (
    r"(?:gained|made|lost|rose|fell|declined|advanced|earned|achieved|delivered|generated|produced|posted"
    r"|recorded|compounded(?: at| by)?|up|down|erzielten?|verlor(?:en)?|gewann(?:en)?|erwirtschafteten?)"
)
_ABOUT = (
    r"(?:,? (?:by|at|a|an|about|nearly|almost|over|roughly|around|some|approximately|just|only|more than"
    r"|another|net|gross|total|annual|return|gain|loss|of|netto|brutto|rund|etwa|eine|Rendite|von|im \w+))*"
)
_GOES_ON = (
    r"(?=\s*(?:$|[.,;:)(—–]|(?:net|gross|netto|brutto|of (?:fees|all|carry|costs)|for|over|during|since"
    r"|after|before"
    r"|against|compared|versus|vs|year|a year|annually|per (?:year|annum)|p\.a|annuali[sz]ed|cumulative"
    r"|and|or|but"
    r"|while|whereas|this|last|so far|to date|through|until|as|when|on the (?:year|quarter|month|half|period)"
    r"|im|seit|nach|vor|in (?!market|volume|share|customers|revenue|sales|price|weight|speed|size|value))\b))"
)
"""What follows the number of a return: no noun of which it would be a part or by which it is more."""
FUND_RETURN = Pattern(
    rf"{_FUNDS}(?:[\s,]+(?!to\b)[\w’'-]+){{0,4}}?\s+(?<!to )return(?:ed"
    rf"|s)?\b(?:\s+[\w’'-]+){{0,3}}?\s+{NUMBER}(?! of\b)"
    rf"|{_FUNDS}{_AUXILIARIES} {_MOVED}{_ABOUT} {NUMBER}{_GOES_ON}"
    rf"|{_FUNDS} (?:now )?(?:stands?|stood|is (?:marked|held|valued)) (?:now )?at {NUMBER}"
    r"|\b(?:[Aa]|[Oo]ur|[Tt]he)(?: (?:total|annual|annualised|annualized|half-year(?:ly)?|quarterly|period"
    r"|net|gross|cumulative|overall))* returns?(?: (?:since|for|in|over) [^.;,%]{1,40}?)? "
    rf"(?:of|was|were|is|are|came to|compares?) (?:\w+ ){{0,2}}{NUMBER}(?! of\b)"
    rf"|\b(?:net|gross) (?:gain|loss) of (?:\w+ )?{NUMBER}(?! of\b)"
    r"|(?:^|\. )(?:(?:[Nn]et|[Gg]ross|[Oo]ur|[Ii]nvestment|[Tt]he fund['’]s|Fund \w+['’]s) )*[Pp]erformance "
    rf"(?:for|in|over) [^.;,%]{{1,40}}? (?:was|came to|of) {NUMBER}"
    rf"|\bRendite\b(?:\s+\w+){{0,5}}?\s+{NUMBER}"
)
"""What says by how much a fund has returned."""

CLAIM = Pattern(
    rf"(?:{METRIC})(?:[^0-9%]{{0,60}}?){NUMBER}|{NUMBER}[^.;0-9]{{0,40}}?(?:{METRIC})"
    rf"|\b(?:net|gross) multiple\b[^.;0-9]{{0,30}}?{NUMBER}"
    rf"|\b(?<!price )(?:(?:cash|exit|realised|realized|investment) )?multiple of (?:about |nearly "
    rf"|over )?{NUMBER}"
)
"""A measure of performance with its number."""

VALUE_OF_FUND = Pattern(
    r"\b(?:NAV|[Nn]et asset value|Nettoinventarwert)\b(?! per )[^.;0-9]{0,40}?[0-9]"
    r"|\b(?:NAV|[Nn]et asset value) per (?:share|unit|interest)\b[^.;0-9]{0,30}?[0-9]"
)
"""What says how much a fund is worth, or a share of it."""
OF_THE_FUND = Pattern(
    r"\b(?:the|our|this|der|unser) (?:fund|partnership|portfolio|strategy|fonds)\b"
    r"|\bF[ou]nds? (?:[IVX]+|[0-9]+)\b|\bour (?:net |gross )?(?:returns?|performance)\b"
    r"|\b(?:we|wir) (?:(?:have|had|haben|also|again) )*(?:returned|gained|lost|made|earned|outperformed"
    r"|underperformed|lagged|rose|fell|compounded|(?:are|were) (?:up|down)|erzielten|verloren)\b",
    re.IGNORECASE,
)
"""What a sentence has that is about the fund and not about companies or a market."""

_OTHER_MULTIPLE = Pattern(
    r"\b(?:revenues?|sales|EBITDA|EBIT|earnings|ARR|valuation|entry|trading|forward|price|deposit|tide)\b",
    re.IGNORECASE,
)
_BEFORE_FEES = r"|\b(?:before|vor) (?:all )?(?:our |its |the )?(?:fees|carry|carried interest|Gebühren)\b"
GROSS = Pattern(rf"\b(?:gross|brutto)(?![- ]?(?:margin|profit|domestic))\w*{_BEFORE_FEES}", re.IGNORECASE)
GROSS_RETURN = Pattern(
    r"\b(?:gross|brutto)\b(?=\s*(?:[0-9(),.;:/|&–-]|$"
    r"|of (?:fees|all|carry|carried|costs)|(?:and|or|und|oder|von)\b"
    r"|(?:[\w-]+ ){0,2}(?:IRRs?|MOIC|TVPI|internal|multiples?|money|returns?|performance|Rendite)\b))"
    + _BEFORE_FEES,
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
SUPPOSED = Pattern(
    r"\b(?:[Ii]f (?:you|somebody|a reader)|[Ss]uppose|[Ii]magine|[Ss]ay a fund|[Aa] fund (?:that|which"
    r"|with))\b"
)
"""What begins an example: it is told of no fund."""
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
    r"\b(?:S&P|MSCI|FTSE|Euro Stoxx|EURO STOXX|Nasdaq|NASDAQ|Dow Jones|Russell [0-9]+|(?:M|S|Tec)?DAX"
    r"|STOXX|Stoxx|ASX|Nikkei|TOPIX|HFRI|HFRX"
    r"|Cambridge Associates|Burgiss|Wilshire|CAC 40|SMI|TSX|Bloomberg Aggregate|Hang Seng|Sensex|IBEX|OMX"
    r"|KOSPI|CSI [0-9]+|Preqin|PitchBook)\b"
    r"|\b(?!The |This |Our |An )[A-Z][\w&]+(?: [A-Z0-9][\w&]*)* (?:Composite )?(?:Index|Benchmark)\b"
)
"""Indices and peer groups by name."""


def performance_claims(text: str) -> Iterator[re.Match[str]]:
    """What in a sentence says how well a fund or an investment did, with its number."""
    if DEFINITION.search(text) or HURDLE.search(text) or SUPPOSED.search(text):
        return
    for match in CLAIM.finditer(text):
        before = text[max(0, match.start() - 25) : match.end()]
        if "multiple of" not in match[0] or not _OTHER_MULTIPLE.search(before):
            yield match
    yield from FUND_RETURN.finditer(text)


def is_labelled(text: str) -> bool:
    """Whether a text says gross or net of a return."""
    return bool(GROSS.search(text) or NET.search(text))
