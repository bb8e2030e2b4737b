"""Copies that a synchronising program makes when a file was changed in two places at once."""

from __future__ import annotations

import re

# Dropbox writes `(Ada's conflicted copy 2024-01-31)` or `(Case Conflict)`, Syncthing `.sync-conflict-2024…`.
_CONFLICT_COPY = re.compile(
    r"\([^()]*conflicted copy[^()]*\)|\(Case Conflict[^()]*\)|\.sync-conflict-\d", re.IGNORECASE
)


def is_conflict_copy(name: str) -> bool:
    """Whether a synchronising program gave a file this name, because two people changed it."""
    return _CONFLICT_COPY.search(name) is not None
