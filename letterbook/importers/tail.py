"""The tail of a highlight: the links, ids and dates with which Readwise closes its text."""

from __future__ import annotations

import re
from functools import lru_cache

from letterbook.importers.dates import iso_date
from letterbook.importers.identity import highlight_ids
from letterbook.record import record

# A blank in these labels is a no-break space in every real export, so `\s` throughout.
_PLACE = r"(?:Location|Loc\.|Page|Time|Chapter)\s+[^\s\]()][^\]()\n]{0,40}"
_LABEL = rf"(?:View (?:Highlight|Tweet|Note)|Open in Readwise|{_PLACE})"
_START = re.compile(rf"(?:\*\s)?\(?\[{_LABEL}\]\(|\({_PLACE}\)|(?<!\S)\^[A-Za-z][\w-]*\s*$")
_LINK = re.compile(rf"\[({_LABEL})\]\(")
_PLACE_ONLY = re.compile(_PLACE)
_BLOCK_ID = re.compile(r"\^([\w-]+)")
_DATE = re.compile(r"\[\[([^\[\]]*)\]\]")
_TAG = re.compile(r"#([^\s,#()\[\]]+)")
_URL_STOP = re.compile(r"[\s()]")
_BETWEEN = " \t\u00a0,;|*()·"
_READWISE_BLOCK_ID = re.compile(r"rw(?:ID-)?(\d+)(?:-note)?")


@record
class Tail:
    """Where the highlight stands in its source and how it is known."""

    place: str = ""
    urls: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    date: str = ""
    tags: tuple[str, ...] = ()

    def __add__(self, other: Tail) -> Tail:
        return Tail(
            self.place or other.place,
            self.urls + other.urls,
            self.ids + other.ids,
            self.date or other.date,
            self.tags + other.tags,
        )


@lru_cache(maxsize=4096)
def split_tail(text: str) -> tuple[str, Tail | None]:
    """A line's text before its tail, and the tail; None when the line has none."""
    if "](" not in text and "^" not in text and not text.rstrip().endswith(")"):
        return text, None
    failed_at = 0
    for start in _START.finditer(text):
        if start.start() < failed_at:
            continue
        tail, failed_at = _read(text, start.start())
        if tail:
            return text[: start.start()].rstrip(), tail
    return text, None


def _read(text: str, position: int) -> tuple[Tail | None, int]:
    """The tail that begins at `position`, and where it ends; None when text follows it."""
    tail: Tail | None = None
    while True:
        while position < len(text) and text[position] in _BETWEEN:
            position += 1
        if position == len(text):
            return tail or Tail(), position
        part, end = _part(text, position)
        if part is None:
            return None, position
        tail, position = tail + part if tail else part, end


def _part(text: str, position: int) -> tuple[Tail | None, int]:
    """One link, place, id, date or tag at `position`, and where it ends."""
    if link := _LINK.match(text, position):
        end = _end_of_url(text, link.end())
        url = text[link.end() : end]
        return Tail(_place(link[1]), (url,), highlight_ids(url)), end
    if place := _PLACE_ONLY.match(text, position):
        return Tail(_place(place[0])), place.end()
    if block_id := _BLOCK_ID.match(text, position):
        return Tail(ids=(_known_id(block_id[1]),)), block_id.end()
    linked = _DATE.match(text, position)
    if linked and iso_date(linked[1]):
        return Tail(date=iso_date(linked[1])), linked.end()
    if tag := _TAG.match(text, position):
        return Tail(tags=(tag[1],)), tag.end()
    return None, position


def _end_of_url(text: str, start: int) -> int:
    """Where the link target that begins at `start` ends; brackets within it come in pairs."""
    depth = 0
    for found in _URL_STOP.finditer(text, start):
        if found[0] not in "()" or (found[0] == ")" and depth == 0):
            return found.start()
        depth += 1 if found[0] == "(" else -1
    return len(text)


def _place(label: str) -> str:
    """`Time 0:08:30` as `0:08:30`, a location or page as it is written, `View Highlight` as nothing."""
    words = label.split()
    if words[0] in {"View", "Open"}:
        return ""
    return " ".join(words[1:] if words[0] == "Time" else words)


def _known_id(block_id: str) -> str:
    """A block id as an id: Readwise's own number, or one that the reader's Obsidian has made."""
    number = _READWISE_BLOCK_ID.fullmatch(block_id)
    return f"readwise:{number[1]}" if number else f"obsidian:{block_id}"
