"""Which kind of writing a piece of text is in, so that Word picks the right font and direction."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.writers.word.formats import Script

# Blocks of the Unicode standard: CJK with its punctuation and wide forms, kana, Hangul; Hebrew,
# Arabic, Syriac, Thaana and their presentation forms.
_EAST_ASIAN = (
    "\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    "\U00020000-\U0003ffff"
)
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_SEGMENTS = re.compile(f"(?P<east>[{_EAST_ASIAN}]+)|(?P<right>[{_RIGHT_TO_LEFT}]+(?: +[{_RIGHT_TO_LEFT}]+)*)")
_FIRST_LETTER = re.compile(f"(?P<right>[{_RIGHT_TO_LEFT}])|[^\\W\\d_]")


def segments(text: str) -> Iterator[tuple[Script, str]]:
    """`text` cut where the kind of writing changes."""
    position = 0
    for match in _SEGMENTS.finditer(text):
        if match.start() > position:
            yield Script.WESTERN, text[position : match.start()]
        yield Script.EAST_ASIAN if match["east"] else Script.RIGHT_TO_LEFT, match[0]
        position = match.end()
    if position < len(text):
        yield Script.WESTERN, text[position:]


def begins_right_to_left(text: str) -> bool:
    """Whether the first letter of `text` is written from right to left."""
    if text.isascii():
        return False
    first = _FIRST_LETTER.search(text)
    return first is not None and first["right"] is not None
