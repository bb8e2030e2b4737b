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
_TRADE = r"(?:sell|reduce|exit|trim|buy|add to|increase|dispose of|place|build|close)"
_INTENTION = Pattern(
    rf"\b(?:[Ww]e|[Tt]he fund|Fund (?:[IVX]+|[0-9]+))\b[^.;]{{0,25}}?"
    rf"(?:\b(?:intend|plan|expect|aim|want|hope|mean|are going|are about|is about|propose)s? to"
    rf"|(?:['’]ll|\bwill\b)(?: be)?)(?: (?:gradually|soon|further|also|then|now))? {_TRADE}\b"
    rf"|\b(?:have|has) (?:begun|started) (?:to )?(?:sell|buy|reduc|trim|add)(?:ing|e)?\b"
    rf"|\b(?:in the course of|about to|preparing to) (?:selling|buying|sell|buy)\b"
)


def trade_announced(edition: CheckedEdition) -> Iterator[Found]:
    """A listed company of the fund, named with what the fund intends to do with its shares."""
    listed = tuple(dict.fromkeys(row.company for row in edition.facts.holdings if _is_listed(row)))
    for sentence in edition.own_words.sentences if listed else ():
        match = _INTENTION.search(sentence.text)
        company = next(names_in(sentence.text, listed), "") if match else ""
        if match and company:
            message = f"What the fund intends with the listed shares of {company} is told."
            yield Found(message, "", sentence.place(match.start()))


def _is_listed(row: Holding) -> bool:
    """Whether the data say that its shares are traded: by instrument, method or a ticker."""
    own = {column_key(name): text for name, text in row.other}
    is_said = _LISTED.search(row.instrument) and not _NOT_LISTED.search(row.instrument)
    return bool(
        is_said or _BY_PRICE.search(row.method) or any(own.get(each, "").strip() for each in _OF_EXCHANGES)
    )
