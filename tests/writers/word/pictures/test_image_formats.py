"""Formats told from the first bytes; files that break off; sizes nobody can open."""

from __future__ import annotations

import struct

import pytest

from letterbook.writers.word.pictures.image_file import ImageFile, Turn
from letterbook.writers.word.pictures.image_formats import examine
from tests.writers.conftest import gif, jpeg, png

FRAMES = b"\x21\xf9\x04\0\0\0\0\0" + b"\x2c" + b"\0" * 9 + b"\x02\x02\x4c\x01\0"


def colourful_gif():
    """A GIF with a colour table, an extension and a frame."""
    return b"GIF89a" + struct.pack("<HHBBB", 3, 2, 0x80, 0, 0) + b"\0" * 6 + FRAMES + b"\x3b"


def photograph(orientation, order=">", components=3):
    """The head of a JPEG of 300 by 200 dots, with the Exif data of a camera and its small picture."""
    mark = b"MM\0*" if order == ">" else b"II*\0"
    make = struct.pack(f"{order}HHIHH", 0x010F, 2, 1, 0, 0)
    turned = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0)
    tiff = mark + struct.pack(f"{order}IH", 8, 2) + make + turned + b"\0" * 4 + jpeg(16, 9)
    exif = b"\xff\xe1" + struct.pack(">H", len(tiff) + 8) + b"Exif\0\0" + tiff
    frame = struct.pack(">HBHHB", 8 + 3 * components, 8, 200, 300, components) + b"\x01\x11\0" * components
    return b"\xff\xd8" + exif + b"\xff\xc0" + frame + b"\xff\xd9"


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(
    ("orientation", "turn"),
    [
        (1, Turn()),
        (2, Turn(0, mirrored=True)),
        (3, Turn(180)),
        (4, Turn(180, mirrored=True)),
        (5, Turn(270, mirrored=True)),
        (6, Turn(90)),
        (7, Turn(90, mirrored=True)),
        (8, Turn(270)),
        (0, Turn()),
        (99, Turn()),
    ],
)
def test_a_photograph_says_how_the_camera_was_held(orientation, turn, order):
    image = examine(photograph(orientation, order))
    assert image.turn == turn
    assert (image.width, image.height) == ((200, 300) if turn.is_sideways else (300, 200))


@pytest.mark.parametrize("tiff", [b"", b"MM\0*", b"MM\0*\xff\xff\xff\xff", b"MM\0*\0\0\0\x08\xff\xff", b"??"])
def test_broken_camera_data_leave_a_photograph_as_it_is(tiff):
    exif = b"\xff\xe1" + struct.pack(">H", len(tiff) + 8) + b"Exif\0\0" + tiff
    assert examine(b"\xff\xd8" + exif + jpeg(30, 20)[2:]) == ImageFile("jpeg", 30, 20)


def test_a_photograph_for_a_printing_press_is_taken():
    assert examine(photograph(1, components=4)).ending == "jpeg"


def test_a_gif_is_followed_to_its_end():
    assert examine(colourful_gif()) == ImageFile("gif", 3, 2)


@pytest.mark.parametrize("whole", [png(30, 20), jpeg(30, 20), photograph(6), gif(3, 2), colourful_gif()])
def test_a_picture_that_breaks_off_anywhere_is_damaged(whole):
    for length in range(8, len(whole)):
        assert examine(whole[:length]).id == "picture-damaged", length


@pytest.mark.parametrize(
    "data", [png(0, 5), png(5, 5).replace(b"IDAT", b"IDAX"), gif(0, 1), b"GIF89a" + b"\x11" * 30]
)
def test_a_picture_of_nothing_is_damaged(data):
    assert examine(data).id == "picture-damaged"


@pytest.mark.parametrize("size", [(65_536, 1), (1, 70_000), (30_000, 30_000)])
def test_a_picture_too_large_to_open_is_refused_unopened(size):
    header = struct.pack(">II", *size)
    data = png(1, 1)
    refusal = examine(data[:16] + header + data[24:])
    assert refusal.id == "picture-too-large"
    assert f"{size[0]:,} by {size[1]:,} dots" in refusal.reason


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"RIFF\x24\0\0\0WEBPVP8 ", "WebP"),
        (b"\0\0\0\x1cftypavif\0\0\0\0", "AVIF"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0", "HEIC"),
        (b"BM\x36\0\0\0", "BMP"),
        (b"II*\0\x08\0\0\0", "TIFF"),
        (b"MM\0*\0\0\0\x08", "TIFF"),
        (b"%PDF-1.7", "PDF"),
        (b"\x1f\x8b\x08", "compressed SVG"),
        (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000"),
        (b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL"),
        (b"\x01\0\0\0" + b"\0" * 36 + b" EMF", "EMF"),
    ],
)
def test_another_format_is_named_with_what_to_save_it_as(data, name):
    refusal = examine(data)
    assert refusal.id == "picture-unsupported"
    assert f" {name} file" in refusal.reason
    assert "PNG" in refusal.hint


@pytest.mark.parametrize("data", [b"", b"my diary", b"PK\x03\x04", b"\0" * 60])
def test_what_is_no_picture_is_said_to_be_none(data):
    assert examine(data).reason == "is no picture that Word can show"
