"""Many new files in one folder: all of them or none, flushed to disk once, and none over an edited one.

Flushing each of a thousand files to disk takes longer than making them. They are written into a folder
of their own, flushed together, and only then moved where they belong, the whole folder at once when
there was none. A run that is killed leaves its folder behind, full of letters; the next one removes it.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from letterbook.errors import LetterbookError
from letterbook.files import TEMPORARY_PREFIX, is_open, name_key, sha256
from letterbook.finding import Place
from letterbook.temporary_folders import held, remove_left_folders

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


@dataclass(slots=True)
class Deposit:
    """Files on their way into `folder`; `recorded` has the SHA-256 of those that we wrote there before.

    `in_the_way` are the names that a person's file has; the new file is called `NAME.new.docx` then.
    """

    folder: Path
    stage: Path
    recorded: Mapping[str, str]
    in_the_way: list[str] = field(default_factory=list)
    _staged: set[str] = field(default_factory=set)
    _there: set[str] = field(default_factory=set)

    def add(self, name: str, data: bytes) -> str:
        """Add a file and return the name that it will have."""
        final = self._free(name, lambda path: self._may_write(path, data))
        if not self._is_there(final, data):
            _write(os.path.join(self.stage, final), data)  # noqa: PTH118 - a Path costs more than it tells
        return final

    def claim(self, name: str, is_ours: Callable[[Path], bool]) -> Path:
        """The path at which to write a file that takes the place of one that `is_ours`, if there is one."""
        return self.stage / self._free(name, lambda path: path.is_file() and is_ours(path))

    def _free(self, name: str, may_replace: Callable[[Path], bool]) -> str:
        """`name`, or the first like it that is free or may be replaced."""
        stem, dot, ending = name.rpartition(".")
        final, number = name, 1
        while name_key(final) in self._staged or (
            name_key(final) in self._there and not may_replace(self.folder / final)
        ):
            new = "new" if number == 1 else f"new {number}"
            final, number = f"{stem}.{new}{dot}{ending}", number + 1
        if final != name:
            self.in_the_way.append(name)
        self._staged.add(name_key(final))
        return final

    def _may_write(self, path: Path, data: bytes) -> bool:
        """Whether nothing is lost by writing `data` to `path`, where something is."""
        if not path.is_file():
            return False
        present = path.read_bytes()
        return present == data or (not is_open(path) and self.recorded.get(path.name) == sha256(present))

    def _is_there(self, name: str, data: bytes) -> bool:
        if name_key(name) not in self._there:
            return False
        path = self.folder / name
        return path.is_file() and path.read_bytes() == data


@contextmanager
def deposit(folder: Path, recorded: Mapping[str, str]) -> Iterator[Deposit]:
    """Collect files for `folder` and put them there at the end; after an error nothing is changed.

    Raises LetterbookError when the folder cannot be written to.
    """
    beside = folder if folder.is_dir() else folder.parent
    for place in {beside, folder.parent}:
        remove_left_folders(place, TEMPORARY_PREFIX)
    try:
        with _stage(beside) as stage:
            there = {name_key(entry.name) for entry in os.scandir(folder)} if folder.is_dir() else set()
            box = Deposit(folder, stage, recorded, _there=there)
            yield box
            _flush(stage)
            _move(stage, folder)
    except OSError as error:
        reason = (error.strerror or "the system refused").lower()
        raise LetterbookError(
            f"{folder} cannot be written: {reason}.",
            hint="Check the folder's permissions and the free space, then run the command again.",
            place=Place(str(folder)),
        ) from error


@contextmanager
def _stage(beside: Path) -> Iterator[Path]:
    """A folder of our own, held until all is done, and gone then."""
    while True:
        stage = beside / f"{TEMPORARY_PREFIX}{os.urandom(8).hex()}"
        stage.mkdir(parents=True)
        with held(stage, wait=True):
            if not stage.exists():  # another run cleared it before we held it
                continue
            try:
                yield stage
            finally:
                shutil.rmtree(stage, ignore_errors=True)
            return


def _write(path: str, data: bytes) -> None:
    descriptor = os.open(path, _FLAGS, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    finally:
        os.close(descriptor)


def _flush(stage: Path) -> None:
    """Wait until all that was written is on the disk: at once where the system can, else file by file."""
    if sys.platform == "linux":
        os.sync()
        return
    for entry in os.scandir(stage):
        descriptor = os.open(entry.path, os.O_RDWR)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _move(stage: Path, folder: Path) -> None:
    if not folder.exists():
        stage.rename(folder)
    else:
        for name in sorted(entry.name for entry in os.scandir(stage)):
            (stage / name).replace(folder / name)
        _sync(folder)
    _sync(folder.parent)


def _sync(folder: Path) -> None:
    with suppress(OSError):  # Windows opens no folders
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
