"""letterbook items: find items."""

from __future__ import annotations

from pathlib import Path

import click

from letterbook.cli.clock import today
from letterbook.cli.command import WordsCommand, json_option
from letterbook.cli.json_objects import item_object
from letterbook.cli.json_output import print_json
from letterbook.cli.reporting import count, print_data, say, suggest
from letterbook.drafting.project import open_project
from letterbook.library.catalogue import Catalogue
from letterbook.library.queries.query import Selection, parse_query
from letterbook.library.workspace import find_workspace


@click.command(cls=WordsCommand)
@click.argument("query", nargs=-1)
@json_option
@click.pass_obj
def items(folder: Path, query: tuple[str, ...], as_json: bool) -> None:
    """List the items that QUERY selects; without one, all.

    Every word narrows the list, and a minus before it turns it round. A word searches the texts;
    theme: kind: source: author: tag: since: until: used: and is: ask for more (is:favourite, used,
    unused, untagged, picked, uncommented). A date may be partial. Put quotation marks around
    several words that belong together.

    \b
    Examples:
      letterbook items theme:energy since:2024-01
      letterbook items kind:podcast is:favourite -used
      letterbook items '"state space models"' -author:Smith
    """
    project = open_project(find_workspace(folder))
    catalogue = project.catalogue
    selected = parse_query(query, catalogue.themes, today()).select(catalogue.items, project.used)
    if as_json:
        found = (item_object(s.item, s.highlights, project.used.get(s.item.name, ())) for s in selected)
        print_json({"items": list(found)})
        return
    for selection in selected:
        print_data(_line(selection, project.used.get(selection.item.name, ())))
    _say_how_many(selected, catalogue)


def _line(selection: Selection, used_in: tuple[str, ...]) -> str:
    """The item on one line: its name, then what is known about it."""
    item = selection.item
    details = (
        item.source,
        item.kind,
        item.added,
        ", ".join(item.themes),
        count(len(selection.highlights), "highlight") if selection.highlights else "",
        f"used in {', '.join(used_in)}" if used_in else "",
    )
    return " · ".join(filter(None, (item.name, *details)))


def _say_how_many(selected: tuple[Selection, ...], catalogue: Catalogue) -> None:
    say(f"{count(len(selected), 'item')} of {len(catalogue.items):,}.")
    if catalogue.broken:
        say(f"{count(len(catalogue.broken), 'file')} cannot be read as an item: letterbook doctor says why.")
    if selected:
        suggest(f'letterbook show "{selected[0].item.name}"')
    elif catalogue.items:
        suggest("letterbook items, with fewer words", "letterbook themes")
    else:
        suggest("letterbook import FILE", "letterbook add URL")
