"""The parts of a Readwise note, found by structure, since its layout is the user's own template.

A note has a title, pairs of key and value, and highlights; a highlight is a bullet with what is
indented below it, a heading with a quotation below it, or a paragraph that ends in a tail link.
What belongs to none of these is unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from letterbook.importers.dates import is_date, iso_date
from letterbook.importers.lines import Line
from letterbook.importers.note_keys import CHILD, KNOWN_KEYS, Field
from letterbook.importers.note_pairs import Pair, pair_on
from letterbook.importers.snip import opens_snip
from letterbook.importers.tail import split_tail

_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_NOISE = re.compile(
    r"(?:!\[[^\]]*\]\([^)]*\)|<br\s*/?>|[-*_]{3,}"
    r"|>\s*\[![\w-]+\][-+]?\s*(?:Readwise Information|Metadata)?|>|-)\s*",
    re.IGNORECASE,
)
_SYNC = re.compile(
    r"(?:New )?Highlights(?: synced| (?:added|first synced by(?: \[\[Readwise\]\])?))?\s*:?\s*(.*)",
    re.IGNORECASE,
)
_QUERY_FENCE = re.compile(r"(?:```|~~~)\s*(?:dataview|dataviewjs|query)\b")
_RULE = re.compile(r"(?:-{3,}|\*{3,}|_{3,})\s*")
_EMPTY_HEADINGS = {"linked notes", "notes", "tags"}
_OF_SEVERAL_LINES = {Field.TITLE, Field.FULL_TITLE, Field.SUMMARY, Field.NOTE}
_VALUE_HEADINGS = {"document note": "document note", "document notes": "document note", "summary": "summary"}


class Shape(StrEnum):
    """How a highlight is laid out."""

    BULLET = "bullet"
    SECTION = "section"
    PARAGRAPH = "paragraph"


@dataclass(slots=True)
class HighlightLines:
    """The lines of one highlight; a section's heading comes first."""

    shape: Shape
    lines: list[Line]
    is_closed: bool = False
    is_open_snip: bool = False

    def add(self, line: Line) -> None:
        """One more line; a tail closes the highlight, a snip's label keeps it open until then."""
        self.lines.append(line)
        self.is_closed = self.is_closed or split_tail(line.text)[1] is not None
        self.is_open_snip = not self.is_closed and (self.is_open_snip or opens_snip(line.text))


@dataclass(slots=True)
class Note:
    """What a note consists of."""

    title: Pair | None = None
    pairs: list[Pair] = field(default_factory=list)
    highlights: list[HighlightLines] = field(default_factory=list)
    unread: list[Line] = field(default_factory=list)
    synced: str = ""


class _Region(StrEnum):
    HEAD = "head"
    VALUE = "value"
    HIGHLIGHTS = "highlights"
    OTHER = "other"


def read_note(lines: Iterable[Line]) -> Note:
    """The parts of the note that `lines` are."""
    reader = _Reader()
    for line in lines:
        reader.read(line)
    reader.finish()
    return reader.note


