"""Checks of what a draft says in its author's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.checks.prose import PrintedBlock
from letterbook.draft import Block, Heading
from letterbook.finding import Place
from letterbook.markup.text import plain_text

_UNFINISHED = re.compile(
    r"\b(?:TODO|TBC|TBD|FIXME|TKTK|XXX+)\b|\blorem ipsum\b|\?\?\?"
    r"|\[ \]|\[(?:insert|your|name|date|amount|company|number|figure)\b[^\]]*\]|\[(?:x{1,4}|\?+)\]"
    r"|[$€£]\s?x{1,4}(?:[.,]x{1,2})?(?:m|bn|k)?\b|\bx{1,3}(?:[.,]x{1,2})?\s?%|(?<![\w?!])\?\?\s?%",
    re.IGNORECASE,
)
_CLOSING = {"%%": "%%", "<!--": "-->", "{{": "}}", "[[": "]]"}
_MACHINE_LABEL = re.compile(r"\bSpeaker \d{1,3}:", re.IGNORECASE)
# One of these is in all that the expression finds; to look for them first is many times faster.
_CLUES = (
    "todo",
    "tbc",
    "tbd",
    "fixme",
    "tktk",
    "xxx",
    "lorem ipsum",
    "???",
    "[",
    "$x",
    "€x",
    "£x",
    "x%",
    "x %",
    "??%",
)


def unfinished_text(edition: CheckedEdition) -> Iterator[Found]:
    """Words that stand for others still to be written: TODO, TBC, lorem ipsum, ???, an empty [ ]."""
    for printed in _with_one_of(_CLUES, edition):
        match = None if printed.quoted else _UNFINISHED.search(printed.text)
        if match:
            place = printed.block.place
            yield Found(f'"{match[0]}" is still to be written.', "Write it, or take it out.", place)


def mark_unclosed(edition: CheckedEdition) -> Iterator[Found]:
    """A remark, a section or a reference that begins and never ends, so that it prints as it stands.

    What the dialect has understood is no text of the draft any more: only the others are left. In a
    title of an item they mean nothing.
    """
    of_items = _lines_of_items(edition)
    for printed in _with_one_of(_CLOSING, edition):
        place = printed.block.place or Place("")
        opening = "" if printed.quoted else _unclosed_mark(printed.text)
        if opening and place.file == edition.path and (place.file, place.line) not in of_items:
            yield Found(
                f'"{opening}" is not closed, so it prints as it stands, with what follows it.',
                f'Write "{_CLOSING[opening]}" where it ends, or take it out.',
                place,
            )


def _with_one_of(clues: Iterable[str], edition: CheckedEdition) -> Iterator[PrintedBlock]:
    """The blocks whose words, in small letters, hold one of `clues`: in most drafts there are none."""
    folded = edition.text.lower()
    present = [clue for clue in clues if clue in folded]
    if present:
        for printed in edition.printed:
            words = printed.text.lower()
            if any(clue in words for clue in present):
                yield printed


def _unclosed_mark(text: str) -> str:
    """The first kind of mark whose last one in `text` nothing closes, or an empty string."""
    for opening, closing in _CLOSING.items():
        _, found, behind = text.rpartition(opening)
        if found and closing not in behind:
            return opening
    return ""


def speaker_label(edition: CheckedEdition) -> Iterator[Found]:
    """A machine's label of a speaker, pasted with the words: readers are owed the name."""
    for printed in _with_one_of(("speaker ",), edition):
        match = _MACHINE_LABEL.search(printed.text)
        if match:
            yield Found(f'"{match[0]}" is what a machine wrote.', "Write who speaks.", printed.block.place)


def heading_empty(edition: CheckedEdition) -> Iterator[Found]:
    """A heading of the author's with nothing below it; those of items are `commentary-missing`.

    The author's name at the end of a letter is nothing below its last heading.
    """
    blocks = edition.draft.blocks
    of_items, sign_offs = _lines_of_items(edition), _lines_of_sign_offs(edition)
    for position, block in enumerate(blocks):
        place = block.place or Place("")
        if not isinstance(block, Heading) or (place.file, place.line) in of_items:
            continue
        following = blocks[position + 1 : position + 2]
        where = following[0].place if following else None
        is_signed = where is not None and (where.file, where.line) in sign_offs
        if is_signed or _is_last_of_its_part(block, following):
            yield Found(
                f'Nothing stands below the heading "{plain_text(block.children)}".',
                "Write something, or remove it.",
                block.place,
            )


def _lines_of_items(edition: CheckedEdition) -> frozenset[tuple[str, int]]:
    """The files and lines that place an item: what is printed for them nobody typed there."""
    return frozenset((placed.place.file, placed.place.line) for placed in edition.placed)


def _lines_of_sign_offs(edition: CheckedEdition) -> frozenset[tuple[str, int]]:
    """The lines of the edition that call the section `sign-off`."""
    lines = enumerate(edition.source.splitlines(), start=1)
    return frozenset((edition.path, number) for number, line in lines if line.startswith("{{ sign-off"))


def _is_last_of_its_part(heading: Heading, following: Sequence[Block]) -> bool:
    if not following:
        return True
    first = following[0]
    return isinstance(first, Heading) and first.level <= heading.level
