"""Checks: pure functions over a Draft and its edition, yielding findings."""

from __future__ import annotations

from collections.abc import Collection

from letterbook.checks.check import Check
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.details import date_missing, number_missing, number_used_twice, title_missing
from letterbook.checks.items import commentary_missing, item_placed_twice, item_used_before, item_used_elsewhere
from letterbook.checks.links import picture_remote, private_link, tracking_link
from letterbook.checks.quotations import (
    quotation_altered,
    quotation_untraced,
    takeaway_quoted,
    transcript_unchecked,
)
from letterbook.checks.text import heading_empty, unfinished_text
from letterbook.finding import Finding, Severity

_CHECKS = (
    Check("number-twice", Severity.ERROR, "Another edition has this number.", number_used_twice),
    Check("item-twice", Severity.WARNING, "An item is placed twice.", item_placed_twice),
    Check("private-link", Severity.ERROR, "A link opens for its owner only.", private_link),
    Check("takeaway-quoted", Severity.ERROR, "A machine's summary is quoted.", takeaway_quoted),
    Check("quote-altered", Severity.WARNING, "A quotation differs from its source.", quotation_altered),
    Check(
        "transcript-unchecked", Severity.WARNING, "A quoted transcript is not checked.", transcript_unchecked
    ),
    Check("used-before", Severity.WARNING, "An earlier edition placed the item already.", item_used_before),
    Check("placeholder-text", Severity.WARNING, "Words are still to be written.", unfinished_text),
    Check("heading-empty", Severity.WARNING, "Nothing stands below a heading.", heading_empty),
    Check("tracking-link", Severity.WARNING, "A link tracks who follows it.", tracking_link),
    Check("picture-remote", Severity.WARNING, "A picture lies on the web.", picture_remote),
    Check("number-missing", Severity.WARNING, "The edition has no number.", number_missing),
    Check("date-missing", Severity.WARNING, "The edition has no date.", date_missing),
    Check("title-missing", Severity.WARNING, "The edition has no title.", title_missing),
    Check("commentary-missing", Severity.NOTE, "The edition says nothing about an item.", commentary_missing),
    Check("used-elsewhere", Severity.NOTE, "Another publication placed the item.", item_used_elsewhere),
    Check("quote-untraced", Severity.NOTE, "No item contains a quotation.", quotation_untraced),
)

CHECKS: dict[str, Check] = {check.id: check for check in _CHECKS}
"""Every check by its id. A new one is one function and one line above."""


def run_checks(edition: CheckedEdition, names: Collection[str] = ()) -> tuple[Finding, ...]:
    """What the checks of these `names`, or all checks, find in `edition`."""
    return tuple(
        finding for check in _CHECKS if not names or check.id in names for finding in check.run(edition)
    )
