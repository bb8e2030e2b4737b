"""Checks of the names that a draft's parts have, and of the links to them."""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.draft import Block, Inline, Link
from letterbook.finding import Place
from letterbook.markup.identifiers import NAMED, identifier_of
from letterbook.suggestion import did_you_mean


def identifier_twice(edition: CheckedEdition) -> Iterator[Found]:
    """Two parts of one name: links lead to the first. A note that is called twice is one part."""
    first: dict[str, tuple[Place | None, Block | Inline]] = {}
    for name, place, node in _identifiers(edition):
        earlier, same = first.setdefault(name, (place, node))
        if same is node or (same == node and earlier == place):
            continue
        where = f"; the first is in line {earlier.line}" if earlier and earlier.line else ""
        yield Found(
            f'A second part is called "#{name}"{where}.',
            "Give it another name: links lead to the first, and only that is numbered.",
            place,
        )


def link_nowhere(edition: CheckedEdition) -> Iterator[Found]:
    """A link to a place in the draft that is not there."""
    known = {name for name, _, _ in _identifiers(edition)}
    for link, printed in edition.of_kind(Link):
        name = link.target.removeprefix("#")
        if link.target.startswith("#") and name not in known:
            hint = did_you_mean(name, known) or f"Name the place that is meant by {{#{name}}}."
            yield Found(f"The link #{name} leads nowhere in this draft.", hint, printed.block.place)


def _identifiers(edition: CheckedEdition) -> Iterator[tuple[str, Place | None, Block | Inline]]:
    """Every identifier of the draft, the place of its block and what has it; in a paragraph only spans do."""
    for kind in NAMED:
        for node, printed in edition.of_kind(kind):
            if name := identifier_of(node):
                yield name, printed.block.place, node
