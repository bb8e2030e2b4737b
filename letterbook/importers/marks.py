"""Marks of Obsidian, Logseq and Readwise around values: wikilinks, bold, quotes, tags."""

from __future__ import annotations

import re

_TAG = re.compile(r"#?\[\[([^\[\]]*)\]\]|#([^\s,#\[\]]+)|([^,#\[\]]+)")
_EMPTY = {"", "none", "null", "nan", "undefined", "~"}
_PAIRS = (("[[", "]]"), ("**", "**"), ('"', '"'), ("'", "'"), ("\u201c", "\u201d"))
_OPENINGS = tuple(opening for opening, _ in _PAIRS)


def plain_value(text: str) -> str:
    """A value without the marks around the whole of it, in one line; `None` and `{source}` are empty.

    A wikilink's alias is what is shown: `[[Page|words]]` gives `words`.
    """
    value = " ".join(text.split())
    while stripped := _unwrapped(value):
        value = stripped
    if value.lower() in _EMPTY or value in {"[[]]", '""', "''", "****"} or _is_place_holder(value):
        return ""
    return value


def _unwrapped(value: str) -> str:
    """`value` without one pair of marks; empty when there is none around all of it."""
    if not value.startswith(_OPENINGS):
        return ""
    for opening, closing in _PAIRS:
        if value.startswith(opening) and value.endswith(closing) and len(value) > len(opening + closing):
            inner = value[len(opening) : -len(closing)].strip()
            if opening not in inner and closing not in inner:
                return inner.rpartition("|")[2].strip() if opening == "[[" else inner
    return ""


def _is_place_holder(value: str) -> bool:
    """Whether a template has left its own mark here: `{source}`, `[[{{ author }}]]`."""
    return value.startswith("{") and value.endswith("}") and " " not in value.strip("{} ")


def tags_in(text: str) -> tuple[str, ...]:
    """The tags of a line, as they are written: `#a-b, #[[two words]] [[x]] plain`, without doubles."""
    found = ((match[1] or match[2] or match[3] or "").strip() for match in _TAG.finditer(text))
    return tuple(dict.fromkeys(tag for tag in found if tag and not _is_place_holder(tag)))
