"""The figures that a file states, apart from what reads them: most drafts have none."""

from __future__ import annotations

from letterbook.figure import Figure
from letterbook.finding import Finding
from letterbook.record import record


@record
class Figures:
    """The figures of a file in its order; a row that cannot be used is left out, and `findings` say why."""

    file: str
    figures: tuple[Figure, ...]
    findings: tuple[Finding, ...] = ()
