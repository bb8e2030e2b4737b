"""Pictures: what they are and how large, told from their bytes; and their place in the file.

Sources: PNG specification 11.2.2 and 11.3.5.3; JPEG (ITU-T T.81 annex B) and JFIF 1.02; GIF89a 18.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from letterbook.writers.word.namespaces import PICTURE
from letterbook.writers.word.relationships import Relationships
from letterbook.writers.word.text import attribute

_EMU_PER_INCH = 914400
_SCREEN = 96.0
_METRES_PER_INCH = 0.0254
_CENTIMETRES_PER_INCH = 2.54
_WIDTH = re.compile(r"(?P<number>\d{1,5}(?:\.\d{1,3})?)\s*(?P<unit>%|px|mm|cm|in|pt)?")
_PER_INCH = {"px": _SCREEN, "": _SCREEN, "mm": 25.4, "cm": _CENTIMETRES_PER_INCH, "in": 1.0, "pt": 72.0}
_LARGEST_EDGE = 100_000


@dataclass(frozen=True, slots=True)
class ImageFile:
    """What a picture's bytes say: the ending for its format, pixels, and dots an inch."""

    ending: str
    width: int
    height: int
    density: float = _SCREEN


@dataclass(frozen=True, slots=True)
class Size:
    """A size on paper in English Metric Units, 914,400 to the inch."""

    width: int
    height: int


def read_image_file(data: bytes) -> ImageFile | None:
    """What `data` is, or None when it is no whole PNG, JPEG or GIF."""
    reader = next((reader for mark, reader in _READERS if data.startswith(mark)), None)
    try:
        image = reader(data) if reader else None
    except IndexError:
        return None
    if image is None or not (0 < image.width < _LARGEST_EDGE and 0 < image.height < _LARGEST_EDGE):
        return None
    return image


def _png(data: bytes) -> ImageFile | None:
    if data[12:16] != b"IHDR" or len(data) < 33:
        return None
    width, height = _number(data, 16, 4), _number(data, 20, 4)
    start = data.find(b"pHYs", 33, 4096)
    if start == -1 or data.find(b"IDAT", 33, start) != -1 or data[start + 12 : start + 13] != b"\x01":
        return ImageFile("png", width, height)
    return ImageFile("png", width, height, _plausible(_number(data, start + 4, 4) * _METRES_PER_INCH))


def _gif(data: bytes) -> ImageFile | None:
    if len(data) < 13:
        return None
    return ImageFile("gif", data[6] + data[7] * 256, data[8] + data[9] * 256)


_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def _jpeg(data: bytes) -> ImageFile | None:
    density, position = _SCREEN, 2
    while position + 4 <= len(data):
        if data[position] != 0xFF:
            return None
        marker = data[position + 1]
        if marker == 0xFF or 0xD0 <= marker <= 0xD9 or marker == 0x01:
            position += 1 if marker == 0xFF else 2
            continue
        if marker in _FRAMES:
            return ImageFile("jpeg", _number(data, position + 7, 2), _number(data, position + 5, 2), density)
        if marker == 0xE0 and data[position + 4 : position + 9] == b"JFIF\0":
            density = _jfif_density(data[position + 11], _number(data, position + 12, 2))
        position += 2 + max(2, _number(data, position + 2, 2))
    return None


def _jfif_density(unit: int, dots: int) -> float:
    if unit not in {1, 2}:
        return _SCREEN
    return _plausible(dots if unit == 1 else dots * _CENTIMETRES_PER_INCH)


def _plausible(density: float) -> float:
    """A density as it is, or the screen's where the file says something that cannot be meant."""
    return density if 72 <= density <= 1200 else _SCREEN


def _number(data: bytes, start: int, length: int) -> int:
    if start + length > len(data):
        raise IndexError
    return int.from_bytes(data[start : start + length], "big")


_READERS = ((b"\x89PNG\r\n\x1a\n", _png), (b"\xff\xd8", _jpeg), (b"GIF87a", _gif), (b"GIF89a", _gif))


def printed_size(image: ImageFile, wanted_width: str, room: Size) -> Size:
    """How large a picture is printed: as `wanted_width` says, else naturally, but never beyond `room`.

    `wanted_width` is a length (`8cm`, `300px`) or a share of the text's width (`50%`).
    """
    natural = image.width / image.density * _EMU_PER_INCH
    width = _wanted(wanted_width, room) or natural
    height = width * image.height / image.width
    scale = min(1.0, room.width / width, room.height / height)
    return Size(max(1, round(width * scale)), max(1, round(height * scale)))


def _wanted(width: str, room: Size) -> float:
    match = _WIDTH.fullmatch(width.strip())
    if match is None:
        return 0.0
    number, unit = float(match["number"]), match["unit"] or ""
    return room.width * number / 100 if unit == "%" else number / _PER_INCH[unit] * _EMU_PER_INCH


class Media:
    """Gathers the pictures of a draft: each distinct one once, every use with an id of its own."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self._names: dict[str, str] = {}
        self._uses = 0

    def add(self, data: bytes, ending: str) -> str:
        """The name (`image1.png`) under which this picture lies in `word/media`."""
        digest = sha256(data).hexdigest()
        name = self._names.setdefault(digest, f"image{len(self._names) + 1}.{ending}")
        self.files[name] = data
        return name

    def drawing(self, relationships: Relationships, name: str, alt: str, title: str, size: Size) -> str:
        """The `w:drawing` of one use of the picture (ECMA-376 part 1, 20.4.2.8)."""
        self._uses += 1
        reference = relationships.add("image", f"media/{name}")
        extent = f'cx="{size.width}" cy="{size.height}"'
        titled = f' title="{attribute(title)}"' if title else ""
        return (
            f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
            f'<wp:docPr id="{self._uses}" name="Picture {self._uses}" descr="{attribute(alt)}"{titled}/>'
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            f'<a:graphic><a:graphicData uri="{PICTURE}"><pic:pic>'
            f'<pic:nvPicPr><pic:cNvPr id="{self._uses}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{reference}"/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing>"
        )
