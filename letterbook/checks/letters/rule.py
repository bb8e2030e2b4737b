"""The shape of a rule of letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, TypeAlias

from letterbook.checks.check import Finder, Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.profile import Profile, Severities
from letterbook.finding import Finding, Severity
from letterbook.record import named_record

if TYPE_CHECKING:
    from letterbook.writers.word.opened.word_file import WordFile

WordFinder: TypeAlias = Callable[["WordFile"], Iterator[Found]]

ENGLISH = ("en",)
ENGLISH_AND_GERMAN = ("en", "de")


@named_record
class Rule:
    """What is asked of a letter: by its id, in a sentence, why, on whose word, and what to do about it.

    `fires` and `silent` are passages in Markdown, one that the rule finds and one that it leaves alone; both
    are empty where it is more than words that decide. `languages` are those whose words it knows, empty for
    a rule that reads none: in others it says nothing. `needs` are words in small letters without one of
    which, anywhere in the author's sentences, it has nothing to find and is not run. `replaces` names checks
    of all editions that say the same less strictly. A rule with `find_in_word` looks at a Word file instead
    of an edition; `find_besides` has what is asked in single profiles only.
    """

    id: str
    about: str
    why: str
    source: str
    advice: str
    severities: Severities
    find: Finder | None = None
    find_in_word: WordFinder | None = None
    find_besides: Mapping[Profile, Finder] = field(default_factory=dict)
    fires: str = ""
    silent: str = ""
    languages: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()

    def speaks(self, language: str) -> bool:
        """Whether the rule knows the words of `language`, a code such as `en-GB`."""
        return not self.languages or language.partition("-")[0].casefold() in self.languages


def run_rule(rule: Rule, edition: CheckedEdition, profile: Profile) -> tuple[Finding, ...]:
    """What `rule` finds in an edition that is read as `profile` asks."""
    severity = rule.severities.within(profile)
    if severity is None or rule.find is None or not rule.speaks(edition.draft.metadata.language):
        return ()
    if rule.needs and not edition.says_any(rule.needs):
        return ()
    besides = rule.find_besides.get(profile)
    found = (*rule.find(edition), *(besides(edition) if besides else ()))
    return tuple(_finding(rule, severity, each) for each in found)


def run_word_rule(rule: Rule, file: WordFile, profile: Profile) -> tuple[Finding, ...]:
    """What `rule` finds in a Word file that is read as `profile` asks."""
    severity = rule.severities.within(profile)
    if severity is None or rule.find_in_word is None:
        return ()
    return tuple(_finding(rule, severity, found) for found in rule.find_in_word(file))


def _finding(rule: Rule, severity: Severity, found: Found) -> Finding:
    return Finding(rule.id, severity, found.message, found.hint or rule.advice, found.place)
