"""Suggestions for a name that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def closest(word: str, known: Iterable[str]) -> str:
    """The one of `known` that `word` most probably meant, or an empty string."""
    folded = {name.casefold(): name for name in known}
    matches = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The hint `Did you mean "…"?` for a word that is none of `known`, or an empty string."""
    name = closest(word, known)
    return f'Did you mean "{name}"?' if name else ""
