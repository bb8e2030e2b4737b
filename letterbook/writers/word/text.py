"""Text on its way into XML: what XML forbids is dropped, what XML means is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable

DROPPED_HINT = "Delete it in the source."
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = re.compile('[&<>"\t\n\r]')


def without_forbidden(text: str) -> str:
    """`text` without the characters XML 1.0 forbids, and with line ends as they will be read back.

    Forbidden are control characters, lone surrogates, U+FFFE and U+FFFF (XML 1.0, section 2.2).
    """
    if text.isascii() and text.isprintable():
        return text
    text = _FORBIDDEN.sub("", text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def forbidden_characters(text: str) -> tuple[str, ...]:
    """The names (`U+0007`) of the characters that XML forbids in `text`, each once, in order."""
    if text.isascii() and text.isprintable():
        return ()
    return tuple(dict.fromkeys(f"U+{ord(character):04X}" for character in _FORBIDDEN.findall(text)))


def dropped(characters: Iterable[str]) -> str:
    """The sentence that tells which characters were left out."""
    return f"The character {', '.join(characters)} cannot stand in a draft and was left out."


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
