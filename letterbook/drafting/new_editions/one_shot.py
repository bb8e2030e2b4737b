"""A draft straight from a query: the outline of a template is rendered in memory and read as an edition."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from letterbook.drafting.assembling.edition_views import edition_view, publication_view
from letterbook.drafting.editions.edition import Edition
from letterbook.drafting.new_editions.new_edition import queued_selection
from letterbook.drafting.project import Project
from letterbook.drafting.templates.outline import render_outline
from letterbook.drafting.templates.template import EditionTemplate, load_template
from letterbook.errors import WrongUse
from letterbook.item import Audience
from letterbook.library.queries.query import Query
from letterbook.library.settings import PublicationSettings
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect


def one_shot_edition(
    project: Project, template: str, query: Query, *, today: date, audience: Audience | None = None
) -> Edition:
    """An edition without a file: the outline of `template` with the items that `query` selects.

    It belongs to the first publication that uses the template, if there is one, and is for
    `audience`, otherwise for that publication's readers. Raises WrongUse for an unknown template
    and for a query that selects nothing its readers may read.
    """
    loaded = load_template(template, project.search_path)
    readers = audience or _publication(project, loaded)[1].audience
    items = (item for item in project.catalogue.items if readers.admits(item.audience))
    selections = query.select(items, project.used)
    if not selections:
        raise WrongUse(
            f"No item for the audience {readers} is selected by: {query or 'everything'}.",
            hint='Try it with "letterbook items" first.',
        )
    newest = sorted(selections, key=lambda selection: selection.item.added, reverse=True)
    edition = _without_body(project, loaded, readers, today)
    text = render_outline(
        loaded,
        edition_view(edition),
        publication_view(edition, project),
        tuple(queued_selection(selection) for selection in newest),
    )
    file = f"the outline of {template}"
    return replace(
        edition,
        blocks=parse_blocks(text, dialect=Dialect.EDITION, file=file, smart=edition.language),
    )


def _without_body(project: Project, template: EditionTemplate, readers: Audience, today: date) -> Edition:
    name, publication = _publication(project, template)
    settings = project.workspace.settings
    return Edition(
        name=f"{publication.title} {today}",
        path="",
        publication_name=name,
        publication=publication,
        date=today,
        audience=readers,
        authors=(settings.author,) if settings.author else (),
        template=template.name,
        look=publication.look,
        letterhead=publication.letterhead,
        language=settings.language,
    )


def _publication(project: Project, template: EditionTemplate) -> tuple[str, PublicationSettings]:
    """The first publication that uses `template`, with its name; else one called like the template."""
    for name, publication in project.workspace.settings.publications.items():
        if publication.template == template.name:
            return name, publication
    title = template.name.replace("-", " ").capitalize()
    return "", PublicationSettings(title=title, template=template.name, audience=template.audience)
