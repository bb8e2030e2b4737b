"""The rule of measures that a letter uses and its glossary lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.pattern import Pattern
from letterbook.draft import DefinitionList, Heading
from letterbook.finding import Place
from letterbook.markup.text import plain_text
from letterbook.markup.tree import iter_blocks

_GLOSSARY = Pattern(
    r"\bglossary\b|\bterms (?:used|in this)\b|\bdefinitions?\b|\bGlossar\b|\bBegriffe\b", re.IGNORECASE
)
_LONG = {
    "IRR": "internal rate of return",
    "TVPI": "total value to paid-in",
    "DPI": "distributions to paid-in",
    "RVPI": "residual value to paid-in",
    "PIC": "paid-in capital",
    "MOIC": "multiple",
    "NAV": "net asset value",
    "PME": "public market equivalent",
    "ARR": "annual recurring revenue",
    "MRR": "monthly recurring revenue",
    "NRR": "net revenue retention",
    "CAC": "acquisition cost",
    "GMV": "gross merchandise",
    "EBITDA": "earnings before",
}


def term_unexplained(edition: CheckedEdition) -> Iterator[Found]:
    """A measure in the letter's own words that the glossary it prints lacks, each where it stands first."""
    explained = _explained(edition)
    if explained is None:
        return
    for short, long in _LONG.items():
        pattern = re.compile(rf"(?<![\w-])(?:KS-|LN-)?{short}s?(?!\w)")
        if not pattern.search(explained) and not re.search(re.escape(long), explained, re.IGNORECASE):
            yield from (
                Found(f'The glossary does not explain "{short}".', "", place)
                for place in _first_use(edition, pattern)
            )


def _explained(edition: CheckedEdition) -> str | None:
    """What the printed glossary explains: its terms, and all that stands there but in a list of terms."""
    said: list[str] = []
    level, is_there = 0, False
    meanings: set[int] = set()
    for printed in edition.printed:
        block = printed.block
        if isinstance(block, Heading):
            is_start = bool(_GLOSSARY.search(printed.text))
            level = block.level if is_start else 0 if block.level <= level else level
        elif isinstance(block, DefinitionList):
            inner = (each for entry in block.definitions for blocks in entry.meanings for each in blocks)
            meanings |= {id(each) for each in iter_blocks(tuple(inner))}
            said += [plain_text(entry.term) for entry in block.definitions]
            is_there = is_there or bool(level)
        elif level and id(block) not in meanings:
            said.append(printed.text)
            is_there = True
    return "\n".join(said) if is_there else None


def _first_use(edition: CheckedEdition, pattern: re.Pattern[str]) -> Iterator[Place | None]:
    """Where a measure is used first outside of the glossary; nothing where it is not."""
    words = edition.own_words
    for passage in words.passages:
        is_elsewhere = not _GLOSSARY.search(passage.heading)
        if is_elsewhere and (match := pattern.search(passage.text)):
            yield passage.place(match.start())
            return
    for table in words.tables:
        if not _GLOSSARY.search(table.heading) and pattern.search(table.text):
            yield table.table.place
            return
