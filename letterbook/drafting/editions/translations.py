"""One edition in several languages: `Letter 2026 H1.de.md` beside `Letter 2026 H1.md`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

_LANGUAGE = re.compile(r"(?P<original>.*[^.\s])\.(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)", re.DOTALL)


def original_name(name: str) -> str:
    """The name of a file, without its ending, less the language behind it; the name itself without one."""
    match = _LANGUAGE.fullmatch(name)
    return match["original"] if match else name


def is_translation_of(one: str, other: str) -> bool:
    """Whether two different paths of editions are those of one edition in two languages."""
    return one != other and _original(one) == _original(other)


def _original(path: str) -> str:
    folder, slash, name = path.rpartition("/")
    stem, dot, ending = name.rpartition(".")
    return f"{folder}{slash}{original_name(stem)}{dot}{ending}"


def language_of(path: Path) -> str:
    """The language that the name of a file says; empty where no original lies beside it."""
    match = _LANGUAGE.fullmatch(path.stem)
    is_beside = match is not None and path.with_name(f"{match['original']}{path.suffix}").is_file()
    return match["language"] if match and is_beside else ""


def translations_beside(path: Path) -> Mapping[str, Path]:
    """The files in the same folder that say the same in other languages, by their languages in small letters.

    That of `path` itself is among them where its own name says one.
    """
    original = original_name(path.stem) if language_of(path) else path.stem
    found: dict[str, Path] = {}
    for beside in sorted(path.parent.iterdir()):
        match = _LANGUAGE.fullmatch(beside.stem)
        if match and match["original"] == original and beside.suffix.casefold() == path.suffix.casefold():
            found[match["language"].casefold()] = beside
    return found
