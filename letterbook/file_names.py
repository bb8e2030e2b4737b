"""Names for new files that every system accepts.

Apart from `files`, since only commands that make files need pathvalidate, which takes a while to load.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from pathvalidate import sanitize_filename

from letterbook.files import name_key

NAME_LENGTH = 100
_ALSO_UNSAFE_IN_OBSIDIAN = "#^[]|"
_UNSAFE_TO_BLANKS = str.maketrans(dict.fromkeys(_ALSO_UNSAFE_IN_OBSIDIAN, " "))
# Names of these characters and lengths are safe and reserved on no system; most titles are such.
_PLAIN_NAME = re.compile(rf"[A-Za-z0-9 ,&'()-]{{5,{NAME_LENGTH}}}")


def safe_name(title: str, taken: Iterable[str] = ()) -> str:
    """A file name (without ending) for `title` that every system and Obsidian accept.

    At most 100 characters, and unlike all of `taken` when compared by `name_key`; a number is
    added where needed (`Title 2`). `taken` is best a set of keys already: it is only looked up.
    """
    if title.isascii() and title.isprintable():
        text = title.translate(_UNSAFE_TO_BLANKS)
    else:
        text = unicodedata.normalize("NFC", title)
        text = "".join(" " if _is_unsafe(character) else character for character in text)
    text = " ".join(text.split()).strip(". ")
    if not _PLAIN_NAME.fullmatch(text):
        sanitized = sanitize_filename(text, platform="universal")
        text = sanitized[:NAME_LENGTH].strip(". ") or "Untitled"
        if text != sanitized:
            text = sanitize_filename(text, platform="universal")
    keys = taken if isinstance(taken, (set, frozenset)) else {name_key(name) for name in taken}
    name, number = text, 2
    while name_key(name) in keys:
        ending = f" {number}"
        name = text[: NAME_LENGTH - len(ending)].rstrip(". ") + ending
        number += 1
    return name


def _is_unsafe(character: str) -> bool:
    return character in _ALSO_UNSAFE_IN_OBSIDIAN or unicodedata.category(character) in {"Cc", "Cf", "Cs"}
