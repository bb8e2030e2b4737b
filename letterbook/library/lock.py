"""One run at a time: a lock on the workspace, kept outside it so that nothing is synchronised."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from letterbook.errors import Locked
from letterbook.files import sha256
from letterbook.library.workspace import Workspace

WAIT_SECONDS = 2.0


@contextmanager
def locked(workspace: Workspace, wait: float = WAIT_SECONDS) -> Iterator[None]:
    """Holds the workspace for the time of the `with` block.

    Raises Locked when another run holds it for longer than `wait` seconds.
    """
    lock = FileLock(_lock_file(workspace.root), timeout=wait)
    try:
        lock.acquire()
    except Timeout as error:
        raise Locked(
            f"Another run of letterbook is at work in {workspace.root}.",
            hint="Wait until it is done, then run the command again.",
        ) from error
    try:
        yield
    finally:
        lock.release()


def _lock_file(root: Path) -> Path:
    """The lock of the workspace in `root`: one name for each folder, whatever its path is made of."""
    name = f"{sha256(os.fsencode(root))[:16]}.lock"
    try:
        folder = _cache_folder() / "letterbook"
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        folder = Path(tempfile.gettempdir())
        return folder / f"letterbook-{name}"
    return folder / name


def _cache_folder() -> Path:
    """The folder for what programs may lose. Raises RuntimeError when the user has no home."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
