"""The rule of disclosures that were to be looked at again."""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition


def disclosure_out_of_date(edition: CheckedEdition) -> Iterator[Found]:
    """A disclosure that is printed after the day by which it was to be looked at again."""
    for text in edition.standing_texts:
        if text.review_by and edition.date and text.review_by < edition.date:
            message = (
                f'The disclosure "{text.name}" was to be looked at again by {text.review_by.isoformat()}.'
            )
            yield Found(message, "", text.place)
