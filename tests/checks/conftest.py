"""An assembled edition of a few blocks, for the checks to look at."""

from __future__ import annotations

from datetime import date

import pytest

from letterbook.checks import run_checks
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.draft import Draft
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect

USUAL = {
    "name": "Tidewatch 7",
    "path": "editions/Tidewatch 7.md",
    "publication": "tidewatch",
    "number": "7",
    "title": "a loaf",
    "date": date(2026, 6, 25),
}


@pytest.fixture
def check():
    """What the checks find in an edition with this Markdown as its draft, and with these details."""

    def findings(markdown="Text.", requested=(), **details):
        blocks = parse_blocks(markdown, dialect=Dialect.DRAFT, file="editions/Tidewatch 7.md")
        edition = CheckedEdition(draft=Draft(blocks), **{**USUAL, **details})
        return [
            (finding.id, finding.place.line if finding.place else 0, finding.message)
            for finding in run_checks(edition, requested)
        ]

    return findings
