"""Checks of what an edition places."""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition


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
    """An item that another edition of the workspace has placed already."""
    seen: set[str] = set()
    for placed in edition.placed:
        others = [name for name in edition.used.get(placed.item.name, ()) if name != edition.name]
        if others and placed.item.name not in seen:
            seen.add(placed.item.name)
            yield Found(
                f'"{placed.item.title}" was placed in {_listing(others)} already.',
                "Fine if you mean it; otherwise remove it here.",
                placed.place,
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


def _listing(names: list[str]) -> str:
    quoted = [f'"{name}"' for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
