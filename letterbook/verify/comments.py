"""The seal on the comments of a marked copy, by which one that a person has edited is known."""

from __future__ import annotations

from letterbook.files import sha256
from letterbook.writers.word.opened.archive import Archive
from letterbook.writers.word.opened.xml_part import Edit

_MARK = "<!--letterbook {}-->"
_MARK_BEGINS = b"<!--letterbook "


def seal(archive: Archive, comments: str) -> Edit:
    """The edit that ends the comments part with a mark of all that is in the package.

    Whatever a word processor saves has no such mark, so that a copy that a person has edited is known.
    """
    member = archive.find(comments)
    data = member.read() if member else b""
    mark = _MARK.format(_digest(archive, comments, data)).encode()
    return Edit(len(data), len(data), mark)


def is_sealed(archive: Archive) -> bool:
    """Whether a package is as letterbook wrote it, with all its comments."""
    for member in archive.members:
        data = member.read() if member.name.casefold().endswith(".xml") else b""
        before, found, mark = data.rpartition(_MARK_BEGINS)
        if found and mark.endswith(b"-->"):
            return mark[: -len(b"-->")].decode("ascii", "replace") == _digest(archive, member.name, before)
    return False


def _digest(archive: Archive, comments: str, data: bytes) -> str:
    others = "\n".join(
        f"{member.name} {member.checksum} {member.size}"
        for member in archive.members
        if member.name != comments
    )
    return sha256(f"{others}\n".encode() + data)
