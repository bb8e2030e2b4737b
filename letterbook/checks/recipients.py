"""Checks of what a draft has for its recipients."""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.draft import Division, Span
from letterbook.errors import BadInput
from letterbook.finding import Place
from letterbook.markup.recipient_fields import field_of, written_test
from letterbook.markup.recipient_tests import parse_recipient_test


def recipient_test_unreadable(edition: CheckedEdition) -> Iterator[Found]:
    """A passage for some recipients that does not say for whom."""
    for division, _ in edition.of_kind(Division):
        written = written_test(division)
        if written is not None:
            try:
                parse_recipient_test(written)
            except BadInput as error:
                yield Found(error.message, error.hint, division.place)


def made_for_recipients(edition: CheckedEdition) -> Iterator[Found]:
    """A draft that is one letter for many: it shows all passages, and marks in the place of values."""
    fields = [
        (name, printed.block.place) for span, printed in edition.of_kind(Span) if (name := field_of(span))
    ]
    passages = [
        division.place for division, _ in edition.of_kind(Division) if written_test(division) is not None
    ]
    if fields or passages:
        sentence = _sentence(tuple(dict.fromkeys(name for name, _ in fields)), len(passages))
        places = [place for place in (*(place for _, place in fields), *passages) if place]
        yield Found(sentence, _HINT, min(places, key=_position, default=None))


def _position(place: Place) -> tuple[str, int, int]:
    return place.file, place.line, place.column


_NAMED = 5
_HINT = 'The draft shows all of it; "letterbook copies" makes a copy for each recipient.'


def _sentence(fields: tuple[str, ...], passages: int) -> str:
    named = ", ".join(fields[:_NAMED]) + (f" and {len(fields) - _NAMED} more" if len(fields) > _NAMED else "")
    parts = [f"fields for each recipient ({named})"] if fields else []
    if passages:
        parts.append("a passage for some" if passages == 1 else f"{passages} passages for some")
    return f"The draft has {' and '.join(parts)}."
