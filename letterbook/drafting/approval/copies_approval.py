"""Whether the file that copies are made of is the one that was approved."""

from __future__ import annotations

from pathlib import Path

from letterbook.drafting.approval.approval_record import ApprovalRecord, Snapshot
from letterbook.drafting.approval.changes import file_changes
from letterbook.drafting.approval.kept_approvals import read_approval_record
from letterbook.drafting.approval.letter_text import read_letter_text
from letterbook.drafting.approval.present_state import changes_since
from letterbook.drafting.output.builds import read_build
from letterbook.drafting.project import Project, open_project
from letterbook.errors import LetterbookError
from letterbook.finding import Finding, Place, Severity
from letterbook.library.workspace import workspace_around
from letterbook.record import record

UNAPPROVED = "copy-unapproved"


@record
class CopiesApproval:
    """What is remembered of a file that copies are made of; `is_approved` where it is the approved one."""

    project: Project
    kept: ApprovalRecord
    is_approved: bool
    findings: tuple[Finding, ...]


def approval_of(file: Path, digest: str, build: str, folder: Path) -> CopiesApproval | None:
    """How the draft in `file`, with this SHA-256 and build, stands in the workspace that knows it.

    That is looked for around `folder`, then around the file. None where there is no workspace at all.
    Raises BadInput when a record of the workspace is damaged.
    """
    workspaces = [found for place in (folder, file.absolute().parent) if (found := workspace_around(place))]
    for workspace in workspaces:
        known = read_build(workspace, build)
        if known is not None:
            kept = read_approval_record(workspace, known.draft)
            return _judged(open_project(workspace), kept, file, digest)
    if not workspaces:
        return None
    kept = ApprovalRecord(draft=file.stem)
    return CopiesApproval(open_project(workspaces[0]), kept, False, (_unapproved(file),))


def _judged(project: Project, kept: ApprovalRecord, file: Path, digest: str) -> CopiesApproval:
    approved = kept.approved
    if approved is None:
        return CopiesApproval(project, kept, False, (_unapproved(file),))
    if approved.sha256 == digest:
        found = (
            finding for finding in changes_since(project, kept, approved) if not _is_of(finding, approved)
        )
        return CopiesApproval(project, kept, True, tuple(found))
    text = read_letter_text(str(file), file.read_bytes())
    present = Snapshot(file=str(file), sha256=digest, build=text.build, paragraphs=text.paragraphs)
    return CopiesApproval(project, kept, False, (_unapproved(file, kept), *file_changes(approved, present)))


def _is_of(finding: Finding, approved: Snapshot) -> bool:
    """Whether a finding is about the approved file, which may since lie elsewhere."""
    return finding.place is not None and finding.place.file == approved.file


def _unapproved(file: Path, kept: ApprovalRecord | None = None) -> Finding:
    approval = kept.approval if kept else None
    message = f"{file.name} was not approved."
    if approval:
        message = f"{file.name} is not the file that {approval.by} approved on {approval.on}."
    hint = "Approve it with letterbook approve, or make the copies of the approved file."
    return Finding(UNAPPROVED, Severity.WARNING, message, hint, Place(str(file)))


def refuse_unapproved(approval: CopiesApproval | None, file: Path) -> CopiesApproval:
    """The approval of a file whose copies are to be recorded as sent; raises LetterbookError without one."""
    if approval is None or not approval.is_approved:
        raise LetterbookError(
            f"{file.name} was not approved, so its copies cannot be recorded as sent.",
            hint=f'First: letterbook approve "{file}".',
            place=Place(str(file)),
        )
    return approval
