"""Checks of what a draft has for its recipients."""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.draft import Division
from letterbook.errors import BadInput
from letterbook.finding import Place
from letterbook.markup.recipient_fields import field_of, written_test
from letterbook.markup.recipient_tests import parse_recipient_test


def recipient_test_unreadable(edition: CheckedEdition) -> Iterator[Found]:
    """A passage for some recipients that does not say for whom."""
    for printed in edition.of_kind(Division):
        written = written_test(printed.block)
        if written is not None:
            try:
                parse_recipient_test(written)
            except BadInput as error:
                yield Found(error.message, error.hint, printed.block.place)


def made_for_recipients(edition: CheckedEdition) -> Iterator[Found]:
    """A draft that is one letter for many: it shows all passages, and marks in the place of values."""
    fields: dict[str, None] = {}
    passages = 0
    places: list[Place | None] = []
    for printed in edition.printed:
        names = [name for inline in printed.inlines if (name := field_of(inline))]
        is_passage = written_test(printed.block) is not None
        fields |= dict.fromkeys(names)
        passages += is_passage
        if names or is_passage:
            places.append(printed.block.place)
    if places:
        yield Found(_sentence(tuple(fields), passages), _HINT, places[0])


_HINT = 'The draft shows all of it; "letterbook copies" makes a copy for each recipient.'


def _sentence(fields: tuple[str, ...], passages: int) -> str:
    parts = [f"fields for each recipient ({', '.join(fields)})"] if fields else []
    if passages:
        parts.append("a passage for some" if passages == 1 else f"{passages} passages for some")
    return f"The draft has {' and '.join(parts)}."
