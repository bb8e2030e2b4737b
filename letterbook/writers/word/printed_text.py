"""The words that an inline prints, as they stand in the Word file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from letterbook.addresses import is_remote
from letterbook.draft import Code, Footnote, Image, Inline, LineBreak, SoftBreak, Text
from letterbook.markup.text import plain_text


def image_text(image: Image) -> str:
    """The words that stand for a picture: its alt text; for one on the web at least its address."""
    return image.alt or (image.source if is_remote(image.source) else "")


def words(children: Iterable[Inline]) -> Iterator[str]:
    """The words of inlines in order; footnotes are left to the caller, as `Footnote` nodes print a mark."""
    for child in children:
        match child:
            case Text() | Code():
                yield child.text
            case SoftBreak():
                yield " "
            case LineBreak():
                yield "\n"
            case Image():
                yield image_text(child)
            case Footnote():
                yield note_text(child)
            case _:
                yield from words(getattr(child, "children", ()))


def note_text(note: Footnote) -> str:
    """A footnote within a footnote, printed in brackets."""
    return f" [{' '.join(plain_text(note.blocks).split())}]"
