"""What the records of a draft are called."""

from __future__ import annotations

import re

_UNSAFE = re.compile(r'[\x00-\x1f\\/:*?"<>|]|^\.|[. ]$')


def stored_name(draft: str) -> str:
    """The name of a draft as that of a file or folder on every system."""
    return _UNSAFE.sub("_", draft)
