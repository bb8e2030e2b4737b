"""Which editions have placed an item, so that it is not placed again by oversight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from letterbook.drafting.editions.draft_records import DraftRecords
from letterbook.drafting.editions.edition_summary import EditionSummary
from letterbook.drafting.editions.references import References
from letterbook.item import Item

Usage = Mapping[str, tuple[str, ...]]


def usage(editions: Iterable[EditionSummary], references: References, records: DraftRecords) -> Usage:
    """The names of the editions that placed each item, by its name.

    An edition places what its headings and embeds name, and what its sections printed when it was
    last drafted.
    """
    placed_in: dict[str, dict[str, None]] = {}
    for edition in editions:
        for item in (*_named(edition, references), *records.placed.get(edition.name, ())):
            placed_in.setdefault(item, {})[edition.name] = None
    return {item: tuple(names) for item, names in placed_in.items()}


def _named(edition: EditionSummary, references: References) -> Iterator[str]:
    for reference in edition.references:
        found = references.find(reference.target)
        if len(found) == 1 and isinstance(found[0], Item):
            yield found[0].name
