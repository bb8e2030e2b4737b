"""Writers: each turns a Draft into the bytes of one format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from letterbook.draft import Draft, Image
from letterbook.markup.tree import map_images
from letterbook.writers.markdown import write_markdown
from letterbook.writers.word.document import write_word
from letterbook.writers.writer import Resources, Writer, Written


def _markdown(draft: Draft, resources: Resources) -> Written:
    def linked(image: Image) -> Image:
        return replace(image, source=resources.link_image(image.source))

    return Written(write_markdown(replace(draft, blocks=map_images(draft.blocks, linked))).encode("utf-8"))


WRITERS: Mapping[str, Writer] = {
    "md": _markdown,
    "docx": write_word,
}
