"""Rules of what may be said to whom: companies, investors, funds on offer, claims of compliance."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.pattern import Pattern
from letterbook.finding import Place
from letterbook.item import COMPANY, Audience, Item

CLEARED = "yes"


def company_not_cleared(edition: CheckedEdition) -> Iterator[Found]:
    """News of a company that its founders have not cleared, each once, where it is placed first."""
    told: set[str] = set()
    for item, place in _printed_items(edition):
        if item.kind.casefold() == COMPANY and item.signoff != CLEARED and item.name not in told:
            told.add(item.name)
            state = f'says "{item.signoff}"' if item.signoff else "says nothing"
            yield Found(f'"{item.name}" {state} about the sign-off of the company.', "", place)


def _printed_items(edition: CheckedEdition) -> Iterator[tuple[Item, Place]]:
    yield from ((placed.item, placed.place) for placed in edition.placed)
    yield from ((printed.item, printed.place) for printed in edition.highlights)


_FUND = (
    r"(?:Fund (?:[IVX]+|[0-9]+)|(?:new|next|second|third|fourth|successor|follow-on|opportunity"
    r"|growth) fund)"
)
IN_MARKET = Pattern(
    rf"\b(?:raising|to raise|will raise|launching|to launch|will launch|fundraising for|marketing"
    rf"|in the market with|offering) "
    rf"(?:[\w’'-]+ ){{0,4}}?{_FUND}\b(?! (?:of|from))"
    rf"|\b(?:invest|investing|participate|commit|commitments?|subscribe|subscriptions?) (?:in|to|into"
    rf"|for) (?:[\w’'-]+ ){{0,2}}?{_FUND}\b"
    rf"|\b{_FUND} (?:is|will be|opens|is now) (?:open|opening|raising|in the market|accepting)\b"
)
"""Words that offer a fund in which one could still invest."""
_PAST = Pattern(r"\b(?:last|in|since|when|after) (?:19|20)[0-9]{2}\b")


def fund_offered(edition: CheckedEdition) -> Iterator[Found]:
    """A letter to investors that others read too, or that offers them another fund: then it is marketing."""
    if edition.audience is Audience.PUBLIC:
        message = "A letter to investors is drafted for everybody."
        yield Found(message, "", edition.places.get("audience", Place(edition.path)))
    for sentence in edition.own_words.sentences:
        match = IN_MARKET.search(sentence.text)
        if match and not _PAST.search(sentence.text):
            message = f'"{" ".join(match[0].split())}" offers a fund.'
            yield Found(message, "", sentence.place(match.start()))


_GIPS = r"(?:GIPS®?|Global Investment Performance Standards)"
_COMPLIANCE = Pattern(
    rf"\b{_GIPS}[- ]?(?:\([^)]*\) )?compl(?:iant|iance|ies|y)\b|\bcompl(?:y|ies|iant|ying"
    rf"|iance) with (?:the )?{_GIPS}"
    rf"|\b(?:in accordance|in line|in compliance) with (?:the )?{_GIPS}"
)
_DENIED = Pattern(r"\b(?:not|no|never|neither|nor|without|n['’]t)\b", re.IGNORECASE)
_OF_FIRM = Pattern(
    r"\b(?:firm|manager|adviser|company|we|[A-Z]\w+ (?:Ventures|Capital|Partners)) claims? compliance\b",
    re.IGNORECASE,
)


def gips_claimed(edition: CheckedEdition) -> Iterator[Found]:
    """Compliance with the GIPS standards, claimed for a fund or a letter: only a firm can claim it."""
    for sentence in edition.own_words.sentences:
        match = _COMPLIANCE.search(sentence.text)
        if match and not _DENIED.search(sentence.text) and not _OF_FIRM.search(sentence.text):
            message = f'"{match[0]}" is claimed for something that is no firm.'
            yield Found(message, "", sentence.place(match.start()))
