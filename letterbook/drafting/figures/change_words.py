"""Words for the change of a figure, by language."""

from __future__ import annotations

from collections.abc import Mapping

from letterbook.record import record


@record
class ChangeWords:
    """What is printed for a figure that is greater than its predecessor, smaller, or the same."""

    up: str
    down: str
    same: str


_WORDS: Mapping[str, ChangeWords] = {
    "en": ChangeWords("rose", "fell", "was unchanged"),
    "de": ChangeWords("stieg", "fiel", "blieb unverändert"),
    "fr": ChangeWords("a augmenté", "a baissé", "n’a pas changé"),
    "es": ChangeWords("subió", "bajó", "no varió"),
    "nl": ChangeWords("steeg", "daalde", "bleef gelijk"),
}
_POINTS = {
    "en": "percentage points",
    "de": "Prozentpunkte",
    "fr": "points de pourcentage",
    "es": "puntos porcentuales",
    "nl": "procentpunten",
}


def change_words(language: str) -> ChangeWords | None:
    """The words in `language` (`de`, `de-CH`), or None where there are none."""
    return _WORDS.get(_primary(language))


def points(language: str) -> str:
    """The unit of the difference between two rates, in English where the language is not known."""
    return _POINTS.get(_primary(language), _POINTS["en"])


def languages() -> tuple[str, ...]:
    """The languages that there are words for."""
    return tuple(_WORDS)


def _primary(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].casefold()
