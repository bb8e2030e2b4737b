"""How findings call a figure, and by what one knows it again on another day."""

from __future__ import annotations

import re

from letterbook.figure import Figure
from letterbook.fund.figure_names import name_words


def called(figure: Figure) -> str:
    """A figure by the name that one calls it by, with its basis."""
    basis = figure.basis.value if figure.basis else ""
    is_said = not basis or basis in all_words_of(figure.name)
    return figure.name if is_said else f"{figure.name} {basis}"


def all_words_of(name: str) -> frozenset[str]:
    """The words of a name in small letters, gross and net too."""
    return frozenset(re.findall(r"\w+", name.casefold()))


def measure_of(figure: Figure) -> tuple[object, ...]:
    """What is the same for a figure on all days: the words of its name, and its basis."""
    return tuple(sorted(name_words(figure.name))), figure.basis
