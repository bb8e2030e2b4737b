"""Checks of what an edition places."""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition, OtherEdition
from letterbook.word_lists import listed


def item_placed_twice(edition: CheckedEdition) -> Iterator[Found]:
    """An item that the edition places a second time."""
    first: dict[str, int] = {}
    for placed in edition.placed:
        line = first.setdefault(placed.item.name, placed.place.line)
        if line != placed.place.line:
            yield Found(
                f'"{placed.item.title}" is placed here a second time; the first is in line {line}.',
                "Remove one, or refer to it in the text by [[…]].",
                placed.place,
            )


def item_used_before(edition: CheckedEdition) -> Iterator[Found]:
    """An item that an earlier edition of the same publication has placed."""
    siblings = (other for other in _earlier(edition) if other.publication == edition.publication)
    yield from _used_in(edition, {other.name for other in siblings})


def item_used_elsewhere(edition: CheckedEdition) -> Iterator[Found]:
    """An item that an earlier edition of another publication has placed."""
    others = (other for other in _earlier(edition) if other.publication != edition.publication)
    yield from _used_in(edition, {other.name for other in others})


def _earlier(edition: CheckedEdition) -> Iterator[OtherEdition]:
    """The editions not dated after this one: of two that place an item, only the later one is told."""
    date = edition.date.isoformat() if edition.date else ""
    return (other for other in edition.others if not (date and other.date > date))


def _used_in(edition: CheckedEdition, editions: set[str]) -> Iterator[Found]:
    """Each placed item that one of `editions` has placed too, once."""
    placed = {placed.item.name: placed for placed in reversed(edition.placed)}
    for name, first in reversed(placed.items()):
        used = edition.used.get(name, ())
        others = [f'"{other}"' for other in used if other in editions - {edition.name}]
        if others:
            yield Found(
                f'"{first.item.title}" was placed in {listed(others)} already.',
                "Fine if you mean it; otherwise remove it here.",
                first.place,
            )


def commentary_missing(edition: CheckedEdition) -> Iterator[Found]:
    """An item under whose heading the edition says nothing itself."""
    for placed in edition.placed:
        if placed.commented or placed.by_section:
            continue
        what = "its own commentary" if placed.item.commentary else "its highlights"
        if not placed.item.commentary and not placed.item.highlights:
            what = "nothing but its heading"
        yield Found(
            f'Nothing is said here about "{placed.item.title}"; the draft prints {what}.',
            "Write below the heading what you think about it.",
            placed.place,
        )
