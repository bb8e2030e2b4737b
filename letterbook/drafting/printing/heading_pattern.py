"""How an item's title and source become its heading: the pattern of an edition template."""

from __future__ import annotations

import re
from collections.abc import Callable
from string import Formatter

from letterbook.draft import Inline, Link, Text
from letterbook.item import Item
from letterbook.markup.tree import join_text
from letterbook.record import record
from letterbook.suggestion import did_you_mean

DEFAULT_PATTERN = "{title}, {source}"

FIELDS: dict[str, Callable[[Item], str]] = {
    "title": lambda item: item.title or item.name,
    "source": lambda item: item.source,
    "author": lambda item: ", ".join(item.authors),
    "kind": lambda item: item.kind,
    "published": lambda item: item.published,
    "via": lambda item: item.via,
}
"""What a heading pattern may name, and where it is read."""

_CLOSING = {"(": ")", "[": "]", "“": "”", "‘": "’"}
_ENDS_A_SENTENCE = re.compile(r"[?!.…][\"'”’)\]]*\Z")
_WEB = ("https://", "http://", "mailto:")


@record
class HeadingPattern:
    """A pattern taken apart: what stands before each field, the field's name, and what ends it."""

    fields: tuple[tuple[str, str], ...]
    end: str = ""

    def inlines(self, item: Item) -> tuple[Inline, ...]:
        """The heading of `item`, its title linked to its address.

        A field that is empty is left out with what stands before it; no comma follows a title that
        ends with ? ! . or an ellipsis.
        """
        parts: list[Inline] = []
        printed, closing = "", ""
        for before, field in self.fields:
            value = FIELDS[field](item)
            between = before.removeprefix(closing)
            closing = "" if value else _CLOSING.get(before[-1:], "")
            if value:
                between = _fitting(between, printed)
                parts += [Text(between)] if between else []
                parts += linked((Text(value),), item.url) if field == "title" else [Text(value)]
                printed = value
        end = self.end.removeprefix(closing)
        return join_text((*parts, Text(end)) if end and parts else tuple(parts))


def parse_heading_pattern(pattern: str) -> HeadingPattern:
    """The pattern `{title}, {source}`; raises ValueError, in one clause, when it is none."""
    fields: list[tuple[str, str]] = []
    end = ""
    for before, field, form, conversion in Formatter().parse(pattern):
        if field is None:
            end = before
        elif field not in FIELDS or form or conversion:
            hint = did_you_mean(field, FIELDS) or f"A heading may hold {', '.join(FIELDS)}."
            raise ValueError(f"{{{field}}} is nothing a heading can hold. {hint}")
        else:
            fields.append((before, field))
    if not any(field == "title" for _, field in fields):
        raise ValueError("the heading has no {title}")
    return HeadingPattern(tuple(fields), end)


def linked(words: tuple[Inline, ...], url: str) -> tuple[Inline, ...]:
    """`words` as a link to `url`, or as they are when it is no address of the web or of a mailbox."""
    return (Link(words, url),) if url.lower().startswith(_WEB) else words


def _fitting(between: str, printed: str) -> str:
    if not printed:
        return between.lstrip(" ,;:–—-") if between.startswith((",", ";", ":", " ")) else between
    return between.removeprefix(",") if _ENDS_A_SENTENCE.search(printed) else between
