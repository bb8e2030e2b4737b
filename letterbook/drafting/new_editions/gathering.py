"""What a new edition takes over from another publication: its author's words on each theme."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from markupsafe import Markup

from letterbook.drafting.assembling.edition_views import summary_view
from letterbook.drafting.new_editions.said_on_themes import SaidInEdition, said_on_themes
from letterbook.drafting.partials.views import item_view
from letterbook.drafting.project import Project
from letterbook.drafting.templates.outline import SaidGroup, SaidPassage
from letterbook.drafting.templates.template import load_template
from letterbook.errors import WrongUse
from letterbook.library.queries.period import read_recent
from letterbook.library.queries.query import parse_query
from letterbook.library.settings import PublicationSettings
from letterbook.record import record
from letterbook.suggestion import did_you_mean

_OF_EDITIONS = ("since:", "until:")
SAID = "said"
"""The name under which an outline reads what was said."""


@record
class Gathering:
    """From which publication, and the day of the last edition of the new one's own."""

    publication: str
    last: date | None


def gathered(
    project: Project, asked: Gathering, settings: PublicationSettings, words: Sequence[str], today: date
) -> tuple[tuple[SaidGroup, ...], tuple[str, ...]]:
    """What was said on each theme, and the query words that are not about the days of the editions.

    Raises WrongUse for an unknown publication, a wrong query, and a template that has no place for it.
    """
    publications = project.workspace.settings.publications
    if asked.publication not in publications:
        hint = did_you_mean(asked.publication, publications) or f"There are: {', '.join(publications)}."
        raise WrongUse(f'letterbook.yaml has no publication "{asked.publication}".', hint=hint)
    template = load_template(settings.template, project.search_path)
    if SAID not in template.outline.text:
        message = f"The template {template.name} has no place for what another publication said."
        raise WrongUse(message, hint=f'Its outline.md.j2 prints it by looping over "{SAID}".')
    others = tuple(word for word in words if not word.startswith(_OF_EDITIONS))
    since = _day(words, "since:", today, last=False)
    until = _day(words, "until:", today, last=True)
    after_last = asked.last + timedelta(days=1) if asked.last else None
    found = said_on_themes(project, asked.publication, settings.audience, since or after_last, until)
    query = parse_query(others, project.catalogue.themes, today)
    wanted = {each.item.name for each in query.select(project.catalogue.items, project.used)}
    groups = (
        SaidGroup(
            theme=group.theme,
            passages=tuple(_passage(each) for each in group.passages if each.item.name in wanted),
        )
        for group in found
    )
    return tuple(group for group in groups if group.passages), others


def _passage(said: SaidInEdition) -> SaidPassage:
    words = Markup(said.words)  # noqa: S704 - Markdown of an edition of the user's own
    return SaidPassage(item=item_view(said.item), edition=summary_view(said.edition), words=words)


def _day(words: Sequence[str], key: str, today: date, *, last: bool) -> date | None:
    """The first, or last, day of the period that `since:` or `until:` names; None where it is not there."""
    word = next((word.removeprefix(key) for word in words if word.startswith(key)), "")
    if not word:
        return None
    period = read_recent(word, today)
    if period is None:
        raise WrongUse(f'"{word}" is no date.', hint="Write 2024-01-31, 2024-01, 2024-H1 or 2024.")
    return period.last if last else period.first
