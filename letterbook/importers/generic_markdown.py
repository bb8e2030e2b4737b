"""Markdown notes of any kind: hand-written ones, and pages clipped by Obsidian's Web Clipper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from letterbook.importers.export import ExportFile, ImportedFile
from letterbook.importers.identity import anchor
from letterbook.importers.lines import Line, joined, lines_of, unknown_lines
from letterbook.importers.note_front_matter import NoteValues, read_values
from letterbook.importers.readwise_metadata import Metadata
from letterbook.item import Highlight, Passage

_TITLE = re.compile(r"#\s+(\S.*)")
_FENCE = re.compile(r"\s{0,3}(```+|~~~+)")
_CALLOUT = re.compile(r"\[!([\w-]+)\][-+]?\s*(.*)")
_MARKED = re.compile(r"==([^=\n](?:[^=\n]|=(?!=))*)==")
_BLOCK_ID = re.compile(r"\s*\^([\w-]+)\s*")
_QUOTING_CALLOUTS = {"quote", "cite", "highlight", ""}
_CLIPPED = {"clippings", "clipping", "clipped", "web-clipper"}


class GenericMarkdown:
    """Any Markdown or plain text: what no other importer recognises."""

    name = "Markdown note"
    about = "Any Markdown note: front matter, a title, quotations, and the Web Clipper's ==marks==."

    def recognises(self, file: ExportFile) -> bool:
        """Any text that says something."""
        return any(character.isalnum() for character in file.text)

    def read(self, file: ExportFile) -> ImportedFile:
        """One item. Quotations become highlights; prose is the author's, unless the page was clipped."""
        path = str(file.path)
        values = read_values(file.text, path)
        metadata = Metadata()
        metadata.add(values.pairs)
        body = _body(lines_of(values.body, values.body_line))
        is_clipped = _is_clipped(values)
        highlights, prose = list(body.highlights), body.prose
        if is_clipped:
            highlights += _marked(prose)
        highlights.sort(key=lambda highlight: highlight.line)
        unread = [*metadata.unread, *body.unread, *(prose if is_clipped else ())]
        unread.sort(key=lambda line: line.number)
        item = metadata.item(heading="", file_name=body.title or file.path.stem, synced="")
        item = replace(
            item,
            highlights=tuple(replace(highlight, line=0) for highlight in highlights),
            commentary=() if is_clipped else _passages(prose),
            unread=joined(unread),
        )
        return ImportedFile(path, (item,), unknown=unknown_lines(file.path, unread))


@dataclass(slots=True)
class _Body:
    title: str = ""
    highlights: list[Highlight] = field(default_factory=list)
    prose: list[Line] = field(default_factory=list)
    unread: list[Line] = field(default_factory=list)


def _is_clipped(values: NoteValues) -> bool:
    """Whether the Web Clipper wrote the note: by its tag, or by the set of its keys."""
    keys = {pair.key for pair in values.pairs}
    tags = " ".join(pair.value for pair in values.pairs if pair.key == "tags").casefold()
    return bool(_CLIPPED & set(re.findall(r"[\w-]+", tags))) or {"source", "created", "published"} <= keys


def _body(lines: Sequence[Line]) -> _Body:
    """Title, quotations and prose, each line in one of them."""
    body = _Body()
    for group in _groups(lines):
        first = group[0]
        title = _TITLE.fullmatch(first.text)
        if first.text.startswith(">"):
            _take_quotation(group, body)
        elif title and not body.title and not any(not line.is_blank for line in body.prose):
            body.title = title[1].rstrip("# ")
        else:
            body.prose += group
    return body


def _groups(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Quotations as they stand together, with a block id below; every other line by itself."""
    quotation: list[Line] = []
    fence = ""
    for line in lines:
        is_quoted = line.text.startswith(">") and not fence
        if is_quoted or (quotation and _BLOCK_ID.fullmatch(line.text)):
            quotation.append(line)
            continue
        if quotation:
            yield quotation
            quotation = []
        mark = _FENCE.match(line.text)
        if mark:
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        yield [line]
    if quotation:
        yield quotation


def _take_quotation(group: Sequence[Line], body: _Body) -> None:
    """A block quotation as a highlight; a callout of another kind is the author's."""
    lines = [line.with_text(re.sub(r"^>\s?", "", line.text)) for line in group]
    callout = _CALLOUT.fullmatch(lines[0].text)
    if callout and callout[1].lower() not in _QUOTING_CALLOUTS:
        body.prose += group
        return
    title = callout[2] if callout else ""
    content = lines[1:] if callout else lines
    block_ids = [match[1] for line in content if (match := _BLOCK_ID.fullmatch(line.text))]
    content = [line for line in content if not _BLOCK_ID.fullmatch(line.text)]
    text = joined(content)
    if not any(character.isalnum() for character in text):
        body.prose += group
        return
    ids = tuple(f"obsidian:{block_id}" for block_id in block_ids)
    body.highlights.append(
        Highlight(anchor=anchor((), text), title=title, text=text, ids=ids, line=group[0].number)
    )


def _marked(lines: Iterable[Line]) -> Iterator[Highlight]:
    """What stands between `==` and `==`."""
    for line in lines:
        for match in _MARKED.finditer(line.text):
            text = match[1].strip()
            if text:
                yield Highlight(anchor=anchor((), text), text=text, line=line.number)


def _passages(lines: Sequence[Line]) -> tuple[Passage, ...]:
    """The author's prose as one passage; the gap where a quotation was is a blank line."""
    text = re.sub(r"\n{3,}", "\n\n", joined(lines))
    first = next((line.number for line in lines if not line.is_blank), 0)
    return (Passage(text, first),) if text.strip() else ()
