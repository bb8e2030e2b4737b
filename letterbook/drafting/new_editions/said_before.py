"""What editions have said about an item: the words below its heading in each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from letterbook.draft import Block
from letterbook.drafting.assembling.reading_order import ends_commentary
from letterbook.drafting.editions.edition import read_edition
from letterbook.drafting.project import Project
from letterbook.files import name_key
from letterbook.finding import Place
from letterbook.item import Item
from letterbook.markup.additions import ItemHeading
from letterbook.markup.text import plain_text
from letterbook.markup.tree import child_blocks
from letterbook.record import record


@record
class SaidBefore:
    """What the edition of that name says about an item, without markup; empty when it only placed it."""

    edition: str
    text: str
    place: Place


def said_before(item: Item, project: Project) -> tuple[SaidBefore, ...]:
    """What each edition that placed `item` says about it, in the order of their files.

    Raises BadInput when one of these editions cannot be read.
    """
    said: list[SaidBefore] = []
    for name in project.used.get(item.name, ()):
        summary = project.edition_by_name.get(name_key(name))
        if summary is None:
            continue
        edition = read_edition(project.workspace, project.workspace.root / summary.path)
        found = list(_commentaries(edition.blocks, item, project))
        said += [SaidBefore(name, text, place) for text, place in found if text]
        if not any(text for text, _ in found):
            said.append(SaidBefore(name, "", found[0][1] if found else Place(summary.path)))
    return tuple(said)


def _commentaries(blocks: Sequence[Block], item: Item, project: Project) -> Iterator[tuple[str, Place]]:
    """The words below each heading that places `item`, and where the heading stands."""
    for position, block in enumerate(blocks):
        if isinstance(block, ItemHeading) and _means(block, item, project):
            yield plain_text(_below(blocks[position + 1 :], block.level)), block.link.place or Place("")
        for children in child_blocks(block):
            yield from _commentaries(children, item, project)


def _below(blocks: Sequence[Block], level: int) -> Iterator[Block]:
    return takewhile(lambda block: not ends_commentary(block, level), blocks)


def _means(heading: ItemHeading, item: Item, project: Project) -> bool:
    found = project.references.find(heading.link.target)
    return len(found) == 1 and found[0].path == item.path
