"""All that an edition says, whoever says it: what stands in it anywhere is not missing."""

from __future__ import annotations

from letterbook.checks.checked_edition import CheckedEdition


def everything_said(edition: CheckedEdition) -> str:
    """The words of all blocks of an edition, of quotations and disclosures, and those of footnotes."""
    words = edition.own_words
    notes = [passage.notes for passage in words.passages if passage.notes]
    notes += [cell.passage.notes for table in words.tables for cell in table.cells if cell.passage.notes]
    return "\n".join((edition.text, *notes))
