from __future__ import annotations

import pytest

from letterbook.checks.letters.parts.required_part import RequiredPart
from letterbook.item import Audience

ASKS = RequiredPart("asks", ("reader-questions",), ("asks", "how you can help"))
KPIS = RequiredPart("table of key figures", ("kpis",))


@pytest.mark.parametrize(
    "markdown", ["## Asks and dates\n\nNone.", "## How you can help\n\nText.", "### The ASKS\n\nText."]
)
def test_a_heading_with_its_words_is_the_part(found, markdown):
    assert found("S-MISSING", markdown, required_parts=(ASKS,)) == []


@pytest.mark.parametrize("markdown", ["Asks: none.", "## Tasks\n\nText.", "## How can you help\n\nText."])
def test_other_words_are_not(found, markdown):
    assert found("S-MISSING", markdown, required_parts=(ASKS,)) == [(0, "The letter has no asks.")]


def test_one_of_its_sections_is_the_part_whatever_the_heading_says(found):
    assert found("S-MISSING", required_parts=(KPIS,), sections=("kpis",)) == []
    assert found("S-MISSING", required_parts=(ASKS, KPIS)) == [
        (0, "The letter has no asks."),
        (0, "The letter has no table of key figures."),
    ]


def test_a_copy_for_everybody_and_a_draft_without_an_edition_lack_nothing(found):
    assert found("S-MISSING", required_parts=(KPIS,), audience=Audience.PUBLIC) == []
    assert found("S-MISSING", required_parts=(KPIS,), path="") == []
