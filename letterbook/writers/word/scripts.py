"""Which kind of writing a piece of text is in, so that Word picks the right font and direction.

The ranges are blocks of the Unicode standard 16.0 (Blocks.txt), those of emoji what emoji-data.txt gives
Emoji_Presentation or Extended_Pictographic; sequences of emoji are as in UTS #51, 1.4.9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from letterbook.writers.word.directions import directions
from letterbook.writers.word.formats import Script

# CJK with its punctuation and wide forms, kana, Hangul, Bopomofo, Yi.
_EAST_ASIAN = (
    "\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uffef"
    "\U00016fe0-\U00018d8f\U0001aff0-\U0001b2ff\U0001f200-\U0001f2ff\U00020000-\U0003ffff"
)
# Hebrew, Arabic, Syriac, Thaana, NKo and their neighbours, presentation forms, Phoenician to Adlam.
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
# Devanagari to Myanmar, with Thai, Lao and Tibetan; Khmer, Mongolian, Vedic signs and extensions.
_COMPLEX = (
    "\u0900-\u109f\u1780-\u18af\u1950-\u1aaf\u1b00-\u1c4f\u1cd0-\u1cff\ua800-\ua82f\ua840-\ua8ff\ua930-\ua95f"
    "\ua980-\uaadf\uabc0-\uabff\U00011000-\U0001137f\U00011400-\U000114df\U00011580-\U000116cf"
)
# Characters that are emoji of themselves, and those that a variation selector makes one.
_EMOJI = (
    "\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab"
    "\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e"
    "\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\U0001f004\U0001f0cf\U0001f18e"
    "\U0001f191-\U0001f19a\U0001f1e6-\U0001f1ff\U0001f201\U0001f21a\U0001f22f\U0001f232-\U0001f236"
    "\U0001f238-\U0001f23a\U0001f250\U0001f251\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f7e0-\U0001f7ff"
    "\U0001f90c-\U0001f9ff\U0001fa70-\U0001faff"
)
_ALSO_TEXT = "\u00a9\u00ae\u203c-\u3299\U0001f170-\U0001f171\U0001f17e\U0001f17f\U0001f202\U0001f237"
_SKIN = "\U0001f3fb-\U0001f3ff"
_ELEMENT = (
    f"(?:[{_EMOJI}](?!\ufe0e)|[{_ALSO_TEXT}](?=[\ufe0f{_SKIN}]))"
    f"[{_SKIN}]?\ufe0f?\u20e3?(?:[\U000e0020-\U000e007e]+\U000e007f)?"
)
# After a joiner the selector may be missing.
_JOINED = f"\u200d(?:{_ELEMENT}|[{_ALSO_TEXT}](?!\ufe0e))"
_SEQUENCE = f"(?:[0-9#*]\ufe0f?\u20e3|{_ELEMENT}(?:{_JOINED})*)"
_VARIANTS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_JOINERS = "\u200c\u200d"

# Where one of them may begin, or go on from the character before. Most text has none of these, so the sets
# above, which take a while to compile, are compiled when they are needed.
_PERHAPS = re.compile("[^\x00-\u058f\u1d00-\u2319]")
_SCRIPTS = {"emoji": Script.EMOJI, "east": Script.EAST_ASIAN, "complex": Script.COMPLEX}


@cache
def _foreign() -> re.Pattern[str]:
    """What stands apart from words written from left to right."""
    return re.compile(
        f"(?P<emoji>{_SEQUENCE}+)"
        f"|(?P<east>[{_EAST_ASIAN}][{_EAST_ASIAN}{_VARIANTS}]*)"
        f"|(?P<complex>[{_COMPLEX}][{_COMPLEX}{_JOINERS}]*(?: +[{_COMPLEX}][{_COMPLEX}{_JOINERS}]*)*)"
    )


@cache
def _emoji() -> re.Pattern[str]:
    return re.compile(f"(?P<emoji>{_SEQUENCE}+)")


@cache
def _right_to_left() -> re.Pattern[str]:
    return re.compile(f"[{_RIGHT_TO_LEFT}]")


def segments(text: str, *, right_to_left: bool = False) -> Iterator[tuple[Script, str]]:
    """`text` cut where the kind of writing changes; `right_to_left` is the direction of its paragraph.

    Numbers and punctuation go with the words that they stand among. A sequence of emoji, a flag or a
    letter with its marks is never cut.
    """
    perhaps = _PERHAPS.search(text)
    if perhaps is None and text and not right_to_left:
        yield Script.WESTERN, text
        return
    if not (right_to_left or (perhaps and _right_to_left().search(text, perhaps.start()))):
        yield from _left_to_right(text)
        return
    position = 0
    for is_right, group in groupby(directions(text, right_to_left=right_to_left)):
        length = sum(1 for _ in group)
        piece = text[position : position + length]
        position += length
        yield from _cut(piece, _emoji(), Script.RIGHT_TO_LEFT) if is_right else _left_to_right(piece)


def _left_to_right(text: str) -> Iterator[tuple[Script, str]]:
    return _cut(text, _foreign(), Script.WESTERN)


def _cut(text: str, foreign: re.Pattern[str], rest: Script) -> Iterator[tuple[Script, str]]:
    position = 0
    for match in _matches(text, foreign):
        if match.start() > position:
            yield rest, text[position : match.start()]
        yield _SCRIPTS[match.lastgroup or ""], match[0]
        position = match.end()
    if position < len(text):
        yield rest, text[position:]


def _matches(text: str, foreign: re.Pattern[str]) -> Iterator[re.Match[str]]:
    position = 0
    while perhaps := _PERHAPS.search(text, position):
        start = perhaps.start()
        before = foreign.match(text, start - 1) if start > position else None
        match = before or foreign.match(text, start)
        if match:
            yield match
        position = match.end() if match else start + 1
