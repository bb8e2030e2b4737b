"""Writing a draft's files, never over one that a person has edited or has open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from letterbook.draft import Draft
from letterbook.drafting.approval.approved_file import approved_file
from letterbook.drafting.editions.draft_records import DraftRecords, read_draft_records, write_draft_records
from letterbook.drafting.output.builds import record_build
from letterbook.drafting.output.draft_origin import DraftOrigin
from letterbook.errors import EditedFileInTheWay, WrongUse
from letterbook.files import is_open, sha256, write
from letterbook.finding import Finding, Place
from letterbook.library.workspace import Workspace
from letterbook.record import record
from letterbook.suggestion import did_you_mean
from letterbook.word_lists import listed
from letterbook.writers import WRITERS, writer_of
from letterbook.writers.writer import Resources, Written

_UNKNOWN = DraftOrigin()
_NO_CHARTS: Mapping[str, bytes] = {}
_NOTHING: Mapping[str, Written] = {}
_LINKING = "md"
_APPROVED = "has been approved"
SOURCED = " with sources"
"""What follows the name of a draft in that of a file which tells its sources too."""


@record
class Output:
    """A file that was written, or was there already with the same bytes.

    One that `has_sources` tells where the draft's figures come from, and is not the draft itself.
    """

    path: Path
    format: str
    size: int
    sha256: str
    has_sources: bool = False


@record
class _Wanted:
    """A file that is to be written, and the path that it is to have."""

    format: str
    path: Path
    written: Written
    has_sources: bool = False


@record
class Outputs:
    """The files of one draft, what their writers found, and what stood in the way of some.

    `obstacle` is to be raised by whoever asked for the files, once it has said what was written.
    """

    files: tuple[Output, ...]
    findings: tuple[Finding, ...] = ()
    obstacle: EditedFileInTheWay | None = None


def known_format(name: str) -> str:
    """`name`, if drafts can be written so; raises WrongUse otherwise."""
    if name not in WRITERS:
        hint = did_you_mean(name, WRITERS) or f"It can be {listed(WRITERS, 'or')}."
        raise WrongUse(f'No draft can be written as "{name}".', hint=hint)
    return name


def format_of(path: Path) -> str:
    """The format that the ending of `path` asks for; raises WrongUse for another ending."""
    return known_format(path.suffix.removeprefix(".").casefold())


def render(draft: Draft, formats: Sequence[str], resources: Resources) -> Mapping[str, Written]:
    """The bytes of `draft` in each of `formats`, with what could not be written as it is."""
    return {name: writer_of(known_format(name))(draft, resources) for name in formats}


def write_outputs(  # noqa: PLR0913 - each says one thing of the files
    workspace: Workspace,
    name: str,
    rendered: Mapping[str, Written],
    *,
    origin: DraftOrigin = _UNKNOWN,
    destination: Path | None = None,
    charts: Mapping[str, bytes] = _NO_CHARTS,
    sourced: Mapping[str, Written] = _NOTHING,
) -> Outputs:
    """Write the files of the draft `name`: `drafts/NAME.docx` and so on, or `destination`.

    Those that tell the draft's sources, `sourced`, are written beside them, as `NAME with sources.docx`.

    A file that the record does not know with its present bytes, that was approved as it is, or that is open
    in Word, stays; the new one is written beside it as `NAME.new.docx`. `origin` is what the draft came
    from, for the records; that of a Word file is there before the file is. `charts` are files by their paths
    from the workspace, which a Markdown file refers to. The caller holds the workspace's lock.
    Raises LetterbookError when a folder cannot be written to.
    """
    records, approved = read_draft_records(workspace), approved_file(workspace, name)
    files: list[Output] = []
    in_the_way: list[tuple[Path, str]] = []
    findings: list[Finding] = []
    paths = {each: destination or _own_path(workspace, name, each) for each in (*rendered, *sourced)}
    for wanted in (
        *(_Wanted(each, paths[each], file) for each, file in rendered.items()),
        *(_chart_files(workspace, charts) if _LINKING in rendered else ()),
        *(_Wanted(each, sourced_path(paths[each]), file, True) for each, file in sourced.items()),
    ):
        data = wanted.written.data
        path = _free_path(workspace, records, wanted.path, data, approved)
        if path != wanted.path:
            in_the_way.append((wanted.path, _reason(wanted.path, approved)))
            if wanted.path != approved:
                findings += _differences(workspace, wanted.path, wanted.written)
        if not wanted.has_sources:
            record_build(workspace, name, wanted.written, origin)
        write(path, data)
        output = Output(path, wanted.format, len(data), sha256(data), wanted.has_sources)
        files.append(output)
        records = replace(records, outputs={**records.outputs, workspace.relative(path): output.sha256})
    write_draft_records(workspace, replace(records, placed={**records.placed, name: origin.placed}))
    findings += (finding for written in rendered.values() for finding in written.findings)
    return Outputs(tuple(files), tuple(findings), _obstacle(workspace, name, in_the_way))


def sourced_path(path: Path) -> Path:
    """Where the file lies that tells the sources of the draft `path`."""
    return path.with_name(f"{path.stem}{SOURCED}{path.suffix}")


def _own_path(workspace: Workspace, name: str, format_name: str) -> Path:
    return workspace.drafts_folder / f"{name}.{format_name}"


def _chart_files(workspace: Workspace, charts: Mapping[str, bytes]) -> Iterator[_Wanted]:
    for source, data in charts.items():
        path = workspace.root / source
        yield _Wanted(path.suffix.removeprefix("."), path, Written(data))


def _differences(workspace: Workspace, edited: Path, written: Written) -> tuple[Finding, ...]:
    """What the person's Word file says otherwise than the new one."""
    if edited.suffix != ".docx" or not edited.is_file():
        return ()
    from letterbook.drafting.output.edited_word import differences  # noqa: PLC0415 - for edited files only

    return differences(edited.read_bytes(), written.data, Place(workspace.relative(edited)))


