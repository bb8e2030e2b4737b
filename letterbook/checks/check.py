"""The shape of a check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from letterbook.checks.checked_edition import CheckedEdition
from letterbook.finding import Finding, Place, Severity
from letterbook.record import record

Finder: TypeAlias = Callable[[CheckedEdition], Iterator["Found"]]


@record
class Found:
    """What a check found: one sentence, what to do, and where."""

    message: str
    hint: str = ""
    place: Place | None = None


@record
class Check:
    """A check by its stable id, with what it looks for in one sentence and how much it matters.

    One `of_the_file` speaks about what its author wrote or left out, and is not run for a draft
    that has no edition file.
    """

    id: str
    severity: Severity
    about: str
    find: Finder
    of_the_file: bool = False

    def run(self, edition: CheckedEdition) -> tuple[Finding, ...]:
        """The findings of this check."""
        return tuple(
            Finding(self.id, self.severity, found.message, found.hint, found.place)
            for found in self.find(edition)
        )
