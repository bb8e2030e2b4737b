"""Checks: pure functions over a Draft and its edition, yielding findings."""

from __future__ import annotations

from collections.abc import Collection

from letterbook.checks.anchors import identifier_twice, link_nowhere
from letterbook.checks.characters import character_forbidden
from letterbook.checks.check import Check
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.details import (
    date_missing,
    disclosures_missing,
    number_missing,
    number_used_twice,
    subtitle_missing,
    title_missing,
)
from letterbook.checks.figures import figure_by_hand
from letterbook.checks.items import (
    commentary_missing,
    item_placed_twice,
    item_used_before,
    item_used_elsewhere,
)
from letterbook.checks.letters.profile import Profile
from letterbook.checks.letters.rules import RULES, applied, run_rules
from letterbook.checks.links import picture_remote, private_link, tracking_link
from letterbook.checks.quotations import (
    quotation_altered,
    quotation_confidential,
    quotation_too_long,
    quotation_untraced,
    takeaway_quoted,
    transcript_unchecked,
)
from letterbook.checks.recipients import made_for_recipients, recipient_test_unreadable
from letterbook.checks.structure import (
    attribute_ignored,
    heading_skipped,
    language_unknown,
    part_misplaced,
    picture_undescribed,
    table_headless,
)
from letterbook.checks.text import (
    heading_empty,
    mark_unclosed,
    speaker_label,
    unfinished_text,
)
from letterbook.errors import WrongUse
from letterbook.finding import Finding, Severity
from letterbook.suggestion import did_you_mean
from letterbook.writers.forbidden_characters import CHARACTER_DROPPED

ALWAYS = (
    Check("number-twice", Severity.ERROR, "Another edition has this number.", number_used_twice),
    Check("item-twice", Severity.WARNING, "An item is placed twice.", item_placed_twice),
    Check("private-link", Severity.ERROR, "A link opens for its owner only.", private_link),
    Check("takeaway-quoted", Severity.ERROR, "A machine's summary is quoted.", takeaway_quoted),
    Check(
        "quote-confidential",
        Severity.WARNING,
        "A quotation comes from an item for fewer readers.",
        quotation_confidential,
    ),
    Check("figure-by-hand", Severity.ERROR, "A typed number is marked as a figure.", figure_by_hand),
    Check("quote-altered", Severity.WARNING, "A quotation differs from its source.", quotation_altered),
    Check("quote-long", Severity.WARNING, "A quotation is longer than the house quotes.", quotation_too_long),
    Check(
        "transcript-unchecked", Severity.WARNING, "A quoted transcript is not checked.", transcript_unchecked
    ),
    Check("used-before", Severity.WARNING, "An earlier edition placed the item already.", item_used_before),
    Check("speaker-label", Severity.WARNING, "A machine's label stands for a person.", speaker_label),
    Check("placeholder-text", Severity.WARNING, "Words are still to be written.", unfinished_text),
    Check(CHARACTER_DROPPED, Severity.WARNING, "A control character is in the text.", character_forbidden),
    Check("mark-unclosed", Severity.WARNING, "A remark, a section or a reference never ends.", mark_unclosed),
    Check(
        "heading-empty", Severity.WARNING, "Nothing stands below a heading.", heading_empty, of_the_file=True
    ),
    Check("heading-skipped", Severity.WARNING, "A heading leaves out a level.", heading_skipped),
    Check("picture-undescribed", Severity.WARNING, "Nothing says what a picture shows.", picture_undescribed),
    Check("table-headless", Severity.WARNING, "A table does not name its columns.", table_headless),
    Check("language-unknown", Severity.WARNING, "The language is no code such as en.", language_unknown),
    Check("identifier-twice", Severity.WARNING, "Two parts have the same name.", identifier_twice),
    Check("link-nowhere", Severity.WARNING, "A link leads to no place of the draft.", link_nowhere),
    Check("attribute-ignored", Severity.WARNING, "A table cannot be what it is told.", attribute_ignored),
    Check("part-misplaced", Severity.WARNING, "A landscape or column part has no effect.", part_misplaced),
    Check(
        "recipient-test",
        Severity.ERROR,
        "A passage for some recipients does not say for whom.",
        recipient_test_unreadable,
    ),
    Check("tracking-link", Severity.WARNING, "A link tracks who follows it.", tracking_link),
    Check("picture-remote", Severity.WARNING, "A picture lies on the web.", picture_remote),
    Check("number-missing", Severity.WARNING, "The edition has no number.", number_missing, of_the_file=True),
    Check("date-missing", Severity.WARNING, "The edition has no date.", date_missing, of_the_file=True),
    Check("title-missing", Severity.WARNING, "The edition has no title.", title_missing, of_the_file=True),
    Check(
        "commentary-missing",
        Severity.NOTE,
        "The edition says nothing about an item.",
        commentary_missing,
        of_the_file=True,
    ),
    Check("used-elsewhere", Severity.NOTE, "Another publication placed the item.", item_used_elsewhere),
    Check("quote-untraced", Severity.NOTE, "No item contains a quotation.", quotation_untraced),
    Check("for-recipients", Severity.NOTE, "Each recipient gets a copy of their own.", made_for_recipients),
)
"""Checks that every edition goes through."""

ON_REQUEST = (
    Check(
        "subtitle-missing",
        Severity.WARNING,
        "The edition has no subtitle.",
        subtitle_missing,
        of_the_file=True,
    ),
    Check(
        "disclosures-missing",
        Severity.WARNING,
        "A letter prints no disclosures.",
        disclosures_missing,
        of_the_file=True,
    ),
)
"""Checks that an edition template asks for in its `checks`."""

CHECKS: dict[str, Check] = {check.id: check for check in (*ALWAYS, *ON_REQUEST)}
"""Every check by its id. A new one is one function and one line above."""


KNOWN = frozenset((*CHECKS, *RULES))
"""The ids of all checks and rules."""


def checks_of(requested: Collection[str], profile: Profile | None, language: str) -> tuple[Check, ...]:
    """The checks that always run and those `requested`, without those that a rule of `profile` replaces."""
    replaced = {name for rule in applied(profile, language) for name in rule.replaces}
    wanted = (*ALWAYS, *(check for check in ON_REQUEST if check.id in requested))
    return tuple(check for check in wanted if check.id not in replaced)


def run_checks(
    edition: CheckedEdition, requested: Collection[str] = (), profile: Profile | None = None
) -> tuple[Finding, ...]:
    """What the checks that always run, those `requested` and the rules of `profile` find in `edition`.

    Raises WrongUse, with a suggestion, when there is no check of a requested name.
    """
    for name in requested:
        if name not in CHECKS:
            hint = did_you_mean(name, CHECKS) or "docs/reference/checks.md lists them."
            raise WrongUse(f'There is no check "{name}".', hint=hint)
    checks = checks_of(requested, profile, edition.draft.metadata.language)
    found = (
        finding for check in checks if edition.path or not check.of_the_file for finding in check.run(edition)
    )
    return (*found, *run_rules(edition, profile))
