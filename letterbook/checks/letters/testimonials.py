"""The rule of praise for the manager in the words of founders, investors and clients."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.pattern import Pattern
from letterbook.draft import Heading, Paragraph, Quote
from letterbook.finding import Place
from letterbook.item import COMPANY
from letterbook.markup.text import plain_text

_QUOTED = re.compile(r"“([^“”]{12,})”|„([^„“”]{12,})[“”]|\"([^\"]{12,})\"|«([^«»]{12,})»")
_OPEN_QUOTE = re.compile(r"[“„][^”]*$")
_PRAISE = (
    r"(?:best|greatest|finest|most (?:helpful|supportive|thoughtful|valuable|responsive|committed|useful)"
    r"|fantastic|incredible|amazing|outstanding|exceptional|extraordinary|invaluable|brilliant|wonderful"
    r"|superb|world[- ]class|second to none|better|highly recommend|without (?:them|you)"
    r"|beste[nrs]?|großartig\w*|hervorragend\w*|fantastisch\w*|hilfreichste[nrs]?|unersetzlich\w*"
    r"|wertvollste[nrs]?)"
)
_MANAGER = (
    r"(?:investors?|backers?|VCs?|board (?:members?|directors?|partners?)|fund managers?|general partners?"
    r"|managers?|venture (?:firm|fund|partner)s?|Investor(?:en|in|innen)?|Geldgeber\w*|Fondsmanager\w*)"
)
_HOUSE = (
    r"(?:funds?|firm|team|support|advice|help|letters?|reporting|backing|guidance|partners?|Fonds|Rat|Hilfe)"
)
_PRAISED = Pattern(
    rf"\b(?:you|they|these|those|it|ihr|Sie)\b[^.!?;]{{0,25}}?\b{_PRAISE}\b[^.!?;]{{0,25}}?\b{_MANAGER}\b"
    rf"|\b{_PRAISE}\b (?:[\w-]+ ){{0,3}}?{_MANAGER}\b[^.!?;]{{0,30}}?\b(?:we|I|us|our|ever|could|wir|uns)\b"
    rf"|\b(?:our|my|unsere?n?)\b (?:[\w-]+ ){{0,3}}?{_MANAGER}\b[^.!?;]{{0,40}}?"
    rf"\b(?:are|is|were|was|have been|has been|sind|waren)\b[^.!?;]{{0,20}}?\b{_PRAISE}\b"
    rf"|\b(?:your|eu(?:er|re)|ihr(?:e)?) {_HOUSE}\b[^.!?;]{{0,40}}?\b{_PRAISE}\b"
    rf"|\b{_PRAISE}\b[^.!?;]{{0,40}}?\b(?:your|eu(?:er|re)) {_HOUSE}\b"
    r"|\b(?:nobody|no one|no other \w+|few) [^.!?;]{0,40}?\b(?:as you(?: do| are| did)?|like you|than you)\b"
    r"|\b(?:choose|pick|work with|invest with|back|go with) (?:you|them|[A-Z]\w+(?: [A-Z]\w+)*) again\b"
    r"|\b(?:could|would) not have (?:done|built|made|got|survived)[^.!?;]{0,30}? without (?:you|them|your)\b"
    r"|\b(?:recommend|trust) (?:you|them) (?:to|with)\b",
    re.IGNORECASE,
)
"""Praise of somebody who is meant, not of investors in general."""
_PRAISED_NAME = Pattern(
    rf"\s*(?:the |an? |die |der )?{_PRAISE}\b (?:[\w-]+ ){{0,3}}?{_MANAGER}\b", re.IGNORECASE
)
_WE_ARE = re.compile(r"\b(?:we (?:are|were)|call(?:s|ed)? us|named us|us as|us)[\s,:]*$", re.IGNORECASE)
_ANY_PRAISE = Pattern(rf"\b{_PRAISE}\b", re.IGNORECASE)
_SPEAKER = Pattern(
    r"\b(?:co-?founders?|founders?|CEO|CTO|COO|chief executive|entrepreneurs?|limited partners?|LPs?"
    r"|investors?|clients?|Gründer\w*|Geschäftsführer\w*|Anleger\w*|Investor\w*|Mandant\w*)\b"
)
_ABOUT_US = Pattern(
    r"\b(?:says?|said|writes?|wrote|told|put it|recalls?)\b[^.!?;“”]{0,60}?\b(?:about|of) (?:us\b"
    r"|our (?:team|firm|fund|work|support)\b)"
)
_FAULT = Pattern(
    r"\b(?:not|never|n['’]t|slow|late|hard|worse|worst|wrong|bad|lucky|less|too|difficult|annoying|tough"
    r"|should|nothing|sometimes|strange|odd|small|new)\b",
    re.IGNORECASE,
)
"""Words that introduce what somebody says about the manager, and those by which it is no praise."""
_US = Pattern(r"\b(?:us|our|ours|we|uns|unser\w*|wir)\b", re.IGNORECASE)
_TO_YOU = Pattern(r"\b(?:you (?:are|were|have been)|ihr (?:seid|wart)|Sie (?:sind|waren))\b", re.IGNORECASE)
_SIGNED = re.compile(r"[—–-] [^.!?]{3,80}$")
"""Who speaks, on the last line of a quotation."""
_LEGAL = frozenset(
    {"ventures", "capital", "partners", "management", "advisers", "advisors", "gmbh", "llp", "llc", "ltd"}
)
_SHORTEST_NAME = 4
_BEGINNING = 8


def testimonial(edition: CheckedEdition) -> Iterator[Found]:
    """A founder's, an investor's or a client's praise of the manager, quoted in a line or as a block."""
    names = tuple(_names(edition))
    curated = _curated_places(edition)
    before = ""
    for printed in edition.printed:
        block = printed.block
        if isinstance(block, Quote):
            said = " ".join(plain_text(block.blocks).split())
            signed = _SIGNED.search(said)
            context = f"{before} {signed[0] if signed else ''} — {plain_text(block.attribution)}".rstrip(" —")
            is_curated = block.place is not None and (block.place.file, block.place.line) in curated
            if not is_curated and _is_testimonial(said, context, names):
                yield _found(said, block.place)
        elif not printed.quoted and not isinstance(block, Heading):
            yield from _in_line(printed.text, block.place, names)
        if isinstance(block, (Paragraph, Heading)) and not printed.quoted:
            before = printed.text


