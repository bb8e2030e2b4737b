"""Exports that went through something that drops line ends: their lines restored.

Only marks that Readwise itself writes are trusted: headings, the cover, the keys of the metadata,
a tail link followed by a bullet, and in snips the labels, bullets and numbered speakers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from letterbook.importers.lines import Line
from letterbook.importers.snip import SPEAKER

_HEADING = re.compile(
    r"(?:^|\s)(#{1,4} (?:Metadata|Highlights|New highlights added \w+ \d+, \d{4} at \d+:\d\d [AP]M))"
    r"\s*(?=$|\s- )",
    re.IGNORECASE,
)
_COVER = re.compile(r"(!\[(?:rw-book-cover[^\]]*)?\]\([^)\s]*\))")
_KEY = re.compile(
    r"(?:^|\s)(?=- (?:Author|Full Title|Category|URL|Summary|Document Tags|Document Note|Source"
    r"|Published(?: Date)?): )"
)
_AFTER_TAIL = re.compile(r"(?<=\)\)|\)\])\s+(?=- )")
_CHILD = re.compile(r"- (?:\*\*)?(Note|Tag)s?(?:\*\*)?:(?!\S)")
_TAIL_ENDS = (")", "]")
_SNIP_LABEL = re.compile(r"(?<!\S)(Key takeaways:|Summary:|Transcript:)(?!\S)")
_SNIP_BULLET = re.compile(r"(?<=\s)(?=• )")
_SPEAKER = re.compile(rf"(?<!\S)({SPEAKER})(?!\S)")


def is_flattened(lines: Iterable[Line]) -> bool:
    """Whether a heading of Readwise stands within a line, with what follows it."""
    return any(_is_flat(line.text) for line in lines)


def _is_flat(text: str) -> bool:
    return "# " in text and any(
        match.start() > 0 or match.end() < len(text) for match in _HEADING.finditer(text)
    )


def restored(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines as they were, each numbered as the line it was cut from."""
    for line in lines:
        if not _is_flat(line.text):
            yield line
            continue
        for text in _lines_in(line.text):
            yield line.with_text(text)


def _lines_in(text: str) -> Iterator[str]:
    """A flat text's title, cover, metadata and highlights."""
    parts = _HEADING.split(text)
    yield from _head(parts[0])
    for heading, content in zip(parts[1::2], parts[2::2], strict=True):
        yield heading
        if "metadata" in heading.lower():
            yield from (pair.strip() for pair in _KEY.split(content) if pair.strip())
        else:
            yield from _highlights(content)


def _head(text: str) -> Iterator[str]:
    """The title as a heading, and the cover."""
    for index, part in enumerate(_COVER.split(text)):
        if part.strip() and index == 0:
            yield part if part.startswith("# ") else f"# {part.strip()}"
        elif part.strip():
            yield part.strip()


def _highlights(text: str) -> Iterator[str]:
    for piece in _AFTER_TAIL.split(text.strip()):
        rest = piece
        while child := _CHILD.match(rest):
            end = _end_of_child(rest, child)
            yield f"    {rest[:end].strip()}"
            rest = rest[end:].lstrip()
        if rest:
            first, *others = _snip_lines(rest)
            yield first
            yield from (f"  {line}" for line in others)


def _end_of_child(piece: str, child: re.Match[str]) -> int:
    """Where a note or tags end and the next highlight begins, which only a dash says.

    A note takes in every dash but the last, so that no private word ever becomes a quotation's.
    """
    following = _CHILD.search(piece, child.end())
    if following:
        return following.start()
    if not piece.endswith(_TAIL_ENDS):
        return len(piece)
    if child[1] == "Tag":
        dash = piece.find(" - ", child.end())
    else:
        label = _SNIP_LABEL.search(piece, child.end())
        dash = piece.rfind(" - ", child.end(), label.start() if label else len(piece))
    return dash + 1 if dash >= 0 else len(piece)


def _snip_lines(text: str) -> list[str]:
    """A snip's labels, takeaways and speakers on lines of their own."""
    head, label, transcript = text.partition("Transcript:")
    if not label and "Key takeaways:" not in text:
        return [text]
    lines = [part for piece in _SNIP_LABEL.split(head) for part in _SNIP_BULLET.split(piece)]
    lines += [label, *_SPEAKER.split(transcript)]
    return [line.strip() for line in lines if line.strip()]
