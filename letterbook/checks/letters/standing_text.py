"""Rules of the disclosures that a text needs for what it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.confidentiality import offer
from letterbook.checks.letters.own_words import OwnWords
from letterbook.checks.letters.pattern import Pattern
from letterbook.checks.letters.returns import hypothetical
from letterbook.checks.letters.vocabulary import (
    A_NUMBER,
    INDEX,
    METRIC,
    OF_THE_FUND,
    VALUE_OF_FUND,
    performance_claims,
)
from letterbook.checks.letters.wording import looks_forward
from letterbook.finding import Place
from letterbook.item import COMPANY
from letterbook.record import record

Trigger: TypeAlias = Callable[[CheckedEdition], Place | None]


@record
class Requirement:
    """A disclosure that is asked for: the `name` of its file, when, and the `words` by which one knows it."""

    name: str
    reason: str
    words: Pattern
    trigger: Trigger


def disclosure_missing(edition: CheckedEdition, name: str) -> Iterator[Found]:
    """The first place that needs the disclosure `name`, where none is printed."""
    requirement = REQUIREMENTS[name]
    if requirement.words.search(edition.text) or _is_covered(requirement, edition):
        return
    if place := requirement.trigger(edition):
        message = f"{requirement.reason}, and no disclosure says so."
        yield Found(message, "", place)


def needed_disclosures(edition: CheckedEdition) -> tuple[str, ...]:
    """The names of the disclosures that what `edition` says asks for."""
    return tuple(name for name, each in REQUIREMENTS.items() if each.trigger(edition))


def _is_covered(requirement: Requirement, edition: CheckedEdition) -> bool:
    return any(requirement.name in (text.name, *text.covers) for text in edition.standing_texts)


def _first_claim(edition: CheckedEdition) -> Place | None:
    """Where a performance figure stands first, in a sentence or else in a table."""
    words = edition.own_words
    for sentence in words.sentences:
        if claim := next(performance_claims(sentence.text), None):
            return sentence.place(claim.start())
    return _first_table(words, METRIC)


def _first_table(words: OwnWords, pattern: str) -> Place | None:
    for table in words.tables:
        if re.search(pattern, table.labels) and any(re.search(r"[0-9]", row.text) for row in table.rows):
            return table.table.place
    return None


_VALUE = (
    r"\bNAV\b|\b[Nn]et asset value\b|\b[Ff]air values?\b|"
    r"\bTVPI\b|\bRVPI\b|\b[Uu]nreali[sz]ed value\b|\b[Cc]arrying value\b|\bNettoinventarwert|\bZeitwert"
)
_HELD_AT = Pattern(
    r"\b(?:(?:[Ww]e|[Tt]he fund) (?:still |now )?(?:carry|carries|hold|holds|mark|marks|value"
    r"|values) (?:[\w’'-]+ ){1,3}?"
    r"|(?:\b(?!The\b|It\b|This\b|He\b|She\b)[A-Z][\w-]+|\b(?:[Tt]he|[Oo]ur) (?:company|holding|position|stake"
    r"|investment)) (?:is|are|was|were) (?:now |still |conservatively )?(?:valued|carried|marked"
    r"|held) )at (?:about )?[$€£A-Z]{1,3}\s?[0-9]",
)
_IN_A_ROUND = Pattern(
    r"\b(?:rounds?|raised|raising|led by|series|takeover|acquisition|bid|offer)\b", re.IGNORECASE
)
"""What an investment is carried at; a price that others paid is no valuation of ours."""
_AUDITED = Pattern(r"(?<!un)\baudited\b", re.IGNORECASE)


def _first_valuation(edition: CheckedEdition) -> Place | None:
    words = edition.own_words
    for sentence in words.sentences:
        match = re.search(rf"(?:{_VALUE})[^.;]{{0,60}}?[0-9]|[0-9][^.;]{{0,40}}?(?:{_VALUE})", sentence.text)
        if match is None and not _IN_A_ROUND.search(sentence.text):
            match = _HELD_AT.search(sentence.text)
        if match and not _AUDITED.search(sentence.text):
            return sentence.place(match.start())
    return _first_table(words, _VALUE)


def _first_forward(edition: CheckedEdition) -> Place | None:
    for sentence in edition.own_words.sentences:
        if match := looks_forward(sentence):
            return sentence.place(match.start())
    return None


def _first_index(edition: CheckedEdition) -> Place | None:
    for sentence in edition.own_words.sentences:
        match = INDEX.search(sentence.text)
        around = sentence.passage.text
        is_beside_fund = OF_THE_FUND.search(around) or any(True for _ in performance_claims(around))
        if match and A_NUMBER.search(sentence.text) and is_beside_fund:
            return sentence.place(match.start())
    return _first_table(edition.own_words, INDEX.pattern)


def _first_hypothetical(edition: CheckedEdition) -> Place | None:
    for sentence in edition.own_words.sentences:
        if match := hypothetical(sentence.text):
            return sentence.place(match.start())
    return None


def _first_confidence(edition: CheckedEdition) -> Place | None:
    """News of a company the firm has invested in, else a figure of the fund."""
    companies = (each.place for each in edition.placed if each.item.kind.casefold() == COMPANY)
    values = (
        sentence.place(match.start())
        for sentence in edition.own_words.sentences
        if (match := VALUE_OF_FUND.search(sentence.text))
    )
    return next(companies, None) or _first_claim(edition) or next(values, None)


def _first_offer(edition: CheckedEdition) -> Place | None:
    for sentence in edition.own_words.sentences:
        if match := offer(sentence.text):
            return sentence.place(match.start())
    return None


def _words(pattern: str) -> Pattern:
    return Pattern(pattern, re.IGNORECASE)


REQUIREMENTS = {
    each.name: each
    for each in (
        Requirement(
            "past-performance",
            "A performance figure is told",
            _words(
                r"\bpast (?:performance|results)\b|\bhistorical performance is (?:no|not)\b"
                r"|\bWertentwicklung(?:en)? (?:in|aus) der Vergangenheit\b|\bfrühere Wertentwicklung"
            ),
            _first_claim,
        ),
        Requirement(
            "forward-looking",
            "Results are spoken of that are still to come",
            _words(
                r"\bforward[- ]looking\b|\bactual (?:results|outcomes|performance|events) (?:may|might"
                r"|could|can)\b|\bzukunftsgerichtet"
            ),
            _first_forward,
        ),
        Requirement(
            "benchmark",
            "An index is used as a measure",
            _words(
                r"\b(?:index|indices|indexes|benchmarks?)\b[^.]{0,80}\b(?:unmanaged|not (?:be )?invest"
                r"|cannot|no fees|not reflect|not comparable|differ)"
                r"|\b(?:is|are) unmanaged\b|\bcannot be invested in\b"
                r"|\bnot (?:possible to )?invest directly in\b"
                r"|\bIndex\b[^.]{0,80}\bnicht (?:investierbar|direkt)"
            ),
            _first_index,
        ),
        Requirement(
            "unaudited",
            "A valuation is told that does not say it is audited",
            _words(
                r"\bunaudited\b|\bnot (?:yet )?(?:been )?audited\b|\bungeprüft|\bnicht geprüft|\baudited by\b"
            ),
            _first_valuation,
        ),
        Requirement(
            "hypothetical",
            "A return is told that nobody has earned",
            _words(
                r"\bhypothetical (?:performance|returns|results)\b[^.]*\b(?:no|not|limit|may|inherent)\b"
                r"|\bno assurance\b|\bnot a guarantee\b"
            ),
            _first_hypothetical,
        ),
        Requirement(
            "confidentiality",
            "A company or the fund is spoken of in confidence",
            _words(r"\bconfiden(?:tial|ce)\b|\bvertraulich"),
            _first_confidence,
        ),
        Requirement(
            "offer",
            "A fund is offered",
            _words(
                r"\b(?:not|nor|neither) (?:\w+ ){0,3}?(?:an )?(?:offer|solicitation)\b"
                r"|\bnot constitute an offer\b|\bkein Angebot\b"
            ),
            _first_offer,
        ),
    )
}
"""The disclosures that letterbook knows when to ask for, by the names of their files."""
