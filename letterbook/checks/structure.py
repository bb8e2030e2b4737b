"""Checks of how a draft is built: for those who listen to it, and for what its author meant to build."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.addresses import is_remote
from letterbook.checks.check import Found
from letterbook.checks.checked_edition import CheckedEdition
from letterbook.draft import Division, Heading, Image, Picture, Table, TableOfContents
from letterbook.finding import Place
from letterbook.markup.identifiers import IDENTIFIER
from letterbook.markup.normal_form import CONTENTS, DEPTH, TABLE
from letterbook.markup.table_attributes import ALIGN, HEADER, WIDTHS, read_alignments, read_widths
from letterbook.suggestion import did_you_mean

LANDSCAPE = "landscape"
COLUMNS = "columns"
_COUNT = "count"
_COUNTS = ("2", "3")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)
_KNOWN_ATTRIBUTES = {TABLE: (WIDTHS, ALIGN, HEADER, "lang"), CONTENTS: (DEPTH, "lang")}


def heading_skipped(edition: CheckedEdition) -> Iterator[Found]:
    """A heading more than one level below the one before it; the first may be of any level."""
    before = 0
    for heading, printed in edition.of_kind(Heading):
        if printed.quoted:
            continue
        if before and heading.level > before + 1:
            yield Found(
                f"A heading of level {heading.level} follows one of level {before}.",
                f"Make it one of level {before + 1} ({'#' * (before + 1)}), "
                "so that those who listen find their way.",
                heading.place,
            )
        before = heading.level


def picture_undescribed(edition: CheckedEdition) -> Iterator[Found]:
    """A picture with neither words that describe it nor a caption. One on the web is never shown."""
    for picture, _ in edition.of_kind(Picture):
        if not picture.caption:
            yield from _undescribed(picture.image, picture.place)
    for image, printed in edition.of_kind(Image):
        yield from _undescribed(image, image.place or printed.block.place)


def _undescribed(image: Image, place: Place | None) -> Iterator[Found]:
    if not image.alt.strip() and not is_remote(image.source):
        yield Found(
            f"Nothing says what the picture {image.source} shows.",
            f'Write it into the brackets, or as alt: ![caption]({image.source}){{alt="…"}}.',
            place,
        )


def table_headless(edition: CheckedEdition) -> Iterator[Found]:
    """A table without a row that names its columns."""
    for table, _ in edition.of_kind(Table):
        if not table.header:
            yield Found(
                "The table has no header row.",
                "Name its columns in the first row, so that those who listen know where they are.",
                table.place,
            )


def language_unknown(edition: CheckedEdition) -> Iterator[Found]:
    """A language that no program knows: `english` in place of `en`."""
    language = edition.draft.metadata.language
    if not _LANGUAGE.fullmatch(language):
        message = f'"{language}" is no code of a language.' if language else "The draft has no language."
        hint = "Write one like en, en-GB or de: it decides quotation marks, hyphens and how it is read aloud."
        yield Found(message, hint, edition.places.get("language", Place("letterbook.yaml")))


def part_misplaced(edition: CheckedEdition) -> Iterator[Found]:
    """A landscape or several-column part that stands within something else, where no page can turn."""
    outermost = {id(block) for block in edition.draft.blocks}
    for division, _ in edition.of_kind(Division):
        if not {LANDSCAPE, COLUMNS} & {*division.classes}:
            continue
        if id(division) not in outermost:
            kind = LANDSCAPE if LANDSCAPE in division.classes else COLUMNS
            yield Found(
                f"A {kind} part within a list, a quotation or another part has no effect.",
                "Let it begin and end outside of all others.",
                division.place,
            )
        count = dict(division.attributes).get(_COUNT, _COUNTS[0])
        if COLUMNS in division.classes and count not in _COUNTS:
            yield Found(
                f'A part cannot have "{count}" columns.',
                "Write {.columns count=2} or {.columns count=3}.",
                division.place,
            )


def attribute_ignored(edition: CheckedEdition) -> Iterator[Found]:
    """What a `.table` or a `.toc` division says that its table, or the contents, cannot be."""
    for division, _ in edition.of_kind(Division):
        first = next(iter(division.blocks), None)
        if TABLE in division.classes and isinstance(first, Table):
            for key, value in division.attributes:
                yield from _ignored_by_table(key, value, first, division)
        elif CONTENTS in division.classes:
            yield from _about_contents(division)


def _about_contents(division: Division) -> Iterator[Found]:
    for key, value in division.attributes:
        if key == DEPTH:
            yield Found(f'"{value}" is no depth of a table of contents.', "Write 1 to 6.", division.place)
        else:
            yield from _unknown(key, CONTENTS, division)
    if not isinstance(next(iter(division.blocks), None), TableOfContents):
        yield Found(
            "A table of contents is made of the headings; this part holds something else and prints that.",
            "Leave nothing between ::: toc and :::.",
            division.place,
        )


def _ignored_by_table(key: str, value: str, table: Table, division: Division) -> Iterator[Found]:
    columns = len(table.alignments)
    message = ""
    if key == HEADER:
        rows = len(table.header) + len(table.body)
        message = f'"{value}" is no number of header rows in a table of {rows}.'
        hint = "The first row is taken for the header."
    elif key == WIDTHS and not read_widths(value, columns):
        message = f'"{value}" are not the widths of {columns} columns.'
        hint = (
            f'Write one for each, as in widths="{" ".join(["2", *"1" * (columns - 1)])}"; none can be zero.'
        )
    elif key == ALIGN and not read_alignments(value, columns):
        message = f'"{value}" are not the alignments of {columns} columns.'
        hint = "Write one for each: left, center, right, decimal or default."
    if message:
        yield Found(message, hint, division.place)
    else:
        yield from _unknown(key, TABLE, division)


def _unknown(key: str, kind: str, division: Division) -> Iterator[Found]:
    """What is no attribute of a part of this kind; beside another class it may be one of that."""
    known = _KNOWN_ATTRIBUTES[kind]
    if key not in known and key != IDENTIFIER and division.classes == (kind,):
        hint = did_you_mean(key, known) or f"It may have {', '.join(known)}."
        yield Found(f'A {kind} part has no attribute "{key}".', hint, division.place)
