"""Who wrote it: the people in an author line, and the publisher that often stands there instead."""

from __future__ import annotations

import re

from letterbook.addresses import is_private_link, site
from letterbook.importers.marks import plain_value
from letterbook.record import record

_LINKED = re.compile(r"\[\[([^\[\]]+)\]\]")
_BARE_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}")
_BESIDE_LINKS = re.compile(r"(?!and\b)\b\w")
_HANDLE = re.compile(r"@(\w+)\s+on\s+(Twitter|X|Mastodon|Bluesky)", re.IGNORECASE)
_BETWEEN = re.compile(r",?\s+(?:and|&)\s+|,\s*")
_NO_SEPARATE_PERSON = re.compile(r"(?:jr|sr|inc|ltd|llc|gmbh|ph\.?d|m\.?d|esq|[ivx]{1,4})\.?", re.IGNORECASE)
_READING_SERVICES = ("instapaper.com", "readwise.io", "getpocket.com", "feedly.com")


@record
class Credit:
    """The people, and the publisher or service where one stood in their place."""

    authors: tuple[str, ...] = ()
    source: str = ""


def credit(text: str) -> Credit:
    """The people in `text`, split and stripped of marks; `@handle on Twitter` and a bare domain are known.

    A reading service in the author's place is nobody.
    """
    linked = _LINKED.findall(text)
    if len(linked) > 1 and not _BESIDE_LINKS.search(_LINKED.sub("", text)):
        found = [credit(name) for name in linked]
        names = tuple(name for one in found for name in one.authors)
        return Credit(names, next((one.source for one in found if one.source), ""))
    value = plain_value(text)
    handle = _HANDLE.fullmatch(value)
    if handle:
        return Credit((f"@{handle[1]}",), handle[2])
    domain = site(value) or (value.removeprefix("www.") if _BARE_DOMAIN.fullmatch(value) else "")
    if domain:
        is_service = domain.endswith(_READING_SERVICES) or is_private_link(value)
        return Credit(source="" if is_service else domain)
    return Credit(_people(value))


def _people(text: str) -> tuple[str, ...]:
    """Several names as they are joined by semicolons, or else by commas, `and` and `&`.

    A single comma between single words is `Last, First`, so it stays; so does `Jr.` with its name.
    """
    if ";" in text:
        return tuple(dict.fromkeys(name.strip() for name in text.split(";") if name.strip()))
    parts = [part for part in _BETWEEN.split(text) if part]
    if len(parts) == 2 and "," in text and not any(" " in part for part in parts):
        return (text,)
    names: list[str] = []
    for part in parts:
        if names and _NO_SEPARATE_PERSON.fullmatch(part):
            names[-1] += f", {part}"
        else:
            names.append(part)
    return tuple(dict.fromkeys(names))
