"""An edition's figures beside those of the edition before it, as the commands see them."""

from __future__ import annotations

import pytest

LETTER = """\
---
publication: letters
number: {number}
date: {date}
title: Letter
---
Dear investors,

At {{{{ edition.as-of }}}} net asset value was {{{{ Fund I NAV }}}}. {more}

{{{{ disclosures }}}}
"""
BEFORE = "At the end of 2025 it was {{ Fund I NAV as-of=2025-12-31 }}."


@pytest.fixture
def letters(letterbook, sample_workspace):
    """Drafts the letter of the half-year before, and gives what is found in this one with another sheet."""

    def found(then="$71.3m", more=BEFORE):
        editions = sample_workspace / "editions"
        earlier = LETTER.format(number="2025 H2", date="2026-01-20", more="")
        (editions / "Letter 2025 H2.md").write_text(earlier, encoding="utf-8")
        assert letterbook("-C", sample_workspace, "draft", "Letter 2025 H2", "--to", "docx").code == 0
        sheet = sample_workspace / "fund" / "figures.csv"
        rows = sheet.read_text(encoding="utf-8").replace("71300000,", f"{then[1:5].replace('.', '')}00000,")
        sheet.write_text(rows.replace("$71.3m", then), encoding="utf-8")
        now = LETTER.format(number="2026 H1", date="2026-07-20", more=more)
        (editions / "Letter 2026 H1.md").write_text(now, encoding="utf-8")
        findings = letterbook("-C", sample_workspace, "check", "Letter 2026 H1", "--json").json["findings"]
        return [(each["line"], each["message"]) for each in findings if each["id"] == "N-PRIOR"]

    return found


def test_a_figure_that_was_otherwise_in_the_letter_before_is_found(letters):
    assert letters("$70.9m") == [
        (9, 'Fund I NAV net of 2025-12-31 was $71.3m in "Letter 2025 H2", and is $70.9m here.')
    ]


def test_one_that_is_the_same_is_not(letters):
    assert letters() == []


def test_one_that_is_said_to_be_restated_is_not(letters):
    more = f"{BEFORE} That value has been restated."
    assert letters("$70.9m", more) == []
