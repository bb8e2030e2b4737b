"""The details that `{{ edition.number }}` and the like print in a line."""

from __future__ import annotations

from collections.abc import Mapping

from letterbook.drafting.editions.edition import Edition
from letterbook.drafting.partials.periods import date_words, period_words


def field_values(edition: Edition) -> Mapping[str, str]:
    """The text of every field of the edition and its publication, the author's own keys included."""
    own = {f"edition.{key}": value for key, value in edition.values.items()}
    return own | {
        "edition.number": edition.number,
        "edition.date": date_words(edition.date, edition.language) if edition.date else "",
        "edition.as-of": date_words(edition.as_of, edition.language) if edition.as_of else "",
        "edition.period": period_words(edition.number),
        "edition.title": edition.title,
        "edition.subtitle": edition.subtitle,
        "edition.audience": edition.audience.value,
        "edition.author": ", ".join(edition.authors),
        "edition.link": edition.link,
        "edition.name": edition.name,
        "publication.title": edition.publication.title,
        "publication.name": edition.publication_name,
    }
