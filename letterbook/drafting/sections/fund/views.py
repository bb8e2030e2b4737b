"""What a section can read of a recipient's fields, of indices and of terms; plain frozen data."""

from __future__ import annotations

from letterbook.drafting.partials.printable import Blocks, Inlines
from letterbook.record import named_record, record


@record
class FieldView:
    """A field that each recipient's copy fills, and its label."""

    label: str
    field: Inlines


@named_record
class IndexView:
    """An index: the name that tables have for it, its full name where that is another, and what it is."""

    name: str
    full_name: str
    text: str


@named_record
class TermView:
    """A term and what it means."""

    name: str
    meaning: Blocks
