"""Checks of the names that a draft's parts have, and of the links to them."""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.draft import Link
from letterbook.finding import Place
from letterbook.markup.identifiers import identifiers_of
from letterbook.suggestion import did_you_mean


def identifier_twice(edition: CheckedEdition) -> Iterator[Found]:
    """Two parts of one name: links lead to the first."""
    first: dict[str, Place | None] = {}
    for name, place in _identifiers(edition):
        if name not in first:
            first[name] = place
            continue
        earlier = first[name]
        where = f"; the first is in line {earlier.line}" if earlier and earlier.line else ""
        yield Found(
            f'A second part is called "#{name}"{where}.',
            "Give it another name; links lead to the first.",
            place,
        )


def link_nowhere(edition: CheckedEdition) -> Iterator[Found]:
    """A link to a place in the draft that is not there."""
    known: set[str] | None = None
    for printed in edition.printed:
        for inline in printed.inlines:
            if not isinstance(inline, Link) or not inline.target.startswith("#"):
                continue
            if known is None:
                known = {name for name, _ in _identifiers(edition)}
            name = inline.target.removeprefix("#")
            if name not in known:
                hint = did_you_mean(name, known) or f"Name the place that is meant by {{#{name}}}."
                yield Found(f"The link #{name} leads nowhere in this draft.", hint, printed.block.place)


def _identifiers(edition: CheckedEdition) -> Iterator[tuple[str, Place | None]]:
    for printed in edition.printed:
        for name in identifiers_of(printed.block, printed.inlines):
            yield name, printed.block.place
