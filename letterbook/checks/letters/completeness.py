"""Rules of what a letter still lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.pattern import Pattern
from letterbook.checks.quotations import quotation_too_long
from letterbook.checks.text import heading_empty, unfinished_text
from letterbook.draft import Heading


def unfinished(edition: CheckedEdition) -> Iterator[Found]:
    """Words that stand for others still to be written, and headings with nothing below them."""
    yield from unfinished_text(edition)
    if edition.path:
        yield from heading_empty(edition)


_ASKS = Pattern(r"\basks?\b|\bhow you can help\b|\bcan you help\b|\bhelp wanted\b", re.IGNORECASE)
_GENERAL = Pattern(
    r"\b(?:intro(?:duction)?s?|help|support|advice|referrals?|feedback|connections?|leads?|hires"
    r"|candidates|customers|partners)\b",
    re.IGNORECASE,
)
_POLITE = Pattern(
    r"\b(?:(?:we(?: would|['’]d| are)? )?(?:love|like|welcome|appreciate|(?:looking|look) for"
    r"|grateful for)|please|any"
    r"|warm|would be (?:great|helpful|appreciated|welcome)|always|still|some|more)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 8


def ask_unspecific(edition: CheckedEdition) -> Iterator[Found]:
    """An ask of a few words that does not say of whom and for what."""
    for passage in edition.own_words.passages:
        is_ask = _ASKS.search(passage.heading) and not isinstance(passage.block, Heading)
        if not is_ask or passage.is_heading:
            continue
        words = passage.text.split()
        polite = sum(len(match[0].split()) for match in _POLITE.finditer(passage.text))
        names = [word for word in words[1:] if word[:1].isupper()]
        has_number = any(character.isdigit() for character in passage.text)
        if (
            len(words) - polite < _FEWEST_WORDS
            and _GENERAL.search(passage.text)
            and not names
            and not has_number
        ):
            yield Found(
                f'"{passage.text.strip()}" does not say who could help with what.', "", passage.place()
            )


def quotation_source_missing(edition: CheckedEdition) -> Iterator[Found]:
    """A quotation from an item that has no source or no date, each item once."""
    told: set[str] = set()
    for printed in edition.highlights:
        item = printed.item
        missing = [name for name, value in (("source", item.source), ("date", item.published)) if not value]
        if missing and item.name not in told:
            told.add(item.name)
            message = f'"{item.name}" is quoted and has no {" and no ".join(missing)}.'
            yield Found(message, "", printed.place)


def quotation_lacking(edition: CheckedEdition) -> Iterator[Found]:
    """A quotation from an item without source or date, and one longer than the house quotes."""
    yield from quotation_source_missing(edition)
    yield from quotation_too_long(edition)
