"""Which files of the items' folder are items, and which a synchronising program left behind."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from letterbook.conflict_copies import is_conflict_copy
from letterbook.files import unreadable
from letterbook.finding import Finding, Place, Severity
from letterbook.library.index import Stamp
from letterbook.library.workspace import Workspace
from letterbook.record import record

_NUMBERED = re.compile(r"(?P<name>.+) (?:[2-9]|[1-9][0-9]|\([1-9]\))")


@record
class FoundFile:
    """A Markdown file: its `location`, its path as told in reports, and what tells a change."""

    location: str
    relative: str
    stamp: Stamp

    @property
    def path(self) -> Path:
        """Where the file is."""
        return Path(self.location)


@record
class FoundFiles:
    """The item files in the order of their paths, and what was passed over."""

    files: tuple[FoundFile, ...]
    findings: tuple[Finding, ...]


def find_item_files(workspace: Workspace) -> FoundFiles:
    """All Markdown files below the items' folder; a missing folder holds none.

    Where that is the workspace itself, editions, drafts and records are left out. Hidden files and
    folders are passed over in silence; links and what a synchronising program left behind with a
    finding. Raises BadInput when a folder cannot be read.
    """
    root = workspace.items_folder
    beginning = "" if root == workspace.root else f"{workspace.relative(root)}/"
    files: list[FoundFile] = []
    findings: list[Finding] = []
    not_items = {str(folder) for folder in (workspace.editions_folder, workspace.drafts_folder)}
    for entry in _entries(root, {*not_items, str(workspace.records_folder)}):
        relative = beginning + entry.path[len(str(root)) + 1 :].replace(os.sep, "/")
        finding = _passed_over(entry, relative)
        if finding:
            findings.append(finding)
        elif entry.name.casefold().endswith(".md"):
            files.append(FoundFile(entry.path, relative, _stamp(entry)))
    return FoundFiles(tuple(sorted(files, key=lambda file: file.relative)), tuple(findings))


def numbered_name(name: str) -> str:
    """`Title` for a name like `Title 2` or `Title (1)`, which may be a copy's; else empty."""
    numbered = _NUMBERED.fullmatch(name)
    return numbered["name"] if numbered else ""


def _entries(root: Path, left_out: set[str]) -> Iterator[os.DirEntry[str]]:
    """All files and links below `root`, except hidden ones and those in folders `left_out`."""
    waiting = [str(root)] if root.is_dir() else []
    while waiting:
        folder = waiting.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError as error:
            raise unreadable(Path(folder), error) from error
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting += [entry.path] if entry.path not in left_out else []
            else:
                yield entry


def _stamp(entry: os.DirEntry[str]) -> Stamp:
    try:
        status = entry.stat()
    except OSError:
        return Stamp(0, 0)
    return Stamp(status.st_mtime_ns, status.st_size)


def _passed_over(entry: os.DirEntry[str], relative: str) -> Finding | None:
    if entry.is_symlink():
        hint = "Move what it points to into the folder, or name that folder in letterbook.yaml."
        return _note("item-link", "A link in the items' folder is not followed.", hint, relative)
    if not entry.name.casefold().endswith(".md"):
        return None
    if is_conflict_copy(entry.name):
        hint = "Carry over what you want to keep, then delete the copy."
        return _note("conflict-copy", "A copy that synchronising left behind is not read.", hint, relative)
    if not _is_text(relative):
        shown = relative.encode("utf-8", "backslashreplace").decode()
        return _note("name-unreadable", "The file's name is not readable text.", "Rename it.", shown)
    return None


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _note(name: str, message: str, hint: str, path: str) -> Finding:
    return Finding(name, Severity.WARNING, message, hint, Place(path))
