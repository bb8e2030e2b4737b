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
    r"(?:Fund (?:[IVX]+|[0-9]+)|(?:new|next|second|third|fourth|fifth|sixth|successor|follow-on|opportunity"
    r"|opportunities|growth) fund)"
)
IN_MARKET = Pattern(
    rf"\b(?:[Rr]aising|to raise|will raise|[Ll]aunching|to launch|will launch|[Ff]und-?raising for"
    rf"|[Mm]arketing|in the market with|[Oo]ffering) "
    rf"(?:[\w’'-]+ ){{0,4}}?{_FUND}\b(?! (?:of|from))"
    rf"|\b(?:invest|investing|participate|commit|commitments?|subscribe|subscriptions?) (?:in|to|into"
    rf"|for) (?:[\w’'-]+ ){{0,2}}?{_FUND}\b"
    rf"|\b{_FUND} (?:is|will be|opens|is now) (?:open|opening|raising|in the market|accepting)\b"
    rf"|\b{_FUND} (?:launches|opens|(?:will|is to|is expected to) (?:hold|have|launch|open|close on|reach)"
    r" (?:its |a |the )?(?:first|final|in|for|next))\b"
    rf"|\b(?:will|expect to|plan to|intend to|hope to) (?:hold|have|reach) (?:a |the |our )?(?:first"
    rf"|second|final) close (?:of|for|on) (?:our |the )?{_FUND}\b"
    r"|\b(?:[Tt]he|[Oo]ur) (?:[Ff]und|[Pp]artnership|[Ss]trategy) (?:is|remains|will be|has)(?: now| again"
    r"| still| once more)?"
    r" (?:re-?)?open(?:ed)? (?:to|for) (?:(?:new|additional|further|more) )?(?:capital|investors|investments?"
    r"|subscriptions|money|commitments)\b"
    r"|\b(?:[Tt]he|[Oo]ur) (?:[Ff]und|[Pp]artnership|[Ss]trategy) (?:is )?(?:now )?accept(?:s|ing) "
    r"(?:(?:new|additional|further|monthly|quarterly) )*(?:capital|investors|subscriptions|money"
    rf"|commitments)\b|\b(?:room|space|capacity|allocations?) (?:left )?in {_FUND}\b"
    rf"|\b(?:come|go|return|be back) (?:back )?to (?:the )?market with (?:a |our |the )?{_FUND}\b"
    rf"|\bjoin(?:ing)? (?:us )?(?:in )?(?:our |the )?{_FUND}\b"
    r"|\bif you (?:would|['’]d) like to (?:add to|increase) your (?:investment|commitment|holding)\b"
)
"""Words that offer a fund in which one could still invest."""
_OF_OTHERS = Pattern(r"\b(?:its|their|his|her|an?)\b")
_OURS = Pattern(
    r"\b(?:we (?!hear|read|learn|understand|note|believe|know|gather)|we['’](?:re|ll|ve)|our|us)\b",
    re.IGNORECASE,
)
_PAST = Pattern(r"\b(?:last|in|since|when|after) (?:19|20)[0-9]{2}\b")


def offer(text: str) -> re.Match[str] | None:
    """The words of a sentence that offer a fund of ours; that others raise theirs is news."""
    match = IN_MARKET.search(text)
    is_of_others = match and _OF_OTHERS.search(match[0]) and not _OURS.search(text)
    return None if is_of_others else match


def fund_offered(edition: CheckedEdition) -> Iterator[Found]:
    """A letter to investors that others read too, or that offers them another fund: then it is marketing."""
    if edition.audience is Audience.PUBLIC:
        message = "A letter to investors is drafted for everybody."
        yield Found(message, "", edition.places.get("audience", Place(edition.path)))
    for sentence in edition.own_words.sentences:
        match = offer(sentence.text)
        if match and not _PAST.search(sentence.text):
            message = f'"{" ".join(match[0].split())}" offers a fund.'
            yield Found(message, "", sentence.place(match.start()))


_GIPS = r"(?:GIPS®?|Global Investment Performance Standards)"
_COMPLIANCE = Pattern(
    rf"\b{_GIPS}[- ]?(?:\([^)]*\) )?compl(?:iant|iance|ies|y)\b|\bcompl(?:y|ies|iant|ying"
    rf"|iance) with (?:the )?{_GIPS}"
    rf"|\b(?:in accordance|in line|in compliance) with (?:the )?{_GIPS}"
    rf"|\b(?:meets?|met|satisf(?:y|ies)|follows?|fulfils?) (?:the )?{_GIPS}(?: (?:standards|requirements))?"
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
