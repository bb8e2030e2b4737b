"""The rule of listed shares of which a letter says what the fund is about to do with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.pattern import Pattern
from letterbook.checks.letters.recipients.companies import names_in
from letterbook.fund.holdings import Holding
from letterbook.fund.table import column_key

_LISTED = Pattern(
    r"(?<![\w-])(?:listed|quoted|publicly traded|public (?:equity|shares?|company)|börsennotiert\w*)\b",
    re.IGNORECASE,
)
_NOT_LISTED = Pattern(
    r"\b(?:not|un|non|nicht)[- ]?(?:yet )?(?:listed|quoted|publicly|public|börsennotiert)", re.IGNORECASE
)
_BY_PRICE = Pattern(r"\b(?:quoted|market|listed|closing|bid|share) price\b|\bBörsenkurs\b", re.IGNORECASE)
_OF_EXCHANGES = frozenset({"ticker", "isin", "symbol", "exchange"})
_TRADES = r"(?:sell|reduce|exit|trim|buy|add to|increase|dispose of)"
_TRADING = r"(?:selling|reducing|exiting|trimming|buying|adding to|increasing|disposing of)"
_FUND = r"\b(?:[Ww]e|[Tt]he fund|Fund (?:[IVX]+|[0-9]+))\b"
_INTENTION = Pattern(
    rf"{_FUND}[^.;]{{0,25}}?"
    rf"(?:\b(?:intend|plan|expect|aim|want|hope|mean|are going|are about|is about|propose)s? to"
    rf"|(?:['’]ll|\bwill\b))(?: (?:gradually|soon|further|also|then|now))? {_TRADES}\b"
    rf"|{_FUND} (?:have|has) (?:begun|started) (?:to {_TRADES}|{_TRADING})\b"
    rf"|{_FUND} (?:are|is) (?:about to {_TRADES}|{_TRADING})\b"
)
_OBJECT = (
    r"\s+(?:(?:[\w-]+ ){0,2}?of )?(?:(?:our|its|the|more|all|some|further) )?"
    r"(?:(?:[\w-]+ ){0,2}?(?:shares?|stake|position|holding|investment)\b|it\b|them\b|COMPANY)"
)


def trade_announced(edition: CheckedEdition) -> Iterator[Found]:
    """A listed company of the fund, named with what the fund intends to do with its shares."""
    listed = tuple(dict.fromkeys(row.company for row in edition.facts.holdings if _is_listed(row)))
    for sentence in edition.own_words.sentences if listed else ():
        match = _INTENTION.search(sentence.text)
        company = next(names_in(sentence.text, listed), "") if match else ""
        if not match or not company:
            continue
        if re.match(_OBJECT.replace("COMPANY", re.escape(company)), sentence.text[match.end() :]):
            message = f"What the fund intends with the listed shares of {company} is told."
            yield Found(message, "", sentence.place(match.start()))


def _is_listed(row: Holding) -> bool:
    """Whether the data say that its shares are traded: by instrument, method or a ticker."""
    own = {column_key(name): text for name, text in row.other}
    is_said = _LISTED.search(row.instrument) and not _NOT_LISTED.search(row.instrument)
    return bool(
        is_said or _BY_PRICE.search(row.method) or any(own.get(each, "").strip() for each in _OF_EXCHANGES)
    )
