"""The doctor: examines a workspace, and mends what needs no judgement.

The index is not its business: a damaged one is made anew by whatever reads the items next.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from letterbook.errors import BadInput
from letterbook.files import TEMPORARY_PREFIX, read_text, write
from letterbook.finding import Finding, Severity
from letterbook.library.catalogue import Catalogue, read_catalogue
from letterbook.library.doctor_checks import CHECKS, TEMPORARY_FILE, Examined, temporary_files
from letterbook.library.items.item_edit import quote_values
from letterbook.library.workspace import Workspace
from letterbook.markup.whole_lines import WHOLE_LINE
from letterbook.record import record
from letterbook.temporary_folders import left_folders, remove_left_folders


@record
class Mended:
    """A file's path as told in reports, and what was done to it."""

    path: str
    what: str


def examine(workspace: Workspace) -> tuple[Finding, ...]:
    """All that is wrong or doubtful in the workspace, each with what to do about it."""
    reasons: tuple[Finding, ...] = ()
    try:
        catalogue = read_catalogue(workspace)
    except BadInput as error:
        catalogue, reasons = Catalogue(), error.findings or (_as_finding(error),)
    examined = Examined(workspace, catalogue, _files(workspace), _left_over(workspace))
    return (*reasons, *(finding for check in CHECKS for finding in check(examined)))


def mend(workspace: Workspace) -> tuple[Mended, ...]:
    """Mend what needs no judgement, and return what was done.

    Raises BadInput when the themes or the items' folder cannot be read, LetterbookError when a file
    cannot be written.
    """
    examined = Examined(workspace, read_catalogue(workspace), _files(workspace), _left_over(workspace))
    return tuple(mended for step in MENDING for mended in step(examined))


def _as_finding(error: BadInput) -> Finding:
    return Finding("file-unreadable", Severity.ERROR, error.message, error.hint, error.place)


def _files(workspace: Workspace) -> tuple[Path, ...]:
    """All files of the workspace and its items; hidden folders are none of our business."""
    roots = [workspace.root]
    if not workspace.items_folder.is_relative_to(workspace.root):
        roots.append(workspace.items_folder)
    return tuple(path for root in roots for path in sorted(_below(root)))


def _left_over(workspace: Workspace) -> tuple[Path, ...]:
    """The folders that interrupted copies left in the workspace, where no run is at work any more."""
    return tuple(
        left
        for folder in sorted({workspace.root, *map(Path, _folders_below(workspace.root))})
        for left in left_folders(folder, TEMPORARY_PREFIX)
    )


def _folders_below(root: Path) -> Iterator[str]:
    for folder, folders, _ in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield folder


def _below(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(folder, name) for name in names)


def _quote_values(examined: Examined) -> Iterator[Mended]:
    """Quotation marks around the values that YAML reads otherwise than they are meant."""
    findings = examined.catalogue.findings
    unquoted = {finding.place.file for finding in findings if finding.id == WHOLE_LINE and finding.place}
    for relative in sorted(unquoted):
        path = examined.workspace.root / relative
        if write(path, quote_values(read_text(path), relative).encode()):
            yield Mended(relative, "Put quotation marks around a value.")


def _remove_left_over_files(examined: Examined) -> Iterator[Mended]:
    for path in temporary_files(examined):
        path.unlink(missing_ok=True)
        yield Mended(examined.workspace.relative(path), "Removed what an interrupted command left behind.")
    for folder in examined.left_over:
        if folder in remove_left_folders(folder.parent, folder.name):
            yield Mended(examined.workspace.relative(folder), "Removed what interrupted copies left behind.")


MENDING: tuple[Callable[[Examined], Iterator[Mended]], ...] = (_quote_values, _remove_left_over_files)
"""What is mended, one function a step."""

MENDABLE = (WHOLE_LINE, TEMPORARY_FILE)
"""The ids of the findings that mending removes."""
