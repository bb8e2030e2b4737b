"""`records/builds/`: the last three builds of each draft, and every one that was approved or published.

A build is one state of a Word file that was written. Its record lies in a folder named like the draft,
and is named by its place in the order of building and by its id: `0004-1f2e3d….json`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from letterbook.drafting.approval.kept_approvals import approved_builds
from letterbook.drafting.figures.printed_figure import drawn_figure, printed_figures
from letterbook.drafting.output.build_record import (
    BuildRecord,
    is_published,
    read_build_record,
    render_build_record,
)
from letterbook.drafting.output.draft_names import stored_name
from letterbook.drafting.output.draft_origin import DraftOrigin
from letterbook.drafting.output.source_hashes import source_hashes
from letterbook.errors import BadInput
from letterbook.files import sha256, write
from letterbook.finding import Finding, Severity
from letterbook.library.workspace import Workspace
from letterbook.record import record
from letterbook.writers.writer import Written

BUILDS_FOLDER = "builds"
KEPT_BUILDS = 3
_NAME = re.compile(r"(?P<number>[0-9]{4,9})-(?P<build>[0-9A-Za-z]{1,64})\.json")


@record
class _Kept:
    """A record that is there: its place in the order of building, its build's id, and its file."""

    number: int
    build: str
    path: Path

    @property
    def order(self) -> tuple[int, str]:
        """By this records are sorted, also where two computers gave the same number."""
        return self.number, self.build


def record_build(workspace: Workspace, draft_name: str, written: Written, origin: DraftOrigin) -> Path | None:
    """Remember a Word file that is about to be written, and return the path of its record.

    None when the file carries no build's id, as in other formats. The build of this draft that was
    remembered last keeps its place when it is the same; all but the last three, the approved ones and
    the published ones are forgotten. The caller holds the workspace's lock. Raises LetterbookError when the
    record cannot be written.
    """
    if not written.build:
        return None
    folder = _folder(workspace, draft_name)
    kept = _records_in(folder)
    same = [each for each in kept if each.build == written.build]
    number = kept[-1].number + (kept[-1] not in same) if kept else 1
    path = folder / f"{number:04}-{written.build}.json"
    build = _record(workspace, draft_name, written, origin)
    if any(_is_published(each, workspace) is True for each in same):
        build = replace(build, published=True)
    write(path, render_build_record(build))
    approved = approved_builds(workspace)
    others = [each for each in kept if each not in same and each.build not in approved]
    _forget([each for each in same if each.path != path])
    _forget([each for each in others[: 1 - KEPT_BUILDS] if _is_published(each, workspace) is False])
    return path


def read_build(workspace: Workspace, build: str) -> BuildRecord | None:
    """The record of the build with this id, the newest if several drafts share it; None when there is none.

    Raises BadInput when it is damaged.
    """
    found = [each for each in _all_records(workspace) if each.build == build]
    return _read(max(found, key=lambda each: each.order), workspace) if found else None


def latest_build(workspace: Workspace, draft_name: str) -> BuildRecord | None:
    """The record of the build of a draft that was remembered last; None when there is none.

    Raises BadInput when it is damaged.
    """
    kept = _records_in(_folder(workspace, draft_name))
    return _read(kept[-1], workspace) if kept else None


def latest_builds(workspace: Workspace) -> tuple[BuildRecord, ...]:
    """The last build of each draft, by the draft's name; those whose record is damaged are left out."""
    folder = workspace.records_folder / BUILDS_FOLDER
    found: list[BuildRecord] = []
    for draft in sorted(folder.iterdir()) if folder.is_dir() else ():
        kept = _records_in(draft)
        with suppress(BadInput):
            found += [_read(kept[-1], workspace)] if kept else []
    return tuple(found)


def damaged_builds(workspace: Workspace) -> tuple[Finding, ...]:
    """A warning for each record of a build that cannot be read."""
    return tuple(finding for each in _all_records(workspace) for finding in _damage(each, workspace))


def _record(workspace: Workspace, draft_name: str, written: Written, origin: DraftOrigin) -> BuildRecord:
    return BuildRecord(
        build=written.build,
        draft=draft_name,
        edition=origin.edition,
        date=origin.date,
        audience=origin.audience,
        sha256=sha256(written.data),
        sources=_sources(workspace, written, origin),
        anchors=written.anchors,
        figures=printed_figures(written.figures, origin.figures),
        drawn=tuple(map(drawn_figure, origin.drawn)),
        notes=written.notes,
    )


def _sources(workspace: Workspace, written: Written, origin: DraftOrigin) -> Mapping[str, str]:
    """The SHA-256 of each file that the draft's text or dress came from."""
    named = (anchor.place.file for anchor in written.anchors if anchor.place)
    return source_hashes(workspace, (*named, *origin.files, origin.edition))


def _folder(workspace: Workspace, draft_name: str) -> Path:
    return workspace.records_folder / BUILDS_FOLDER / stored_name(draft_name)


def _all_records(workspace: Workspace) -> Iterator[_Kept]:
    folder = workspace.records_folder / BUILDS_FOLDER
    for draft in sorted(folder.iterdir()) if folder.is_dir() else ():
        yield from _records_in(draft)


def _records_in(folder: Path) -> list[_Kept]:
    """The records of a draft in the order of building."""
    paths = folder.iterdir() if folder.is_dir() else ()
    matches = ((path, _NAME.fullmatch(path.name)) for path in paths if path.is_file())
    kept = (_Kept(int(match["number"]), match["build"], path) for path, match in matches if match)
    return sorted(kept, key=lambda each: each.order)


def _read(kept: _Kept, workspace: Workspace) -> BuildRecord:
    return read_build_record(kept.path, workspace.relative(kept.path))


def _is_published(kept: _Kept, workspace: Workspace) -> bool | None:
    """Whether a record must stay; None when it cannot be read, so that a person has to look at it."""
    try:
        return is_published(kept.path, workspace.relative(kept.path))
    except BadInput:
        return None


def _damage(kept: _Kept, workspace: Workspace) -> Iterator[Finding]:
    try:
        _read(kept, workspace)
    except BadInput as error:
        yield Finding("build-record-damaged", Severity.WARNING, error.message, error.hint, error.place)


def _forget(records: list[_Kept]) -> None:
    for each in records:
        with suppress(OSError):
            each.path.unlink()
