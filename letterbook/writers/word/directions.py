"""Which way each character of a line runs, where some are written from right to left.

This is the Unicode Bidirectional Algorithm (UAX #9) as far as a line of runs needs it: W1 to W7, N0 to N2.
Explicit embeddings count as neutral, and levels within a run are Word's own business.
"""

from __future__ import annotations

import unicodedata

_LEFT, _RIGHT, _NUMBER, _NEUTRAL = "L", "R", "EN", "ON"
_STRONG = {"L": _LEFT, "R": _RIGHT, "AL": _RIGHT}
# An Arabic number stands in text from right to left like a word of it.
_CLASSES = {**_STRONG, "AN": _RIGHT, "EN": _NUMBER}
_BRACKETS = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "「": "」"}
_DEEPEST = 63
_CLOSING = frozenset(_BRACKETS.values())


def begins_right_to_left(text: str) -> bool:
    """Whether the first letter of `text` is written from right to left (P2 and P3)."""
    if text.isascii():
        return False
    strong = (_STRONG.get(unicodedata.bidirectional(character)) for character in text)
    return next(filter(None, strong), _LEFT) == _RIGHT


def directions(text: str, *, right_to_left: bool) -> list[bool]:
    """For each character of `text` whether it runs from right to left.

    `right_to_left` is the direction of the paragraph, which decides where nothing else does.
    """
    base = _RIGHT if right_to_left else _LEFT
    classes = _numbers(text, _weak(text, base), base)
    _pair_brackets(text, classes, base)
    _fill(classes, base)
    return [each == _RIGHT for each in classes]


def _weak(text: str, base: str) -> list[str]:
    """Each character's class; marks are as what they stand on (W1)."""
    classes: list[str] = []
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind == "NSM":
            classes.append(classes[-1] if classes else base)
        else:
            classes.append(_CLASSES.get(kind, _NEUTRAL))
    return classes


def _numbers(text: str, classes: list[str], base: str) -> list[str]:
    """Numbers with what belongs to them (W4, W5), in the direction of the letters before them (W7)."""
    joined = list(classes)
    for index in range(1, len(text) - 1):
        between = classes[index - 1] == classes[index + 1] == _NUMBER
        if between and unicodedata.bidirectional(text[index]) in {"CS", "ES"}:
            joined[index] = _NUMBER
    for order in (range(1, len(text)), range(len(text) - 2, -1, -1)):
        step = order.step
        for index in order:
            if joined[index - step] == _NUMBER and unicodedata.bidirectional(text[index]) == "ET":
                joined[index] = _NUMBER
    last = base
    for index, kind in enumerate(joined):
        if kind == _NUMBER:
            joined[index] = last
        elif kind != _NEUTRAL:
            last = kind
    return joined


def _pair_brackets(text: str, classes: list[str], base: str) -> None:
    """Let both brackets of a pair run alike (N0)."""
    for start, end in sorted(_pairs(text)):
        inside = set(classes[start + 1 : end]) - {_NEUTRAL}
        if base in inside:
            classes[start] = classes[end] = base
        elif inside:
            before = start - 1
            while before >= 0 and classes[before] == _NEUTRAL:
                before -= 1
            classes[start] = classes[end] = classes[before] if before >= 0 else base


def _pairs(text: str) -> list[tuple[int, int]]:
    """Where the two brackets of each pair stand (BD16)."""
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for index, character in enumerate(text):
        if character in _BRACKETS:
            if len(waiting) == _DEEPEST:
                break
            waiting.append((_BRACKETS[character], index))
        elif character in _CLOSING:
            depth = next((at for at in range(len(waiting) - 1, -1, -1) if waiting[at][0] == character), None)
            if depth is not None:
                pairs.append((waiting[depth][1], index))
                del waiting[depth:]
    return pairs


def _fill(classes: list[str], base: str) -> None:
    """Give what has no direction that of its neighbours where they agree, else the paragraph's (N1, N2)."""
    start = 0
    while start < len(classes):
        if classes[start] != _NEUTRAL:
            start += 1
            continue
        end = start
        while end < len(classes) and classes[end] == _NEUTRAL:
            end += 1
        before = classes[start - 1] if start else base
        after = classes[end] if end < len(classes) else base
        classes[start:end] = [before if before == after else base] * (end - start)
        start = end
