"""letterbook new: begin the next edition."""

from __future__ import annotations

from pathlib import Path

import click

from letterbook.cli.clock import today
from letterbook.cli.command import WordsCommand, json_option
from letterbook.cli.json_objects import output_object
from letterbook.cli.json_output import print_json
from letterbook.cli.reporting import count, print_data, say, shown, suggest
from letterbook.drafting.new_editions.new_edition import NewEdition, new_edition
from letterbook.drafting.project import open_project
from letterbook.errors import WrongUse
from letterbook.files import sha256
from letterbook.library.lock import locked
from letterbook.library.workspace import Workspace, find_workspace


@click.command(cls=WordsCommand)
@click.argument("publication", default="")
@click.argument("query", nargs=-1)
@click.option(
    "--from",
    "gather_from",
    metavar="PUBLICATION",
    default="",
    help="Gather what editions of another one said, by theme; those since the last letter, or since:DATE.",
)
@json_option
@click.pass_obj
def new(folder: Path, publication: str, query: tuple[str, ...], gather_from: str, as_json: bool) -> None:
    """Begin the next edition of PUBLICATION, one of those that letterbook.yaml names.

    The file gets the next number and today's date, and a heading for each item that QUERY selects;
    without a QUERY, for the items tagged "pick" and your favourites. What an edition has placed
    already is left out, unless QUERY asks for it (is:used). Your margin notes stand below the
    headings as remarks, which are never printed.

    \b
    Examples:
      letterbook new newsletter
      letterbook new newsletter theme:energy since:2024-01
      letterbook new letters --from newsletter since:2024-01
    """
    workspace = find_workspace(folder)
    if not publication:
        names = ", ".join(workspace.settings.publications) or "none yet; add one to letterbook.yaml"
        raise WrongUse("Which publication?", hint=f"There are: {names}.")
    with locked(workspace):
        begun = new_edition(open_project(workspace), publication, query, today(), gather_from=gather_from)
    if as_json:
        print_json(_object(begun, workspace))
        return
    print_data(shown(begun.path))
    # A letter waits for words where its remarks stand, a newsletter for items.
    is_outline = not begun.items and not query and "%%" in begun.path.read_text(encoding="utf-8")
    placed = "" if is_outline else f" with {count(len(begun.items), 'item')}{_why_none(begun, query)}"
    say(f'Began "{begun.name}"{placed}.')
    to_do = (
        "give it a title, write where the remarks between %% say what belongs there"
        if is_outline
        else "give it a title, put the items in order, write below them"
    )
    suggest(f"open {shown(begun.path)}, {to_do}", f'letterbook draft "{begun.name}"')


def _why_none(begun: NewEdition, query: tuple[str, ...]) -> str:
    if begun.items:
        return ""
    if query:
        return ": no unused item for its readers matches (is:used asks for those placed before)"
    return ': no unused item has the tag "pick" or a favourite highlight'


def _object(begun: NewEdition, workspace: Workspace) -> dict[str, object]:
    data = begun.path.read_bytes()
    output = output_object(workspace.relative(begun.path), "md", len(data), sha256(data))
    return {"outputs": [output], "findings": [], "items": list(begun.items)}
