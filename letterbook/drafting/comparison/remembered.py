"""What the records of a workspace remember of a letter."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from letterbook.drafting.approval.approval_record import ApprovalRecord, Snapshot, State
from letterbook.drafting.approval.kept_approvals import read_approval_record
from letterbook.drafting.approval.present_state import changes_since
from letterbook.drafting.comparison.build_text import IsOwn, parts_of_build
from letterbook.drafting.comparison.printed_letter import PrintedLetter
from letterbook.drafting.comparison.settled_text import parts_of_snapshot
from letterbook.drafting.comparison.word_text import figures_of_word, parts_of_word
from letterbook.drafting.output.build_record import BuildRecord
from letterbook.drafting.output.builds import latest_build, read_build
from letterbook.drafting.project import Project
from letterbook.errors import BadInput
from letterbook.files import sha256
from letterbook.library.workspace import Workspace
from letterbook.record import record
from letterbook.writers.word.opened.word_file import read_word_file


@record
class Remembered:
    """What is remembered of a draft: its build, its approvals, and which record cannot be read."""

    build: BuildRecord | None = None
    approval: ApprovalRecord | None = None
    remarks: tuple[str, ...] = ()

    @property
    def approved(self) -> Snapshot | None:
        """The state of the letter that was approved."""
        return self.approval.approved if self.approval else None


def remember(workspace: Workspace, draft: str) -> Remembered:
    """The records of a draft: the build that was approved, else the last one.

    One that is damaged is passed over, and told.
    """
    remarks: list[str] = []
    approval: ApprovalRecord | None = None
    build: BuildRecord | None = None
    try:
        approval = read_approval_record(workspace, draft)
    except BadInput as error:
        remarks.append(f"{error.place}: {error.message}")
    try:
        approved = approval.approved if approval else None
        build = read_build(workspace, approved.build) if approved else None
        build = build or latest_build(workspace, draft)
    except BadInput as error:
        remarks.append(f"{error.place}: {error.message}")
    return Remembered(build, approval, tuple(remarks))


def is_settled(project: Project, remembered: Remembered) -> bool:
    """Whether a letter has left the house, or was approved and is still as it was then."""
    approval, approved = remembered.approval, remembered.approved
    if approval is None or approved is None:
        return bool(remembered.build and remembered.build.published)
    return approval.state is State.SENT or not changes_since(project, approval, approved)


def as_printed(
    workspace: Workspace, letter: PrintedLetter, remembered: Remembered, is_own: IsOwn
) -> PrintedLetter | None:
    """A letter with what the records say that it said; None where they say nothing."""
    if remembered.approved:
        return _approved(workspace, letter, remembered, remembered.approved, is_own)
    if remembered.build:
        return of_build(letter, remembered.build, is_own)
    return None


def of_build(letter: PrintedLetter, build: BuildRecord, is_own: IsOwn) -> PrintedLetter:
    """A letter as the record of a build has it."""
    return replace(
        letter,
        told="as it was drafted",
        parts=parts_of_build(build, is_own),
        figures=(*build.figures, *build.drawn),
        has_notes=build.notes is not None,
    )


def _approved(
    workspace: Workspace, letter: PrintedLetter, remembered: Remembered, approved: Snapshot, is_own: IsOwn
) -> PrintedLetter:
    """A letter as it was approved, which may say something else than was drafted."""
    step = remembered.approval.approval if remembered.approval else None
    letter = replace(letter, told=f"as approved{f' by {step.by} on {step.on}' if step else ''}")
    build = remembered.build if remembered.build and remembered.build.build == approved.build else None
    if build and build.sha256 == approved.sha256:
        return replace(of_build(letter, build, is_own), told=letter.told)
    with suppress(OSError, BadInput):
        data = (workspace.root / approved.file).read_bytes()
        if build and sha256(data) == approved.sha256:
            file = read_word_file(approved.file, data)
            parts, figures = parts_of_word(file, build, is_own), figures_of_word(file, build)
            return replace(letter, parts=parts, figures=figures)
    remark = (
        f"{approved.file} is not as it was approved: what it said is taken from the record of its approval."
    )
    return replace(
        letter,
        remarks=(*letter.remarks, remark),
        parts=parts_of_snapshot(approved, build, is_own),
        figures=(*approved.figures, *(build.drawn if build else ())),
        has_notes=False,
    )
