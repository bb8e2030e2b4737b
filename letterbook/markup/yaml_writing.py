"""Writing text as YAML, as plainly as YAML and its readers allow."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORDS_WITH_A_MEANING = frozenset(
    {"", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "<<", "="}
)
_NEEDS_QUOTES = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`]|^\.\.\.|: | #|\t|[\s:]\Z")
_NEEDS_QUOTES_IN_A_LIST = re.compile(r"[,?\[\]{}]|:\"|:'")
# Compiled when a text needs it, which few do: so large a set takes Python as long as a whole module.
_NEEDS_ESCAPES = "[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
_SHORT_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}


def scalar_yaml(text: str, *, in_list: bool = False) -> str:
    """`text` as a scalar on one line: plain where that is safe in any YAML reader, else quoted.

    Lone surrogates, which no file can hold, become U+FFFD.
    """
    if not text.isprintable() and re.search(_NEEDS_ESCAPES, text):
        return '"' + re.sub(_NEEDS_ESCAPES, _escaped, re.sub(r'(["\\])', r"\\\1", text)) + '"'
    misread = text.casefold() in _WORDS_WITH_A_MEANING or _NEEDS_QUOTES.search(text)
    if not misread and not (in_list and _NEEDS_QUOTES_IN_A_LIST.search(text)):
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def list_yaml(texts: Sequence[str]) -> str:
    """`texts` as a list on one line: `[a, b]`."""
    return "[" + ", ".join(scalar_yaml(text, in_list=True) for text in texts) + "]"


def _escaped(match: re.Match[str]) -> str:
    character = match.group()
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    code = ord(character)
    return _SHORT_ESCAPES.get(character) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")
