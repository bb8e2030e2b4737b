"""What a check, a reader or a writer has to say about one place in a file."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from letterbook.record import record


@record
class Place:
    """A place in a file: line and column count from 1; line 0 means the file as a whole.

    `sheet` names one of several sheets of a spreadsheet.
    """

    file: str
    line: int = 0
    column: int = 0
    sheet: str = ""

    @property
    def table(self) -> str:
        """The file, with its sheet where it has several: `fund/fund.xlsx!nav`."""
        return f"{self.file}!{self.sheet}" if self.sheet else self.file

    def __str__(self) -> str:
        parts = [self.table]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


class Severity(StrEnum):
    """How much a finding matters: an error stops a draft from being right, a note only informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@record
class Finding:
    """One observation: a stable id (`item-missing`), a sentence, what to do, and where.

    `allowed` is the reason for which a person has allowed it, if somebody has.
    """

    id: str
    severity: Severity
    message: str
    hint: str = ""
    place: Place | None = None
    allowed: str = ""

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{where}{self.severity}: {self.message}{hint}"


_SEVERITIES = list(Severity)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, each once: the most severe first, then by file, line and column."""
    return tuple(sorted(dict.fromkeys(findings), key=_order))


def _order(finding: Finding) -> tuple[int, str, int, int, str]:
    place = finding.place or Place("")
    return _SEVERITIES.index(finding.severity), place.file, place.line, place.column, finding.id
