"""letterbook eject: copy something built-in, to change it."""

from __future__ import annotations

from pathlib import Path

import click

from letterbook.cli.command import Command, json_option
from letterbook.cli.json_output import print_json
from letterbook.cli.reporting import print_data, say, shown, suggest
from letterbook.drafting.eject import eject as copy_built_in
from letterbook.drafting.search_path import Kind
from letterbook.errors import WrongUse
from letterbook.library.workspace import find_workspace
from letterbook.suggestion import did_you_mean


@click.command(cls=Command)
@click.argument("kind", metavar="section|template|look")
@click.argument("name")
@json_option
@click.pass_obj
def eject(folder: Path, kind: str, name: str, as_json: bool) -> None:
    """Copy the built-in section, template or look NAME into the workspace, to change it there.

    From then on the copy is used instead of the built-in one. Delete the copy to go back. A copy
    that is there already is never overwritten.

    \b
    Examples:
      letterbook eject section contents
      letterbook eject template newsletter
      letterbook eject look classic
    """
    workspace = find_workspace(folder)
    paths = copy_built_in(workspace.root, _kind(kind), name)
    if as_json:
        print_json({"written": [workspace.relative(path) for path in paths]})
        return
    for path in paths:
        print_data(shown(path))
    say(f'The workspace now has a {kind} "{name}" of its own, and drafts use it.')
    suggest(f"open {shown(paths[0])} in a text editor, change it, save it", "letterbook draft")


def _kind(word: str) -> Kind:
    if word not in set(Kind):
        raise WrongUse(
            f'"{word}" cannot be copied.', hint=did_you_mean(word, Kind) or "It is section, template or look."
        )
    return Kind(word)
