"""The package of a Word file: its parts and the list of their content types (ECMA-376 part 2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from letterbook.record import record
from letterbook.writers.word.opened.archive import Member, new_member, pack_archive
from letterbook.writers.word.text import attribute

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ENDINGS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "svg": "image/svg+xml",
}
"""The content types of parts by the endings of their names."""

PACKED_ENDINGS = (".png", ".jpeg", ".gif")
"""What is packed as it is, so that packing it again gains nothing."""

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
"""How the content types of a Word document's parts begin."""

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_SLICE = 1_000_000
_LEVEL = 1  # a third larger than the usual 6, in a third of the time


@record
class Part:
    """One part: as it lies in the zip, and its content type.

    The content type is empty where the ending of the name says it all (relationships, pictures).
    """

    member: Member
    content_type: str = ""


def xml_part(name: str, xml: str | tuple[str, ...], content_type: str = "") -> Part:
    """A part that holds XML, in one text or several, by its name without a leading slash."""
    texts = (DECLARATION, xml) if isinstance(xml, str) else (DECLARATION, *xml)
    return Part(new_member(name, encoded(texts), level=_LEVEL), content_type)


def encoded(texts: Iterable[str]) -> Iterator[bytes]:
    """The texts as UTF-8, in slices, so that a large one does not lie in memory twice."""
    for text in texts:
        for start in range(0, len(text), _SLICE):
            yield text[start : start + _SLICE].encode("utf-8")


def media_part(name: str, data: bytes) -> Part:
    """A part that holds a picture."""
    return Part(new_member(name, data, stored=name.endswith(PACKED_ENDINGS), level=_LEVEL))


def pack(parts: tuple[Part, ...]) -> bytes:
    """A package of `parts`, in their order, after the list of content types. Time stamps are fixed."""
    return pack_archive(part.member for part in (_content_types(parts), *parts))


def _content_types(parts: Iterable[Part]) -> Part:
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType="{content_type}"/>'
        for ending, content_type in ENDINGS.items()
    )
    overrides = "".join(
        f'<Override PartName="/{attribute(part.member.name)}" ContentType="{part.content_type}"/>'
        for part in parts
        if part.content_type
    )
    return xml_part("[Content_Types].xml", f'<Types xmlns="{_TYPES}">{defaults}{overrides}</Types>')
