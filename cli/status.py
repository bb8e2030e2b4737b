"""letterbook, without a command: where you are, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from letterbook.cli.clock import today
from letterbook.cli.json_output import JsonObject, print_json
from letterbook.cli.reporting import count, print_data, say, suggest
from letterbook.cli.standing import standing_object, standing_words
from letterbook.drafting.approval.approval_record import State
from letterbook.drafting.approval.present_state import Standing, standing_of
from letterbook.drafting.edition_choice import open_editions
from letterbook.drafting.editions.earlier_editions import has_letter_before
from letterbook.drafting.editions.edition_summary import EditionSummary
from letterbook.drafting.new_editions.new_edition import queue
from letterbook.drafting.project import Project, open_project
from letterbook.item import Audience
from letterbook.library.queries.query import Selection
from letterbook.library.workspace import find_workspace

SHOWN = 5


def show_status(folder: Path, *, as_json: bool) -> None:
    """Print the workspace, the open edition, the queue and what to do next.

    Raises NoWorkspace, with how to make one, when there is none.
    """
    project = open_project(find_workspace(folder))
    unpublished = open_editions(project)
    queued = queue(project, Audience.FIRM, (), today())
    standings = {edition.name: standing_of(project, edition.name) for edition in unpublished}
    if as_json:
        print_json(_object(project, standings, queued))
        return
    lines = (*_edition_lines(unpublished, project), *_standing_lines(standings))
    for line in (_workspace_line(project), *lines, _queue_line(queued)):
        print_data(line)
    damaged = [one for one in standings.values() if one.changes and not one.kept.approved]
    unreadable = len(project.catalogue.broken) + len(project.editions.findings) + len(damaged)
    if unreadable:
        say(f"{count(unreadable, 'file')} cannot be read: letterbook doctor says why.")
    suggest(*_next_steps(project, standings, queued))


def _object(project: Project, standings: Mapping[str, Standing], queued: tuple[Selection, ...]) -> JsonObject:
    return {
        "workspace": str(project.workspace.root),
        "items": len(project.catalogue.items),
        "editions": len(project.editions.summaries),
        "open_editions": list(standings),
        "queue": [selection.item.name for selection in queued],
        "states": {name: standing_object(standing) for name, standing in standings.items()},
    }


def _workspace_line(project: Project) -> str:
    editions = len(project.editions.summaries)
    return (
        f"Workspace     {project.workspace.root} "
        f"({count(len(project.catalogue.items), 'item')}, {count(editions, 'edition')})"
    )


def _edition_lines(unpublished: tuple[EditionSummary, ...], project: Project) -> list[str]:
    if not unpublished:
        return ["Open edition  none"]
    edition = unpublished[0]
    titles = project.workspace.settings.publications
    published_as = titles[edition.publication].title if edition.publication in titles else edition.publication
    details = ", ".join(filter(None, (edition.title and f"“{edition.title}”", edition.date, published_as)))
    lines = [f"Open edition  {edition.name}: {details}"]
    others = ", ".join(other.name for other in unpublished[1:SHOWN])
    return [*lines, f"Also open     {others}"] if others else lines


def _standing_lines(standings: Mapping[str, Standing]) -> Iterator[str]:
    """A line for each open edition that is no mere draft any more."""
    for name, standing in standings.items():
        if standing.state is not State.DRAFT:
            yield f"State         {name}: {standing_words(standing)}"


def _queue_line(queued: tuple[Selection, ...]) -> str:
    """The queued items: those picked and the favourites that no edition has placed."""
    if not queued:
        return "Queue         empty: no unused item has the tag “pick” or a favourite highlight"
    names = [selection.item.name for selection in queued[:SHOWN]]
    more = f" and {len(queued) - SHOWN:,} more" if len(queued) > SHOWN else ""
    return f"Queue         {count(len(queued), 'item')}: {'; '.join(names)}{more}"


def _next_steps(
    project: Project, standings: Mapping[str, Standing], queued: tuple[Selection, ...]
) -> tuple[str, ...]:
    """What to do with the first edition that is not sent yet, else how to begin the next."""
    name, standing = next(
        ((name, each) for name, each in standings.items() if each.state is not State.SENT or each.changes),
        ("", None),
    )
    if standing and standing.state is State.APPROVED and not standing.changes:
        return (f'letterbook copies "drafts/{name}.docx" fund/recipients.csv',)
    if standing:
        compare = has_letter_before(project.editions.summaries, name)
        steps = ("draft", "check", "diff") if compare else ("draft", "check")
        return tuple(f'letterbook {step} "{name}"' for step in steps)
    if not project.catalogue.items:
        return ("letterbook import FILE", "letterbook add URL")
    publication = next(iter(project.workspace.settings.publications), "PUBLICATION")
    begin = f"letterbook new {publication}"
    return (begin,) if queued else (f"{begin} theme:THEME", "letterbook items -used")
