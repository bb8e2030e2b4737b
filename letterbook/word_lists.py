"""Words listed as a sentence has them: `a, b and c`."""

from __future__ import annotations

from collections.abc import Iterable


def listed(words: Iterable[str], joined: str = "and") -> str:
    """The words with commas between them and `joined` before the last; empty where there are none."""
    every = tuple(words)
    return f"{', '.join(every[:-1])} {joined} {every[-1]}" if len(every) > 1 else "".join(every)
