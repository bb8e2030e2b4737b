"""A letter of a few paragraphs, read by one rule."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.profile import Profile
from letterbook.checks.letters.rule import run_rule
from letterbook.checks.letters.rules import RULES
from letterbook.draft import Draft, Metadata
from letterbook.fund.recipient_names import recipient_names
from letterbook.item import Audience
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from tests.checks.letters.funds import fund_in

FILE = "editions/Letter 2026 H1.md"
USUAL = {
    "name": "Letter 2026 H1",
    "path": FILE,
    "publication": "letters",
    "number": "2026 H1",
    "date": date(2026, 7, 20),
    "as_of": date(2026, 6, 30),
    "audience": Audience.INVESTORS,
}
DATA = Path(__file__).resolve().parents[2] / "data" / "checks"


def letter(markdown="Text.", language="en", **details):
    """An edition whose draft says `markdown`."""
    blocks = parse_blocks(markdown, dialect=Dialect.DRAFT, file=FILE, document=True)
    return CheckedEdition(draft=Draft(blocks, Metadata(language=language)), **{**USUAL, **details})


def first_profile(rule):
    """The first profile in which a rule is applied."""
    return next(profile for profile in Profile if rule.severities.within(profile))


def lines_of(folder):
    """The lines of the files in a folder of `tests/data/checks`, each with the rule that its file names."""
    paths = sorted((DATA / folder).glob("*.txt"))
    return [(path.stem, line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def found():
    """Where a rule finds something in a letter, by line, with its messages."""

    def run(rule, markdown="Text.", **details):
        findings = run_rule(RULES[rule], letter(markdown, **details), first_profile(RULES[rule]))
        return [(finding.place.line if finding.place else 0, finding.message) for finding in findings]

    return run


@pytest.fixture
def found_of_fund(found, tmp_path):
    """Where a rule finds something in a letter of the fund of `funds.py`; its tables may be replaced."""

    def run(rule, markdown="Text.", tables=None, **details):
        facts = fund_in(tmp_path, **(tables or {}))
        rows = facts.terms.recipients
        names = recipient_names(rows)
        known = {"recipient_rows": rows, "recipients": names, "read_facts": lambda: facts}
        return found(rule, markdown, **{**known, **details})

    return run
