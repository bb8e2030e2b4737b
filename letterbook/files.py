"""Files: read as text whatever their encoding, written whole or not at all, compared by name."""

from __future__ import annotations

import codecs
import hashlib
import os
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from letterbook.errors import BadInput, LetterbookError
from letterbook.finding import Place

TEMPORARY_PREFIX = ".~lb-"
_PARALLEL_WRITES = 8
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class _File(NamedTuple):
    """What is written at `temporary`, then takes the place of `path` and of the `mode` of what was there."""

    path: Path
    temporary: Path
    data: bytes
    mode: int | None


def read_text(path: Path) -> str:
    """The text of a file: UTF-8 or UTF-16 by its mark, else UTF-8, else Windows-1252.

    Line ends are left as they are. Raises BadInput when the file cannot be read or holds no text.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    return decode(data, path)


def decode(data: bytes, path: Path) -> str:
    """The text in `data`, which was read from `path`. Raises BadInput for a binary file."""
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if marked or b"\0" not in data:
        for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    raise BadInput(
        f"{path.name} is not a text file.",
        hint="Save or export it again as plain text.",
        place=Place(str(path)),
    )


def encode_like(text: str, data: bytes) -> bytes:
    """`text` in the encoding, and with the mark, of the file that held `data`; see `decode`."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return mark + text.encode(encoding)
    try:
        data.decode()
    except UnicodeDecodeError:
        fits = text.encode("cp1252", "ignore").decode("cp1252") == text
        return text.encode("cp1252" if fits else "utf-8")
    return text.encode()


def line_end_of(text: str) -> str:
    """What ends the lines of `text`: a line feed, or a return and a line feed."""
    return "\r\n" if "\r\n" in text else "\n"


def unreadable(path: Path, error: OSError) -> BadInput:
    """The error to raise when the system refuses to read `path`."""
    reason = (error.strerror or "cannot be read").lower()
    return BadInput(
        f"{path.name or path} cannot be read: {reason}.",
        hint="Check that it is there and that you may read it.",
        place=Place(str(path)),
    )


def read_text_inside(root: Path, name: str) -> str:
    """The text of the file that `name` means below `root`; an error has it as its place, as it is there.

    Raises BadInput when it lies outside `root`, cannot be read, or holds no text.
    """
    try:
        return read_text(inside(root, name))
    except BadInput as error:
        error.place = Place(name)
        raise


def sha256(data: bytes) -> str:
    """The SHA-256 of `data` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def write(path: Path, data: bytes) -> bool:
    """Write one file whole or not at all; see `write_all`."""
    return bool(write_all({path: data}))


def write_all(contents: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write files, each whole or not at all, and return the paths that changed.

    A file whose bytes are the same already is not touched, so that its time stays and no
    synchronisation starts. Every file is written beside its target, flushed to disk and renamed;
    those of one call side by side, since waiting for the disk is what takes the time.
    Raises LetterbookError when a folder or a file cannot be written; what was there stays.
    """
    files = [file for path, data in contents.items() if (file := _to_write(path, data))]
    try:
        _write_beside(files)
        for file in files:
            os.replace(file.temporary, file.path)  # noqa: PTH105 - Path.replace makes a third Path of each
        for folder in {file.path.parent for file in files}:
            _sync(folder)
    except OSError as error:
        for file in files:
            with suppress(OSError):
                file.temporary.unlink()
        raise _unwritable(error, files[0].path) from error
    return tuple(file.path for file in files)


def _to_write(path: Path, data: bytes) -> _File | None:
    """How `data` gets to `path`; None when it is there already."""
    mode = None
    with suppress(OSError):
        there = path.stat()
        mode = there.st_mode & 0o777
        if there.st_size == len(data) and path.read_bytes() == data:
            return None
    return _File(path, path.with_name(f"{TEMPORARY_PREFIX}{os.urandom(8).hex()}"), data, mode)


def _write_beside(files: Sequence[_File]) -> None:
    """Write files at their temporary paths and flush them to disk, side by side."""
    shares = [share for start in range(_PARALLEL_WRITES) if (share := files[start::_PARALLEL_WRITES])]
    if len(shares) < 2:
        _write_each(files)
        return
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - few commands write many files

    with ThreadPoolExecutor(len(shares)) as pool:
        list(pool.map(_write_each, shares))


def _write_each(files: Iterable[_File]) -> None:
    for file in files:
        descriptor = _create(file.temporary)
        try:
            _fill(descriptor, file.data)
            if file.mode is not None:
                file.temporary.chmod(file.mode)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _create(path: Path) -> int:
    try:
        return os.open(path, _NEW_FILE, 0o666)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, _NEW_FILE, 0o666)


def _fill(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _unwritable(error: OSError, first: Path) -> LetterbookError:
    reason = (error.strerror or "the system refused").lower()
    return LetterbookError(
        f"{first} cannot be written: {reason}.",
        hint="Check the folder's permissions and the free space, then run the command again.",
        place=Place(str(first)),
    )


def is_open(path: Path) -> bool:
    """Whether a word processor has `path` open.

    Word puts its owner's name into `~$` and the file's name, of which it leaves out up to two
    characters when it is long; LibreOffice writes `.~lock.NAME#`.
    """
    marks = [f"~${path.name[left_out:]}" for left_out in range(3)]
    return any(path.with_name(mark).exists() for mark in (*marks, f".~lock.{path.name}#"))


def name_key(name: str) -> str:
    """The form in which names are compared: NFC and case-folded, so that no system confuses two."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def inside(root: Path, name: str, *, place: Place | None = None) -> Path:
    """The file that `name` means below `root`, links resolved.

    Raises BadInput when it lies outside `root`, however that is written.
    """
    if "\0" not in name:
        # realpath, unlike resolve, follows links that lead round in a circle as far as they lead
        path = Path(os.path.realpath(root / name.replace("\\", "/")))
        if path.is_relative_to(os.path.realpath(root)):
            return path
    raise BadInput(
        f'"{name}" lies outside {root.name or root}.',
        hint="Only files inside the workspace may be used; copy it there.",
        place=place,
    )
