"""Readwise notes as Markdown, in whatever layout the user's template gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from letterbook.importers.export import ExportFile, ImportedFile
from letterbook.importers.flattened import is_flattened, restored
from letterbook.importers.identity import item_ids
from letterbook.importers.lines import Line, joined, lines_of, unknown_lines
from letterbook.importers.logseq import as_note, is_logseq
from letterbook.importers.note_front_matter import read_values
from letterbook.importers.note_metadata import NoteMetadata
from letterbook.importers.readwise_highlights import read_highlight
from letterbook.importers.readwise_note import Note, read_note
from letterbook.item import Highlight, Item

_SIGNS = re.compile(
    r"!\[rw-book-cover|\[(?:View (?:Highlight|Tweet)|Open in Readwise)\]\("
    r"|\[(?:Location|Page|Time)\s[^\]]{1,40}\]\("
    r"|Highlights first synced by \[\[Readwise|readwise\.io/(?:bookreview|to_kindle|open)"
    r"|\[!\w+\][-+]? Readwise"
    r"|^[ \t]*[-*] (?:\*\*)?Full Title(?:\*\*)?: |^full-title:: |(?:^|\s)\^rw(?:ID-)?\d",
    re.MULTILINE,
)
_TITLE = re.compile(r"# \S")
_HEAD_OF_NOTE = re.compile(r"!\[(?:rw-book-cover[^\]]*)?\]\(|#{2,4} Metadata", re.IGNORECASE)
_SYNC_LOG = re.compile(r"Synced \d+ highlights? from \d+ documents?")


class ReadwiseMarkdown:
    """Notes that Readwise wrote: Obsidian, Logseq, bulk export, and text that lost its line ends."""

    name = "Readwise Markdown"
    about = (
        "Readwise notes for Obsidian, Logseq or as bulk export, in any layout, also flattened to one line."
    )

    def recognises(self, file: ExportFile) -> bool:
        """Whether there is a mark that only Readwise makes."""
        return bool(_SIGNS.search(file.text) or _SYNC_LOG.search(file.text))

    def read(self, file: ExportFile) -> ImportedFile:
        """One item for each note in the file; a sync log holds none."""
        path = str(file.path)
        if _SYNC_LOG.search(file.text) and not _SIGNS.search(file.text):
            return ImportedFile(path, skipped="a log of Readwise's syncs, not a note")
        values = read_values(file.text, path)
        lines: Iterable[Line] = lines_of(values.body, values.body_line)
        lines = list(_in_one_layout(list(lines)))
        items: list[Item] = []
        unread: list[Line] = []
        for index, part in enumerate(_notes(lines)):
            note = read_note(part)
            note.pairs[:0] = values.pairs if index == 0 else []
            item, lost = _item(note, file.path)
            items.append(item)
            unread += lost
        return ImportedFile(path, tuple(items), unknown=unknown_lines(file.path, unread))


def _in_one_layout(lines: list[Line]) -> Iterable[Line]:
    """The lines as Obsidian's default template has them."""
    if is_logseq(lines):
        return as_note(lines)
    return restored(lines) if is_flattened(lines) else lines


def _notes(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The notes in a file: a new one begins at a title below which a cover or metadata stand."""
    start = 0
    for index in range(1, len(lines)):
        is_next = _TITLE.match(lines[index].text) and _is_head_of_note(lines, index + 1)
        if is_next and any(not line.is_blank for line in lines[start:index]):
            yield lines[start:index]
            start = index
    yield lines[start:]


def _is_head_of_note(lines: Sequence[Line], index: int) -> bool:
    following = (line.text for line in lines[index : index + 4] if not line.is_blank)
    return bool(_HEAD_OF_NOTE.match(next(following, "")))


def _item(note: Note, path: Path) -> tuple[Item, list[Line]]:
    """The item a note is about, and the lines not understood, which the item keeps as `unread`."""
    metadata = NoteMetadata()
    metadata.add([*note.pairs, *([note.title] if note.title else [])])
    highlights: list[Highlight] = []
    unread = list(note.unread)
    for written in note.highlights:
        highlight, lost = read_highlight(written)
        unread += lost
        if highlight:
            highlights.append(highlight)
    item = metadata.item(file_name=path.stem, synced=note.synced)
    unread += metadata.unread
    unread.sort(key=lambda line: line.number)
    ids = dict.fromkeys([*item.ids, *(i for h in highlights for i in item_ids(h.url))])
    added = item.added or max((highlight.highlighted for highlight in highlights), default="")
    return replace(
        item,
        ids=tuple(ids),
        added=added,
        kind=item.kind or _kind(ids),
        highlights=tuple(highlights),
        unread=joined(unread),
    ), unread


def _kind(ids: Iterable[str]) -> str:
    """A Kindle number makes a book of what has no kind."""
    return "book" if any(known.startswith("asin:") for known in ids) else ""
