"""Where links and images may point."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(r"\s*(?:javascript|vbscript|data|file):", re.IGNORECASE)


def is_allowed_target(target: str) -> bool:
    """Whether a link or an image may point there: not to a script, inline data or a local file."""
    return _FORBIDDEN.match(target) is None
