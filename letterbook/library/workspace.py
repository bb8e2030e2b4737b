"""A workspace: the folder that holds `letterbook.yaml`, and where its parts lie."""

from __future__ import annotations

import os
from pathlib import Path

from letterbook.errors import NoWorkspace
from letterbook.library.settings import SETTINGS_FILE, Settings, read_settings
from letterbook.record import record


@record
class Workspace:
    """An open workspace; `root` is absolute."""

    root: Path
    settings: Settings

    @property
    def items_folder(self) -> Path:
        """Where the items lie, sub-folders included."""
        return self.folder(self.settings.items)

    @property
    def attachments_folder(self) -> Path:
        """Where the pictures lie."""
        return self.folder(self.settings.attachments)

    @property
    def source_paths(self) -> tuple[Path, ...]:
        """What an import without paths reads."""
        return tuple(self.folder(source) for source in self.settings.sources)

    @property
    def editions_folder(self) -> Path:
        """Where the editions lie, sub-folders included."""
        return self.root / "editions"

    @property
    def records_folder(self) -> Path:
        """What letterbook must remember."""
        return self.root / "records"

    @property
    def drafts_folder(self) -> Path:
        """Where drafts are written."""
        return self.root / "drafts"

    @property
    def index_folder(self) -> Path:
        """Where the index lies, which is safe to delete."""
        return self.root / ".letterbook"

    def folder(self, written: str) -> Path:
        """The folder or file that a setting names: from the workspace, from home (`~`) or absolute."""
        return Path(os.path.normpath(self.root / Path(written).expanduser()))

    def relative(self, path: Path) -> str:
        """`path` as it is written in reports: with `/`, from the workspace if it lies there."""
        absolute = Path(os.path.normpath(path.absolute()))
        if absolute.is_relative_to(self.root):
            return absolute.relative_to(self.root).as_posix()
        return absolute.as_posix()


def find_workspace(start: Path) -> Workspace:
    """The workspace that holds the folder `start`, found upwards.

    Raises NoWorkspace when there is none or no such folder, BadInput when its settings are not right.
    """
    here = start.resolve()
    if not here.exists():
        raise NoWorkspace(f"There is no folder {here}.", hint='"letterbook init" makes a workspace.')
    for folder in (here, *here.parents):
        if (folder / SETTINGS_FILE).is_file():
            return open_workspace(folder)
    raise NoWorkspace(
        f"There is no {SETTINGS_FILE} in {here} or above it.",
        hint='"letterbook init" makes a workspace here; -C DIR names one elsewhere.',
    )


def workspace_around(folder: Path) -> Workspace | None:
    """The workspace that holds `folder`, or None where there is none.

    Raises BadInput when its settings are not right.
    """
    try:
        return find_workspace(folder)
    except NoWorkspace:
        return None


def open_workspace(root: Path) -> Workspace:
    """The workspace in the folder `root` itself.

    Raises NoWorkspace when `root` holds no settings, BadInput when they are not right.
    """
    folder = root.resolve()
    if not (folder / SETTINGS_FILE).is_file():
        raise NoWorkspace(
            f"There is no {SETTINGS_FILE} in {folder}.",
            hint=f'"letterbook init {root}" makes a workspace of it.',
        )
    return Workspace(folder, read_settings(folder))
