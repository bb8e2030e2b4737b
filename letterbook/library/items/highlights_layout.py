"""Where everything stands in an item's body: commentary, the highlights' region and its parts.

The grammar below `## Highlights` is line by line. A highlight is a `### ` heading, then callouts
(https://help.obsidian.md/callouts), a `^id` line and `- key: value` fields. All foreign text stands
in `>` lines. Every other line is the person's and only reported. Spans are offsets into the file's
text, so that a part can be replaced without touching anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from letterbook.item import Passage
from letterbook.library.items.fences import fenced_lines
from letterbook.record import record

NO_TITLE = "—"
FIELDS = ("place", "link", "tags", "themes", "favourite", "checked", "colour", "highlighted", "source-id")
CALLOUTS = ("quote", "transcript", "takeaways", "note")
PREAMBLE_CALLOUTS = ("summary", "note", "unread")
_REGION = re.compile(r" {0,3}##[ \t]+highlights[ \t]*#*[ \t]*\Z", re.IGNORECASE)
_REGION_END = re.compile(r" {0,3}##?(?:[ \t]|\Z)")
_HEADING = re.compile(r" {0,3}###(?:[ \t]+(.*?))?[ \t]*\Z", re.DOTALL)
_QUOTED = re.compile(r" {0,3}> ?")
_CALLOUT = re.compile(r" {0,3}> ?\[!([\w-]+)\][+-]?(?:[ \t].*)?\Z", re.DOTALL)
_ANCHOR = re.compile(r" {0,3}\^([A-Za-z0-9-]+)[ \t]*\Z")
_FIELD = re.compile(r" {0,3}[-*+][ \t]+([a-z-]+):(?:[ \t]+(.*?))?[ \t]*\Z", re.DOTALL)


@record
class Line:
    """A line without its line end; `end` is the offset behind the line end."""

    text: str
    number: int
    start: int
    end: int


@record
class Callout:
    """A callout: its kind in lower case and the text in it; the text's lines begin at `body`."""

    kind: str
    text: str
    start: int
    body: int
    end: int


@record
class Field:
    """A `- key: value` line and the span of its value."""

    key: str
    value: str
    line: int
    start: int
    value_start: int
    value_end: int
    end: int


@dataclass(slots=True)
class HighlightLayout:
    """A highlight as it stands in the file, or the preamble before the first one.

    `content_end` is the offset behind its last line that is not blank. `strangers` are lines that
    belong to the person, `doubled` anchors, callouts and fields that were there already.
    """

    heading: Line
    is_preamble: bool = False
    title: str = ""
    anchor: str = ""
    anchor_end: int = 0
    content_end: int = 0
    callouts: dict[str, Callout] = field(default_factory=dict)
    fields: dict[str, Field] = field(default_factory=dict)
    strangers: list[Line] = field(default_factory=list)
    doubled: list[Line] = field(default_factory=list)


@record
class Layout:
    """An item's body. Without a region there is neither preamble nor highlight."""

    commentary: tuple[Passage, ...]
    preamble: HighlightLayout | None
    highlights: tuple[HighlightLayout, ...]
    end: int
    second_region: int = 0


def read_layout(text: str, start: int, first_line: int) -> Layout:
    """The layout of `text` from the offset `start`, which is on line `first_line`."""
    lines = split_lines(text, start, first_line)
    code = fenced_lines([line.text for line in lines])
    opening = _first(lines, code, _REGION, 0)
    if opening == len(lines):
        return Layout(_passages(lines), None, (), len(text))
    closing = _first(lines, code, _REGION_END, opening + 1)
    region = [(line, index in code) for index, line in enumerate(lines) if opening < index < closing]
    preamble, *highlights = _laid_out(lines[opening], region)
    second = _first(lines, code, _REGION, closing)
    return Layout(
        (*_passages(lines[:opening]), *_passages(lines[closing:])),
        preamble,
        tuple(highlights),
        lines[closing].start if closing < len(lines) else len(text),
        lines[second].number if second < len(lines) else 0,
    )


