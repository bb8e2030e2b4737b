"""letterbook looks: how Word files look."""

from __future__ import annotations

from pathlib import Path

import click

from letterbook.cli.command import CommandGroup, json_option
from letterbook.cli.findings import exit_code
from letterbook.cli.json_objects import output_object
from letterbook.cli.json_output import error_object, finding_objects, print_json
from letterbook.cli.own_and_built_in import Listing, print_listings, search_path_of
from letterbook.cli.reporting import print_data, report, say, shown, suggest
from letterbook.drafting.output.dress import DEFAULT_LOOK
from letterbook.drafting.output.letterhead_file import letterhead_of
from letterbook.drafting.output.outputs import Outputs, format_of
from letterbook.drafting.search_path import Kind, SearchPath
from letterbook.drafting.specimens.specimen_output import FORMAT, write_specimen
from letterbook.drafting.templates.look_file import load_look
from letterbook.drafting.templates.look_review import review_look
from letterbook.errors import BadInput, WrongUse
from letterbook.finding import Finding
from letterbook.library.workspace import Workspace, workspace_around
from letterbook.look import Look
from letterbook.writers.writer import LetterheadFile

_WORD_ENDINGS = frozenset(
    {".docx", ".dotx", ".docm", ".dotm", ".doc", ".dot", ".rtf", ".odt", ".ott", ".fodt"}
)
"""What people may take for a letterhead; those that are none are refused with the reason."""


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
@click.option("-o", "--output", default="", metavar="PATH", help="Write the Word file there.")
@json_option
@click.pass_obj
def show_look(folder: Path, name: str, output: str, as_json: bool) -> int:
    """Show the look NAME: a Word file with every style of it, and everything that a draft can hold.

    NAME may also be the file of a letterhead. The Word file goes into the folder drafts, outside a
    workspace into the current one. "letterbook eject look" copies the look's own file, to change it.

    \b
    Examples:
      letterbook looks show classic
      letterbook looks show letterhead.docx -o specimen.docx
    """
    workspace, search_path = workspace_around(folder), search_path_of(folder)
    letterhead = _letterhead(name, search_path)
    look = load_look(search_path, DEFAULT_LOOK if letterhead else name)
    destination = _destination(output)
    outputs = write_specimen(look, workspace, letterhead=letterhead, destination=destination)
    findings = (*(() if letterhead else review_look(search_path, name)), *outputs.findings)
    is_own = letterhead is not None or search_path.is_own(Kind.LOOK, name)
    if as_json:
        _print_object(name if letterhead else look.name, look, outputs, findings, workspace, is_own=is_own)
        return outputs.obstacle.exit_code if outputs.obstacle else exit_code(findings, strict=False)
    report(findings)
    for file in outputs.files:
        print_data(shown(file.path))
    say(f"{name}: {'your letterhead' if letterhead else look.about}")
    change = () if is_own else (f"letterbook eject look {name}",)
    suggest(f"open {shown(outputs.files[0].path)}", *change)
    if outputs.obstacle:
        raise outputs.obstacle
    return exit_code(findings, strict=False)


def _letterhead(name: str, search_path: SearchPath) -> LetterheadFile | None:
    """The letterhead that `name` is the file of; None where it is the name of a look."""
    path = Path(name).expanduser()
    if name in search_path.names(Kind.LOOK) or path.suffix.casefold() not in _WORD_ENDINGS:
        return None
    if not path.is_file():
        raise BadInput(f"There is no file {name}.", hint="Name a look, or the file of a letterhead.")
    return letterhead_of(path, path.name)


def _destination(output: str) -> Path | None:
    if not output:
        return None
    path = Path(output).expanduser()
    if format_of(path) != FORMAT:
        raise WrongUse("A look is shown in Word.", hint=f"End the file's name with .{FORMAT}.")
    return path


def _print_object(
    name: str,
    look: Look,
    outputs: Outputs,
    findings: tuple[Finding, ...],
    workspace: Workspace | None,
    *,
    is_own: bool,
) -> None:
    files = [
        output_object(
            workspace.relative(file.path) if workspace else file.path.as_posix(),
            file.format,
            file.size,
            file.sha256,
        )
        for file in outputs.files
    ]
    about = {"name": name, "about": look.about, "own": is_own, "font": look.body_font.name}
    error = error_object(outputs.obstacle) if outputs.obstacle else {}
    print_json({**about, "outputs": files, "findings": finding_objects(findings), **error})
