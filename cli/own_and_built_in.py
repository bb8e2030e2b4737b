"""What `sections`, `templates` and `looks` share: where they look, and how they list what they find."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from letterbook.cli.json_output import print_json
from letterbook.cli.reporting import print_data, say, suggest
from letterbook.drafting.search_path import Kind, SearchPath, Source
from letterbook.library.workspace import workspace_around
from letterbook.record import record


@record
class Listing:
    """A section, template or look in a list; `is_own` when it is the user's."""

    name: str
    about: str
    is_own: bool


def search_path_of(folder: Path) -> SearchPath:
    """Where to look from `folder`: in its workspace if it has one, then among the built-in ones."""
    workspace = workspace_around(folder)
    return SearchPath(workspace.root) if workspace else SearchPath()


def print_listings(kind: Kind, listings: Iterable[Listing], *, as_json: bool) -> None:
    """Print what there is of one kind, and how to see more of it."""
    found = list(listings)
    if as_json:
        objects = [{"name": entry.name, "about": entry.about, "own": entry.is_own} for entry in found]
        print_json({f"{kind}s": objects})
        return
    width = max((len(entry.name) for entry in found), default=0)
    for entry in found:
        print_data(f"{entry.name:{width}}  {entry.about}{' (yours)' if entry.is_own else ''}")
    if found:
        suggest(f"letterbook {kind}s show {found[0].name}", f"letterbook eject {kind} {found[0].name}")


def print_file(source: Source) -> None:
    """Print a file as it stands, after the name by which messages call it."""
    say(f"\n{source.file}:")
    print_data(source.text.rstrip("\n"))
