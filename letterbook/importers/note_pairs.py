"""Pairs of key and value in a note: `- Author: …`, `author:: …`, `>Title:: …`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from letterbook.importers.lines import Line
from letterbook.importers.note_keys import KNOWN_KEYS, key_name
from letterbook.importers.tail import split_tail

_PAIR = re.compile(
    r"(?P<mark>[-*+]\s+|(?:>\s*)+(?:[-*+]\s+)?)?(?:\*\*)?(?:\[\[)?(?P<key>[A-Za-z][\w /-]{0,40}?)"
    r"(?:\]\])?(?:\*\*)?(?P<colon>::?)(?:\*\*)?(?:\s+(?P<value>.*))?"
)


@dataclass(slots=True)
class Pair:
    """A key and its value, as written on `lines`."""

    key: str
    value: str
    lines: list[Line]


def pair_on(line: Line) -> Pair | None:
    """The key and value on a line of the head; None for a highlight, which ends in a link to its place.

    A bare `Key: value` counts only when the key is known.
    """
    match = _PAIR.fullmatch(line.text.strip())
    if not match:
        return None
    key = key_name(match["key"])
    if key not in KNOWN_KEYS and not (match["mark"] or match["colon"] == "::"):
        return None
    tail = split_tail(line.text)[1]
    if tail and (tail.urls or key not in KNOWN_KEYS):
        return None
    return Pair(key, (match["value"] or "").strip(), [line])
