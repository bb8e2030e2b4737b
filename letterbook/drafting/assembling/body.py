"""The body of an edition as it prints: items, embeds and sections in the place of what names them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from letterbook.checks.checked_edition import PlacedItem, PrintedHighlight
from letterbook.draft import Block, Heading, Inline, Paragraph, Picture, Text
from letterbook.drafting.assembling.empty_headings import NothingPrinted, drop_empty_headings
from letterbook.drafting.assembling.lines import LinePrinter, embedded_image
from letterbook.drafting.assembling.pictures import is_picture
from letterbook.drafting.assembling.reading_order import LEVEL_WITHOUT_HEADING, ReadingOrder, read_in_order
from letterbook.drafting.assembling.resolver import Resolver
from letterbook.drafting.assembling.sections_of_edition import SectionInEdition
from letterbook.drafting.editions.edition_summary import EditionSummary
from letterbook.drafting.printing.item_print import ItemPrinter, chosen_highlights
from letterbook.finding import Place
from letterbook.item import HighlightKind, Item
from letterbook.markup.additions import EmbedBlock, Expression, ItemHeading, WikiLink
from letterbook.markup.recipient_fields import text_for_everybody
from letterbook.markup.text import plain_text
from letterbook.markup.tree import iter_blocks, map_blocks, shift_headings
from letterbook.suggestion import closest

_BORROWED = frozenset((ItemHeading, EmbedBlock, Picture))
"""The kinds of blocks that print as something else, wherever they come from."""
_OWN = _BORROWED | {Expression}


class BodyPrinter:
    """Prints the blocks of one edition; keeps what was placed and quoted, in reading order.

    References within lines stay: `LinePrinter` resolves them in the whole draft at once.
    """

    def __init__(
        self,
        resolver: Resolver,
        printer: ItemPrinter,
        lines: LinePrinter,
        sections: Mapping[Place, SectionInEdition],
    ) -> None:
        self._resolver = resolver
        self._printer = printer
        self._lines = lines
        self._sections = sections
        self._order = ReadingOrder()
        self.placed: list[PlacedItem] = []
        self.highlights: list[PrintedHighlight] = []

    def print(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The printed blocks, without headings over sections that printed nothing."""
        self._order = read_in_order(blocks)
        return drop_empty_headings(map_blocks(blocks, self._block, _OWN))

    def _block(self, block: Block) -> tuple[Block, ...]:
        match block:
            case ItemHeading():
                return self._item_heading(block)
            case Expression():
                return self._expression(block)
            case EmbedBlock() if not block.link.anchor and not is_picture(block.link):
                return self._embedded_item(block)
        return self._borrowed_block(block)

    def _item_heading(self, heading: ItemHeading) -> tuple[Block, ...]:
        place = heading.link.place or self._resolver.place_of(heading)
        target = self._resolver.target(heading.link.target, place)
        if not isinstance(target, Item):
            words = self._lines.words(heading.link) or (Text(heading.link.target),)
            shown = self._lines.reference(heading.link) if isinstance(target, EditionSummary) else words
            return (Heading(heading.level, shown, place=heading.place),)
        commented = heading.place in self._order.commented
        self.placed.append(PlacedItem(target, place, commented))
        return (
            Heading(heading.level, self._heading_words(target, heading.link), place=heading.place),
            *(() if commented else self._item_body(target, heading.level, place)),
        )

    def _heading_words(self, item: Item, link: WikiLink) -> tuple[Inline, ...]:
        return self._lines.reference(link) if link.words else self._printer.heading(item)

    def _item_body(self, item: Item, level: int, place: Place) -> tuple[Block, ...]:
        """The item's own commentary below a heading of `level`, or the highlights that stand for it."""
        if not item.commentary:
            chosen = chosen_highlights(item)
            self.highlights.extend(PrintedHighlight(item, highlight, place) for highlight in chosen)
        return below_heading(self.borrowed(self._printer.body(item)), level)

    def _embedded_item(self, embed: EmbedBlock) -> tuple[Block, ...]:
        place = self._place(embed)
        item = self._resolver.item(embed.link.target, place)
        if item is None:
            return ()
        if embed.link.heading:
            self._note_heading(item, embed.link.heading, place)
            return ()
        level = self._order.embed_levels.get(embed.place, LEVEL_WITHOUT_HEADING)
        heading = Heading(level, self._heading_words(item, embed.link), place=embed.place)
        below = self._item_body(item, level, place)
        self.placed.append(PlacedItem(item, place, commented=bool(below)))
        return (heading, *below)

    def _note_heading(self, item: Item, heading: str, place: Place) -> None:
        """A highlight's id without its caret reads like a heading, and a heading is no highlight."""
        anchors = {name: each.anchor for each in item.highlights for name in (each.title, each.anchor)}
        near = closest(heading, anchors)
        hint = f'Did you mean "{item.name}#^{anchors[near]}"?' if near else "Name a highlight by its ^id."
        message = f'"{heading}" is no ^id of "{item.name}"; an item is embedded whole, or by a highlight.'
        self._resolver.note("highlight-missing", message, hint, place)

    def _expression(self, expression: Expression) -> tuple[Block, ...]:
        place = self._resolver.place_of(expression)
        section = self._sections.get(place)
        if section is None:
            words = self._lines.field(expression.source, place)
            return (Paragraph(words, place=place),) if words else ()
        self._lines.keep_figures(section.figures)
        self.placed.extend(PlacedItem(item, place, by_section=True) for item in section.placed)
        self.highlights.extend(PrintedHighlight(item, highlight, place) for item, highlight in section.quoted)
        return self.borrowed(section.blocks) or (NothingPrinted(place=place),)

    def borrowed(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Blocks of an item or a section as they print: with pictures and quotations, placing no items."""
        return map_blocks(blocks, self._borrowed_block, _BORROWED)

    def _borrowed_block(self, block: Block) -> tuple[Block, ...]:
        match block:
            case ItemHeading():
                return (Heading(block.level, (block.link,), place=block.place),)
            case EmbedBlock() if is_picture(block.link):
                return self._embedded_picture(block)
            case EmbedBlock() if block.link.anchor:
                return self._embedded_highlight(block)
            case EmbedBlock():
                return (Paragraph((replace(block.link, embed=False),), place=block.place),)
            case Picture():
                return self._picture(block)
        return (block,)

    def _embedded_picture(self, embed: EmbedBlock) -> tuple[Block, ...]:
        source = self._resolver.picture(embed.link.target, self._place(embed))
        if source is None:
            return ()
        words = self._lines.words(embed.link)
        image = embedded_image(source, words, embed.link)
        return (Picture(image, words, embed.link.attributes.identifier, place=embed.place),)

    def _picture(self, picture: Picture) -> tuple[Block, ...]:
        place = self._resolver.place_of(picture)
        source = self._resolver.picture(picture.image.source, place)
        if source is None:
            return ()
        caption, image = self._lines.resolved(picture.caption), replace(picture.image, source=source)
        if image.alt == plain_text(picture.caption):
            image = replace(image, alt=text_for_everybody(caption))
        return (replace(picture, image=image, caption=caption),)

    def _embedded_highlight(self, embed: EmbedBlock) -> tuple[Block, ...]:
        place, link = self._place(embed), embed.link
        item = self._resolver.item(link.target, place)
        highlight = self._resolver.highlight(item, link.anchor, place) if item else None
        if item is None or highlight is None:
            return ()
        attributed = not self._stands_below(item, embed)
        quote = self._printer.quotation(item, highlight, link.words, attributed=attributed)
        if quote is None:
            self._note_unquotable(item, highlight.kind, link, place)
            return ()
        self.highlights.append(PrintedHighlight(item, highlight, place))
        return (quote,)

    def _stands_below(self, item: Item, embed: EmbedBlock) -> bool:
        """Whether the heading above `embed` is that of `item`, which need not be named again."""
        reference = self._order.embed_items.get(embed.place, "")
        return bool(reference) and item in self._resolver.project.references.find(reference)

    def _note_unquotable(self, item: Item, kind: HighlightKind, link: WikiLink, place: Place) -> None:
        if kind is HighlightKind.TAKEAWAYS:
            message = f'^{link.anchor} of "{item.name}" holds takeaways only, which a machine wrote.'
            self._resolver.note("takeaway-quoted", message, "Say it in your own words.", place)
        elif link.words:
            message = f'^{link.anchor} of "{item.name}" does not say "{link.words}".'
            hint = "Write its first words … last words as they stand there."
            self._resolver.note("passage-missing", message, hint, place)
        else:
            message = f'^{link.anchor} of "{item.name}" has no words to quote.'
            self._resolver.note("highlight-empty", message, f"See {item.path}.", place)

    def _place(self, embed: EmbedBlock) -> Place:
        return embed.link.place or self._resolver.place_of(embed)


def below_heading(blocks: tuple[Block, ...], level: int) -> tuple[Block, ...]:
    """`blocks` with their headings shifted, all by the same, to stand below a heading of `level`."""
    levels = [block.level for block in iter_blocks(blocks) if isinstance(block, Heading)]
    return shift_headings(blocks, level + 1 - min(levels)) if levels and min(levels) <= level else blocks
