"""What stays the same from export to export: ids found in links, and anchors made from them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

_HIGHLIGHT_IDS = (
    ("snipd", re.compile(r"share\.snipd\.com/(?:snip|episode-takeaways)/([\w-]+)")),
    ("readwise", re.compile(r"readwise\.io/open/(\d+)")),
    ("reader", re.compile(r"read\.readwise\.io/(?:\w+/)?read/(\w+)")),
    ("tweet", re.compile(r"(?:twitter|x)\.com/[^/\s]+/status(?:es)?/(\d+)")),
)
_ITEM_IDS = (
    ("readwise", re.compile(r"readwise\.io/bookreview/(\d+)")),
    ("snipd", re.compile(r"share\.snipd\.com/episode/([\w-]+)")),
    ("asin", re.compile(r"readwise\.io/to_kindle\?[^\s)]*?\basin=(\w+)")),
)
_HEXADECIMAL = frozenset("0123456789abcdef")


def highlight_ids(url: str) -> tuple[str, ...]:
    """The ids of the highlight a link leads to: `snipd:<uuid>`, `readwise:<id>`, `tweet:<id>` …"""
    return _ids(_HIGHLIGHT_IDS, url)


def item_ids(url: str) -> tuple[str, ...]:
    """The ids of the item a link leads to: `readwise:<book id>`, `snipd:<episode uuid>`, `asin:<asin>`."""
    return _ids(_ITEM_IDS, url)


def _ids(table: tuple[tuple[str, re.Pattern[str]], ...], url: str) -> tuple[str, ...]:
    found = ((source, pattern.search(url)) for source, pattern in table)
    return tuple(f"{source}:{match[1]}" for source, match in found if match)


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
