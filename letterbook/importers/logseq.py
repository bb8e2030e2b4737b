"""Logseq pages: the same notes as outlines, highlights one level below the line of their sync."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from letterbook.importers.lines import Line

_SYNC = re.compile(
    r"[-*]\s+(Highlights first synced by \[\[Readwise\]\] \[\[[^\[\]]*\]\]"
    r"|New highlights added \[\[[^\[\]]*\]\](?: at [\d:]+(?: [AP]M)?)?)"
)
_PROPERTY = re.compile(r"\s+(?:id|collapsed)::\s.*")
_COVER = re.compile(r"[-*]\s+!\[[^\]]*\]\([^)]*\)\s*")


def is_logseq(lines: Iterable[Line]) -> bool:
    """Whether there is a line under which Logseq files highlights."""
    return any("ighlights" in line.text and _SYNC.fullmatch(line.text.rstrip()) for line in lines)


def as_note(lines: Iterable[Line]) -> Iterator[Line]:
    """The page as an Obsidian note: each sync a heading, its highlights one level up.

    Covers and the properties that Logseq keeps for itself are left out.
    """
    is_below_sync = False
    for line in lines:
        sync = _SYNC.fullmatch(line.text.rstrip())
        if sync:
            is_below_sync = True
            yield line.with_text(f"## {sync[1]}")
        elif not (_COVER.fullmatch(line.text) or _PROPERTY.fullmatch(line.text)):
            yield line.with_text(_outdented(line.text)) if is_below_sync else line


def _outdented(text: str) -> str:
    inner = text.removeprefix("\t")
    depth = len(inner) - len(inner.lstrip("\t"))
    return "    " * depth + inner[depth:]
