"""The editions of a publication that came before one of them."""

from __future__ import annotations

from collections.abc import Iterable

from letterbook.drafting.editions.edition import Edition
from letterbook.drafting.editions.edition_summary import EditionSummary
from letterbook.drafting.editions.translations import is_translation_of


def earlier_editions(summaries: Iterable[EditionSummary], edition: Edition) -> tuple[EditionSummary, ...]:
    """The editions of the publication of `edition` with a date before its own, the last of them first.

    Translations of `edition` are none of them. Before an edition without a date came all that have one.
    """
    day = edition.date.isoformat() if edition.date else ""
    earlier = [
        other
        for other in summaries
        if other.publication == edition.publication_name
        and other.path != edition.path
        and not is_translation_of(other.path, edition.path)
        and other.date
        and (not day or other.date < day)
    ]
    return tuple(sorted(earlier, key=lambda each: each.date, reverse=True))
