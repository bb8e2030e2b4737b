"""Passages, sentences and tables as they are compared with those of another letter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from letterbook.drafting.comparison.printed_letter import Kind, Part, PrintedPassage, PrintedTable
from letterbook.drafting.comparison.rewording import masked, telling_words
from letterbook.drafting.comparison.table_changes import row_label

TABLE = "table"


@dataclass(frozen=True)
class TextUnit:
    """A text of a `kind`, with the parts of it that figures printed."""

    text: str
    figures: Iterable[tuple[int, int]] = ()
    kind: str = ""

    @cached_property
    def masked(self) -> str:
        """What it says without numbers, days, and what figures printed."""
        return masked(self.text, self.figures)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words that are left without these."""
        return telling_words(self.masked)


@dataclass(frozen=True)
class TableUnit:
    """A table, which is known again by its header and the labels of its rows."""

    table: PrintedTable
    kind: str = TABLE

    @cached_property
    def text(self) -> str:
        """All its cells, none of which may be taken for a passage."""
        rows = (*self.table.header, *self.table.rows)
        return "\n".join((TABLE, *(" | ".join(f"{cell.column} {cell.text}" for cell in row) for row in rows)))

    @cached_property
    def masked(self) -> str:
        """Its header and its labels without numbers and days."""
        header = " | ".join(cell.text for row in self.table.header for cell in row)
        return "\n".join((TABLE, masked(header), *map(masked, map(row_label, self.table.rows))))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of these."""
        return telling_words(self.masked)


def unit_of(part: Part) -> TextUnit | TableUnit:
    """What of a part is compared; a quotation may have become a paragraph."""
    if isinstance(part, PrintedPassage):
        kind = Kind.TEXT if part.kind is Kind.QUOTE else part.kind
        return TextUnit(part.text, part.figures, kind.value)
    return TableUnit(part)
