"""The words by which a sentence speaks of a time without naming a day, or looks ahead.

In the next letter such a sentence is often no longer true, though no date in it gives it away.
"""

from __future__ import annotations

import re

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_WHEN = "in|by|this|next|last|late|early|mid|until|before|after|during|over|since"
_WHICH = "coming|next|last|past|end of|second half of|first half of|early|late|mid"
_SEASONS = "spring|summer|autumn|fall|winter|christmas|easter"
_SPANS = "year[- ]end|quarter|half[- ]year|year|month|weeks?"
_ENGLISH = (
    rf"\b(?:{_WHEN})[ -](?:the )?(?:(?:{_WHICH})[ -](?:the )?)?(?:{_SEASONS}|{_SPANS}|{_MONTHS})\b"
    r"|\b(?:today|tomorrow|yesterday|recently|shortly|soon|currently)\b"
)

_GERMAN_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_GERMAN_WHEN = "im|dieses|diesen|diesem|nächste[nsmr]?|letzte[nsmr]?|kommende[nsmr]?|bis|seit"
_GERMAN_SPANS = "Frühjahr|Frühling|Sommer|Herbst|Winter|Jahresende|Quartal|Halbjahr|Jahr|Monat|Woche"
_GERMAN = (
    rf"\b(?:{_GERMAN_WHEN}) (?:de[nms] )?(?:{_GERMAN_SPANS}|{_GERMAN_MONTHS})s?\b"
    r"|\b(?:demnächst|derzeit)\b"
)

_TIME = re.compile(f"{_ENGLISH}|{_GERMAN}", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:expect|plan|hope|intend|aim|anticipate|look forward|are about)(?:s|ing)?\b|\bwill\b"
    r"|\b(?:erwarte|plane|hoffe|beabsichtige)\w*|\b(?:werden|wird)\b",
    re.IGNORECASE,
)


def time_words(text: str) -> tuple[str, ...]:
    """The words of a sentence that speak of a time, then those that look ahead, each once."""
    found = (match[0] for pattern in (_TIME, _AHEAD) for match in pattern.finditer(text))
    return tuple(dict.fromkeys(found))
