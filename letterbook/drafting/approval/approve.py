"""The steps of a letter's way: sent round for review, approved, approval withdrawn, copies sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from letterbook.checks.letters.profile import Profile
from letterbook.checks.letters.rules import run_word_rules
from letterbook.drafting.approval.approval_record import (
    Allowed,
    ApprovalRecord,
    Did,
    SentCopy,
    Snapshot,
    Step,
)
from letterbook.drafting.approval.changes import changes_between, figures_of, files_of
from letterbook.drafting.approval.kept_approvals import read_approval_record, write_approval_record
from letterbook.drafting.approval.letter_text import LetterText, read_letter_text
from letterbook.drafting.approval.present_state import changes_of_figures, edition_lines, present_hashes
from letterbook.drafting.assemble import assemble
from letterbook.drafting.editions.edition import read_edition
from letterbook.drafting.figures.draft_numbers import changed_numbers
from letterbook.drafting.output.build_record import BuildRecord
from letterbook.drafting.output.builds import read_build
from letterbook.drafting.project import Project
from letterbook.errors import BadInput, WrongUse
from letterbook.files import sha256, unreadable
from letterbook.finding import Finding, Place, Severity, in_order
from letterbook.item import Audience
from letterbook.library.workspace import Workspace
from letterbook.record import named_record
from letterbook.suggestion import did_you_mean
from letterbook.writers.word.marked_text import read_marked_text
from letterbook.writers.word.opened.word_file import read_word_file

_TYPED_OVER, _SHEET_CHANGED, _SOURCE_CHANGED = "figure-typed-over", "figure-outdated", "draft-outdated"


@named_record
class Actor:
    """Who takes a step, and on what day."""

    by: str
    on: date


@named_record
class Approval:
    """What came of an approval: the state of the file, what is covered by it, what was found.

    `refusals` are the errors that nobody has allowed; where there are some, nothing was recorded. An
    approval that `is_repeated` covers nothing new, and is not recorded either.
    """

    kept: ApprovalRecord
    snapshot: Snapshot
    findings: tuple[Finding, ...]
    refusals: tuple[Finding, ...] = ()
    covers: tuple[str, ...] = ()
    is_repeated: bool = False


def approve_draft(project: Project, path: Path, actor: Actor, allowed: Sequence[Allowed] = ()) -> Approval:
    """Approve the Word file `path`, unless there are errors that are not `allowed`.

    A second approval covers and records what differs from the first. Raises BadInput for a file that is no
    draft of this workspace, has tracked changes or comments; WrongUse for what is allowed without need.
    The caller holds the workspace's lock.
    """
    workspace = project.workspace
    data, text, build = _opened(workspace, path, settled=True)
    kept = read_approval_record(workspace, build.draft)
    snapshot, told = _with_accounts(_snapshot(workspace, path, data, text, build), workspace, path, data)
    findings = in_order((*_findings(project, snapshot, data, build, actor.on), *told))
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    _refuse_needless(allowed, errors)
    reasons = {each.id for each in allowed}
    refusals = tuple(finding for finding in errors if finding.id not in reasons)
    before = kept.approved
    changes = changes_between(before, snapshot, build.edition) if before else ()
    covers = tuple(dict.fromkeys(finding.message for finding in changes))
    if refusals or (before and not covers):
        return Approval(
            kept=kept, snapshot=snapshot, findings=findings, refusals=refusals, is_repeated=not refusals
        )
    given = tuple(dict.fromkeys(Allowed(each.id, each.allowed) for each in findings if each.allowed))
    step = Step(
        did=Did.APPROVE,
        by=actor.by,
        on=actor.on.isoformat(),
        file=snapshot.file,
        sha256=snapshot.sha256,
        figures=snapshot.figures_digest,
        sources=snapshot.sources_digest,
        covers=covers,
        allowed=(*allowed, *given),
    )
    kept = replace(kept, edition=build.edition, steps=(*kept.steps, step), approved=snapshot)
    write_approval_record(workspace, kept)
    return Approval(kept=kept, snapshot=snapshot, findings=findings, covers=covers)


def withdraw(workspace: Workspace, path: Path, actor: Actor) -> ApprovalRecord:
    """Take the approval of a draft back; raises WrongUse where it has none."""
    kept = _record_of(workspace, path)
    if kept.approved is None:
        raise WrongUse(f"{kept.draft} is not approved.", hint="There is nothing to withdraw.")
    step = Step(did=Did.WITHDRAW, by=actor.by, on=actor.on.isoformat(), file=kept.approved.file)
    kept = replace(kept, steps=(*kept.steps, step), approved=None)
    write_approval_record(workspace, kept)
    return kept


def send_round(workspace: Workspace, path: Path, actor: Actor) -> ApprovalRecord:
    """Record that a draft is in review; raises WrongUse where it is approved already."""
    data, _, build = _opened(workspace, path)
    kept = read_approval_record(workspace, build.draft)
    if kept.approved is not None:
        raise WrongUse(f"{kept.draft} is approved already.", hint="Withdraw that first, with --withdraw.")
    file = workspace.relative(path)
    step = Step(did=Did.REVIEW, by=actor.by, on=actor.on.isoformat(), file=file, sha256=sha256(data))
    kept = replace(kept, edition=build.edition, steps=(*kept.steps, step))
    write_approval_record(workspace, kept)
    return kept


def record_sent(
    workspace: Workspace, kept: ApprovalRecord, copies: Iterable[SentCopy], actor: Actor
) -> tuple[SentCopy, ...]:
    """Remember copies that were sent, and return those that were not remembered yet."""
    known = {(copy.recipient, copy.sha256) for copy in kept.sent}
    new = tuple(copy for copy in copies if (copy.recipient, copy.sha256) not in known)
    if new and kept.approved:
        step = Step(
            did=Did.SEND,
            by=actor.by,
            on=actor.on.isoformat(),
            file=kept.approved.file,
            sha256=kept.approved.sha256,
        )
        write_approval_record(workspace, replace(kept, steps=(*kept.steps, step), sent=(*kept.sent, *new)))
    return new


def _record_of(workspace: Workspace, path: Path) -> ApprovalRecord:
    """The record of a draft by its file, or by the name of a file that is gone."""
    if not path.is_file():
        return read_approval_record(workspace, path.stem)
    return read_approval_record(workspace, _opened(workspace, path)[2].draft)


def _opened(
    workspace: Workspace, path: Path, *, settled: bool = False
) -> tuple[bytes, LetterText, BuildRecord]:
    name = workspace.relative(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    text = read_letter_text(name, data, settled=settled)
    build = read_build(workspace, text.build)
    if build is None:
        raise BadInput(
            f"{name} was not drafted in this workspace, or its record is gone.",
            hint="Name the workspace with -C, or draft the letter again.",
            place=Place(name),
        )
    return data, text, build


def _snapshot(
    workspace: Workspace, path: Path, data: bytes, text: LetterText, build: BuildRecord
) -> Snapshot:
    return Snapshot(
        file=workspace.relative(path),
        sha256=sha256(data),
        build=build.build,
        paragraphs=text.paragraphs,
        figures=build.figures,
        sources=build.sources,
        edition_lines=edition_lines(workspace, build.edition),
    )


def _with_accounts(
    snapshot: Snapshot, workspace: Workspace, path: Path, data: bytes
) -> tuple[Snapshot, tuple[Finding, ...]]:
    """The state of a letter with what it tells recipients of their accounts, and what is wrong with those."""
    # Making copies loads this module too, and most letters tell of no account.
    from letterbook.drafting.accounts.letter_accounts import letter_accounts  # noqa: PLC0415
    from letterbook.drafting.accounts.workspace_accounts import account_files  # noqa: PLC0415

    accounts = letter_accounts(workspace, path, data)
    if not accounts.values:
        return snapshot, accounts.findings
    files = present_hashes(workspace, account_files(workspace))
    return replace(snapshot, accounts=accounts.values, account_files=files), accounts.findings


def _findings(
    project: Project, snapshot: Snapshot, data: bytes, build: BuildRecord, today: date
) -> Iterator[Finding]:
    """What speaks against approving the file."""
    yield from _typed_over(snapshot.file, data, build)
    for finding in changes_of_figures(project, snapshot, build.edition):
        message = f"The file prints a figure as it was: {finding.message}"
        yield Finding(_SHEET_CHANGED, Severity.ERROR, message, "Draft the letter again.", finding.place)
    present = present_hashes(project.workspace, build.sources)
    files_of_figures = files_of(figures_of(snapshot).values())
    for name, digest in build.sources.items():
        if present.get(name) != digest and name not in files_of_figures:
            message = f"{name} has changed since the file was drafted; the file does not say so."
            hint = "Draft the letter again, unless the file is right as it is."
            yield Finding(_SOURCE_CHANGED, Severity.WARNING, message, hint, Place(name))
    path = project.workspace.root / build.edition
    profile = None
    if build.edition and path.is_file():
        edition = read_edition(project.workspace, path)
        assembly = assemble(edition, project, today=today, audience=Audience(build.audience))
        profile = edition.profile or assembly.template.profile
        yield from assembly.findings
    yield from run_word_rules(read_word_file(snapshot.file, data), profile or Profile.LP_LETTER)


def _typed_over(file: str, data: bytes, build: BuildRecord) -> Iterator[Finding]:
    """An error for each figure that somebody typed over in the file."""
    for changed in changed_numbers(read_marked_text(file, data).paragraphs, build):
        if not changed.printed or not changed.now:
            continue
        message = f'The file says "{changed.now}" for {changed.printed.figure.name}, which is {changed.was}.'
        hint = "Undo that edit, or correct the figure in its sheet and draft again."
        yield Finding(_TYPED_OVER, Severity.ERROR, message, hint, Place(file))


def _refuse_needless(allowed: Sequence[Allowed], errors: Sequence[Finding]) -> None:
    found = {finding.id for finding in errors}
    for each in allowed:
        if each.id not in found:
            hint = did_you_mean(each.id, found) or "Allow only what stands in the way."
            raise WrongUse(f'There is no error "{each.id}" to allow.', hint=hint)
        if not each.reason:
            raise WrongUse(
                f'"{each.id}" needs a reason to be allowed.', hint=f'Write --allow "{each.id}: the reason".'
            )
