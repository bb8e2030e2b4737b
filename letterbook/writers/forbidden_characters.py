"""The characters that no draft can hold, because XML forbids them: found, told and left out.

Control characters, lone surrogates, U+FFFE and U+FFFF (XML 1.0, section 2.2). Word refuses a file that has
one; in Markdown it is a slip that nobody sees.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from letterbook.finding import Place
from letterbook.word_lists import listed

T = TypeVar("T")

CHARACTER_DROPPED = "character-dropped"
DROPPED_HINT = "Delete it in the source."
# The few that are forbidden, not all others: so large a set would take Python ten times as long to compile.
_FORBIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"


def without_forbidden(text: str) -> str:
    """`text` without the forbidden characters, and with line ends as they will be read back."""
    if text.isprintable():  # none of them is, nor is a line end
        return text
    text = re.sub(_FORBIDDEN, "", text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def forbidden_characters(text: str) -> tuple[str, ...]:
    """The names (`U+0007`) of the characters that XML forbids in `text`, each once, in order."""
    if text.isprintable():  # none of them is, nor is a line end
        return ()
    return tuple(dict.fromkeys(f"U+{ord(character):04X}" for character in re.findall(_FORBIDDEN, text)))


def dropped(characters: Sequence[str], part: str = "") -> str:
    """The sentence that tells which characters were left out, and of what `part` if that is known."""
    where = f" in {part}" if part else ""
    if len(characters) == 1:
        return f"The character {characters[0]}{where} cannot stand in a draft and was left out."
    return f"The characters {listed(characters)}{where} cannot stand in a draft and were left out."


def printable(node: T) -> T:
    """A draft, or a part of one, with all its texts free of the characters that XML forbids."""
    return cast("T", _cleaned(node))


def _cleaned(node: object) -> object:
    if type(node) is str:
        return without_forbidden(node)
    if isinstance(node, tuple):
        return tuple(_cleaned(each) for each in node)
    if not is_dataclass(node) or isinstance(node, type | Place):
        return node
    return replace(node, **{field.name: _cleaned(getattr(node, field.name)) for field in fields(node)})
