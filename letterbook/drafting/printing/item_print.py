"""How items and highlights print: headings, links, teasers, commentary and quotations as trees."""

from __future__ import annotations

from dataclasses import replace

from letterbook.draft import Block, Inline, Quote, Text
from letterbook.drafting.printing.heading_pattern import (
    DEFAULT_PATTERN,
    HeadingPattern,
    linked,
    parse_heading_pattern,
)
from letterbook.drafting.printing.passage import cut_passage
from letterbook.drafting.printing.transcript import only_speaker, transcript_blocks
from letterbook.finding import Place
from letterbook.item import Highlight, HighlightKind, Item
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.markup.inlines import parse_inlines
from letterbook.record import record

FIRST_HIGHLIGHTS = 3
"""How many highlights stand for an item without commentary and without favourites."""

_DEFAULT = parse_heading_pattern(DEFAULT_PATTERN)
_ATTRIBUTION = parse_heading_pattern("{author}, {title}, {source}")


@record
class ItemPrinter:
    """Prints items by an edition template's heading pattern.

    `language` turns on typographic quotes and dashes in the author's prose; titles, sources,
    quotations and transcripts are printed as they are. The trees of prose, and of prose only, may hold
    references that are still to be resolved.
    """

    pattern: HeadingPattern = _DEFAULT
    language: str = ""

    def heading(self, item: Item) -> tuple[Inline, ...]:
        """The item's linked title and its source, by the pattern."""
        return self.pattern.inlines(item)

    def link(self, item: Item, words: tuple[Inline, ...] = ()) -> tuple[Inline, ...]:
        """`words`, or the item's title, linked to the item's address."""
        return linked(words or (Text(item.title or item.name),), item.url)

    def teaser(self, item: Item) -> tuple[Inline, ...]:
        """The item's teaser, else its title."""
        if not item.teaser:
            return (Text(item.title or item.name),)
        return parse_inlines(item.teaser, dialect=Dialect.ITEM, file=item.path, smart=self.language)

    def commentary(self, item: Item) -> tuple[Block, ...]:
        """The item's own commentary; each of its passages is parsed alone."""
        return tuple(
            block
            for passage in item.commentary
            for block in parse_blocks(
                passage.text,
                dialect=Dialect.ITEM,
                file=item.path,
                first_line=max(passage.line, 1),
                smart=self.language,
            )
        )

    def body(self, item: Item) -> tuple[Block, ...]:
        """What stands below the item's heading: its commentary, else `chosen_highlights` quoted."""
        quotations = (
            self.quotation(item, highlight, attributed=False) for highlight in chosen_highlights(item)
        )
        return self.commentary(item) or tuple(quote for quote in quotations if quote)

    def quotation(
        self, item: Item, highlight: Highlight, passage: str = "", *, attributed: bool = True
    ) -> Quote | None:
        """The highlight's words, or a `passage` of them (`first words … last words`), as a quote.

        None when it has no words that may be quoted, or the passage is not in it. A quote that is
        not attributed names at most the person who speaks: its item is named above it.
        """
        if passage:
            highlight = self._turn_with(passage, item, highlight)
        blocks = self._quotable(item, highlight)
        if passage:
            blocks = cut_passage(blocks, passage)
        if not blocks:
            return None
        speaker = only_speaker(item, highlight)
        attribution = self._attribution(item, highlight, speaker) if attributed else _name(speaker)
        return Quote(blocks, attribution, place=Place(item.path, highlight.line))

    def _turn_with(self, passage: str, item: Item, highlight: Highlight) -> Highlight:
        """The highlight with the one turn of its transcript that holds `passage`, if one does.

        Whose words the passage is, is then known.
        """
        turns = (replace(highlight, transcript=(turn,)) for turn in highlight.transcript)
        holding = (turn for turn in turns if cut_passage(self._quotable(item, turn), passage))
        return next(holding, highlight)

    def _quotable(self, item: Item, highlight: Highlight) -> tuple[Block, ...]:
        if highlight.kind is HighlightKind.TRANSCRIPT:
            return transcript_blocks(item, highlight)
        line = max(highlight.line, 1)
        return parse_blocks(highlight.text, dialect=Dialect.DRAFT, file=item.path, first_line=line)

    def _attribution(self, item: Item, highlight: Highlight, speaker: str) -> tuple[Inline, ...]:
        authors = (speaker,) if speaker else () if highlight.transcript else item.authors
        return _ATTRIBUTION.inlines(replace(item, authors=authors, url=item.url or highlight.url))


def chosen_highlights(item: Item) -> tuple[Highlight, ...]:
    """The highlights that stand for an item: its favourites, else its first ones.

    What a machine wrote about the item is none of them.
    """
    quotable = tuple(h for h in item.highlights if h.kind is not HighlightKind.TAKEAWAYS)
    favourites = tuple(highlight for highlight in quotable if highlight.favourite)
    return favourites or quotable[:FIRST_HIGHLIGHTS]


def _name(speaker: str) -> tuple[Inline, ...]:
    return (Text(speaker),) if speaker else ()
