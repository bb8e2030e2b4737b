"""PNG, GIF and JPEG: their size, density and position, read from their bytes without unpacking them.

Sources: PNG specification (third edition) 5.3, 11.2.1 and 11.3.4.3; GIF89a 18 to 27; JPEG (ITU-T T.81
annex B), JFIF 1.02 and Exif 2.32 (4.6.2 and 4.6.4 A). Readers raise IndexError where a file breaks off.
"""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.writers.word.pictures.image_file import SCREEN, ImageFile, Turn

_METRES_PER_INCH = 0.0254
_CENTIMETRES_PER_INCH = 2.54


def read_png(data: bytes) -> ImageFile | None:
    """The PNG in `data`, or None when it holds no picture."""
    width = height = 0
    density, has_pixels = SCREEN, False
    for kind, start, length in _png_chunks(data):
        if kind == b"IHDR" and start == 16 and length == 13:
            width, height = number(data, start, 4), number(data, start + 4, 4)
        elif kind == b"pHYs" and not has_pixels and length == 9 and data[start + 8] == 1:
            density = _plausible(number(data, start, 4) * _METRES_PER_INCH)
        has_pixels = has_pixels or kind == b"IDAT"
    return ImageFile("png", width, height, density) if has_pixels else None


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """The type of each chunk, where its content begins and how long that is."""
    position, kind = 8, b""
    while kind != b"IEND":
        length, kind = number(data, position, 4), data[position + 4 : position + 8]
        position += 12 + length
        if position > len(data):
            raise IndexError
        yield kind, position - 4 - length, length


def read_gif(data: bytes) -> ImageFile | None:
    """The GIF in `data`; of one that moves, Word shows what it can."""
    width, height = data[6] + data[7] * 256, data[8] + data[9] * 256
    position = 13 + _colour_table(data[10])
    while (block := data[position]) != 0x3B:
        if block == 0x21:
            position += 2
        elif block == 0x2C:
            position += 11 + _colour_table(data[position + 9])
        else:
            return None
        while data[position]:
            position += 1 + data[position]
        position += 1
    return ImageFile("gif", width, height)


def _colour_table(flags: int) -> int:
    """The length in bytes of the colour table that these flags announce."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


# Start of frame, of whichever process; the three left out are tables, an extension and conditioning.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_END = b"\xff\xd9"


def read_jpeg(data: bytes) -> ImageFile | None:
    """The JPEG in `data`, in whatever colours, upright as its camera says."""
    density, turn, position = SCREEN, Turn(), 2
    while True:
        if data[position] != 0xFF:
            return None
        marker = data[position + 1]
        if marker == 0xFF or 0xD0 <= marker <= 0xD9 or marker == 0x01:
            position += 1 if marker == 0xFF else 2
            continue
        length = number(data, position + 2, 2)
        if marker in _FRAMES:
            break
        if marker == 0xE0 and data.startswith(b"JFIF\0", position + 4):
            density = _jfif_density(data[position + 11], number(data, position + 12, 2))
        elif marker == 0xE1 and data.startswith(b"Exif\0\0", position + 4):
            turn = _exif_turn(data[position + 10 : position + 2 + length])
        position += 2 + max(2, length)
    height, width = number(data, position + 5, 2), number(data, position + 7, 2)
    if data.find(_END, position + 2 + length) == -1:
        raise IndexError
    if turn.is_sideways:
        width, height = height, width
    return ImageFile("jpeg", width, height, density, turn)


def _jfif_density(unit: int, dots: int) -> float:
    if unit not in {1, 2}:
        return SCREEN
    return _plausible(dots if unit == 1 else dots * _CENTIMETRES_PER_INCH)


def _plausible(density: float) -> float:
    """A density as it is, or the screen's where the file says something that cannot be meant."""
    return density if 72 <= density <= 1200 else SCREEN


_ORIENTATION = 0x0112
_TURNS = {
    2: Turn(0, mirrored=True),
    3: Turn(180),
    4: Turn(180, mirrored=True),
    5: Turn(270, mirrored=True),
    6: Turn(90),
    7: Turn(90, mirrored=True),
    8: Turn(270),
}


def _exif_turn(tiff: bytes) -> Turn:
    """How the camera was held, from the first directory of the Exif data; upright when that is broken."""
    order = {b"II*\0": "little", b"MM\0*": "big"}.get(tiff[:4])
    if order is None:
        return Turn()
    is_big = order == "big"
    try:
        start = number(tiff, 4, 4, is_big=is_big)
        for entry in range(start + 2, start + 2 + 12 * number(tiff, start, 2, is_big=is_big), 12):
            if number(tiff, entry, 2, is_big=is_big) == _ORIENTATION:
                return _TURNS.get(number(tiff, entry + 8, 2, is_big=is_big), Turn())
    except IndexError:
        pass
    return Turn()


def number(data: bytes, start: int, length: int, *, is_big: bool = True) -> int:
    """The whole number in `length` bytes from `start`; raises IndexError beyond the end."""
    if start + length > len(data):
        raise IndexError
    return int.from_bytes(data[start : start + length], "big" if is_big else "little")
