"""letterbook approve: what was approved of a letter, by whom and when."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from letterbook.cli.clock import today
from letterbook.cli.command import Command, json_option
from letterbook.cli.draft_request import read_day
from letterbook.cli.findings import FAILED
from letterbook.cli.json_output import JsonObject, finding_objects, print_json
from letterbook.cli.reporting import count, print_data, report, say, shown, suggest, summary
from letterbook.drafting.approval.approval_record import Allowed, ApprovalRecord
from letterbook.drafting.approval.approve import Actor, Approval, approve_draft, send_round, withdraw
from letterbook.drafting.edition_choice import choose_edition
from letterbook.drafting.project import Project, open_project
from letterbook.errors import WrongUse
from letterbook.library.lock import locked
from letterbook.library.workspace import Workspace, find_workspace

_ENDING = ".docx"
_DIGITS = 12


@click.command(cls=Command)
@click.argument("draft", metavar="DRAFT.docx")
@click.option("--by", "by", default="", metavar="NAME", help="Who approves; otherwise the author.")
@click.option("--date", "day", default="", metavar="DATE", help="The day; otherwise today.")
@click.option("--allow", "allowed", multiple=True, metavar="'ID: REASON'", help="Approve despite this error.")
@click.option("--review", is_flag=True, help="Only note that the draft was sent round for review.")
@click.option("--withdraw", "is_withdrawn", is_flag=True, help="Take the approval back.")
@json_option
@click.pass_obj
def approve(
    folder: Path,
    draft: str,
    *,
    by: str,
    day: str,
    allowed: tuple[str, ...],
    review: bool,
    is_withdrawn: bool,
    as_json: bool,
) -> int:
    """Approve DRAFT.docx, a letter that letterbook drafted, edited in Word or not.

    What was approved is remembered in records/editions: the file, its paragraphs, its figures and what they
    came from. "letterbook check" then names what has changed since, and "letterbook copies" warns of a file
    that is not the approved one. Approve a changed file again, and that covers only what differs.

    A file with tracked changes or comments is refused, and so is one of which an error is known, unless you
    allow it and say why. DRAFT.docx may also be the name of an edition.

    \b
    Examples:
      letterbook approve "drafts/Letter 2026 H1.docx"
      letterbook approve "Letter 2026 H1" --by "Ines Barata" --date 2026-07-20
      letterbook approve "Letter 2026 H1" --allow "figure-outdated: restated in September"
      letterbook approve "Letter 2026 H1" --withdraw
    """
    if review and is_withdrawn:
        raise WrongUse("--review and --withdraw are two steps.", hint="Take one of them.")
    project = open_project(find_workspace(folder))
    workspace = project.workspace
    path = draft_file(project, draft)
    actor = Actor(by=by or _author(workspace), on=read_day(day) if day else today())
    with locked(workspace):
        if not review and not is_withdrawn:
            approval = approve_draft(project, path, actor, [_allowed(text) for text in allowed])
        else:
            kept = (withdraw if is_withdrawn else send_round)(workspace, path, actor)
    if review or is_withdrawn:
        return _tell_step(kept, as_json=as_json)
    return _tell(approval, path, actor, as_json=as_json)


def draft_file(project: Project, words: str) -> Path:
    """The Word file that `words` mean: a path, or the draft of the edition of that name or number."""
    path = Path(words).expanduser()
    if path.suffix.casefold() == _ENDING:
        return path.absolute()
    edition = choose_edition(project, words)
    return project.workspace.drafts_folder / f"{edition.stem}{_ENDING}"


def _author(workspace: Workspace) -> str:
    author = workspace.settings.author
    if not author:
        raise WrongUse("Who approves?", hint="Say so with --by, or name an author in letterbook.yaml.")
    return author


def _allowed(text: str) -> Allowed:
    identifier, _, reason = text.partition(":")
    return Allowed(identifier.strip(), " ".join(reason.split()))


def _tell_step(kept: ApprovalRecord, *, as_json: bool) -> int:
    step = kept.steps[-1]
    if as_json:
        print_json(_object(kept, ()))
        return 0
    print_data(f"{kept.draft}: {step.did} by {step.by} on {step.on}")
    return 0


def _object(kept: ApprovalRecord, covers: Sequence[str]) -> JsonObject:
    approval, approved = kept.approval, kept.approved
    return {
        "draft": kept.draft,
        "edition": kept.edition,
        "state": kept.state.value,
        "by": approval.by if approval else "",
        "on": approval.on if approval else "",
        "file": approved.file if approved else "",
        "sha256": approved.sha256 if approved else "",
        "covers": list(covers),
        "allowed": [{"id": a.id, "reason": a.reason} for a in approval.allowed] if approval else [],
    }


def _tell(approval: Approval, path: Path, actor: Actor, *, as_json: bool) -> int:
    if as_json:
        findings = {"findings": finding_objects(approval.findings)}
        print_json({**_object(approval.kept, approval.covers), **findings})
        return FAILED if approval.refusals else 0
    report(approval.findings)
    snapshot = approval.snapshot
    if approval.refusals:
        say(f"{snapshot.file} was not approved: {summary(approval.findings)}.")
        suggest(f'letterbook approve "{shown(path)}" --allow "{approval.refusals[0].id}: the reason"')
        return FAILED
    if approval.is_repeated:
        step = approval.kept.approval
        say(
            f"{snapshot.file} was approved by {step.by} on {step.on}, and nothing has changed."
            if step
            else ""
        )
        return 0
    print_data(f"{snapshot.file}: approved by {actor.by} on {actor.on}")
    for message in approval.covers:
        say(f"  {message}")
    what = "what differs from the approval before" if approval.covers else _contents(approval)
    say(f"That covers {what}. SHA-256 of the file: {snapshot.sha256[:_DIGITS]}…")
    suggest(f'letterbook copies "{shown(path)}" fund/recipients.csv')
    return 0


def _contents(approval: Approval) -> str:
    snapshot = approval.snapshot
    counts = (
        count(len(snapshot.paragraphs), "paragraph"),
        count(len(snapshot.figures), "figure"),
        count(len(snapshot.sources), "source file"),
    )
    return f"{counts[0]}, {counts[1]} and {counts[2]}"
