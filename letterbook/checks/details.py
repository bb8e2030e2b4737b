"""Checks of the details at the top of an edition file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.finding import Place


def number_used_twice(edition: CheckedEdition) -> Iterator[Found]:
    """A number that another edition of the same publication has."""
    for other in edition.others:
        same_number = other.number and other.number == edition.number
        if same_number and other.publication == edition.publication and other.path != edition.path:
            yield Found(
                f'Number {edition.number} is also that of "{other.name}".',
                "Give one of them another number.",
                _place(edition, "number"),
            )


def number_missing(edition: CheckedEdition) -> Iterator[Found]:
    """An edition of a publication without its number."""
    if not edition.number:
        yield Found(
            "The edition has no number.", 'Add one at the top, as in "number: 12".', _place(edition, "number")
        )


def date_missing(edition: CheckedEdition) -> Iterator[Found]:
    """An edition without its date."""
    if edition.date is None:
        yield Found(
            "The edition has no date.",
            'Add one at the top, as in "date: 2024-01-25".',
            _place(edition, "date"),
        )


def title_missing(edition: CheckedEdition) -> Iterator[Found]:
    """An edition without a title."""
    if not edition.title.strip():
        yield Found(
            "The edition has no title.", 'Add one at the top, as in "title: …".', _place(edition, "title")
        )


def subtitle_missing(edition: CheckedEdition) -> Iterator[Found]:
    """An edition without a line below its title."""
    if not edition.subtitle.strip():
        hint = 'Add one at the top, as in "subtitle: …"; it is what mail programs show first.'
        yield Found("The edition has no subtitle.", hint, _place(edition, "subtitle"))


_DISCLOSED = re.compile(
    r"\bpast performance (?:is|does|should|may|cannot)\b|\bWertentwicklung(?:en)? (?:in"
    r"|aus) der Vergangenheit\b",
    re.IGNORECASE,
)
"""The words of the one disclosure that no letter goes without."""


def disclosures_missing(edition: CheckedEdition) -> Iterator[Found]:
    """A letter that prints no disclosures, and whose own words are none either."""
    if "disclosures" not in edition.sections and not _DISCLOSED.search(edition.text):
        yield Found(
            "The letter prints no disclosures.",
            "Put {{ disclosures }} into a paragraph of its own at its end.",
            Place(edition.path),
        )


def _place(edition: CheckedEdition, key: str) -> Place:
    return edition.places.get(key, Place(edition.path, 1))
