"""Place-holders: what a partial prints instead of a value, so that no value is read as Markdown.

A place-holder is U+E000, decimal digits, U+E001: private characters that no keyboard types.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.draft import Inline, Text
from letterbook.markup.additions import Placeholder

OPEN = "\ue000"
CLOSE = "\ue001"
PLACEHOLDER = re.compile(f"{OPEN}([0-9]+){CLOSE}")


def mark(key: int) -> str:
    """The characters that stand for the value with this key."""
    return f"{OPEN}{key}{CLOSE}"


def split_placeholders(text: str) -> Iterator[Inline]:
    """The text and the place-holders in it, in order."""
    position = 0
    for found in PLACEHOLDER.finditer(text):
        if found.start() > position:
            yield Text(text[position : found.start()])
        yield Placeholder(found[1])
        position = found.end()
    if position < len(text):
        yield Text(text[position:])
