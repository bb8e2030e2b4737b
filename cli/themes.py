"""letterbook themes: list, rename and merge themes."""

from __future__ import annotations

from pathlib import Path

import click

from letterbook.cli.command import CommandGroup, json_option
from letterbook.cli.json_objects import theme_object
from letterbook.cli.json_output import print_json
from letterbook.cli.reporting import count, print_data, say, suggest
from letterbook.library.catalogue import read_catalogue
from letterbook.library.lock import locked
from letterbook.library.themes.known_themes import ThemeCount
from letterbook.library.themes.theme_changes import apply_change, merging, renaming
from letterbook.library.workspace import find_workspace


@click.group(cls=CommandGroup, invoke_without_command=True)
@json_option
@click.pass_context
def themes(context: click.Context, as_json: bool) -> None:
    """List the themes of your items, rename one, or merge two.

    \b
    Examples:
      letterbook themes
      letterbook themes rename cleantech clean-energy
      letterbook themes merge batteries storage
    """
    if context.invoked_subcommand is None:
        _list(context.obj, as_json=as_json)


@themes.command("list")
@json_option
@click.pass_obj
def list_themes(folder: Path, as_json: bool) -> None:
    """List all themes with the number of their items: those of themes.yaml, then those only used.

    \b
    Example:
      letterbook themes list
    """
    _list(folder, as_json=as_json)


@themes.command()
@click.argument("old")
@click.argument("new")
@json_option
@click.pass_obj
def rename(folder: Path, old: str, new: str, as_json: bool) -> None:
    """Give the theme OLD the name NEW, in themes.yaml and in every item.

    The old name stays as another name of it, so that nothing you wrote elsewhere loses its meaning.

    \b
    Example:
      letterbook themes rename cleantech clean-energy
    """
    workspace = find_workspace(folder)
    with locked(workspace):
        catalogue = read_catalogue(workspace)
        changed = apply_change(workspace, catalogue, renaming(catalogue.themes, old, new))
    _say_what_changed(f'"{old}" is now "{new}"', changed, new, as_json=as_json)


@themes.command()
@click.argument("old")
@click.argument("into")
@json_option
@click.pass_obj
def merge(folder: Path, old: str, into: str, as_json: bool) -> None:
    """Make the theme OLD a part of the theme INTO, in themes.yaml and in every item.

    What OLD was called stays as another name of INTO.

    \b
    Example:
      letterbook themes merge batteries storage
    """
    workspace = find_workspace(folder)
    with locked(workspace):
        catalogue = read_catalogue(workspace)
        changed = apply_change(workspace, catalogue, merging(catalogue.themes, old, into))
    _say_what_changed(f'"{old}" is part of "{into}" now', changed, into, as_json=as_json)


def _say_what_changed(sentence: str, paths: tuple[str, ...], theme: str, *, as_json: bool) -> None:
    if as_json:
        print_json({"changed": list(paths)})
        return
    for path in paths:
        print_data(path)
    say(f"{sentence}; {count(len(paths), 'file')} changed.")
    suggest(f'letterbook items theme:"{theme}"')


def _list(folder: Path, *, as_json: bool) -> None:
    catalogue = read_catalogue(find_workspace(folder))
    counts = catalogue.themes.counts(catalogue.items)
    if as_json:
        print_json({"themes": [theme_object(counted) for counted in counts]})
        return
    for counted in counts:
        print_data(_line(counted))
    say(f"{count(len(counts), 'theme')}.")
    if counts:
        suggest(f'letterbook items theme:"{counts[0].theme.id}"')
    else:
        suggest("letterbook items", "letterbook tag ITEM +theme")


def _line(counted: ThemeCount) -> str:
    theme = counted.theme
    details = (
        theme.title if theme.title != theme.id else "",
        f"also {', '.join(theme.aliases)}" if theme.aliases else "",
        f"in {theme.parent}" if theme.parent else "",
        count(counted.items, "item"),
    )
    return " · ".join(filter(None, (theme.id, *details)))
