"""What partials can read of editions and their publications."""

from __future__ import annotations

from datetime import date

from letterbook.drafting.editions.edition import Edition
from letterbook.drafting.editions.edition_summary import EditionSummary
from letterbook.drafting.partials.views import EditionView, PublicationView
from letterbook.drafting.project import Project


def edition_view(edition: Edition) -> EditionView:
    """What a partial can read of `edition`."""
    return EditionView(
        name=edition.name,
        title=edition.title,
        subtitle=edition.subtitle,
        number=edition.number,
        date=edition.date,
        as_of=edition.as_of,
        audience=edition.audience.value,
        authors=edition.authors,
        link=edition.link,
        values=tuple(edition.values.items()),
    )


def publication_view(edition: Edition, project: Project) -> PublicationView:
    """What a partial can read of the publication of `edition`."""
    return PublicationView(
        name=edition.publication_name,
        title=edition.publication.title,
        author=project.workspace.settings.author,
        language=edition.language,
    )


def summary_view(edition: EditionSummary) -> EditionView:
    """What a partial can read of another edition."""
    return EditionView(
        name=edition.name,
        title=edition.title,
        number=edition.number,
        date=date.fromisoformat(edition.date) if edition.date else None,
        audience=edition.audience,
        link=edition.link,
    )
