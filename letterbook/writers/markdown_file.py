"""The Markdown writer: a draft in, the bytes of a .md file out, its pictures found from where it lies."""

from __future__ import annotations

from dataclasses import replace

from letterbook.draft import Draft, Image
from letterbook.markup.tree import map_images
from letterbook.writers.forbidden_characters import forbidden_characters, printable
from letterbook.writers.markdown import write_markdown
from letterbook.writers.writer import Resources, Written


def write_markdown_file(draft: Draft, resources: Resources) -> Written:
    """The draft as Markdown, which refers to each picture as `resources` says.

    What Word's writer leaves out and reports, because XML forbids it, is left out here too: a control
    character is a slip, and is taken out of the tree, so that what is written still reads back.
    """

    def linked(image: Image) -> Image:
        return replace(image, source=resources.link_image(image.source))

    draft = replace(draft, blocks=map_images(draft.blocks, linked))
    text = write_markdown(draft)
    if forbidden_characters(text):
        text = write_markdown(printable(draft))
    return Written(text.encode("utf-8"))
