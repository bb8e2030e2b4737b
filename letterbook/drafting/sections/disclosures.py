"""Standing legal text: the files in `fund/disclosures/`."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path

from letterbook.checks.checked_edition import StandingText
from letterbook.draft import Block
from letterbook.errors import BadInput
from letterbook.files import read_text_inside
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.markup.front_matter import FrontMatter, read_front_matter
from letterbook.markup.tree import iter_blocks
from letterbook.record import record

DISCLOSURES_FOLDER = "fund/disclosures"
_PREFIX = f"{DISCLOSURES_FOLDER}/"


@record
class Disclosure:
    """One disclosure: its file's stem, the `title` of its front matter, and its text.

    It `covers` what else it says, and with `when_needed` is for letters only that say what needs it.
    """

    name: str
    title: str
    blocks: tuple[Block, ...]
    covers: tuple[str, ...] = ()
    when_needed: bool = False

    def is_for(self, needed: Collection[str]) -> bool:
        """Whether a letter that needs the disclosures of these names prints it."""
        return not self.when_needed or any(name in needed for name in (self.name, *self.covers))


def read_disclosures(root: Path, language: str = "") -> tuple[Disclosure, ...]:
    """The workspace's disclosures in the order of their file names.

    `language` turns on typographic quotes and dashes. Raises BadInput for a broken file.
    """
    paths = sorted((root / DISCLOSURES_FOLDER).glob("*.md"))
    return tuple(_read_disclosure(root, path, language) for path in paths)


def _read_disclosure(root: Path, path: Path, language: str) -> Disclosure:
    file = f"{DISCLOSURES_FOLDER}/{path.name}"
    matter = _front_matter(root, file)
    _review_by(matter)
    blocks = parse_blocks(
        matter.body, dialect=Dialect.ITEM, file=file, first_line=matter.body_line, smart=language
    )
    covers = matter.values.texts("covers")
    return Disclosure(path.stem, matter.values.text("title"), blocks, covers, _when_needed(matter))


def printed_disclosures(root: Path, blocks: Iterable[Block]) -> tuple[StandingText, ...]:
    """The disclosures that `blocks` print, by what their files say about them."""
    files = {block.place.file for block in iter_blocks(blocks) if block.place}
    return tuple(_standing_text(root, file) for file in sorted(files) if file.startswith(_PREFIX))


def _standing_text(root: Path, file: str) -> StandingText:
    matter = _front_matter(root, file)
    return StandingText(
        Path(file).stem,
        matter.values.place_of("review-by"),
        matter.values.texts("covers"),
        _review_by(matter),
    )


def _front_matter(root: Path, file: str) -> FrontMatter:
    return read_front_matter(
        read_text_inside(root, file), file, text_keys=("title", "review-by", "when-needed")
    )


def _when_needed(matter: FrontMatter) -> bool:
    """Whether it is printed only where it is needed. Raises BadInput for neither yes nor no."""
    said = matter.values.text("when-needed").strip().casefold()
    if said not in {"", "yes", "true", "no", "false"}:
        place = matter.values.place_of("when-needed")
        raise BadInput(f'"{said}" is neither yes nor no.', hint="Write when-needed: yes.", place=place)
    return said in {"yes", "true"}


def _review_by(matter: FrontMatter) -> date | None:
    """The day by which a disclosure is to be looked at again, if it says one. Raises BadInput for no date."""
    said = matter.values.text("review-by")
    try:
        return date.fromisoformat(said) if said else None
    except ValueError as error:
        message = f'"{said}" is no day by which to look at the disclosure again.'
        place = matter.values.place_of("review-by")
        raise BadInput(message, hint="Write it as 2027-01-25.", place=place) from error
