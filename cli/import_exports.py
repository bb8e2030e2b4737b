"""letterbook import: take in exports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from textwrap import shorten

import click

from letterbook.cli.clock import today
from letterbook.cli.command import Command, json_option
from letterbook.cli.findings import exit_code
from letterbook.cli.json_output import JsonObject, finding_objects, print_json
from letterbook.cli.progress import counted
from letterbook.cli.reporting import count, report, say, suggest
from letterbook.errors import WrongUse
from letterbook.importers import read_path
from letterbook.importers.export import ImportedFile
from letterbook.library.lock import locked
from letterbook.library.reimport.import_report import ImportReport
from letterbook.library.reimport.merge import KeptYours
from letterbook.library.reimport.receive import receive
from letterbook.library.workspace import Workspace, find_workspace

SHOWN = 5
LONGEST_VALUE = 60


@click.command("import", cls=Command)
@click.argument("paths", metavar="[PATH…]", nargs=-1, type=click.Path(path_type=Path))
@click.option("--restore", is_flag=True, help="Bring back items and highlights that you deleted.")
@json_option
@click.pass_obj
def import_exports(folder: Path, paths: tuple[Path, ...], restore: bool, as_json: bool) -> int:
    """Take in the highlights and notes that PATH holds: an exported file, or a folder of them.

    What Readwise and Snipd export is recognised by its content, and so are plain Markdown notes.
    Without PATH the folders are read that letterbook.yaml names as sources. Importing again is
    safe: what is new arrives, what you changed or wrote yourself stays.

    \b
    Examples:
      letterbook import ~/Downloads/export.md
      letterbook import ~/Documents/Vault/Readwise
      letterbook import
    """
    workspace = find_workspace(folder)
    files = tuple(counted(_read(paths or _sources(workspace)), "Reading note"))
    items = [item for file in files for item in file.items]
    with locked(workspace):
        received = receive(workspace, items, restore=restore, today=today())
    if as_json:
        print_json(_import_object(received, files))
    else:
        _say_what_came(received, files)
        publication = next(iter(workspace.settings.publications), "PUBLICATION")
        suggest("letterbook items is:untagged", f"letterbook new {publication}")
    return exit_code(received.findings, strict=False)


def _sources(workspace: Workspace) -> Sequence[Path]:
    if not workspace.source_paths:
        raise WrongUse(
            "There is nothing to import.",
            hint="Name a file or folder, or list folders as sources in letterbook.yaml.",
        )
    return workspace.source_paths


def _read(paths: Iterable[Path]) -> Iterable[ImportedFile]:
    for path in paths:
        yield from read_path(path.expanduser())


def _say_what_came(received: ImportReport, files: Sequence[ImportedFile]) -> None:
    report(received.findings)
    if not files:
        say("There is no file to read in what you named.")
    skipped = [file for file in files if file.skipped]
    _say_some([f"Skipped {file.path}: {file.skipped}" for file in skipped])
    _say_some([_kept(kept) for kept in received.kept_yours])
    unknown = sum(len(file.unknown) for file in files)
    if unknown:
        say(f"{count(unknown, 'line')} not understood; the item keeps them under “unread”.")
    away = ((received.deleted, "item"), (received.away, "highlight"))
    for number, noun in away:
        if number:
            say(f"{count(number, noun)} that you deleted stayed away; --restore brings it all back.")
    say(
        f"Read {count(len(received.items), 'item')}: {received.new:,} new, {received.changed:,} changed, "
        f"{received.unchanged:,} unchanged; {count(len(skipped), 'file')} skipped."
    )


def _kept(kept: KeptYours) -> str:
    yours, theirs = (shorten(text, LONGEST_VALUE, placeholder=" …") for text in (kept.yours, kept.theirs))
    what = f"{kept.field} of ^{kept.anchor}" if kept.anchor else kept.field
    return f"Kept yours in {kept.path}: {what} is “{yours}”, the source says “{theirs}”."


def _say_some(lines: Sequence[str]) -> None:
    for line in lines[:SHOWN]:
        say(line)
    if len(lines) > SHOWN:
        say(f"… and {len(lines) - SHOWN:,} more; --json lists them all.")


def _import_object(received: ImportReport, files: Sequence[ImportedFile]) -> JsonObject:
    return {
        "read": len(received.items),
        "new": received.new,
        "changed": received.changed,
        "unchanged": received.unchanged,
        "items": [{"id": one.name, "path": one.path, "status": one.status.value} for one in received.items],
        "kept_yours": [asdict(kept) for kept in received.kept_yours],
        "skipped": [{"path": file.path, "reason": file.skipped} for file in files if file.skipped],
        "unknown": [asdict(line) for file in files for line in file.unknown],
        "findings": finding_objects(received.findings),
    }
