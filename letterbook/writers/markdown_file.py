"""The Markdown writer: a draft in, the bytes of a .md file out, its pictures found from where it lies."""

from __future__ import annotations

from dataclasses import replace

from letterbook.draft import Draft, Image
from letterbook.markup.tree import map_images
from letterbook.writers.markdown import write_markdown
from letterbook.writers.writer import Resources, Written


def write_markdown_file(draft: Draft, resources: Resources) -> Written:
    """The draft as Markdown, which refers to each picture as `resources` says."""

    def linked(image: Image) -> Image:
        return replace(image, source=resources.link_image(image.source))

    return Written(write_markdown(replace(draft, blocks=map_images(draft.blocks, linked))).encode("utf-8"))
