"""The shape of a rule of letters."""

from __future__ import annotations

from letterbook.checks.check import Finder
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.profile import Profile, Severities
from letterbook.finding import Finding
from letterbook.record import record

ENGLISH = ("en",)
ENGLISH_AND_GERMAN = ("en", "de")


@record(kw_only=True)
class Rule:
    """What is asked of a letter: by its id, in a sentence, why, on whose word, and what to do about it.

    `fires` and `silent` are passages in Markdown, one that the rule finds and one that it leaves alone; both
    are empty where it is more than words that decide. `languages` are those whose words it knows, empty for
    a rule that reads none: in others it says nothing. `replaces` names checks of all editions that say the
    same less strictly.
    """

    id: str
    about: str
    why: str
    source: str
    advice: str
    severities: Severities
    find: Finder
    fires: str = ""
    silent: str = ""
    languages: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()

    def speaks(self, language: str) -> bool:
        """Whether the rule knows the words of `language`, a code such as `en-GB`."""
        return not self.languages or language.partition("-")[0].casefold() in self.languages


def run_rule(rule: Rule, edition: CheckedEdition, profile: Profile) -> tuple[Finding, ...]:
    """What `rule` finds in an edition that is read as `profile` asks."""
    severity = rule.severities.within(profile)
    if severity is None or not rule.speaks(edition.draft.metadata.language):
        return ()
    return tuple(
        Finding(rule.id, severity, found.message, found.hint or rule.advice, found.place)
        for found in rule.find(edition)
    )
