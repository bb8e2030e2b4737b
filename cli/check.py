"""letterbook check: what is wrong or unfinished in an edition."""

from __future__ import annotations

from pathlib import Path

import click

from letterbook.cli.clock import today
from letterbook.cli.command import Command, json_option
from letterbook.cli.findings import exit_code, strict_option
from letterbook.cli.json_output import finding_objects, print_json
from letterbook.cli.reporting import print_findings, say, suggest, summary
from letterbook.cli.standing import standing_object, standing_words
from letterbook.drafting.approval.approval_record import State
from letterbook.drafting.approval.present_state import standing_of
from letterbook.drafting.assemble import assemble, in_order
from letterbook.drafting.dress import dress, look_of
from letterbook.drafting.edition_choice import choose_edition
from letterbook.drafting.editions.edition import read_edition
from letterbook.drafting.letterhead_file import review_letterhead
from letterbook.drafting.project import open_project
from letterbook.drafting.templates.look_review import review_look
from letterbook.library.workspace import find_workspace


@click.command(cls=Command)
@click.argument("edition", nargs=-1)
@strict_option
@json_option
@click.pass_obj
def check(folder: Path, edition: tuple[str, ...], strict: bool, as_json: bool) -> int:
    """Look through EDITION as a careful reader would: altered quotations, items used before, links that
    only you can open, passages that are not for this audience, what is still to be written.

    EDITION is a name, a number or a file; without it the unpublished one that you changed last. An error
    has to be put right, a warning should be looked at, a note is only said. Nothing is changed.

    \b
    Examples:
      letterbook check
      letterbook check "Tidewatch 7" --strict
    """
    project = open_project(find_workspace(folder))
    path = choose_edition(project, " ".join(edition))
    assembly = assemble(read_edition(project.workspace, path), project, today=today())
    dressed = dress(assembly, project, project.workspace.drafts_folder)
    review = review_look(project.search_path, look_of(assembly))
    letterhead = review_letterhead(dressed.resources.letterhead)
    standing = standing_of(project, assembly.edition.name)
    findings = in_order((*assembly.findings, *dressed.findings, *review, *letterhead, *standing.changes))
    if as_json:
        print_json({"findings": finding_objects(findings), "state": standing_object(standing)})
        return exit_code(findings, strict=strict)
    print_findings(findings)
    say(f"{assembly.edition.name}: {summary(findings)}.")
    if standing.state is not State.DRAFT:
        say(f"{assembly.edition.name} is {standing_words(standing)}.")
    suggest(f'letterbook draft "{assembly.edition.name}"')
    return exit_code(findings, strict=strict)
