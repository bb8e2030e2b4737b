"""The names of figures, as people say them: `Fund I net TVPI`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from letterbook.figure import Basis, Figure

_BASES = frozenset(Basis)
_WORD = re.compile(r"[^\W_]+(?:[&'’.][^\W_]+)*")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in the form in which they are compared: case and punctuation do not matter."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return tuple(_WORD.findall(folded))


@lru_cache(maxsize=4096)  # a letter asks for the same few names at each of its numbers
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name without gross and net, which are its basis."""
    return tuple(word for word in words_of(name) if word not in _BASES)


def basis_in(name: str) -> Basis | None:
    """The basis that a name says; None where it says none, or both."""
    found = {Basis(word) for word in words_of(name) if word in _BASES}
    return found.pop() if len(found) == 1 else None


def figures_named(figures: Iterable[Figure], name: str) -> tuple[Figure, ...]:
    """The figures of a name, of whatever date and period; gross or net need not be said where it is one."""
    words, basis = sorted(name_words(name)), basis_in(name)
    return tuple(
        figure
        for figure in figures
        if sorted(name_words(figure.name)) == words and basis in {None, figure.basis}
    )


def figures_with(figures: Iterable[Figure], words: str) -> tuple[Figure, ...]:
    """The figures that have all of `words`, or their beginnings, in name, basis, period, status or date."""
    wanted = words_of(words)
    return tuple(figure for figure in figures if all(_has(figure, word) for word in wanted))


def _has(figure: Figure, word: str) -> bool:
    said = (
        figure.name,
        figure.basis or "",
        figure.period.words if figure.period else "",
        figure.status or "",
        figure.as_of.isoformat() if figure.as_of else "",
    )
    return any(each.startswith(word) for text in said for each in words_of(text))
