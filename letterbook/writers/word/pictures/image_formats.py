"""Which format a picture's bytes are in; what Word cannot show everywhere is refused by its name."""

from __future__ import annotations

from collections.abc import Callable

from letterbook.writers.word.pictures.image_file import ImageFile, Refusal, damaged
from letterbook.writers.word.pictures.raster import read_gif, read_jpeg, read_png

_LARGEST_EDGE = 65_535
_MOST_PIXELS = 250_000_000
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe<\0", b"\xfe\xff\0<")

_Reader = Callable[[bytes], ImageFile | None]
_READERS: tuple[tuple[bytes, str, _Reader], ...] = (
    (b"\x89PNG\r\n\x1a\n", "PNG", read_png),
    (b"\xff\xd8\xff", "JPEG", read_jpeg),
    (b"GIF87a", "GIF", read_gif),
    (b"GIF89a", "GIF", read_gif),
)
# The first bytes of other formats. The brands of ISO base media files follow their box's length.
_OTHERS = (
    (0, b"BM", "BMP"),
    (0, b"II*\0", "TIFF"),
    (0, b"MM\0*", "TIFF"),
    (0, b"II+\0", "TIFF"),
    (0, b"MM\0+", "TIFF"),
    (0, b"\0\0\1\0", "Windows icon"),
    (0, b"8BPS", "Photoshop"),
    (0, b"%PDF-", "PDF"),
    (0, b"%!PS", "PostScript"),
    (0, b"\xc5\xd0\xd3\xc6", "PostScript"),
    (0, b"\xd7\xcd\xc6\x9a", "WMF"),
    (40, b" EMF", "EMF"),
    (0, b"\xff\x0a", "JPEG XL"),
    (4, b"JXL \r\n", "JPEG XL"),
    (4, b"jP  \r\n", "JPEG 2000"),
    (8, b"WEBP", "WebP"),
    (4, b"ftypavi", "AVIF"),
    (4, b"ftyphei", "HEIC"),
    (4, b"ftyphev", "HEIC"),
    (4, b"ftypmif1", "HEIC"),
    (4, b"ftypmsf1", "HEIC"),
    (0, b"\x1f\x8b", "compressed SVG"),
)
_PHOTOS = frozenset({"HEIC", "AVIF", "WebP", "TIFF", "JPEG XL", "JPEG 2000"})


def examine(data: bytes) -> ImageFile | Refusal:
    """The picture in `data`, or why it is not printed. Nothing in it is unpacked."""
    for mark, name, reader in _READERS:
        if data.startswith(mark):
            return _examined(data, name, reader)
    if data.lstrip()[:1] == b"<" or data.startswith(_BYTE_ORDER_MARKS):
        return _within_limits(_svg(data))
    for start, mark, name in _OTHERS:
        if data.startswith(mark, start):
            article = "an" if name in {"AVIF", "EMF"} else "a"
            hint = "Save it as JPEG or PNG." if name in _PHOTOS else "Save it as PNG."
            return Refusal(
                "picture-unsupported", f"is {article} {name} file, not a PNG, JPEG, GIF or SVG", hint
            )
    hint = "Save it as PNG, JPEG, GIF or SVG."
    return Refusal("picture-unsupported", "is no picture that Word can show", hint)


def _svg(data: bytes) -> ImageFile | Refusal:
    from letterbook.writers.word.pictures.svg import read_svg  # noqa: PLC0415 - slow to load, and few drafts have any

    return read_svg(data)


def _examined(data: bytes, name: str, reader: _Reader) -> ImageFile | Refusal:
    try:
        image = reader(data)
    except IndexError:
        return damaged(name)
    if image is None or not (image.width and image.height):
        return damaged(name)
    return _within_limits(image)


def _within_limits(image: ImageFile | Refusal) -> ImageFile | Refusal:
    """`image`, unless whoever opens the draft could not hold it in memory."""
    if isinstance(image, Refusal):
        return image
    if max(image.width, image.height) <= _LARGEST_EDGE and image.width * image.height <= _MOST_PIXELS:
        return image
    dots = f"{image.width:,.0f} by {image.height:,.0f}"
    return Refusal("picture-too-large", f"has {dots} dots, more than Word can hold", "Make it smaller.")