class _Reader:
    """Reads a note line by line; each region of the note has its own way."""

    def __init__(self) -> None:
        self.note = Note()
        self._region = _Region.HEAD
        self._highlight: HighlightLines | None = None
        self._heading: Line | None = None
        self._blank_before: list[Line] = []
        self._query: list[Line] = []

    def read(self, line: Line) -> None:
        if self._skips_query(line):
            return
        heading = _HEADING.fullmatch(line.text)
        if heading and not self._is_inside_snip():
            self._read_heading(line, len(heading[1]), heading[2].rstrip("# "))
        elif line.is_blank:
            self._blank_before.append(line)
            return
        elif self._region is _Region.HEAD:
            self._read_head(line)
        elif self._region is _Region.VALUE:
            self._read_value(line)
        elif self._region is _Region.HIGHLIGHTS:
            self._read_highlight(line)
        elif not _RULE.fullmatch(line.text):
            self._read_other(line)
        self._blank_before = []

    def finish(self) -> None:
        """Close the last highlight; a query that never ended was none."""
        self._end_highlight()
        self.note.unread += self._query
        self._drop_heading()

    def _skips_query(self, line: Line) -> bool:
        """A query for Obsidian's own eyes stands in many templates: no part of the note."""
        if self._query:
            self._query.append(line)
            if line.text.startswith(("```", "~~~")):
                self._query = []
            return True
        if self._highlight is None and _QUERY_FENCE.match(line.text):
            self._query.append(line)
        return bool(self._query)

    def _is_inside_snip(self) -> bool:
        return self._highlight is not None and self._highlight.is_open_snip

    # --- headings ---

    def _read_heading(self, line: Line, level: int, text: str) -> None:
        self._end_highlight()
        self._drop_heading()
        name = text.strip(" :*_").casefold()
        if name == "metadata":
            self._region = _Region.HEAD
        elif (synced := _SYNC.match(text)) and (not synced[1] or is_date(synced[1])):
            self._region = _Region.HIGHLIGHTS
            self.note.synced = self.note.synced or iso_date(synced[1])
        elif name in _VALUE_HEADINGS:
            self._region = _Region.VALUE
            self.note.pairs.append(Pair(_VALUE_HEADINGS[name], "", []))
        elif level == 1 and self._region is _Region.HEAD and not self.note.title:
            self.note.title = Pair(Field.HEADING, text, [line])
        elif level > 2 and self._region is _Region.HIGHLIGHTS:
            self._heading = line
        else:
            self._region = _Region.OTHER
            self._heading = line

    def _drop_heading(self) -> None:
        """A heading below which nothing came; some templates write one for links to come."""
        if self._heading and self._heading.text.strip("# ").casefold() not in _EMPTY_HEADINGS:
            self.note.unread.append(self._heading)
        self._heading = None

    # --- above the highlights ---

    def _read_head(self, line: Line) -> None:
        pair = pair_on(line)
        if pair:
            self.note.pairs.append(pair)
        elif split_tail(line.text)[1]:
            self._region = _Region.HIGHLIGHTS
            self._read_highlight(line)
        elif _NOISE.fullmatch(line.text.strip()):
            return
        elif self._continues_pair(line):
            self.note.pairs[-1].value += f"\n{line.text.strip()}"
            self.note.pairs[-1].lines.append(line)
        else:
            self.note.unread.append(line)

    def _continues_pair(self, line: Line) -> bool:
        """Whether the line belongs to the value above it, where that may be of several lines."""
        if not self.note.pairs or self._blank_before or line.text.startswith("- "):
            return False
        return KNOWN_KEYS.get(self.note.pairs[-1].key) in _OF_SEVERAL_LINES

    def _read_value(self, line: Line) -> None:
        """A line of a value that has a heading and paragraphs of its own."""
        if _RULE.fullmatch(line.text):
            self._region = _Region.HEAD
            return
        pair = self.note.pairs[-1]
        gap = "\n\n" if pair.value and self._blank_before else "\n" if pair.value else ""
        pair.value += gap + line.text.rstrip()
        pair.lines.append(line)

    def _read_other(self, line: Line) -> None:
        if self._heading:
            self.note.unread.append(self._heading)
            self._heading = None
        self.note.unread += [*self._blank_before[:1], line]

    # --- highlights ---

    def _read_highlight(self, line: Line) -> None:
        if self._continues(line):
            self._add(line)
        elif self._heading and (line.text.startswith(">") or is_date(line.text)):
            self._start(Shape.SECTION, self._heading)
            self._heading = None
            self._add(line)
        elif line.bullet is not None and not line.indent:
            self._drop_heading()
            self._start(Shape.BULLET, line)
        elif _RULE.fullmatch(line.text) or (_NOISE.fullmatch(line.text) and line.text.startswith("<")):
            self._end_highlight()
        else:
            self._drop_heading()
            self._start(Shape.PARAGRAPH, line)

    def _continues(self, line: Line) -> bool:
        """Whether the line belongs to the highlight above it."""
        highlight = self._highlight
        if highlight is None:
            return False
        if line.indent >= 2 or highlight.is_open_snip or highlight.shape is Shape.SECTION:
            return True
        if _is_block_id(line.text):
            return True
        is_child = bool(CHILD.fullmatch(line.text)) and split_tail(line.text)[1] is None
        if is_child or (_RULE.fullmatch(line.text) and self._blank_before):
            return is_child
        if line.bullet is not None or self._blank_before:
            return False
        return not highlight.is_closed

    def _start(self, shape: Shape, line: Line) -> None:
        self._end_highlight()
        self._highlight = HighlightLines(shape, [])
        self._highlight.add(line)

    def _add(self, line: Line) -> None:
        if self._highlight:
            for blank in self._blank_before[:1]:
                self._highlight.lines.append(blank)
            self._highlight.add(line)

    def _end_highlight(self) -> None:
        highlight, self._highlight = self._highlight, None
        if highlight is None:
            return
        is_quoted = any(line.text.startswith(">") for line in highlight.lines)
        if highlight.shape is Shape.BULLET or highlight.is_closed or is_quoted:
            self.note.highlights.append(highlight)
        else:
            self.note.unread += highlight.lines


def _is_block_id(text: str) -> bool:
    return bool(re.fullmatch(r"\s*\^[\w-]+\s*", text))
