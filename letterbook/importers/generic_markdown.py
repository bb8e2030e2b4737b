"""Markdown notes of any kind: hand-written ones, and pages clipped by Obsidian's Web Clipper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from letterbook.importers.export import ExportFile, ImportedFile
from letterbook.importers.identity import anchor
from letterbook.importers.lines import Line, joined, lines_of, unknown_lines
from letterbook.importers.note_body import read_body
from letterbook.importers.note_front_matter import NoteValues, read_values
from letterbook.importers.note_metadata import NoteMetadata
from letterbook.item import Highlight, Passage

_MARKED = re.compile(r"==(?=[^\s=])([^=\n](?:[^=\n]|=(?!=))*)(?<=\S)==")
_CLIPPED = {"clippings", "clipping", "clipped", "web-clipper"}
_KEYS_OF_THE_CLIPPER = {"source", "created", "published"}


class GenericMarkdown:
    """Any Markdown or plain text: what no other importer recognises."""

    name = "Markdown note"
    about = "Any Markdown note: front matter, a title, quotations, and the Web Clipper's ==marks==."

    def recognises(self, file: ExportFile) -> bool:
        """Any text that says something."""
        return any(character.isalnum() for character in file.text)

    def read(self, file: ExportFile) -> ImportedFile:
        """One item. Quotations become highlights; prose is the author's, unless the page was clipped."""
        values = read_values(file.text, str(file.path))
        body = read_body(lines_of(values.body, values.body_line))
        metadata = NoteMetadata()
        metadata.add([*values.pairs, *body.facts])
        item = metadata.item(file_name=body.title or file.path.stem)
        prose = body.prose if item.title == body.title else [*body.title_lines, *body.prose]
        is_clipped = _is_clipped(values)
        highlights = [*body.highlights, *(_marked(prose) if is_clipped else ())]
        highlights.sort(key=lambda highlight: highlight.line)
        unread = [*metadata.unread, *(prose if is_clipped else ())]
        item = replace(
            item,
            highlights=tuple(replace(highlight, line=0) for highlight in highlights),
            commentary=() if is_clipped else _passages(prose),
            unread=joined(unread),
        )
        return ImportedFile(str(file.path), (item,), unknown=unknown_lines(file.path, unread))


def _is_clipped(values: NoteValues) -> bool:
    """Whether the Web Clipper wrote the note: by its tag, or by the set of its keys."""
    tags = " ".join(pair.value for pair in values.pairs if pair.key == "tags").casefold()
    keys = {pair.key for pair in values.pairs}
    return bool(_CLIPPED & set(re.findall(r"[\w-]+", tags))) or keys >= _KEYS_OF_THE_CLIPPER


def _marked(lines: Iterable[Line]) -> Iterator[Highlight]:
    """What stands between `==` and `==`."""
    for line in lines:
        for match in _MARKED.finditer(line.text):
            yield Highlight(anchor=anchor((), match[1]), text=match[1], line=line.number)


def _passages(lines: Sequence[Line]) -> tuple[Passage, ...]:
    """The author's prose as one passage."""
    text = joined(lines)
    first = next((line.number for line in lines if not line.is_blank), 0)
    return (Passage(text, first),) if text.strip() else ()
