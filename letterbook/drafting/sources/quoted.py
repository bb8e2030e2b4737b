"""The quotations of a draft as it prints, each looked up in the library once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from letterbook.checks.checked_edition import Agreement, Trace
from letterbook.checks.prose import walk
from letterbook.draft import Block, Quote
from letterbook.drafting.assembling.quotations import Quotation, block_quotation, find_quotations
from letterbook.drafting.project import Project
from letterbook.drafting.sources.line_parts import Told
from letterbook.drafting.sources.source_words import SourceWords
from letterbook.drafting.sources.told_quotation import disagreement, highlight_origins, item_words
from letterbook.finding import Place
from letterbook.item import Highlight, HighlightKind, Item


class Quoted:
    """Tells of the quotations in the blocks of one draft where they come from."""

    def __init__(self, blocks: tuple[Block, ...], project: Project, words: SourceWords) -> None:
        self._words = words
        self._items = {item.name: item for item in project.catalogue.items}
        self._placed = _placed_highlights(blocks, project.catalogue.items)
        wanted = [each for each in find_quotations(blocks) if not (each.block and each.place in self._placed)]
        traces = project.quotation_sources.trace(wanted)
        self._traces: Mapping[Quotation, Trace] = dict(zip(wanted, traces, strict=True))

    def block(self, quote: Quote) -> Told | None:
        """Of a quotation that is a block: it is a highlight that was placed, or was pasted.

        None for a pasted one of too few words to be told apart.
        """
        if quote.place in self._placed:
            item, highlight = self._placed[quote.place]
            heard = highlight.kind is HighlightKind.TRANSCRIPT and not highlight.checked
            return self._told(item, highlight, heard=heard)
        quotation = block_quotation(quote)
        return self.pasted(quotation) if quotation else None

    def pasted(self, quotation: Quotation) -> Told:
        """Of a quotation that somebody pasted or typed."""
        trace = self._traces[quotation]
        item = self._items.get(trace.item)
        if item is None or trace.agreement is Agreement.UNTRACED:
            return Told(self._words.untraced, (str(trace.place),) if trace.place.file else ())
        highlight = next((each for each in item.highlights if each.anchor == trace.anchor), None)
        told = self._told(item, highlight, heard=trace.heard)
        return Told(told.about, (*told.origins, *disagreement(trace, self._words)))

    def _told(self, item: Item, highlight: Highlight | None, *, heard: bool) -> Told:
        origins = tuple(highlight_origins(item, highlight, self._words, heard=heard))
        return Told(item_words(item, self._words), origins)


def _placed_highlights(
    blocks: tuple[Block, ...], items: Iterable[Item]
) -> Mapping[Place | None, tuple[Item, Highlight]]:
    """The highlights whose words are quoted, by the place that their quotations have."""
    places = {block.place for block, _ in walk(blocks) if isinstance(block, Quote) and block.place}
    files = {place.file for place in places}
    known = (
        (Place(item.path, highlight.line), (item, highlight))
        for item in items
        if item.path in files
        for highlight in item.highlights
    )
    return {place: found for place, found in known if place in places}
