"""An edition as it prints: its blocks within the layout of its template, every reference resolved."""

from __future__ import annotations

from datetime import date

from letterbook.checks.checked_edition import PlacedItem, PrintedHighlight
from letterbook.draft import Block
from letterbook.drafting.assembling.body import BodyPrinter
from letterbook.drafting.assembling.cross_references import fill_cross_references
from letterbook.drafting.assembling.edition_views import edition_view, publication_view
from letterbook.drafting.assembling.lines import RESOLVED, LinePrinter
from letterbook.drafting.assembling.resolver import Resolver
from letterbook.drafting.assembling.sections_of_edition import render_sections
from letterbook.drafting.figures.printer import FigurePrinter, FigureUse
from letterbook.drafting.printing.item_print import ItemPrinter
from letterbook.drafting.search_path import Kind
from letterbook.drafting.templates.template import EditionTemplate, render_layout
from letterbook.markup.normal_form import normalise
from letterbook.markup.tree import map_inlines
from letterbook.record import named_record


@named_record
class PrintedEdition:
    """The blocks that an edition prints, and what they place, quote and print, each in reading order.

    `sections` are the names of those that ran.
    `has_heading_numbers` is what the edition says, else its template.
    """

    blocks: tuple[Block, ...]
    placed: tuple[PlacedItem, ...]
    highlights: tuple[PrintedHighlight, ...]
    sections: tuple[str, ...]
    figures: tuple[FigureUse, ...]
    has_heading_numbers: bool


def print_edition(
    blocks: tuple[Block, ...], resolver: Resolver, template: EditionTemplate, today: date
) -> PrintedEdition:
    """Those `blocks` of the resolver's edition that its readers get, in print.

    What cannot be resolved or fails is a finding of the resolver. Raises BadInput for a broken template.
    """
    edition, project = resolver.edition, resolver.project
    figures = FigurePrinter(resolver)
    printer = ItemPrinter(template.heading, edition.language)
    lines = LinePrinter(resolver, printer, project.search_path.names(Kind.SECTION), figures)
    sections = render_sections(blocks, resolver, printer, today)
    body = BodyPrinter(resolver, printer, lines, sections)
    views = edition_view(edition), publication_view(edition, project)
    whole = render_layout(template, *views, body.print(blocks), project.search_path)
    said = edition.heading_numbers
    has_heading_numbers = template.heading_numbers if said is None else said
    printed = _with_references(whole, resolver, lines, has_heading_numbers=has_heading_numbers)
    return PrintedEdition(
        blocks=printed,
        placed=tuple(body.placed),
        highlights=tuple(body.highlights),
        sections=tuple(section.name for section in sections.values()),
        figures=figures.uses,
        has_heading_numbers=has_heading_numbers,
    )


def _with_references(
    blocks: tuple[Block, ...], resolver: Resolver, lines: LinePrinter, *, has_heading_numbers: bool
) -> tuple[Block, ...]:
    """The draft in normal form, with what stands within its lines resolved."""
    printed = normalise(map_inlines(blocks, lines.inline, RESOLVED), document=True)
    if not lines.has_cross_references:
        return printed
    filled = fill_cross_references(printed, resolver, lines, heading_numbers=has_heading_numbers)
    return normalise(filled, document=True)
