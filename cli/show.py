"""letterbook show: one item, and what editions have said about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from letterbook.cli.command import Command, json_option
from letterbook.cli.json_objects import item_object
from letterbook.cli.json_output import JsonObject, print_json
from letterbook.cli.reporting import print_data, suggest
from letterbook.drafting.new_editions.said_before import SaidBefore, said_before
from letterbook.drafting.project import open_project
from letterbook.item import Highlight, Item
from letterbook.library.item_reference import find_item_or_highlight
from letterbook.library.workspace import find_workspace


@click.command(cls=Command)
@click.argument("item", nargs=-1, required=True)
@json_option
@click.pass_obj
def show(folder: Path, item: tuple[str, ...], as_json: bool) -> None:
    """Show ITEM, with its highlights and their IDs, and what past editions said about it.

    ITEM is the name of its file, with or without folders, or its title. ITEM#^ID shows one highlight.

    \b
    Examples:
      letterbook show "Small models, long memories"
      letterbook show "A robot in every bakery" --json
    """
    project = open_project(find_workspace(folder))
    found, highlight = find_item_or_highlight(project.catalogue, " ".join(item))
    if highlight:
        found = replace(found, highlights=(highlight,))
    said = said_before(found, project)
    if as_json:
        print_json({"items": [_object(found, said, project.used.get(found.name, ()))]})
        return
    if highlight:
        _show_highlight(found, highlight)
        return
    for line in (*_item_lines(found), *_highlights(found), *_said_lines(said)):
        print_data(line)
    suggest(f'letterbook tag "{found.name}" +THEME', f"write ### [[{found.name}]] into an edition")


def _show_highlight(item: Item, highlight: Highlight) -> None:
    for line in (item.title, *_highlights(item)):
        print_data(line)
    name = f"{item.name}#^{highlight.anchor}"
    suggest(f'letterbook tag "{name}" +THEME', f"write ![[{name}]] into an edition")


def _object(item: Item, said: tuple[SaidBefore, ...], used_in: tuple[str, ...]) -> JsonObject:
    past = [{"edition": s.edition, "text": s.text, "file": s.place.file, "line": s.place.line} for s in said]
    return {**item_object(item, item.highlights, used_in), "said": past}


def _item_lines(item: Item) -> Iterator[str]:
    yield item.title
    details = (item.source, ", ".join(item.authors), item.kind, item.published, f"for {item.audience}")
    yield " · ".join(filter(None, details))
    for name, value in (
        ("", item.url),
        ("File: ", item.path),
        ("Themes: ", ", ".join(item.themes)),
        ("Tags: ", ", ".join(item.tags)),
        ("Teaser: ", item.teaser),
        ("Via: ", item.via),
        ("Added: ", item.added),
    ):
        if value:
            yield f"{name}{value}"
    for passage in item.commentary:
        yield f"\n{passage.text.strip()}"


def _highlights(item: Item) -> Iterator[str]:
    for highlight in item.highlights:
        yield ""
        yield " · ".join(filter(None, (f"^{highlight.anchor}", highlight.title, *_marks(highlight))))
        yield from (f"  {line}" for line in _words(highlight))


def _marks(highlight: Highlight) -> tuple[str, ...]:
    favourite = "favourite" if highlight.favourite else ""
    return (highlight.place, favourite, ", ".join((*highlight.themes, *highlight.tags)))


def _words(highlight: Highlight) -> Iterator[str]:
    """What was said, or else the machine's takeaways, then the reader's note."""
    yield from highlight.text.splitlines()
    for turn in highlight.transcript:
        yield f"{turn.speaker}: {turn.text}" if turn.speaker else turn.text
    if not highlight.text and not highlight.transcript:
        yield from (f"(takeaway) {takeaway}" for takeaway in highlight.takeaways)
    if highlight.note:
        yield f"(your note) {highlight.note}"


def _said_lines(said: tuple[SaidBefore, ...]) -> Iterator[str]:
    for past in said:
        yield f"\n{past.edition} ({past.place}):"
        yield from (f"  {line}" for line in past.text.splitlines() or ["placed, without a word of its own"])
