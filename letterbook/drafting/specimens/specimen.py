"""A specimen: a document with every construct that a draft can hold and every style of a look.

It is written in the dialect, in `templates/specimen/`, with its pictures beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from importlib.resources import files
from pathlib import PurePosixPath

from letterbook.draft import Block, Division, Draft, Metadata, Paragraph, Strong, Text
from letterbook.look import Look
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.markup.labels import labels, with_labels
from letterbook.markup.tree import map_blocks
from letterbook.writers.word.standard_styles import STANDARD_STYLES

LANGUAGE = "en"
_PACKAGE, _FOLDER, _TEXT = "letterbook.templates", "specimen", "specimen.md"
_PICTURES = "built-in"
_OWN_STYLES = "own-styles"
_METADATA = Metadata(
    title="A letter from the harbour",
    subtitle="A specimen: every style of this look, and everything that a draft can hold",
    authors=("Nora Lindqvist",),
    date=date(2026, 7, 1),
    language=LANGUAGE,
    publication="Harbour Row Ventures",
    number="2026 H1",
)


def specimen(look: Look) -> Draft:
    """The specimen in the styles of `look`, those that no other look has among them."""

    def with_own_styles(block: Block) -> tuple[Block, ...]:
        is_place = isinstance(block, Division) and _OWN_STYLES in block.classes
        return tuple(_own_styles(look)) if is_place else (block,)

    return Draft(map_blocks(_blocks(), with_own_styles), _METADATA)


def specimen_picture(source: str, otherwise: Callable[[str], bytes | None]) -> bytes | None:
    """A picture of the specimen; what is none of them, such as a logo, is asked of `otherwise`."""
    path = PurePosixPath(source)
    if path.parts[:1] != (_PICTURES,) or len(path.parts) != 2:
        return otherwise(source)
    file = files(_PACKAGE).joinpath(_FOLDER, path.name)
    return file.read_bytes() if file.is_file() else None


@lru_cache(maxsize=1)
def _blocks() -> tuple[Block, ...]:
    """The tree of the specimen's text, its references with the words of what they refer to."""
    text = files(_PACKAGE).joinpath(_FOLDER, _TEXT).read_text(encoding="utf-8")
    file = f"letterbook/{_FOLDER}/{_TEXT}"
    blocks = parse_blocks(text, dialect=Dialect.DRAFT, file=file, smart=LANGUAGE, document=True)
    return with_labels(blocks, labels(blocks, LANGUAGE))


def _own_styles(look: Look) -> Iterator[Block]:
    """Two paragraphs in each style that the look has beside the standard ones."""
    standard = {style.name for style in STANDARD_STYLES}
    for name in (style.name for style in look.styles if style.name not in standard):
        words = (Text("This is "), Strong((Text(name),)), Text(", a style of this look’s own."))
        second = Paragraph((Text("A second paragraph shows what stands between two of them."),))
        yield Division((Paragraph(words), second), classes=("-".join(name.lower().split()),))
