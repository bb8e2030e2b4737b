"""How a letter stands today: what has changed of what was approved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from letterbook.drafting.approval.approval_record import ApprovalRecord, Snapshot, State
from letterbook.drafting.approval.changes import (
    FILE_CHANGED,
    FigureKey,
    account_changes,
    edition_changes,
    figure_changes,
    figure_key,
    figures_of,
    file_changes,
    files_of,
    source_changes,
)
from letterbook.drafting.approval.kept_approvals import damaged_record, read_approval_record
from letterbook.drafting.editions.draft_records import read_draft_records
from letterbook.drafting.editions.edition import read_edition
from letterbook.drafting.project import Project
from letterbook.drafting.search_path import built_in_text
from letterbook.errors import BadInput, LetterbookError
from letterbook.figure import Figure
from letterbook.files import read_text, sha256
from letterbook.finding import Finding, Place, Severity
from letterbook.library.workspace import Workspace
from letterbook.record import record

_ENDING = ".docx"


@record
class Standing:
    """The state of a letter, what is remembered of it, and what has changed since it was approved."""

    state: State
    kept: ApprovalRecord
    changes: tuple[Finding, ...] = ()


def standing_of(project: Project, draft: str) -> Standing:
    """How the draft `draft` stands. A draft that somebody has edited in Word is in review.

    Where the record of its approvals is damaged, that is said among the changes.
    """
    try:
        kept = read_approval_record(project.workspace, draft)
    except BadInput as error:
        return Standing(State.DRAFT, ApprovalRecord(draft=draft), (damaged_record(error),))
    if kept.approved is not None:
        return Standing(kept.state, kept, changes_since(project, kept, kept.approved))
    is_reviewed = kept.state is State.IN_REVIEW or _is_edited(project.workspace, draft)
    return Standing(State.IN_REVIEW if is_reviewed else State.DRAFT, kept)


def changes_since(project: Project, kept: ApprovalRecord, approved: Snapshot) -> tuple[Finding, ...]:
    """A warning for each thing that is not as it was approved: in the file, the figures, the edition."""
    workspace = project.workspace
    return (
        *_changes_of_file(workspace, approved),
        *changes_of_figures(project, approved, kept.edition),
        *edition_changes(approved.edition_lines, edition_lines(workspace, kept.edition), kept.edition),
        *source_changes(approved, present_hashes(workspace, approved.sources), kept.edition),
        *_changes_of_accounts(workspace, approved),
    )


def changes_of_figures(project: Project, approved: Snapshot, edition: str) -> tuple[Finding, ...]:
    """How the figures of today differ from those that the letter prints, which was drafted from `edition`."""
    printed = figures_of(approved)
    known = {name: approved.sources.get(name, "") for name in files_of(printed.values())}
    if present_hashes(project.workspace, known) == known:
        return ()
    return tuple(figure_changes(printed, _todays(project, printed, edition)))


def _todays(
    project: Project, printed: Mapping[FigureKey, Figure], edition: str
) -> Mapping[FigureKey, Figure]:
    """The figures that stand today for those that are printed: in the sheet, or computed anew."""
    present = {figure_key(figure): figure for figure in reversed(project.figures.figures)}
    days = {figure.as_of for key, figure in printed.items() if figure.formula and key not in present}
    for day in sorted(days, key=str):
        from letterbook.fund.computed import computed_figures  # noqa: PLC0415 - few letters are approved yet

        computed = computed_figures(project.workspace.root, day).figures
        present = {figure_key(figure): figure for figure in reversed(computed)} | present
    if any(figure.formula and key not in present for key, figure in printed.items()):
        present = _of_sections(project, edition) | present
    return {key: present[key] for key in printed if key in present}


def _of_sections(project: Project, edition: str) -> dict[FigureKey, Figure]:
    """What the edition would print today: only its sections know the totals of their tables and such."""
    from letterbook.drafting.assemble import assemble  # noqa: PLC0415 - only where data have changed

    path = project.workspace.root / edition
    try:
        read = read_edition(project.workspace, path)
        uses = assemble(read, project, today=read.date or date.min, is_reviewed=False).figures
    except LetterbookError:
        return {}
    return {figure_key(figure): figure for use in uses for figure in (use.predecessor, use.figure) if figure}


def edition_lines(workspace: Workspace, edition: str) -> tuple[str, ...]:
    """The lines of an edition's file; none where there is no such file."""
    path = workspace.root / edition
    try:
        return tuple(read_text(path).splitlines()) if edition and path.is_file() else ()
    except BadInput:
        return ()


def present_hashes(workspace: Workspace, names: Iterable[str]) -> Mapping[str, str]:
    """The SHA-256 that files have now, without those that are gone."""
    return dict(_hashes(workspace, names))


def _hashes(workspace: Workspace, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        path = workspace.root / name
        if path.is_file():
            yield name, sha256(path.read_bytes())
        elif (built_in := built_in_text(name)) is not None:
            yield name, sha256(built_in.encode())


def _changes_of_file(workspace: Workspace, approved: Snapshot) -> Iterator[Finding]:
    path, place = workspace.root / approved.file, Place(approved.file)
    try:
        data = path.read_bytes()
    except OSError:
        yield Finding(FILE_CHANGED, Severity.WARNING, f"{approved.file} is not there any more.", "", place)
        return
    digest = sha256(data)
    if digest == approved.sha256:
        return
    from letterbook.drafting.approval.letter_text import read_letter_text  # noqa: PLC0415 - slow to load

    try:
        text = read_letter_text(approved.file, data)
    except BadInput as error:
        yield Finding(FILE_CHANGED, Severity.WARNING, error.message, error.hint, place)
        return
    present = Snapshot(file=approved.file, sha256=digest, build=text.build, paragraphs=text.paragraphs)
    yield from file_changes(approved, present)


def _changes_of_accounts(workspace: Workspace, approved: Snapshot) -> Iterator[Finding]:
    """How the accounts of today differ from those that were approved; they are computed where a file has."""
    path = workspace.root / approved.file
    if not approved.accounts or not path.is_file():
        return
    from letterbook.drafting.accounts.letter_accounts import letter_accounts  # noqa: PLC0415 - few letters
    from letterbook.drafting.accounts.workspace_accounts import account_files  # noqa: PLC0415

    if present_hashes(workspace, account_files(workspace)) != approved.account_files:
        present = letter_accounts(workspace, path, path.read_bytes())
        yield from account_changes(approved.accounts, present.values, present.places)


def _is_edited(workspace: Workspace, draft: str) -> bool:
    path = workspace.drafts_folder / f"{draft}{_ENDING}"
    written = read_draft_records(workspace).outputs.get(workspace.relative(path))
    return written is not None and path.is_file() and sha256(path.read_bytes()) != written
