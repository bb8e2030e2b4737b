"""Sentences of a text, as far as punctuation tells them."""

from __future__ import annotations

import re
from functools import lru_cache

_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“„‘'(\[«]?[A-ZÄÖÜ0-9$€£«])|;\s+|\n+|\s\|\s")
_ABBREVIATION = re.compile(
    r"(?:\b(?:approx|ca|vs|no|nos|p|pp|fig|mr|mrs|ms|dr|inc|ltd|corp|st|e\.g|i\.e|incl|excl|est|bzw|z\.B|mio|mrd|tsd|inkl|exkl|zzgl|ggf"
    r"|[a-z])\.)$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"(?<=[0-9])\.\s(?=(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|Quartal|Halbjahr)\b)"
)
"""The stop in `8. Juli`."""

_LONGEST_ABBREVIATION = 8  # with the character before it


@lru_cache(maxsize=4096)  # many rules read the same sentences
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence of `text` begins and ends; a semicolon ends one, and so does a cell of a table."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if text[match.start()] == "." and _ends_no_sentence(text, start, match.start()):
            continue
        spans.append((start, match.end()))
        start = match.end()
    return (*spans, (start, len(text))) if text[start:].strip() else tuple(spans)


def _ends_no_sentence(text: str, start: int, stop: int) -> bool:
    """Whether the stop at `stop` belongs to an abbreviation or an ordinal of the sentence from `start` on."""
    last = max(start, stop - _LONGEST_ABBREVIATION)
    return bool(_ABBREVIATION.search(text, last, stop + 1) or _ORDINAL.match(text, stop))