def _free_path(
    workspace: Workspace, records: DraftRecords, wanted: Path, data: bytes, approved: Path | None
) -> Path:
    """`wanted`, or the first name beside it that may be written to."""
    path, number = wanted, 1
    while not _may_write(workspace, records, path, data, approved):
        ending = "new" if number == 1 else f"new {number}"
        path, number = wanted.with_name(f"{wanted.stem}.{ending}{wanted.suffix}"), number + 1
    return path


def _may_write(
    workspace: Workspace, records: DraftRecords, path: Path, data: bytes, approved: Path | None
) -> bool:
    """Whether nothing is lost by writing `data` to `path`."""
    if not path.exists():
        return True
    present = path.read_bytes() if path.is_file() else b""
    if present == data and path.is_file():
        return True
    if path == approved:
        return False
    return not is_open(path) and records.outputs.get(workspace.relative(path)) == sha256(present)


def _reason(path: Path, approved: Path | None) -> str:
    if path == approved:
        return _APPROVED
    return "is open in a word processor" if is_open(path) else "has been edited since it was drafted"


def _obstacle(
    workspace: Workspace, name: str, in_the_way: Sequence[tuple[Path, str]]
) -> EditedFileInTheWay | None:
    if not in_the_way:
        return None
    reasons = listed(f"{workspace.relative(path)} {reason}" for path, reason in in_the_way)
    hint = "The new draft lies beside it; its name has .new in it."
    if any(reason == _APPROVED for _, reason in in_the_way):
        hint += f' Approve that one, or take the approval back: letterbook approve "{name}" --withdraw'
    return EditedFileInTheWay(
        f"{reasons}, so it was left as it is.",
        hint=hint,
        place=Place(workspace.relative(in_the_way[0][0])),
    )
