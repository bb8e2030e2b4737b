"""letterbook looks: how Word files look."""

from __future__ import annotations

from pathlib import Path

import click

from letterbook.cli.command import CommandGroup, json_option
from letterbook.cli.json_output import print_json
from letterbook.cli.own_and_built_in import Listing, print_file, print_listings, search_path_of
from letterbook.cli.reporting import print_data
from letterbook.drafting.search_path import Kind
from letterbook.drafting.templates.look_file import load_look


@click.group(cls=CommandGroup, invoke_without_command=True)
@json_option
@click.pass_context
def looks(context: click.Context, as_json: bool) -> None:
    """List the looks: fonts, sizes, colours and page of a Word file.

    \b
    Examples:
      letterbook looks
      letterbook looks show classic
    """
    if context.invoked_subcommand is None:
        search_path = search_path_of(context.obj)
        names = search_path.names(Kind.LOOK)
        found = ((load_look(search_path, name), search_path.is_own(Kind.LOOK, name)) for name in names)
        listings = (Listing(look.name, look.about, is_own) for look, is_own in found)
        print_listings(Kind.LOOK, listings, as_json=as_json)


@looks.command("show")
@click.argument("name")
@json_option
@click.pass_obj
def show_look(folder: Path, name: str, as_json: bool) -> None:
    """Show the look NAME: what it is for, and its file.

    \b
    Example:
      letterbook looks show classic
    """
    search_path = search_path_of(folder)
    look = load_look(search_path, name)
    if as_json:
        is_own = search_path.is_own(Kind.LOOK, name)
        print_json({"name": look.name, "about": look.about, "own": is_own, "font": look.body_font.name})
        return
    print_data(f"{look.name}: {look.about}")
    print_file(search_path.read(Kind.LOOK, name))
