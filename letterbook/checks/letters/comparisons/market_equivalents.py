"""The rule of public market equivalents: there are several methods, and each needs an index."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.comparisons.known_indices import known_indices
from letterbook.checks.letters.pattern import Pattern
from letterbook.checks.letters.vocabulary import DEFINITION, INDEX

_PME = Pattern(r"\bPME\b\+?|\b[Pp]ublic[- ][Mm]arket[- ][Ee]quivalents?\b|\bDirect Alpha\b")
_METHOD = Pattern(
    r"\b(?:KS|LN|m)-?PME\b|\bPME\+|\bDirect Alpha\b|\bKaplan\b|\bLong (?:and|&|und) Nickels\b"
    r"|\bLong[- ]Nickels\b|\b[Mm]odified (?:PME|[Pp]ublic)\b|\bRouvinez\b|\bCambridge Associates mPME\b"
)
_A_NUMBER = Pattern(r"(?<![\w.,])[0-9]+[.,][0-9]+\s?(?:x|×|%)?|[0-9]\s?(?:x|×|%|bps?\b|basis points)")
_NOT_THE_MEASURE = Pattern(
    r"\b(?:SMEs?|small and medium|petites|above|below|over|under) (?:one|1)\b|\bSMEs?\b"
)


def equivalent_unclear(edition: CheckedEdition) -> Iterator[Found]:
    """A public market equivalent with its number that does not say its method or its index; one a section."""
    has_method = _METHOD.search(edition.text) is not None
    told: set[int] = set()
    for sentence in edition.own_words.sentences:
        match = _PME.search(sentence.text)
        if match is None or sentence.passage.section in told or not _tells_one(sentence.text, match):
            continue
        around = f"{sentence.passage.heading} {sentence.passage.text} {sentence.passage.notes}"
        if missing := _missing(edition, around, has_method=has_method):
            told.add(sentence.passage.section)
            yield Found(f'"{match[0]}" does not say {missing}.', "", sentence.place(match.start()))
    for table in edition.own_words.tables:
        match = _PME.search(table.labels)
        if match is None or not any(_A_NUMBER.search(row.text) for row in table.rows):
            continue
        around = f"{table.heading} {table.text} {table.before} {table.after}"
        if table.section not in told and (missing := _missing(edition, around, has_method=has_method)):
            told.add(table.section)
            yield Found(f'"{match[0]}" in the table does not say {missing}.', "", table.table.place)


def _tells_one(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence has the number of the measure that it names, and is not about what it is."""
    if DEFINITION.search(text) or _NOT_THE_MEASURE.search(text):
        return False
    return bool(
        _A_NUMBER.search(text, match.end(), match.end() + 60) or _A_NUMBER.search(text, 0, match.start())
    )


def _missing(edition: CheckedEdition, around: str, *, has_method: bool) -> str:
    has_index = INDEX.search(around) or any(index.name in around for index in known_indices(edition))
    parts = [
        *(() if has_method else ("by which method it is computed",)),
        *(() if has_index else ("against which index",)),
    ]
    return " and ".join(parts)
