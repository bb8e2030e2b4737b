"""Suggestions for a name that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

SHORTEST_PART = 3
"""Fewer letters are found in too many names to mean one of them."""


def closest(word: str, known: Iterable[str]) -> str:
    """The one of `known` that `word` most probably meant, or an empty string."""
    folded = {name.casefold(): name for name in known}
    matches = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else ""


def _holding(word: str, known: Iterable[str]) -> str:
    part = word.strip().casefold()
    if len(part) < SHORTEST_PART:
        return ""
    return min((name for name in known if part in name.casefold()), key=len, default="")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The hint `Did you mean "…"?` for a word that is none of `known`, or an empty string.

    Where none is spelt nearly alike, it is the shortest that holds the word: people type the part
    of a long title that they remember.
    """
    names = tuple(known)
    name = closest(word, names) or _holding(word, names)
    return f'Did you mean "{name}"?' if name else ""
