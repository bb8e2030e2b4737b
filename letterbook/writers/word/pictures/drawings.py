"""The drawing of one picture: found, examined and sized, or a finding that says why there is none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from letterbook.draft import Image
from letterbook.record import record
from letterbook.writers.word.pictures.image_file import ImageFile, Refusal
from letterbook.writers.word.pictures.image_formats import examine
from letterbook.writers.word.pictures.images import Size, printed_size
from letterbook.writers.word.story import Story

_MISSING = Refusal("picture-missing", "was not found", "Put it among the attachments.")


@record
class _Found:
    """A picture to be printed: what its bytes say, those bytes, and the SVG that it stands for, if any."""

    file: ImageFile
    data: bytes
    vector: bytes = b""


def image_drawing(image: Image, story: Story) -> str:
    """The drawing of a picture, or empty, with a finding, when there is none to print.

    Beside an SVG, which only Word 2016 and its successors draw, a PNG of the same name must lie: it is
    what everything else shows.
    """
    found = _find(image.source, story)
    if isinstance(found, Refusal):
        message = f'"{image.source}" {found.reason}; its text is printed instead.'
        story.report(found.id, story.clean(message), story.clean(found.hint))
        return ""
    media, file = story.gathered.media, found.file
    return media.drawing(
        story.relationships,
        media.add(found.data, file.ending),
        story.clean(image.alt),
        story.clean(image.title),
        printed_size(file, image.width, Size(story.picture_width(), story.picture_height())),
        turn=file.turn,
        vector=media.add(found.vector, "svg") if found.vector else "",
    )


def _find(source: str, story: Story) -> _Found | Refusal:
    """The picture at `source`, with its PNG when it is an SVG, or why it is not printed."""
    found = _read(source, story)
    if isinstance(found, Refusal) or found.file.ending != "svg":
        return found
    path = PurePosixPath(source).with_suffix(".png")
    png = _read(str(path), story)
    if isinstance(png, Refusal) or png.file.ending == "svg":
        reason = png.reason if isinstance(png, Refusal) else "is an SVG too"
        return Refusal(
            "picture-svg-without-png",
            f'needs a PNG beside it, and "{path.name}" {reason}',
            f'Save it as PNG too, as "{path.name}" in the same folder.',
        )
    return _Found(_in_size_of(found.file, png.file), png.data, found.data)


def _read(source: str, story: Story) -> _Found | Refusal:
    data = story.gathered.resources.read_image(source)
    if data is None:
        return _MISSING
    file = examine(data)
    return file if isinstance(file, Refusal) else _Found(file, data)


def _in_size_of(drawing: ImageFile, png: ImageFile) -> ImageFile:
    """The PNG as large as its drawing says it is, else as large as it is itself."""
    if not (drawing.width and drawing.height):
        return png
    return replace(png, width=drawing.width, height=drawing.height, density=drawing.density)
