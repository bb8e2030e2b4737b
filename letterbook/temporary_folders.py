"""Folders for the time of one run: held as long as it lives, so that what a killed run left is known.

On Windows no folder can be held; there one counts as left when nothing has been put into it for a day.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_DAY = 24 * 60 * 60  # seconds


@contextmanager
def held(folder: Path, *, wait: bool) -> Iterator[bool]:
    """Hold a folder, and say whether we do: not while another run does, nor on Windows, where nothing is."""
    if sys.platform == "win32":
        yield False
        return

    descriptor = None
    is_held = False
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        is_held = True
    try:
        yield is_held
    finally:
        if descriptor is not None:
            os.close(descriptor)


def left_folders(place: Path, prefix: str) -> tuple[Path, ...]:
    """The folders right in `place` whose names begin with `prefix` and which no run is using any more."""
    with suppress(OSError):
        entries = [entry for entry in os.scandir(place) if entry.name.startswith(prefix)]
        folders = (place / entry.name for entry in entries if entry.is_dir(follow_symlinks=False))
        return tuple(sorted(folder for folder in folders if _is_left(folder)))
    return ()


def remove_left_folders(place: Path, prefix: str) -> tuple[Path, ...]:
    """Remove these folders with all that is in them, and return those that are gone."""
    removed = []
    for folder in left_folders(place, prefix):
        with held(folder, wait=False) as is_ours:
            if is_ours or sys.platform == "win32":
                shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            removed.append(folder)
    return tuple(removed)


def _is_left(folder: Path) -> bool:
    if sys.platform == "win32":
        with suppress(OSError):
            return time.time() - folder.stat().st_mtime > _DAY
        return False
    with held(folder, wait=False) as is_ours:
        return is_ours