def _in_line(text: str, place: Place | None, names: tuple[str, ...]) -> Iterator[Found]:
    """The praise between the quotation marks of a paragraph; one within another is somebody else's."""
    for match in _QUOTED.finditer(text):
        said = next(group for group in match.groups() if group is not None)
        before, after = text[: match.start()], text[match.end() :]
        is_ours = _PRAISED_NAME.match(said) and _WE_ARE.search(before) and _SPEAKER.search(before)
        if not _OPEN_QUOTE.search(before) and (is_ours or _is_testimonial(said, f"{before} {after}", names)):
            yield _found(said, place)


def _found(said: str, place: Place | None) -> Found:
    words = said.split()
    beginning = " ".join(words[:_BEGINNING]) + (" …" if len(words) > _BEGINNING else "")
    return Found(f'"{beginning}" is praise of the manager in the words of others.', "", place)


def _is_testimonial(said: str, context: str, names: tuple[str, ...]) -> bool:
    """Whether words praise the manager, by name or as investor, and their context says who speaks to us."""
    if not _SPEAKER.search(context):
        return False
    if any(name in said for name in names) and _ANY_PRAISE.search(said):
        return True
    around = _QUOTED.sub(" ", context)
    if _ABOUT_US.search(around) and not _FAULT.search(said):
        return True
    return bool(
        _PRAISED.search(said) and (_US.search(around) or _SIGNED.search(context) or _TO_YOU.search(said))
    )


def _names(edition: CheckedEdition) -> Iterator[str]:
    """What the manager is called: in full, and without its legal form."""
    for name in (*edition.facts.managers, edition.draft.metadata.publication):
        short = " ".join(word for word in name.split() if word.casefold().rstrip(".") not in _LEGAL)
        yield from (each for each in (name, short) if len(each) >= _SHORTEST_NAME)


def _curated_places(edition: CheckedEdition) -> set[tuple[str, int]]:
    """Where something is quoted from an item that is no news of a company: it is about others."""
    kinds = {item.name: item.kind.casefold() for item in edition.items}
    own = (printed.place for printed in edition.highlights if printed.item.kind.casefold() != COMPANY)
    traced = (trace.place for trace in edition.traces if trace.item and kinds.get(trace.item) != COMPANY)
    return {(place.file, place.line) for place in (*own, *traced)}
