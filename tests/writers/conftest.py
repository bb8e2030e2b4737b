"""What the writers' tests share: looks, pictures and a draft of every construct."""

from __future__ import annotations

import struct
import zlib

import pytest

from letterbook.drafting.search_path import SearchPath
from letterbook.drafting.templates.look_file import load_look
from letterbook.writers.writer import Resources


def png(width, height, dots_a_metre=0):
    """A grey PNG of this size."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x80" * width) * height
    density = chunk(b"pHYs", struct.pack(">IIB", dots_a_metre, dots_a_metre, 1)) if dots_a_metre else b""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + density
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def jpeg(width, height, dots_an_inch=0):
    """The head of a JPEG of this size, which is all that is read of it."""
    jfif = b"\xff\xe0" + struct.pack(">H5sHBHHBB", 16, b"JFIF\0", 0x0101, 1, dots_an_inch, dots_an_inch, 0, 0)
    frame = (
        b"\xff\xc0" + struct.pack(">HBHHB", 17, 8, height, width, 3) + b"\x01\x11\x00\x02\x11\x00\x03\x11\x00"
    )
    return b"\xff\xd8" + jfif + frame + b"\xff\xd9"


def gif(width, height):
    """The head of a GIF of this size."""
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0, 0, 0) + b"\x3b"


PICTURES = {"chart.png": png(400, 200), "photo.jpg": jpeg(300, 900), "tiny.gif": gif(8, 8)}


@pytest.fixture(scope="session", params=["classic", "modern", "plain"])
def look(request):
    """Each of the built-in looks."""
    return load_look(SearchPath(), request.param)


@pytest.fixture(scope="session")
def resources():
    """The classic look, and a few pictures by name."""
    return Resources(load_look(SearchPath(), "classic"), PICTURES.get)
