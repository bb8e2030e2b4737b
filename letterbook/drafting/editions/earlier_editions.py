"""The editions of a publication that came before one of them."""

from __future__ import annotations

from collections.abc import Iterable

from letterbook.drafting.editions.edition import Edition
from letterbook.drafting.editions.edition_summary import EditionSummary
from letterbook.drafting.editions.translations import is_translation_of
from letterbook.item import Audience


def earlier_editions(summaries: Iterable[EditionSummary], edition: Edition) -> tuple[EditionSummary, ...]:
    """The editions of the publication of `edition` with a date before its own, the last of them first.

    Translations of `edition` are none of them. Before an edition without a date came all that have one.
    """
    day = edition.date.isoformat() if edition.date else ""
    earlier = [
        other
        for other in summaries
        if other.publication == edition.publication_name and _is_before(other, edition.path, day)
    ]
    return tuple(sorted(earlier, key=lambda each: each.date, reverse=True))


def has_letter_before(summaries: Iterable[EditionSummary], name: str) -> bool:
    """Whether the edition `name` is a letter to investors with another before it, to compare it with."""
    summaries = tuple(summaries)
    letter = next((each for each in summaries if each.name == name), None)
    return (
        letter is not None
        and letter.audience == Audience.INVESTORS
        and any(
            other.publication == letter.publication and _is_before(other, letter.path, letter.date)
            for other in summaries
        )
    )


def _is_before(other: EditionSummary, path: str, day: str) -> bool:
    """Whether an edition has a date before `day`, if there is one, and is not the one at `path`."""
    is_another = other.path != path and not is_translation_of(other.path, path)
    return is_another and bool(other.date) and (not day or other.date < day)
