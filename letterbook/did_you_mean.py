"""The hint for a name that nobody knows: the known one it most resembles."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from letterbook.files import name_key


def nearest(word: str, known: Iterable[str]) -> str:
    """The one of `known` that looks most like `word`, case aside; empty when none does."""
    by_key = {name_key(name): name for name in known}
    keys = difflib.get_close_matches(name_key(word), by_key, n=1, cutoff=0.6)
    return by_key[keys[0]] if keys else ""


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """`Did you mean "known"?` for a misspelt `word`; `otherwise` when nothing is like it."""
    name = nearest(word, known)
    return f'Did you mean "{name}"?' if name else otherwise
