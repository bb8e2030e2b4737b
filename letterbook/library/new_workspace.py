"""A new workspace: the files of a built-in example, written where nothing stands yet."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from letterbook.errors import WrongUse
from letterbook.files import write_all
from letterbook.library.settings import SETTINGS_FILE
from letterbook.record import record

FOLDERS = ("items", "editions")


@record
class NewWorkspace:
    """What was made: the folder and the files written; none when it was a workspace before."""

    root: Path
    written: tuple[Path, ...]


def make_workspace(root: Path, *, sample: bool = False) -> NewWorkspace:
    """Make `root` a workspace, with invented sample data if asked for.

    A folder that holds `letterbook.yaml` already is left exactly as it is, and so is every file
    that is there already; the settings are written last, so an interrupted run can be repeated.
    Raises WrongUse when `root` is a file, LetterbookError when it cannot be written.
    """
    if root.exists() and not root.is_dir():
        raise WrongUse(f"{root} is a file.", hint="Name a folder, which may be a new one.")
    if (root / SETTINGS_FILE).exists():
        return NewWorkspace(root, ())
    example = files("letterbook.templates") / "workspaces" / ("sample" if sample else "empty")
    missing = {root / name: data for name, data in _contents(example) if not (root / name).exists()}
    settings = {root / SETTINGS_FILE: missing.pop(root / SETTINGS_FILE)}
    written = write_all(missing)
    for folder in FOLDERS:
        (root / folder).mkdir(parents=True, exist_ok=True)
    return NewWorkspace(root, (*written, *write_all(settings)))


def _contents(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    """The files below `folder`, as pairs of their path from it and their bytes."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{prefix}{entry.name}"
        if entry.is_dir():
            yield from _contents(entry, f"{name}/")
        else:
            yield name, entry.read_bytes()
