"""What stays the same from export to export: ids found in links, and anchors made from them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

_OF_A_HIGHLIGHT = re.compile(
    r"share\.snipd\.com/(?:snip|episode-takeaways)/(?P<snipd>[\w-]+)"
    r"|readwise\.io/open/(?P<readwise>\d+)"
    r"|read\.readwise\.io/(?:\w+/)?read/(?P<reader>\w+)"
    r"|(?:twitter|x)\.com/[^/\s]+/status(?:es)?/(?P<tweet>\d+)"
)
_OF_AN_ITEM = re.compile(
    r"readwise\.io/bookreview/(?P<readwise>\d+)"
    r"|share\.snipd\.com/episode/(?P<snipd>[\w-]+)"
    r"|readwise\.io/to_kindle\?[^\s)]{0,200}?\basin=(?P<asin>\w+)"
)
_HEXADECIMAL = frozenset("0123456789abcdef")


def highlight_ids(url: str) -> tuple[str, ...]:
    """The ids of the highlight a link leads to: `snipd:<uuid>`, `readwise:<id>`, `tweet:<id>` …"""
    return _ids(_OF_A_HIGHLIGHT, url)


def item_ids(url: str) -> tuple[str, ...]:
    """The ids of the item a link leads to: `readwise:<book id>`, `snipd:<episode uuid>`, `asin:<asin>`."""
    return _ids(_OF_AN_ITEM, url)


def _ids(pattern: re.Pattern[str], url: str) -> tuple[str, ...]:
    match = pattern.search(url)
    return (f"{match.lastgroup}:{match[match.lastgroup]}",) if match and match.lastgroup else ()


def anchor(ids: Iterable[str], text: str) -> str:
    """A highlight's anchor: from its snip, else its Readwise id, else the hash of its words."""
    known = dict(reversed([(source, key) for source, _, key in (i.partition(":") for i in ids)]))
    digits = known.get("snipd", "").replace("-", "").lower()[:8]
    if len(digits) == 8 and _HEXADECIMAL.issuperset(digits):
        return f"h{digits}"
    if known.get("readwise"):
        return f"rw{known['readwise']}"
    words = " ".join(text.casefold().split())
    return f"h{hashlib.sha256(words.encode('utf-8', 'replace')).hexdigest()[:8]}"
