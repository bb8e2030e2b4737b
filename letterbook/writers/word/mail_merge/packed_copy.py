"""A zip that is packed but for the values in it: each copy is then a join of finished bytes.

What all copies of a group share is deflated once, in pieces that end on a byte and begin without a memory of
what was before (Z_FULL_FLUSH); a value stands between two of them as a stored block, which needs no packing.
Source: RFC 1951, 3.2.3 and 3.2.4; PKWARE's APPNOTE.TXT, 4.3.7, 4.3.12 and 4.3.16.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from zlib import crc32

from letterbook.record import record
from letterbook.writers.word.mail_merge.checksums import combined
from letterbook.writers.word.mail_merge.slots import Slot
from letterbook.writers.word.opened.archive import Member, pack_archive

_LEVEL = 6
_DEFLATED = 8
_LARGEST_STORED = 0xFFFF
_WORTH_COMBINING = 16_384  # bytes: the checksum of fewer is found faster by reading them
_STORED_BLOCK = struct.Struct("<xHH")
_NUMBERS = struct.Struct(
    "<3I"
)  # checksum, packed size, size: at 14 in a local header, at 16 in the directory
_OFFSET = struct.Struct("<I")
_LOCAL_SIZE, _END_SIZE = 30, 22
_END = struct.Struct("<4s4H2IH")


class PackedCopy:
    """The copies of one group: finished but for the members that hold slots, which come last in the zip."""

    def __init__(self, members: Sequence[Member], varying: Mapping[str, Sequence[bytes | Slot]]) -> None:
        """`varying` are the pieces of the members that hold slots, by name."""
        finished = [member for member in members if member.name not in varying]
        whole = pack_archive(finished)
        *_, listed, start, _comment = _END.unpack(whole[-_END_SIZE:])
        self._finished = whole[:start]
        self._directory = whole[start : start + listed]
        self._count = len(members)
        self._varying = tuple(
            _VaryingMember(member, varying[member.name]) for member in members if member.name in varying
        )

    def data(self, values: Mapping[str, str]) -> bytes:
        """The bytes of the copy of a recipient with these values, by the names of their fields."""
        parts = [self._finished]
        entries = [self._directory]
        offset = len(self._finished)
        for member in self._varying:
            entry, length = member.write(values, parts, offset)
            entries.append(entry)
            offset += length
        directory = b"".join(entries)
        end = _END.pack(b"PK\x05\x06", 0, 0, self._count, self._count, len(directory), offset, 0)
        return b"".join((*parts, directory, end))


@record
class _Constant:
    """Bytes that all copies share, deflated; `data` is kept where its checksum is found by reading it."""

    packed: bytes
    size: int
    checksum: int
    data: bytes

    def after(self, checksum: int) -> int:
        """The checksum of what was before, with these bytes behind it."""
        return combined(checksum, self.checksum, self.size)


class _VaryingMember:
    """A member with slots, and the two places of the zip that tell its size and checksum."""

    def __init__(self, member: Member, pieces: Sequence[bytes | Slot]) -> None:
        empty = replace(member, packed=b"", size=0, checksum=0, method=_DEFLATED)
        skeleton = pack_archive((empty,))
        start = _LOCAL_SIZE + len(member.stored_name)
        self._header = skeleton[:14], skeleton[26:start]
        entry = skeleton[start:-_END_SIZE]
        self._entry = entry[:16], entry[28:42], entry[46:]
        self._pieces = tuple(_packed(pieces))
        constants = [piece for piece in self._pieces if isinstance(piece, _Constant)]
        self._size = sum(piece.size for piece in constants)
        self._length = sum(len(piece.packed) for piece in constants)

    def write(self, values: Mapping[str, str], parts: list[bytes], offset: int) -> tuple[bytes, int]:
        """Add the member to `parts`; returns its entry in the directory and how long it is."""
        checksum, size, length = 0, self._size, self._length
        packed: list[bytes] = []
        for piece in self._pieces:
            if type(piece) is _Constant:
                checksum = crc32(piece.data, checksum) if piece.data else piece.after(checksum)
                packed.append(piece.packed)
            elif type(piece) is Slot and (filled := piece.filled(values[piece.field])):
                checksum = crc32(filled, checksum)
                size += len(filled)
                block = _stored(filled)
                length += len(block)
                packed.append(block)
        numbers = _NUMBERS.pack(checksum, length, size)
        before, behind = self._header
        parts += (before, numbers, behind, *packed)
        first, middle, name = self._entry
        entry = b"".join((first, numbers, middle, _OFFSET.pack(offset), name))
        return entry, len(before) + len(numbers) + len(behind) + length


def _packed(pieces: Sequence[bytes | Slot]) -> Iterable[_Constant | Slot]:
    """The pieces deflated, the last one with the mark that ends it all."""
    for position, piece in enumerate(pieces):
        if isinstance(piece, Slot):
            yield piece
            continue
        packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        last = position == len(pieces) - 1
        packed = packer.compress(piece) + packer.flush(zlib.Z_FINISH if last else zlib.Z_FULL_FLUSH)
        kept = piece if len(piece) < _WORTH_COMBINING else b""
        yield _Constant(packed, len(piece), crc32(piece), kept)


def _stored(data: bytes) -> bytes:
    """`data` as stored blocks that begin on a byte."""
    if len(data) <= _LARGEST_STORED:
        return _STORED_BLOCK.pack(len(data), len(data) ^ 0xFFFF) + data
    starts = range(0, len(data), _LARGEST_STORED)
    return b"".join(_stored(data[start : start + _LARGEST_STORED]) for start in starts)
