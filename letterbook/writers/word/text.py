"""Text on its way into XML: what XML forbids is dropped, what XML means is escaped."""

from __future__ import annotations

import re

from letterbook.writers.forbidden_characters import without_forbidden

_SPECIAL = re.compile('[&<>"\t\n\r]')


def escape(text: str) -> str:
    """`text`, free of forbidden characters, as the content of an element."""
    if _SPECIAL.search(text) is None:
        return text
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """`text` as the value of an attribute in double quotes; forbidden characters are dropped."""
    text = without_forbidden(text)
    if _SPECIAL.search(text) is None:
        return text
    text = escape(text).replace('"', "&quot;")
    return text.replace("\t", "&#9;").replace("\n", "&#10;")


def element_text(text: str) -> str:
    """`text` as the content of an element; forbidden characters are dropped."""
    return escape(without_forbidden(text))
