"""References from one part of a draft to another: `[](#nav)` and `[[#Heading]]`.

They are filled in when the whole draft is there: only then it is known what its parts are called.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from letterbook.draft import Block, Heading, Inline, Link, Text
from letterbook.drafting.assembling.lines import LinePrinter, find_heading, heading_anchor
from letterbook.drafting.assembling.resolver import Resolver
from letterbook.drafting.editions.edition_summary import headings_in
from letterbook.finding import Place
from letterbook.markup.additions import WikiLink
from letterbook.markup.identifiers import identifiers
from letterbook.markup.labels import cross_reference, labels, with_labels
from letterbook.markup.tree import Blocks, Inlines, inlines_of, iter_blocks, map_blocks, map_inlines
from letterbook.suggestion import did_you_mean


def fill_cross_references(
    blocks: Blocks, resolver: Resolver, lines: LinePrinter, *, heading_numbers: bool
) -> Blocks:
    """The draft with every reference to a part of it as a link that has words.

    A link without words gets the label of its target, "Figure 2"; where there is no such target, its
    name prints in brackets and a finding says so. A reference to a heading of the edition links to it,
    and the heading gets an identifier; one that is not printed for these readers leaves its words.
    """
    blocks = _with_heading_links(blocks, resolver, lines)
    known = labels(blocks, resolver.edition.language, heading_numbers=heading_numbers)
    blocks = with_labels(blocks, known)
    missing = tuple(_without_label(blocks))
    return _with_names(blocks, missing, resolver) if missing else blocks


def _without_label(blocks: Blocks) -> Iterator[tuple[str, Place | None]]:
    """The targets of the references that have no words still, each with the place of its block."""
    for block in iter_blocks(blocks):
        for inline in inlines_of(block):
            if name := cross_reference(inline):
                yield name, block.place


def _with_names(blocks: Blocks, missing: tuple[tuple[str, Place | None], ...], resolver: Resolver) -> Blocks:
    """The draft with the bare names of what has no label, each of them noted."""
    known = tuple(dict.fromkeys(identifiers(blocks)))
    for name, place in missing:
        _note_unknown(name, known, resolver, place)

    def named(inline: Inline) -> Inlines:
        name = cross_reference(inline)
        if not isinstance(inline, Link) or not name:
            return (inline,)
        return (replace(inline, children=(Text(name),)) if name in known else Text(f"[{name}]"),)

    return map_inlines(blocks, named, {Link})


def _note_unknown(name: str, known: tuple[str, ...], resolver: Resolver, place: Place | None) -> None:
    if name in known:
        message = f'"{name}" is neither a figure nor a table nor a heading with words, so it has no label.'
        hint = f"Say what is to be printed: [words](#{name})."
    else:
        message = f'Nothing in this draft is called "#{name}".'
        hint = did_you_mean(name, known) or f"Name a figure, a table or a heading by {{#{name}}}."
    resolver.note("reference-unknown", message, hint, place or Place(resolver.edition.path))


def _with_heading_links(blocks: Blocks, resolver: Resolver, lines: LinePrinter) -> Blocks:
    """References to the edition's own headings as links, and those headings with identifiers."""
    wanted = {
        inline.heading
        for block in iter_blocks(blocks)
        for inline in inlines_of(block)
        if isinstance(inline, WikiLink)
    }
    if not wanted:
        return blocks
    printed = {block.place for block in iter_blocks(blocks) if isinstance(block, Heading)}
    last_first = reversed([*headings_in(resolver.edition.blocks)])
    places = dict(sorted(last_first, key=lambda heading: heading[1] in printed))
    targets = {heading: find_heading(heading, tuple(places)) or "" for heading in wanted}
    anchors = _anchors(blocks, {places[words]: words for words in targets.values() if words})

    def linked(inline: Inline) -> Inlines:
        if not isinstance(inline, WikiLink):
            return (inline,)
        heading = targets[inline.heading]
        words = lines.words(inline) or (Text(heading),)
        anchor = anchors.get(places[heading])
        return (Link(words, f"#{anchor}"),) if anchor else words

    def named(block: Block) -> Blocks:
        anchor = anchors.get(block.place)
        return (replace(block, identifier=anchor),) if isinstance(block, Heading) and anchor else (block,)

    return map_blocks(map_inlines(blocks, linked), named)


def _anchors(blocks: Blocks, wanted: dict[Place | None, str]) -> dict[Place | None, str]:
    """The identifier of each printed heading that is wanted: its own, else one made of its words."""
    taken = set(identifiers(blocks))
    anchors: dict[Place | None, str] = {}
    for block in iter_blocks(blocks):
        if isinstance(block, Heading) and block.place in wanted and block.place not in anchors:
            anchor = block.identifier or _free(heading_anchor(wanted[block.place]) or "heading", taken)
            taken.add(anchor)
            anchors[block.place] = anchor
    return anchors


def _free(anchor: str, taken: set[str]) -> str:
    free, number = anchor, 1
    while free in taken:
        number += 1
        free = f"{anchor}-{number}"
    return free
