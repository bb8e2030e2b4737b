"""letterbook doctor: examine the workspace and mend it."""

from __future__ import annotations

from pathlib import Path

import click

from letterbook.cli.command import Command, json_option
from letterbook.cli.findings import exit_code, strict_option
from letterbook.cli.json_output import finding_objects, print_json
from letterbook.cli.reporting import print_data, print_findings, say, suggest, summary
from letterbook.drafting.approval.kept_approvals import damaged_approvals
from letterbook.drafting.editions.edition_index import read_editions
from letterbook.drafting.output.builds import damaged_builds
from letterbook.library.doctor import MENDABLE, Mended, examine, mend
from letterbook.library.lock import locked
from letterbook.library.workspace import find_workspace


@click.command(cls=Command)
@click.option("--fix", is_flag=True, help="Mend what needs no judgement.")
@strict_option
@json_option
@click.pass_obj
def doctor(folder: Path, fix: bool, strict: bool, as_json: bool) -> int:
    """Examine the workspace: files that cannot be read, names that mean two things, copies that a
    synchronisation left, themes that nothing describes, and more. Each finding says what to do.

    With --fix what needs no judgement is mended: quotation marks where a value needs them, and
    files and folders that an interrupted command left. Nothing else is touched.

    \b
    Examples:
      letterbook doctor
      letterbook doctor --fix
    """
    workspace = find_workspace(folder)
    mended: tuple[Mended, ...] = ()
    if fix:
        with locked(workspace):
            mended = mend(workspace)
    records = (*damaged_approvals(workspace), *damaged_builds(workspace))
    findings = (*examine(workspace), *read_editions(workspace).findings, *records)
    if as_json:
        done = [{"path": one.path, "what": one.what} for one in mended]
        print_json({"findings": finding_objects(findings), "mended": done})
        return exit_code(findings, strict=strict)
    for one in mended:
        print_data(f"{one.path}: {one.what}")
    print_findings(findings)
    say(f"The workspace {workspace.root.name}: {summary(findings)}.")
    mendable = any(finding.id in MENDABLE for finding in findings)
    suggest("letterbook doctor --fix" if mendable and not fix else "letterbook")
    return exit_code(findings, strict=strict)
