"""What an import did to the library."""

from __future__ import annotations

from enum import StrEnum

from letterbook.finding import Finding
from letterbook.library.reimport.merge import KeptYours
from letterbook.record import record


class Status(StrEnum):
    """What became of an imported item.

    `deleted`: the person has deleted its file, so it stays away. `skipped`: its file or its record
    cannot be read or changed; a finding says why.
    """

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    DELETED = "deleted"
    SKIPPED = "skipped"


@record
class ReceivedItem:
    """An imported item: its name and file in the library (empty if it has none) and its status."""

    name: str
    path: str
    status: Status


@record
class ImportReport:
    """All items of an import in its order, and what a person should know.

    `away` counts the highlights that the person deleted and that therefore were not added.
    """

    items: tuple[ReceivedItem, ...] = ()
    kept_yours: tuple[KeptYours, ...] = ()
    findings: tuple[Finding, ...] = ()
    away: int = 0

    def count(self, status: Status) -> int:
        """How many items have that status."""
        return sum(item.status is status for item in self.items)

    @property
    def new(self) -> int:
        """How many items are new."""
        return self.count(Status.NEW)

    @property
    def changed(self) -> int:
        """How many items' files were changed."""
        return self.count(Status.CHANGED)

    @property
    def deleted(self) -> int:
        """How many items stayed away because the person deleted their files."""
        return self.count(Status.DELETED)

    @property
    def unchanged(self) -> int:
        """How many items' files say all of it already."""
        return self.count(Status.UNCHANGED)
