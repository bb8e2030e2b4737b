"""What checks read of an edition once it is printed."""

from __future__ import annotations

from letterbook.checks.checked_edition import CheckedEdition, OtherEdition, Trace
from letterbook.draft import Draft
from letterbook.drafting.assembling.letter_facts import facts_reader
from letterbook.drafting.assembling.printed_edition import PrintedEdition
from letterbook.drafting.assembling.resolver import Resolver
from letterbook.drafting.editions.translations import is_translation_of
from letterbook.drafting.figures.checked_figures import earlier_figures, known_figures, used_figures
from letterbook.drafting.sections.disclosures import printed_disclosures
from letterbook.drafting.templates.template import EditionTemplate


def edition_to_check(
    resolver: Resolver,
    template: EditionTemplate,
    printed: PrintedEdition,
    draft: Draft,
    traces: tuple[Trace, ...],
) -> CheckedEdition:
    """The resolver's edition with its `draft`, what it prints, and what is known of it besides.

    `traces` say where its quotations come from.
    """
    edition, project, uses = resolver.edition, resolver.project, printed.figures
    return CheckedEdition(
        name=edition.name,
        path=edition.path,
        source=edition.text,
        publication=edition.publication_name,
        number=edition.number,
        title=edition.title,
        subtitle=edition.subtitle,
        date=edition.date,
        as_of=edition.as_of,
        audience=edition.audience,
        draft=draft,
        placed=printed.placed,
        highlights=printed.highlights,
        items=project.catalogue.items,
        sections=printed.sections,
        traces=traces,
        used=project.used,
        others=tuple(
            OtherEdition(other.name, other.path, other.publication, other.number, other.date)
            for other in project.editions.summaries
            if not is_translation_of(other.path, edition.path)
        ),
        places=edition.places,
        recipients=project.recipients,
        recipient_rows=project.recipient_rows,
        read_facts=facts_reader(project),
        quote_limit=project.workspace.settings.quote_limit,
        drawn_charts=frozenset(chart.source for chart in resolver.charts),
        standing_texts=printed_disclosures(project.workspace.root, draft.blocks),
        figures=known_figures(project, uses),
        used_figures=used_figures(uses),
        earlier_figures=earlier_figures(project, edition, uses),
        read_fund=(lambda: project.fund_data) if uses or resolver.charts else None,
        required_parts=template.required_parts,
    )
