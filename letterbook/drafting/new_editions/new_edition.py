"""The next edition of a publication: its number, its date, and the queued items placed in an outline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from letterbook.drafting.editions.edition_index import edition_files
from letterbook.drafting.editions.edition_summary import EditionSummary
from letterbook.drafting.editions.numbering import next_number
from letterbook.drafting.new_editions.gathering import Gathering, gathered
from letterbook.drafting.partials.views import EditionView, PublicationView
from letterbook.drafting.project import Project
from letterbook.drafting.templates.outline import QueuedItem, SaidGroup, queued_item, render_outline
from letterbook.drafting.templates.template import load_template
from letterbook.errors import LetterbookError, WrongUse
from letterbook.file_names import safe_name
from letterbook.files import name_key, write
from letterbook.finding import Place
from letterbook.item import Audience
from letterbook.library.queries.query import Query, Selection, parse_query
from letterbook.library.settings import PublicationSettings
from letterbook.record import record
from letterbook.suggestion import did_you_mean

QUEUED = (("is:picked",), ("is:favourite",))
"""What is queued when no query says it: items tagged `pick`, and favourites."""

_ASKS_FOR_USE = re.compile(r"-?(?:used|unused|used:.*|is:(?:un)?used)", re.IGNORECASE | re.DOTALL)


@record
class NewEdition:
    """The file that was written, and the names of the items placed in it."""

    path: Path
    name: str
    number: str
    items: tuple[str, ...]


def new_edition(
    project: Project, publication: str, words: Sequence[str], today: date, *, gather_from: str = ""
) -> NewEdition:
    """Write the next edition of `publication`, with the items that the query `words` selects.

    With `gather_from` it also has, theme by theme, what the editions of that publication said since the day
    in `since:`, else since the last edition of this one; the other words choose among what they placed.

    Without a query it places the queued items: those tagged `pick` and the favourites that no
    edition has placed yet. Items that the publication's readers may not read are left out.
    Raises WrongUse for an unknown publication or a wrong query, and LetterbookError when there is
    a file of its name already. The caller holds the workspace's lock.
    """
    settings = _settings(project, publication)
    siblings = [edition for edition in project.editions.summaries if edition.publication == publication]
    number = next_number(settings.numbering, (edition.number for edition in siblings), today)
    name = _name(settings, number, siblings)
    path = project.workspace.editions_folder / f"{name}.md"
    _refuse_existing(project, path)
    said: tuple[SaidGroup, ...] = ()
    if gather_from:
        asked = Gathering(gather_from, _last_date(siblings))
        said, words = gathered(project, asked, settings, words, today)
    taken = [passage.item.name for group in said for passage in group.passages]
    selections = queue(project, settings.audience, words, today)
    queued = tuple(queued_selection(each) for each in selections if each.item.name not in taken)
    text = _text(project, publication, EditionView(name=name, number=number, date=today), queued, said)
    write(path, text.encode())
    placed = (*taken, *(each.item.name for each in queued))
    return NewEdition(path, name, number, tuple(dict.fromkeys(placed)))


def _last_date(siblings: Iterable[EditionSummary]) -> date | None:
    dates = [edition.date for edition in siblings if edition.date]
    return date.fromisoformat(max(dates)) if dates else None


def queue(project: Project, audience: Audience, words: Sequence[str], today: date) -> tuple[Selection, ...]:
    """The items that the query `words` selects for `audience`, newest first; else the queued ones.

    Items that an edition has placed already are left out, unless the query asks for used ones.
    Raises WrongUse for a wrong query.
    """
    items = tuple(item for item in project.catalogue.items if audience.admits(item.audience))
    queries = [_unused(query, project, today) for query in ((words,) if words else QUEUED)]
    found: dict[str, Selection] = {}
    for query in queries:
        for selection in query.select(items, project.used):
            found.setdefault(selection.item.name, selection)
    return tuple(sorted(found.values(), key=lambda selection: selection.item.added, reverse=True))


def queued_selection(selection: Selection) -> QueuedItem:
    """What an outline places for `selection`: all that stands for the item, or what the query chose."""
    chose_all = selection.highlights == selection.item.highlights
    return queued_item(selection.item, None if chose_all else selection.highlights)


def _unused(words: Sequence[str], project: Project, today: date) -> Query:
    """The query of `words`, for unused items only when they say nothing about use themselves."""
    asks_for_use = any(_ASKS_FOR_USE.fullmatch(word) for word in words)
    every = words if asks_for_use else (*words, "is:unused")
    return parse_query(every, project.catalogue.themes, today)


def _settings(project: Project, publication: str) -> PublicationSettings:
    publications = project.workspace.settings.publications
    if publication not in publications:
        hint = did_you_mean(publication, publications) or f"There are: {', '.join(publications) or 'none'}."
        raise WrongUse(f'letterbook.yaml has no publication "{publication}".', hint=hint)
    return publications[publication]


def _name(settings: PublicationSettings, number: str, siblings: Iterable[EditionSummary]) -> str:
    """The file's name: as the last sibling is called, else the publication's title and the number."""
    named = [
        edition for edition in siblings if edition.number and edition.name.endswith(f" {edition.number}")
    ]
    if not named:
        return safe_name(f"{settings.title} {number}")
    last = max(named, key=lambda edition: (edition.date, len(edition.number), edition.number))
    return safe_name(f"{last.name.removesuffix(last.number)}{number}")


def _refuse_existing(project: Project, path: Path) -> None:
    taken = {name_key(file.name): file for file in edition_files(project.workspace)}
    existing = taken.get(name_key(path.name))
    if existing:
        raise LetterbookError(
            f"{project.workspace.relative(existing)} exists already.",
            hint="Give it its number at the top, or rename it.",
            place=Place(project.workspace.relative(existing)),
        )


def _text(
    project: Project,
    publication: str,
    edition: EditionView,
    queued: tuple[QueuedItem, ...],
    said: tuple[SaidGroup, ...],
) -> str:
    settings = project.workspace.settings.publications[publication]
    template = load_template(settings.template, project.search_path)
    view = PublicationView(
        name=publication,
        title=settings.title,
        author=project.workspace.settings.author,
        language=project.workspace.settings.language,
    )
    details = "\n".join(
        [
            "---",
            f"publication: {publication}",
            f"number: {edition.number}",
            f"date: {edition.date}",
            "title:",
            "subtitle:",
            "---",
        ]
    )
    return f"{details}\n{render_outline(template, edition, view, queued, said)}"
