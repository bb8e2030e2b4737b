"""The rule of investors who may have to publish what they are sent."""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.letters.recipients.companies import company_tables, company_values
from letterbook.checks.letters.recipients.readership import names_of
from letterbook.draft import Block


def company_data_public(edition: CheckedEdition) -> Iterator[Found]:
    """A table about single companies, or what one is worth, in what such an investor gets."""
    if not any(each.is_public for each in edition.readership.recipients):
        return
    for table in company_tables(edition):
        if readers := _public_readers(edition, table.block):
            message = f"The table of single companies goes to {readers}, who may have to publish it."
            yield Found(message, "", table.place)
    for value in company_values(edition):
        if readers := _public_readers(edition, value.block):
            message = f"What {value.company} is worth is told to {readers}, who may have to publish it."
            yield Found(message, "", value.place)


def _public_readers(edition: CheckedEdition, block: Block) -> str:
    """Those who may have to publish a block that they get, as a sentence has them; empty for nobody."""
    readers = [each for each in edition.readership.readers(block) if each.is_public]
    return names_of(readers) if readers else ""
