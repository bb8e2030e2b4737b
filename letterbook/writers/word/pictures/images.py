"""Pictures: how large they are printed, and their place in the file.

Sources: ECMA-376 part 1, 20.1.7.6 (a:xfrm), 20.1.8.13 (a:blip) and 20.4.2.8 (wp:inline);
[MS-ODRAWXML] for asvg:svgBlip.
"""

from __future__ import annotations

import re
from hashlib import sha256

from letterbook.record import record
from letterbook.writers.word.namespaces import PICTURE
from letterbook.writers.word.pictures.image_file import SCREEN, ImageFile, Turn
from letterbook.writers.word.relationships import Relationships
from letterbook.writers.word.text import attribute

_EMU_PER_INCH = 914400
_WIDTH = re.compile(r"(?P<number>\d{1,5}(?:\.\d{1,3})?)\s*(?P<unit>%|px|mm|cm|in|pt)?")
_PER_INCH = {"px": SCREEN, "": SCREEN, "mm": 25.4, "cm": 2.54, "in": 1.0, "pt": 72.0}
_UPRIGHT = Turn()
_PER_DEGREE = 60_000
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_SVG_NAMESPACE = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


@record
class Size:
    """A size on paper in English Metric Units, 914,400 to the inch."""

    width: int
    height: int


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
    """Gathers the pictures of a draft: each distinct one once, every use with an id of its own.

    `first_use` is the first id that no drawing of the package has, `prefix` begins names of no other file.
    """

    def __init__(self, first_use: int = 1, prefix: str = "image") -> None:
        self.files: dict[str, bytes] = {}
        self._names: dict[str, str] = {}
        self._uses = first_use - 1
        self._prefix = prefix

    def add(self, data: bytes, ending: str) -> str:
        """The name (`image1.png`) under which this picture lies in `word/media`."""
        digest = sha256(data).hexdigest()
        name = self._names.setdefault(digest, f"{self._prefix}{len(self._names) + 1}.{ending}")
        self.files[name] = data
        return name

    def drawing(  # noqa: PLR0913 - the last two are named, and most pictures need neither
        self,
        relationships: Relationships,
        name: str,
        alt: str,
        title: str,
        size: Size,
        *,
        turn: Turn = _UPRIGHT,
        vector: str = "",
    ) -> str:
        """The `w:drawing` of one use of the picture `name`, `size` being that of the upright picture.

        `vector` is the name of the SVG that stands for it wherever one can be drawn.
        """
        self._uses += 1
        blip = self._blip(relationships, name, vector)
        extent = _extent(size, turn)
        titled = f' title="{attribute(title)}"' if title else ""
        return (
            f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
            f'<wp:docPr id="{self._uses}" name="Picture {self._uses}" descr="{attribute(alt)}"{titled}/>'
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            f'<a:graphic><a:graphicData uri="{PICTURE}"><pic:pic>'
            f'<pic:nvPicPr><pic:cNvPr id="{self._uses}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
            f"<pic:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm{_turned(turn)}><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing>"
        )

    def _blip(self, relationships: Relationships, name: str, vector: str) -> str:
        picture = relationships.add("image", f"media/{name}")
        if not vector:
            return f'<a:blip r:embed="{picture}"/>'
        drawing = relationships.add("image", f"media/{vector}")
        return (
            f'<a:blip r:embed="{picture}"><a:extLst><a:ext uri="{_SVG_EXTENSION}">'
            f'<asvg:svgBlip xmlns:asvg="{_SVG_NAMESPACE}" r:embed="{drawing}"/>'
            "</a:ext></a:extLst></a:blip>"
        )


def _turned(turn: Turn) -> str:
    """The attributes that put a picture upright: it is mirrored first, then turned."""
    degrees = f' rot="{turn.degrees * _PER_DEGREE}"' if turn.degrees else ""
    return degrees + (' flipH="1"' if turn.mirrored else "")


def _extent(size: Size, turn: Turn) -> str:
    """The size as attributes, before the picture is turned: Word gives the turned one the room it needs."""
    width, height = (size.height, size.width) if turn.is_sideways else (size.width, size.height)
    return f'cx="{width}" cy="{height}"'
