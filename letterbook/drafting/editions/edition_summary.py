"""What is known of an edition without its text: its details, its headings and what it places."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from letterbook.draft import Block, Heading
from letterbook.drafting.assembling.pictures import is_picture
from letterbook.drafting.editions.edition import Edition
from letterbook.finding import Place
from letterbook.markup.additions import EmbedBlock, ItemHeading, WikiLink
from letterbook.markup.text import plain_text
from letterbook.markup.tree import iter_blocks
from letterbook.record import named_record, record


class PlacedBy(StrEnum):
    """How an edition places an item."""

    HEADING = "heading"
    EMBED = "embed"
    HIGHLIGHT = "highlight"


@record
class Reference:
    """A heading or an embed in an edition file that places what `target` means."""

    target: str
    placed_by: PlacedBy
    place: Place
    anchor: str = ""


@named_record
class EditionSummary:
    """An edition as others see it. `date` is ISO text or empty."""

    name: str
    path: str
    publication: str
    number: str = ""
    title: str = ""
    date: str = ""
    audience: str = "public"
    link: str = ""
    headings: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()


def summarise(edition: Edition) -> EditionSummary:
    """The summary of `edition`."""
    return EditionSummary(
        name=edition.name,
        path=edition.path,
        publication=edition.publication_name,
        number=edition.number,
        title=edition.title,
        date=edition.date.isoformat() if edition.date else "",
        audience=edition.audience.value,
        link=edition.link,
        headings=tuple(headings_of(edition.blocks)),
        references=tuple(find_references(edition.blocks)),
    )


def find_references(blocks: tuple[Block, ...]) -> Iterator[Reference]:
    """Everything in the tree that places an item or a highlight, in reading order; no pictures."""
    for block in iter_blocks(blocks):
        reference = reference_of(block)
        if reference:
            yield reference


def reference_of(block: Block) -> Reference | None:
    """What `block` itself places, if it is the heading of an item or an embed of one."""
    if isinstance(block, ItemHeading):
        return Reference(block.link.target, PlacedBy.HEADING, _place(block, block.link))
    if isinstance(block, EmbedBlock) and not is_picture(block.link):
        placed_by = PlacedBy.HIGHLIGHT if block.link.anchor else PlacedBy.EMBED
        return Reference(block.link.target, placed_by, _place(block, block.link), block.link.anchor)
    return None


def _place(block: Block, link: WikiLink) -> Place:
    return link.place or block.place or Place("")


def headings_of(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The words of all headings in the tree; that of an item is what its author wrote for it."""
    return (words for words, _ in headings_in(blocks))


def headings_in(blocks: tuple[Block, ...]) -> Iterator[tuple[str, Place | None]]:
    """The words of all headings in the tree as `headings_of` gives them, each with its place."""
    for block in iter_blocks(blocks):
        if isinstance(block, Heading):
            yield plain_text(block.children), block.place
        elif isinstance(block, ItemHeading):
            yield block.link.words or block.link.target, block.place
