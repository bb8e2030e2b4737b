"""letterbook init: make a workspace."""

from __future__ import annotations

from pathlib import Path

import click

from letterbook.cli.command import Command, json_option
from letterbook.cli.json_output import print_json
from letterbook.cli.reporting import count, say, suggest
from letterbook.library.new_workspace import NewWorkspace, make_workspace


@click.command(cls=Command)
@click.argument("directory", metavar="[DIR]", required=False)
@click.option("--sample", is_flag=True, help="With an invented publication, items and editions to play with.")
@json_option
@click.pass_obj
def init(folder: Path, directory: str | None, sample: bool, as_json: bool) -> None:
    """Make DIR (or the current folder) a workspace.

    A workspace is a folder of plain text files: what you collect in `items`, what you write in
    `editions`, and a few settings in `letterbook.yaml`. It may be a new folder, or one that you
    have, such as an Obsidian vault: nothing that is there is changed. Doing it twice does no harm.

    \b
    Examples:
      letterbook init my-letters
      letterbook init playground --sample
    """
    made = make_workspace(Path(directory).expanduser() if directory else folder, sample=sample)
    if as_json:
        paths = [path.relative_to(made.root).as_posix() for path in made.written]
        print_json({"workspace": str(made.root.resolve()), "written": paths})
        return
    _say_what_was_done(made, sample=sample)


def _say_what_was_done(made: NewWorkspace, *, sample: bool) -> None:
    if not made.written:
        say(f"{made.root} is a workspace already; nothing was changed.")
        if sample:
            say("For the sample name a new folder: letterbook init playground --sample")
            return
    else:
        say(f"Made a workspace in {made.root} ({count(len(made.written), 'file')}).")
    where = "" if made.root.resolve() == Path.cwd() else f"cd {made.root} && "
    suggest(
        f"{where}letterbook",
        "open letterbook.yaml in a text editor: your name and what you publish stand there",
    )
