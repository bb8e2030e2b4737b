"""The zip package of a Word file: same parts, same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from letterbook.writers.word.text import attribute

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_REGULAR_FILE = 0o100644 << 16
_LEVEL = 1


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its name without a leading slash, its content, and its content type.

    The content type is empty where the ending of the name says it all (relationships, pictures).
    """

    name: str
    data: bytes
    content_type: str = ""


def xml_part(name: str, xml: str, content_type: str = "") -> Part:
    """A part that holds XML."""
    return Part(name, (DECLARATION + xml).encode("utf-8"), content_type)


def pack(parts: tuple[Part, ...], endings: Mapping[str, str]) -> bytes:
    """A package of `parts`, in their order, after the list of content types.

    `endings` maps endings of names (`png`) to content types. Time stamps are fixed.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for part in (_content_types(parts, endings), *parts):
            entry = zipfile.ZipInfo(part.name, _EARLIEST)
            entry.external_attr = _REGULAR_FILE
            entry.create_system = 3
            already_packed = part.name.endswith((".png", ".jpeg", ".gif"))
            entry.compress_type = zipfile.ZIP_STORED if already_packed else zipfile.ZIP_DEFLATED
            package.writestr(entry, part.data, compresslevel=_LEVEL)
    return buffer.getvalue()


def _content_types(parts: tuple[Part, ...], endings: Mapping[str, str]) -> Part:
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType="{content_type}"/>'
        for ending, content_type in endings.items()
    )
    overrides = "".join(
        f'<Override PartName="/{attribute(part.name)}" ContentType="{part.content_type}"/>'
        for part in parts
        if part.content_type
    )
    return xml_part("[Content_Types].xml", f'<Types xmlns="{_TYPES}">{defaults}{overrides}</Types>')
