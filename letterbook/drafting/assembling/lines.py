"""What stands within a line: references, pictures and the fields of an edition."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from letterbook.draft import Image, Inline, Link, Paragraph, Span, Text
from letterbook.drafting.assembling.fields import field_values
from letterbook.drafting.assembling.pictures import is_picture
from letterbook.drafting.assembling.resolver import Resolver
from letterbook.drafting.editions.edition_summary import EditionSummary, headings_of
from letterbook.drafting.figures.call import name_and_change
from letterbook.drafting.figures.printer import FigurePrinter, FigureUse
from letterbook.drafting.printing.item_print import ItemPrinter
from letterbook.files import name_key
from letterbook.finding import Place
from letterbook.item import Item
from letterbook.markup.additions import InlineExpression, WikiLink
from letterbook.markup.dialect import Dialect
from letterbook.markup.inlines import parse_inlines
from letterbook.markup.labels import cross_reference
from letterbook.markup.recipient_tests import PREFIX, RECIPIENT, recipient_field
from letterbook.markup.text import plain_text
from letterbook.markup.tree import map_inlines
from letterbook.suggestion import did_you_mean

RESOLVED = frozenset((WikiLink, InlineExpression, Image, Link))
"""The kinds of inlines that a `LinePrinter` makes something of."""


class LinePrinter:
    """Makes printable inlines of references and expressions; `inline` is for `map_inlines`.

    What cannot be resolved prints the words its author wrote, and a finding says why. References to
    parts of the draft itself stay as they are, and `has_cross_references` says whether there were any.
    """

    def __init__(
        self, resolver: Resolver, printer: ItemPrinter, sections: tuple[str, ...], figures: FigurePrinter
    ) -> None:
        self._resolver = resolver
        self._printer = printer
        self._figures = figures
        self._fields = field_values(resolver.edition)
        self._sections = sections
        self.has_cross_references = False

    def inline(self, node: Inline) -> tuple[Inline, ...]:
        """The printable form of `node`, whose children are printable already."""
        match node:
            case WikiLink():
                return self._embed(node) if node.embed else self.reference(node)
            case InlineExpression():
                return self.field(node.source, node.place or Place(self._resolver.edition.path))
            case Image():
                return self._image(node)
            case Link() if cross_reference(node):
                self.has_cross_references = True
        return (node,)

    def resolved(self, words: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """A line with its references and expressions printed; its pictures stay as they are."""
        (line,) = map_inlines((Paragraph(words),), self.inline, {WikiLink, InlineExpression})
        return line.children if isinstance(line, Paragraph) else words

    def keep_figures(self, uses: Iterable[FigureUse]) -> None:
        """Take note of what a section's figures printed."""
        self._figures.keep(uses)

    def reference(self, link: WikiLink) -> tuple[Inline, ...]:
        """The linked title of an item, the title of an edition, or the words given for it."""
        words = self.words(link)
        place = self._place(link)
        if not link.target:
            return self._own_heading(link, words, place) if link.heading else words
        target = self._resolver.target(link.target, place)
        if target is None:
            return words or (Text(link.heading or link.target),)
        if isinstance(target, Item):
            return self._printer.link(target, words)
        return self._edition(target, link, words, place)

    def field(self, source: str, place: Place) -> tuple[Inline, ...]:
        """The text of a field such as `edition.number`, the mark of one that each recipient's copy fills, or
        a figure.

        An unknown one prints nothing, and is noted.
        """
        name = source.strip()
        recipient = recipient_field(name)
        if recipient is not None:
            return (Span((Text(f"«{recipient}»"),), (), ((RECIPIENT, recipient),)),)
        if name in self._fields:
            value = self._fields[name]
            return (Text(value),) if value else ()
        figure = self._figures.print(name, place)
        if figure is not None:
            return figure
        if name.split()[:1] and name.split()[0] in self._sections:
            self._resolver.note(
                "section-in-line",
                f'The section "{name.split()[0]}" stands within a line.',
                "Put it into a paragraph of its own.",
                place,
            )
        else:
            self._unknown(name, place)
        return ()

    def _unknown(self, name: str, place: Place) -> None:
        known = (*self._sections, *self._fields, *self._figures.names)
        hint = (
            did_you_mean(name_and_change(name)[0], known)
            or 'See "letterbook sections"; \\{{ prints two braces.'
        )
        if name.startswith(PREFIX):
            hint = (
                "A recipient's field has letters, digits, _, - and blanks, as in {{ recipient.salutation }}."
            )
        self._resolver.note(
            "expression-unknown",
            f'Nothing is known by the name "{name}".',
            hint,
            place,
        )

    def _embed(self, link: WikiLink) -> tuple[Inline, ...]:
        if is_picture(link):
            source = self._resolver.picture(link.target, self._place(link))
            return (embedded_image(source, self.words(link), link),) if source else ()
        self._resolver.note(
            "embed-in-line",
            f'"![[{link.target}]]" stands within a line.',
            "Put it into a paragraph of its own, or leave out the exclamation mark.",
            self._place(link),
        )
        return self.reference(replace(link, embed=False))

    def _image(self, image: Image) -> tuple[Inline, ...]:
        source = self._resolver.picture(image.source, image.place or Place(self._resolver.edition.path))
        return (replace(image, source=source),) if source else ()

    def _edition(
        self, target: EditionSummary, link: WikiLink, words: tuple[Inline, ...], place: Place
    ) -> tuple[Inline, ...]:
        address = target.link
        if link.heading:
            heading = find_heading(link.heading, target.headings)
            if heading is None:
                self._heading_missing(link.heading, f'"{target.name}"', target.headings, place)
                return words or (Text(link.heading),)
            words = words or (Text(heading),)
            address = address and f"{address}#{heading_anchor(heading)}"
        words = words or (Text(target.title or target.name),)
        return (Link(words, address),) if address else words

    def _own_heading(self, link: WikiLink, words: tuple[Inline, ...], place: Place) -> tuple[Inline, ...]:
        headings = tuple(headings_of(self._resolver.edition.blocks))
        if find_heading(link.heading, headings) is None:
            self._heading_missing(link.heading, "This edition", headings, place)
            return words or (Text(link.heading),)
        self.has_cross_references = True
        return (link,)

    def _heading_missing(self, heading: str, name: str, headings: tuple[str, ...], place: Place) -> None:
        self._resolver.note(
            "heading-missing",
            f'{name} has no heading "{heading}".',
            did_you_mean(heading, headings),
            place,
        )

    def words(self, link: WikiLink) -> tuple[Inline, ...]:
        """The words that an author gave a reference, as a line of their own; often none."""
        if not link.words:
            return ()
        place = self._place(link)
        return parse_inlines(
            link.words, dialect=Dialect.DRAFT, file=place.file, line=place.line, smart=self._printer.language
        )

    def _place(self, link: WikiLink) -> Place:
        return link.place or Place(self._resolver.edition.path)


def embedded_image(source: str, words: tuple[Inline, ...], link: WikiLink) -> Image:
    """The picture that an embed means: its braces describe it, else its words do."""
    alt = link.attributes.get("alt")
    return Image(source, plain_text(words) if alt is None else alt, width=link.attributes.get("width") or "")


def heading_anchor(heading: str) -> str:
    """The anchor that most web pages give a heading: its words in small letters joined by hyphens."""
    plain = unicodedata.normalize("NFKD", heading.casefold())
    return "-".join(re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c))))


def find_heading(heading: str, headings: tuple[str, ...]) -> str | None:
    """The one of `headings` that `heading` means: it may differ in capitals, then in marks and blanks too."""
    for key in (name_key, heading_anchor):
        wanted = key(heading.strip())
        for known in headings:
            if wanted and key(known) == wanted:
                return known
    return None
