"""Rules that need the data of a fund: no false alarm in ordinary prose of its letters."""

from __future__ import annotations

import pytest

from letterbook.checks.letters.parts.required_part import RequiredPart
from tests.checks.letters.conftest import lines_of
from tests.checks.letters.funds import HOLDINGS

LINES = lines_of("prose-of-a-fund")
PROMISED = """\
side_letters:
  - lp: LP-0002
    id: esg
    requirement: {section: responsible investment, metric: net IRR, frequency: half-yearly}
"""
TABLES = {
    "S-LOWLIGHT": {"holdings": HOLDINGS.replace("0,16900000", "0,9000000")},
    "C-SIDELETTER": {"side_letters": PROMISED},
}
BELOW = {"C-SIDELETTER": "## Responsible investment\n\nThe net IRR was 12.1%.\n", "S-MISSING": "Text.\n"}
PARTS = {"S-MISSING": (RequiredPart("asks", (), ("asks", "how you can help")),)}


@pytest.mark.parametrize(("name", "line"), LINES)
def test_ordinary_prose_raises_no_false_alarm(found_of_fund, name, line):
    markdown = f"{line}\n\n{BELOW.get(name, '')}"
    assert found_of_fund(name, markdown, tables=TABLES.get(name), required_parts=PARTS.get(name, ())) == []


@pytest.mark.parametrize("name", sorted({name for name, _ in LINES}))
def test_there_are_twenty_lines_for_each_rule(name):
    assert sum(rule == name for rule, _ in LINES) >= 20
