"""letterbook draft: write an edition as Word and Markdown."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from letterbook.cli.command import WordsCommand, json_option
from letterbook.cli.draft_request import DraftRequest, read_request
from letterbook.cli.findings import FAILED, exit_code, strict_option
from letterbook.cli.json_objects import output_object
from letterbook.cli.json_output import JsonObject, error_object, finding_objects, print_json
from letterbook.cli.reporting import print_data, report, say, shown, suggest, summary
from letterbook.drafting.approval.present_state import standing_of
from letterbook.drafting.assemble import Assembly, assemble
from letterbook.drafting.edition_choice import choose_edition
from letterbook.drafting.editions.edition import Edition, read_edition
from letterbook.drafting.output.assembled_origin import origin_of
from letterbook.drafting.output.dress import dress
from letterbook.drafting.output.outputs import Output, Outputs, render, write_outputs
from letterbook.drafting.project import Project, open_project
from letterbook.errors import LetterbookError
from letterbook.finding import Finding, in_order
from letterbook.library.lock import locked
from letterbook.library.queries.query import parse_query
from letterbook.library.workspace import find_workspace
from letterbook.writers.writer import Resources, Written

if TYPE_CHECKING:
    from letterbook.cli.draft_copies import DraftCopies


@click.command(cls=WordsCommand)
@click.argument("words", metavar="[EDITION | QUERY…]", nargs=-1)
@click.option("--to", "formats", default="", metavar="FORMATS", help="docx, md, or docx,md.")
@click.option(
    "-o", "--output", default="", metavar="PATH|-", help="Write one file there, or print it with -."
)
@click.option("--template", default="", metavar="NAME", help="Draft what QUERY selects, without an edition.")
@click.option("--audience", default="", metavar="WHO", help="A copy for public, investors or firm.")
@click.option("--date", "day", default="", metavar="DATE", help="The date where the edition has none.")
@click.option("--recipients", default="", metavar="FILE", help="Make a copy for each row of FILE, too.")
@click.option(
    "--sources", default="", metavar="HOW", help="Tell sources in a second file: appendix or comments."
)
@strict_option
@json_option
@click.pass_obj
def draft(
    folder: Path,
    words: tuple[str, ...],
    *,
    formats: str,
    output: str,
    template: str,
    audience: str,
    day: str,
    recipients: str,
    sources: str,
    strict: bool,
    as_json: bool,
) -> int:
    """Write EDITION as a Word document and as Markdown, into the folder drafts.

    EDITION is a name, a number or a file; without it the unpublished one that you changed last. A draft
    that you have edited since is left as it is, and the new one lies beside it with .new in its name.

    With --template there is no edition file: the items that QUERY selects go into a draft at once.
    "letterbook items --help" explains the words of a query.

    With --recipients each row of that .csv or .xlsx gets a copy: "letterbook copies --help" says more.

    With --sources there is a second file, "EDITION with sources", for your own eyes: an appendix in it, or
    Word comments, say of every figure and quotation where it comes from, down to file and row. It cannot be
    approved, and no copies are made of it. With -o FILE it lies beside FILE; with -o - it is what is printed.

    \b
    Examples:
      letterbook draft
      letterbook draft "Tidewatch 7" --to docx
      letterbook draft 7 -o - | less
      letterbook draft "Letter 2026 H1" --recipients fund/recipients.csv
      letterbook draft "Letter 2026 H1" --sources comments
      letterbook draft --template newsletter theme:energy since:2024-01 -o energy.docx
    """
    request = read_request(formats, output, audience, day, recipients, sources=sources, as_json=as_json)
    project = open_project(find_workspace(folder))
    edition = _edition(project, words, template, request)
    assembly = assemble(edition, project, today=request.day, audience=request.audience)
    if not assembly.may_be_written:
        return _refuse(assembly, as_json=as_json)
    return _write(assembly, project, request, folder, strict=strict)


def _write(assembly: Assembly, project: Project, request: DraftRequest, folder: Path, *, strict: bool) -> int:
    """Write or print a draft, with its sources and copies where they were asked for; the exit code."""
    destination = request.destination
    dressed = dress(assembly, project, destination.parent if destination else project.workspace.drafts_folder)
    found = (*assembly.findings, *dressed.findings)
    rendered = render(assembly.draft, request.formats_for(assembly.edition), dressed.resources)
    sourced = _sourced(assembly, project, request, rendered, dressed.resources)
    if request.is_printed:
        return _print_draft(found, sourced or rendered, strict=strict)
    with locked(project.workspace):
        outputs = write_outputs(
            project.workspace,
            assembly.name,
            rendered,
            origin=origin_of(assembly, project),
            destination=destination,
            charts=dressed.charts,
            sourced=sourced,
        )
    copies = _copies(outputs, request, folder)
    changes = standing_of(project, assembly.name).changes
    findings = in_order((*found, *outputs.findings, *changes, *(copies.findings if copies else ())))
    _tell(assembly, outputs, findings, project, copies, request=request)
    problem = outputs.obstacle or (copies.problem if copies else None)
    return _end(problem, findings, strict=strict, as_json=request.as_json)


def _sourced(
    assembly: Assembly,
    project: Project,
    request: DraftRequest,
    rendered: Mapping[str, Written],
    resources: Resources,
) -> Mapping[str, Written]:
    """The files that tell the draft's sources, where they were asked for; what makes them is loaded then."""
    if request.sources is None:
        return {}
    told = import_module("letterbook.drafting.sources.sourced_draft")
    files = told.tell_sources(assembly, project, request.sources, rendered, resources)
    return cast("Mapping[str, Written]", files)


