"""Standing legal text: the files in `fund/disclosures/`."""

from __future__ import annotations

from pathlib import Path

from letterbook.draft import Block
from letterbook.files import inside, read_text
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.markup.front_matter import read_front_matter
from letterbook.record import record

DISCLOSURES_FOLDER = "fund/disclosures"


@record
class Disclosure:
    """One disclosure: its file's stem, the `title` of its front matter, and its text."""

    name: str
    title: str
    blocks: tuple[Block, ...]


def read_disclosures(root: Path, language: str = "") -> tuple[Disclosure, ...]:
    """The workspace's disclosures in the order of their file names.

    `language` turns on typographic quotes and dashes. Raises BadInput for a broken file.
    """
    paths = sorted((root / DISCLOSURES_FOLDER).glob("*.md"))
    return tuple(_read_disclosure(root, path, language) for path in paths)


def _read_disclosure(root: Path, path: Path, language: str) -> Disclosure:
    file = f"{DISCLOSURES_FOLDER}/{path.name}"
    matter = read_front_matter(read_text(inside(root, file)), file, text_keys=("title",))
    blocks = parse_blocks(
        matter.body, dialect=Dialect.ITEM, file=file, first_line=matter.body_line, smart=language
    )
    return Disclosure(path.stem, matter.values.text("title"), blocks)
