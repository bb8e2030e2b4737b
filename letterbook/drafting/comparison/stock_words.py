"""Sentences that are the same in every letter, and are meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from letterbook.checks.letters.sentences import sentences
from letterbook.checks.letters.standing_text import REQUIREMENTS
from letterbook.draft import Block
from letterbook.drafting.comparison.printed_letter import plain
from letterbook.drafting.sections.disclosures import read_disclosures
from letterbook.drafting.sections.fund.terms import built_in_terms, read_glossary
from letterbook.errors import LetterbookError
from letterbook.markup.text import plain_text
from letterbook.markup.tree import child_inlines, iter_blocks

_SALUTATION = re.compile(
    r"(?:dear|hi|hello|good (?:morning|afternoon|day)|to (?:all|our|the)|liebe[rs]?|sehr geehrte[rsn]?|hallo"
    r"|guten (?:tag|morgen)|chers?|chères?|estimad[oa]s?|beste|geachte)\b[^.!?]{0,120}[,:!]?",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"(?:yours|(?:kind|best|warm|with (?:kind|best|warm|many|our)|many)\b.{0,20}(?:regards|wishes|thanks)"
    r"|sincerely|mit (?:freundlichen|herzlichen|besten)|herzliche? gr|freundliche gr|cordialement"
    r"|atentamente|met vriendelijke)\b.{0,60}",
    re.IGNORECASE,
)


def is_greeting(text: str) -> bool:
    """Whether a paragraph is only a salutation or a sign-off."""
    return bool(_SALUTATION.fullmatch(text) or _SIGN_OFF.fullmatch(text))


def is_disclosure(sentence: str) -> bool:
    """Whether a sentence is one by which a disclosure is known."""
    return any(each.words.search(sentence) for each in REQUIREMENTS.values())


def standing_sentences(root: Path, language: str) -> frozenset[str]:
    """The sentences of the disclosures and glossaries that letters of the workspace in `root` print.

    Those of a broken file are left out.
    """
    blocks = [block for term in built_in_terms(language.partition("-")[0]) for block in term.meaning]
    with suppress(LetterbookError):
        blocks += (block for each in read_disclosures(root, language) for block in each.blocks)
    with suppress(LetterbookError):
        blocks += (block for term in read_glossary(root, language) for block in term.meaning)
    return frozenset(_sentences(blocks))


def _sentences(blocks: Iterable[Block]) -> Iterable[str]:
    for block in iter_blocks(blocks):
        for inlines in child_inlines(block):
            text = plain(plain_text(inlines))
            yield from (text[start:end].strip() for start, end in sentences(text))
