"""letterbook add: one item by hand."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from letterbook.cli.clock import today
from letterbook.cli.command import Command, json_option
from letterbook.cli.json_output import print_json
from letterbook.cli.reporting import print_data, say, shown, suggest
from letterbook.errors import WrongUse
from letterbook.files import decode
from letterbook.item import Item
from letterbook.library.add import Added, add_item, item_from_text, item_from_url
from letterbook.library.catalogue import read_catalogue
from letterbook.library.lock import locked
from letterbook.library.workspace import find_workspace

STANDARD_INPUT = "-"


@click.command(cls=Command)
@click.argument("url", metavar="[URL|-]", required=False, default="")
@click.option("--title", default="", help="Its title; otherwise words of the address.")
@click.option("--source", default="", help="Where it appeared, such as the name of a magazine.")
@json_option
@click.pass_obj
def add(folder: Path, url: str, title: str, source: str, as_json: bool) -> None:
    """Add one item: for the page at URL, or from the text that is piped in.

    Of a text the first line becomes the title, the first address in it the link, and the rest your
    own words about it. Nothing is fetched from the web. A page that you have already is not added
    again. What is printed is the item's file.

    \b
    Examples:
      letterbook add https://example.org/article --title "An article" --source "The Magazine"
      pbpaste | letterbook add -
    """
    workspace = find_workspace(folder)
    item = _item(url, title, source)
    with locked(workspace):
        added = add_item(workspace, read_catalogue(workspace), item)
    if as_json:
        status = "unchanged" if added.known else "new"
        print_json({"items": [{"id": added.item.name, "path": added.item.path, "status": status}]})
        return
    _say_what_was_added(added, shown(workspace.root / added.item.path))


def _item(url: str, title: str, source: str) -> Item:
    if url and url != STANDARD_INPUT:
        return item_from_url(url, today(), title=title, source=source)
    if title or source:
        raise WrongUse(
            "--title and --source go with a URL.", hint="Of a text the first line becomes the title."
        )
    if not url and sys.stdin.isatty():
        raise WrongUse(
            "There is nothing to add.", hint="Give a URL, or pipe a text: pbpaste | letterbook add -"
        )
    return item_from_text(decode(sys.stdin.buffer.read(), Path("standard input")), today())


def _say_what_was_added(added: Added, path: str) -> None:
    print_data(path)
    say(f'You have it already: "{added.item.name}".' if added.known else f'Added "{added.item.name}".')
    suggest(f'letterbook tag "{added.item.name}" +THEME', f"open {path} and say why it matters")
