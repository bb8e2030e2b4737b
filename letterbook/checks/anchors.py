"""Checks of the names that a draft's parts have, and of the links to them."""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.draft import Link
from letterbook.finding import Place
from letterbook.markup.identifiers import NAMED, identifier_of
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
            "Give it another name: links lead to the first, and only that is numbered.",
            place,
        )


def link_nowhere(edition: CheckedEdition) -> Iterator[Found]:
    """A link to a place in the draft that is not there."""
    known = {name for name, _ in _identifiers(edition)}
    for link, printed in edition.of_kind(Link):
        name = link.target.removeprefix("#")
        if link.target.startswith("#") and name not in known:
            hint = did_you_mean(name, known) or f"Name the place that is meant by {{#{name}}}."
            yield Found(f"The link #{name} leads nowhere in this draft.", hint, printed.block.place)


def _identifiers(edition: CheckedEdition) -> Iterator[tuple[str, Place | None]]:
    """Every identifier of the draft with the place of its block; in a paragraph only spans have one."""
    for kind in NAMED:
        for node, printed in edition.of_kind(kind):
            if name := identifier_of(node):
                yield name, printed.block.place
