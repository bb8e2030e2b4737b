"""Long and odd texts take no rule long: time grows with the text, not with its square."""

from __future__ import annotations

import time

import pytest

from letterbook.checks.letters.rules import RULES
from tests.checks.letters.conftest import letter

READ_WORDS = ("B-BEAT", "B-DESC", "B-PME", "N-CONTRIBSUM", "A-SUBSEQUENT", "T-DIRECTION")
TEXTS = {
    "one paragraph of later days": "At 30 June 2026 the TVPI was 2.1x. " + "On 8 July 2026 x. " * 1000,
    "a word for up without end": "rose " * 3000 + "3%",
    "names without end": "MSCI " * 2000 + "the fund 3%",
    "a claim that never ends": "The fund outperformed " + "the its our " * 400 + "MSCI World " * 300 + "3%.",
    "contributions without end": ", ".join(f"name{at} added 1.0%" for at in range(400)),
    "a long name": "Longs added " + "and the very new thing " * 400 + "5.9%, shorts 0.1%, together 6.0%.",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("name", READ_WORDS)
def test_a_long_text_is_read_in_little_time(name, text):
    edition = letter(text)
    _ = edition.own_words.sentences
    begun = time.process_time()
    list(RULES[name].find(edition))
    assert time.process_time() - begun < 2
