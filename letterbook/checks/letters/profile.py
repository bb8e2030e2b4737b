"""Profiles: what a text is, and so how strictly it is read."""

from __future__ import annotations

from enum import StrEnum

from letterbook.finding import Severity
from letterbook.record import record


class Profile(StrEnum):
    """What a text is to those who read it."""

    LP_LETTER = "lp-letter"
    MARKETING = "marketing"
    STARTUP_UPDATE = "startup-update"
    PUBLIC_NEWSLETTER = "public-newsletter"


ABOUT = {
    Profile.LP_LETTER: "a fund's letter to those who have invested in it",
    Profile.MARKETING: "what a fund sends to those who might invest",
    Profile.STARTUP_UPDATE: "a company's update to its investors",
    Profile.PUBLIC_NEWSLETTER: "a newsletter for everybody",
}


@record
class Severities:
    """How much what a rule finds matters in each profile; None where the rule is not applied."""

    lp_letter: Severity | None = None
    marketing: Severity | None = None
    startup_update: Severity | None = None
    public_newsletter: Severity | None = None

    def within(self, profile: Profile) -> Severity | None:
        """The severity in `profile`, or None."""
        severity: Severity | None = getattr(self, profile.name.lower())
        return severity
