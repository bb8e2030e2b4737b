"""Zip files taken apart without trusting them, and put together again from what they were made of.

A member keeps its packed bytes, so that what is not changed is copied as it lies there.
Source: PKWARE's APPNOTE.TXT 6.3.10, 4.3.7 (local header), 4.3.12 (directory) and 4.3.16 (its end).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import PurePosixPath

from letterbook.errors import BadInput
from letterbook.record import record
from letterbook.writers.word.opened.refusal import damaged, no_word_file, refused

MOST_MEMBERS = 2_000
LARGEST_UNPACKED = 200 * 1024 * 1024
_CHUNK = 1024 * 1024
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _UTF8 = 0x1, 0x800
_LOCAL = struct.Struct("<4s5H3I2H")
_ENTRY = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION = 20
_MADE_ON_UNIX = 3 << 8 | _VERSION
_EARLIEST = (0, 1 << 5 | 1)  # midnight, 1 January 1980, as MS-DOS writes them
_REGULAR_FILE = 0o100644 << 16
_LEVEL = 1


@record
class Member:
    """One file of a zip, as it lies there: `packed` by `method`, of `size` bytes when unpacked.

    `stored_name` is the name in the encoding that `flags` says, `moment` the time and the date.
    """

    name: str
    stored_name: bytes
    packed: bytes
    size: int
    checksum: int
    method: int = _DEFLATED
    flags: int = 0
    moment: tuple[int, int] = _EARLIEST
    attributes: int = _REGULAR_FILE

    def read(self) -> bytes:
        """The unpacked bytes, whose size and checksum were proven when the archive was opened."""
        if self.method == _STORED:
            return self.packed
        return zlib.decompress(self.packed, -zlib.MAX_WBITS, max(1, self.size))


class Archive:
    """The members of a zip in their order, found by name whatever its case, as packages demand."""

    def __init__(self, members: Iterable[Member]) -> None:
        self.members = tuple(members)
        self._by_name = {member.name.casefold(): member for member in self.members}

    def find(self, name: str) -> Member | None:
        """The member of this name, or None."""
        return self._by_name.get(name.casefold())


def open_archive(file: str, data: bytes) -> Archive:
    """The members of the zip in `data`, which was read from `file`.

    Raises BadInput, with one sentence that says why, for what is no zip or a damaged, encrypted or
    hostile one. Sizes are counted while unpacking, never taken from what the zip says.
    """
    if not data.startswith(b"PK"):
        raise no_word_file(file, data)
    # Each entry of the directory begins so: a bound that needs no reading of the directory.
    if data.count(b"PK\x01\x02") > MOST_MEMBERS:
        raise refused(file, f"has more than {MOST_MEMBERS:,} parts.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as directory:
            entries = directory.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, struct.error) as error:
        raise damaged(file, "its list of parts cannot be read") from error
    if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
        raise _too_large(file)
    _check_names(file, entries)
    members = _members(file, data, entries)
    _prove(file, members)
    return Archive(members)


def _check_names(file: str, entries: Iterable[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for entry in entries:
        name = entry.orig_filename
        parts = PurePosixPath(name).parts
        if not name or name.startswith("/") or ".." in parts or "\\" in name or ":" in name or "\0" in name:
            raise refused(file, f'has a part whose name is not allowed: "{name}".')
        if name.casefold() in seen:
            raise damaged(file, f'it has the part "{name}" twice')
        seen.add(name.casefold())
        if entry.flag_bits & _ENCRYPTED:
            raise refused(file, "is protected with a password.", "Save it without one.")
        if entry.compress_type not in {_STORED, _DEFLATED}:
            raise damaged(file, f'"{name}" is packed in a way that Word does not know')


def _members(file: str, data: bytes, entries: Iterable[zipfile.ZipInfo]) -> list[Member]:
    """The members with their packed bytes, none of which overlap."""
    ends: dict[int, int] = {}
    members = []
    for entry in entries:
        start = entry.header_offset
        if not 0 <= start <= len(data) - _LOCAL.size or data[start : start + 4] != b"PK\x03\x04":
            raise damaged(file, f'the part "{entry.orig_filename}" is not where it should be')
        *_, name_length, extra_length = _LOCAL.unpack_from(data, start)
        content = start + _LOCAL.size + name_length + extra_length
        end = content + entry.compress_size
        stored_name = data[start + _LOCAL.size : start + _LOCAL.size + name_length]
        if end > len(data) or stored_name != _stored_name(entry) or start in ends:
            raise damaged(file, f'the part "{entry.orig_filename}" is not what its list of parts says')
        ends[start] = end
        members.append(_member(entry, stored_name, data[content:end]))
    starts = sorted(ends)
    if any(ends[before] > after for before, after in pairwise(starts)):
        raise damaged(file, "its parts overlap")
    return members


def _stored_name(entry: zipfile.ZipInfo) -> bytes:
    return entry.orig_filename.encode("utf-8" if entry.flag_bits & _UTF8 else "cp437")


def _member(entry: zipfile.ZipInfo, stored_name: bytes, packed: bytes) -> Member:
    year, month, day, hour, minute, second = entry.date_time
    return Member(
        name=entry.orig_filename,
        stored_name=stored_name,
        packed=packed,
        size=entry.file_size,
        checksum=entry.CRC,
        method=entry.compress_type,
        flags=entry.flag_bits & _UTF8,
        moment=(
            (hour << 11 | minute << 5 | second // 2) & 0xFFFF,
            ((year - 1980) << 9 | month << 5 | day) & 0xFFFF,
        ),
        attributes=entry.external_attr,
    )


def _prove(file: str, members: Iterable[Member]) -> None:
    """Unpack every member once, piece by piece, to learn whether it is what the directory says."""
    total = 0
    for member in members:
        size = checksum = 0
        try:
            for piece in _pieces(member):
                size += len(piece)
                checksum = zlib.crc32(piece, checksum)
                if total + size > LARGEST_UNPACKED:
                    raise _too_large(file)
        except zlib.error as error:
            raise damaged(file, f'the part "{member.name}" cannot be unpacked') from error
        if (size, checksum) != (member.size, member.checksum):
            raise damaged(file, f'the part "{member.name}" cannot be unpacked')
        total += size


def _pieces(member: Member) -> Iterable[bytes]:
    if member.method == _STORED:
        yield member.packed
        return
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    waiting = member.packed
    while not unpacker.eof:
        piece = unpacker.decompress(waiting, _CHUNK)
        waiting = unpacker.unconsumed_tail
        if not piece and not waiting:
            break
        yield piece


def _too_large(file: str) -> BadInput:
    return refused(
        file,
        f"unpacks to more than {LARGEST_UNPACKED // 1024 // 1024} MB.",
        "No letterhead needs as much; make its pictures smaller.",
    )


def new_member(
    name: str, data: bytes | Iterable[bytes], *, stored: bool = False, level: int = _LEVEL
) -> Member:
    """A member of our own, always with the same time stamp; `stored` for what is packed already.

    Large data are better given in pieces, so that they need not lie in memory whole. `level` is how hard
    zlib tries, from 1 to 9.
    """
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed: list[bytes] = []
    size = checksum = 0
    for piece in (data,) if isinstance(data, bytes) else data:
        packed.append(piece if stored else packer.compress(piece))
        size += len(piece)
        checksum = zlib.crc32(piece, checksum)
    return Member(
        name=name,
        stored_name=name.encode("utf-8"),
        packed=b"".join(packed if stored else (*packed, packer.flush())),
        size=size,
        checksum=checksum,
        method=_STORED if stored else _DEFLATED,
        flags=0 if name.isascii() else _UTF8,
    )


def pack_archive(members: Iterable[Member]) -> bytes:
    """A zip of `members` in their order; the packed bytes of each are written as they are."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in members:
        about = (member.flags, member.method, *member.moment, member.checksum, len(member.packed))
        name = member.stored_name
        header = _LOCAL.pack(b"PK\x03\x04", _VERSION, *about, member.size, len(name), 0)
        directory.append(
            _ENTRY.pack(
                *(b"PK\x01\x02", _MADE_ON_UNIX, _VERSION, *about, member.size, len(name)),
                *(0, 0, 0, 0, member.attributes, offset),
            )
        )
        directory.append(name)
        pieces += (header, name, member.packed)
        offset += len(header) + len(name) + len(member.packed)
    listed = b"".join(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(directory) // 2, len(directory) // 2, len(listed), offset, 0)
    return b"".join((*pieces, listed, end))


def replaced(archive: Archive, changed: Mapping[str, bytes], added: Iterable[Member]) -> bytes:
    """The zip with the members named in `changed` made anew in their places, and `added` ones at its end."""
    members = (
        new_member(member.name, changed[member.name]) if member.name in changed else member
        for member in archive.members
    )
    return pack_archive((*members, *added))