def split_lines(text: str, start: int = 0, first_line: int = 1) -> list[Line]:
    """The lines of `text` from `start`; only line feeds, with or without a return, end a line."""
    lines = []
    number = first_line
    while start < len(text):
        feed = text.find("\n", start)
        end = feed + 1 if feed >= 0 else len(text)
        content = text[start:end].removesuffix("\n")
        lines.append(Line(content.removesuffix("\r"), number, start, end))
        start, number = end, number + 1
    return lines


def _first(lines: Sequence[Line], code: frozenset[int], pattern: re.Pattern[str], start: int) -> int:
    """The index of the first line from `start` that matches outside code, else how many there are."""
    for index in range(start, len(lines)):
        if index not in code and pattern.match(lines[index].text):
            return index
    return len(lines)


def _passages(lines: Sequence[Line]) -> tuple[Passage, ...]:
    """The lines without the blank ones around them, if anything is left."""
    filled = [index for index, line in enumerate(lines) if line.text.strip(" \t")]
    if not filled:
        return ()
    kept = lines[filled[0] : filled[-1] + 1]
    return (Passage("\n".join(line.text for line in kept).rstrip(" \t\n"), kept[0].number),)


def _laid_out(opening: Line, region: Iterable[tuple[Line, bool]]) -> list[HighlightLayout]:
    highlights = [HighlightLayout(opening, is_preamble=True, content_end=opening.end)]
    quoted: list[Line] = []
    for line, is_code in region:
        if not is_code and _QUOTED.match(line.text):
            quoted.append(line)
            continue
        _take_quoted(quoted, highlights[-1])
        quoted = []
        heading = None if is_code else _HEADING.match(line.text)
        if heading:
            title = heading[1] or ""
            title = "" if title == NO_TITLE else title
            highlights.append(HighlightLayout(line, title=title, content_end=line.end))
        else:
            _take_line(line, highlights[-1], is_code=is_code)
    _take_quoted(quoted, highlights[-1])
    return highlights


def _take_quoted(lines: list[Line], highlight: HighlightLayout) -> None:
    if not lines:
        return
    highlight.content_end = lines[-1].end
    header = _CALLOUT.match(lines[0].text)
    kind = header[1].lower() if header else ""
    if kind not in (PREAMBLE_CALLOUTS if highlight.is_preamble else CALLOUTS):
        highlight.strangers.append(lines[0])
    elif kind in highlight.callouts:
        highlight.doubled.append(lines[0])
    else:
        text = "\n".join(_unquoted(line.text) for line in lines[1:])
        highlight.callouts[kind] = Callout(kind, text, lines[0].start, lines[0].end, lines[-1].end)


def _unquoted(line: str) -> str:
    mark = _QUOTED.match(line)
    return line[mark.end() :] if mark else line


def _take_line(line: Line, highlight: HighlightLayout, *, is_code: bool) -> None:
    if not line.text.strip(" \t"):
        return
    highlight.content_end = line.end
    readable = not is_code and not highlight.is_preamble
    anchor = _ANCHOR.match(line.text) if readable else None
    named = _FIELD.match(line.text) if readable else None
    if anchor and not highlight.anchor:
        highlight.anchor, highlight.anchor_end = anchor[1], line.end
    elif named and named[1] in FIELDS and named[1] not in highlight.fields:
        highlight.fields[named[1]] = _field(line, named)
    elif anchor or (named and named[1] in FIELDS):
        highlight.doubled.append(line)
    else:
        highlight.strangers.append(line)


def _field(line: Line, match: re.Match[str]) -> Field:
    start, end = match.span(2) if match[2] else (match.end(1) + 1, match.end(1) + 1)
    return Field(
        match[1], match[2] or "", line.number, line.start, line.start + start, line.start + end, line.end
    )