def _copies(outputs: Outputs, request: DraftRequest, folder: Path) -> DraftCopies | None:
    """The copies for recipients, where they were asked for; what makes them is loaded only then."""
    if request.recipients is None:
        return None
    copies = import_module("letterbook.cli.draft_copies")
    made = copies.copies_of_draft(outputs, request.recipients, folder)
    return cast("DraftCopies", made)


def _edition(project: Project, words: Sequence[str], template: str, request: DraftRequest) -> Edition:
    if not template:
        edition = read_edition(project.workspace, choose_edition(project, " ".join(words)))
        return replace(edition, date=edition.date or request.date)
    query = parse_query(words, project.catalogue.themes, request.day)
    one_shot = import_module("letterbook.drafting.new_editions.one_shot")
    edition = one_shot.one_shot_edition(
        project, template, query, today=request.day, audience=request.audience
    )
    return cast("Edition", edition)


def _refuse(assembly: Assembly, *, as_json: bool) -> int:
    if as_json:
        print_json({"outputs": [], "findings": finding_objects(assembly.findings)})
        return FAILED
    report(assembly.findings)
    say(f"Nothing was written: {assembly.edition.name} has something its readers may not see.")
    return FAILED


def _print_draft(found: tuple[Finding, ...], rendered: Mapping[str, Written], *, strict: bool) -> int:
    (written,) = rendered.values()
    sys.stdout.buffer.write(written.data)
    findings = in_order((*found, *written.findings))
    report(findings)
    return exit_code(findings, strict=strict)


def _tell(
    assembly: Assembly,
    outputs: Outputs,
    findings: Sequence[Finding],
    project: Project,
    copies: DraftCopies | None,
    *,
    request: DraftRequest,
) -> None:
    if request.as_json:
        files = [_output_object(output, project, request) for output in outputs.files]
        error = error_object(outputs.obstacle) if outputs.obstacle else {}
        made = copies.json() if copies else {}
        print_json({"outputs": files, "findings": finding_objects(findings), **made, **error})
        return
    report(findings)
    for file in outputs.files:
        print_data(shown(file.path))
    say(f"Drafted {assembly.edition.name}: {summary(findings)}.")
    if copies:
        copies.tell()
        return
    open_it = f"open {shown(outputs.files[0].path)}"
    has_file = bool(assembly.edition.path)
    suggest(*((open_it, f'letterbook check "{assembly.edition.name}"') if has_file else (open_it,)))


def _output_object(output: Output, project: Project, request: DraftRequest) -> JsonObject:
    """The object for a file that was written; one that tells sources says in which form."""
    path = project.workspace.relative(output.path)
    form = {"sources": request.sources.value} if output.has_sources and request.sources else {}
    return {**output_object(path, output.format, output.size, output.sha256), **form}


def _end(problem: LetterbookError | None, findings: Sequence[Finding], *, strict: bool, as_json: bool) -> int:
    """The exit code. What stood in the way is told last, as an error; the JSON object has it already."""
    if problem is None:
        return exit_code(findings, strict=strict)
    if as_json:
        return problem.exit_code
    raise problem
