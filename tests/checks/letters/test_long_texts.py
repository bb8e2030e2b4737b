"""Long and odd texts take no rule long: time grows with the text, not with its square.

The texts are so long that none of these tests would come to an end otherwise.
"""

from __future__ import annotations

import textwrap

import pytest

from letterbook.checks.letters.rules import RULES
from letterbook.checks.letters.sentences import sentences
from tests.checks.letters.conftest import letter

READ_WORDS = ("B-BEAT", "B-DESC", "B-PME", "N-CONTRIBSUM", "A-SUBSEQUENT", "T-DIRECTION")
LONGEST_LINE = 60_000
TEXTS = {
    "one paragraph of later days": "At 30 June 2026 the TVPI was 2.1x. " + "On 8 July 2026 x. " * 16_000,
    "a word for up without end": "rose " * 16_000 + "3%",
    "names without end": "MSCI " * 32_000 + "the fund 3%",
    "a claim that never ends": "The fund outperformed "
    + "the its our " * 6_400
    + "MSCI World " * 4_800
    + "3%.",
    "contributions without end": ", ".join(f"name{at} added 1.0%" for at in range(6_400)),
    "adverbs without end": "The fund " + "clearly comfortably " * 2000 + "beat",
    "a long name": "Longs added " + "and the very new thing " * 6_400 + "5.9%, shorts 0.1%, together 6.0%.",
}


@pytest.fixture(scope="module", params=TEXTS.values(), ids=TEXTS)
def edition(request):
    """A letter of one long paragraph."""
    return letter("\n".join(textwrap.wrap(request.param, LONGEST_LINE)))


@pytest.mark.parametrize("name", READ_WORDS)
def test_a_long_text_is_read_to_its_end(name, edition):
    assert len(list(RULES[name].find(edition))) <= len(edition.own_words.sentences)


def test_a_sentence_that_never_ends_is_looked_through_once():
    text = "On 8 July 2026 x. " * 100_000
    assert sentences(text) == ((0, len(text)),)
