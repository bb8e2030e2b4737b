"""What a section can read of a recipient's fields, of indices and of terms; plain frozen data."""

from __future__ import annotations

from dataclasses import dataclass

from letterbook.drafting.partials.printable import Blocks, Inlines


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field that each recipient's copy fills, and its label."""

    label: str
    field: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView:
    """An index: the name that tables have for it, its full name where that is another, and what it is."""

    name: str
    full_name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """A term and what it means."""

    name: str
    meaning: Blocks
