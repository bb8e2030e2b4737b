"""The table of the rules of letters."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.profile import Profile
from letterbook.checks.letters.rule import Rule, run_rule, run_word_rule
from letterbook.checks.letters.rulebook import (
    benchmarks,
    completeness,
    confidentiality,
    dates,
    disclosures,
    figures,
    performance,
    returns,
    word_files,
    wording,
)
from letterbook.finding import Finding

if TYPE_CHECKING:
    from letterbook.writers.word.opened.word_file import WordFile

RULES: Mapping[str, Rule] = {
    rule.id: rule
    for chapter in (
        *(
            figures,
            returns,
            performance,
            dates,
            benchmarks,
            wording,
            confidentiality,
            disclosures,
            completeness,
            word_files,
        ),
    )
    for rule in chapter.RULES
}
"""Every rule by its id. A new one is a finder, and its entry in a chapter of the rule book."""


@lru_cache(maxsize=16)  # an edition asks twice, a preview again and again
def applied(profile: Profile | None, language: str) -> tuple[Rule, ...]:
    """The rules of a profile that know the words of `language`; none without a profile."""
    if profile is None:
        return ()
    return tuple(rule for rule in RULES.values() if rule.severities.within(profile) and rule.speaks(language))


def run_rules(edition: CheckedEdition, profile: Profile | None) -> tuple[Finding, ...]:
    """What the rules of `profile` find in `edition`; nothing without a profile."""
    if profile is None:
        return ()
    rules = applied(profile, edition.draft.metadata.language)
    return tuple(finding for rule in rules for finding in run_rule(rule, edition, profile))


def run_word_rules(file: WordFile, profile: Profile) -> tuple[Finding, ...]:
    """What the rules of `profile` find in a Word file."""
    return tuple(finding for rule in RULES.values() for finding in run_word_rule(rule, file, profile))
