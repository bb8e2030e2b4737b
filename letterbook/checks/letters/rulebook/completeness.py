"""The rules of what a letter still lacks."""

from __future__ import annotations

from letterbook.checks.letters.completeness import ask_unspecific, quotation_source_missing, unfinished
from letterbook.checks.letters.profile import Severities
from letterbook.checks.letters.rule import ENGLISH, Rule
from letterbook.finding import Severity

RULES = (
    Rule(
        id="S-EMPTY",
        about="Something is still to be written.",
        why="TODO, TBC, an empty [ ] or a heading with nothing below it were left to be filled in. In a "
        "letter to investors they are "
        "errors; other editions have the warnings `placeholder-text` and `heading-empty` for them.",
        source="practice",
        advice="Write it, or take it out.",
        severities=Severities(Severity.ERROR, Severity.ERROR, Severity.ERROR),
        find=unfinished,
        replaces=("placeholder-text", "heading-empty"),
        fires="Net asset value was TBC.",
        silent="What is left to do? Nothing.",
    ),
    Rule(
        id="S-ASK",
        about="An ask does not say who could help with what.",
        why="Investors answer asks that name a person, a company, a place or a day. Those for "
        "introductions in general are read over.",
        source="guides to investor updates",
        advice="Name who, with what, by when.",
        severities=Severities(startup_update=Severity.NOTE),
        find=ask_unspecific,
        languages=ENGLISH,
        fires="## Asks\n\n- Introductions to customers",
        silent="## Asks\n\n- An introduction to the head of storage at Skerry Power, before October",
    ),
    Rule(
        id="S-QUOTE",
        about="A quotation is from an item without source or date.",
        why="What others said is worth what they are, and when they said it.",
        source="practice",
        advice="Give the item its `source` and `published`.",
        severities=Severities(Severity.WARNING, Severity.WARNING),
        find=quotation_source_missing,
    ),
)
