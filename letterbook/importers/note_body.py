"""The body of a note: its title, the facts at its head, its quotations, and the prose around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from letterbook.addresses import site
from letterbook.importers.identity import anchor
from letterbook.importers.lines import Line, joined
from letterbook.importers.note_keys import KNOWN_KEYS, Field
from letterbook.importers.note_pairs import Pair, pair_on
from letterbook.item import Highlight
from letterbook.record import record

_TITLE = re.compile(r"#\s+(\S.*)")
_FENCE = re.compile(r"\s{0,3}(```+|~~~+)")
_CALLOUT = re.compile(r"\[!([\w-]+)\][-+]?\s*(.*)")
_BLOCK_ID = re.compile(r"\s*\^([\w-]+)\s*")
_QUOTING_CALLOUTS = {"quote", "cite", "highlight"}
# A bare `Note: …` or `Summary: …` at the head of somebody's own note is prose.
_FACTS = {
    Field.AUTHOR,
    Field.URL,
    Field.LINK,
    Field.SOURCE,
    Field.PUBLISHED,
    Field.ADDED,
    Field.TAGS,
    Field.KIND,
}


@dataclass(slots=True)
class NoteBody:
    """What each line of the body belongs to."""

    title: str = ""
    title_lines: list[Line] = field(default_factory=list)
    facts: list[Pair] = field(default_factory=list)
    highlights: list[Highlight] = field(default_factory=list)
    prose: list[Line] = field(default_factory=list)


@record
class _Group:
    """Lines that stand together: a quotation, or a single line of anything else."""

    lines: tuple[Line, ...]
    is_quotation: bool = False


def read_body(lines: Sequence[Line]) -> NoteBody:
    """The parts of a note's body; no line is lost."""
    body = _Sorter()
    for group in _groups(lines):
        body.take(group)
    return body.body


class _Sorter:
    """Sorts groups of lines; what stands at the head of a note is read for facts."""

    def __init__(self) -> None:
        self.body = NoteBody()
        self._is_head = True
        self._is_after_quotation = False

    def take(self, group: _Group) -> None:
        """Find the place of one group."""
        first = group.lines[0]
        if group.is_quotation:
            self._take_quotation(group.lines)
        elif first.is_blank:
            if not (self._is_head or self._is_after_quotation):
                self.body.prose.append(first)
            return
        elif not (self._is_head and self._take_head(first)):
            self.body.prose.append(first)
            self._is_head = False
        self._is_after_quotation = group.is_quotation

    def _take_head(self, line: Line) -> bool:
        title = _TITLE.fullmatch(line.text)
        if title and not self.body.title:
            self.body.title = title[1].rstrip("# ")
            self.body.title_lines = [line, line.with_text("")]
            return True
        address = line.text.strip().strip("<>")
        pair = Pair("url", address, [line]) if site(address) and " " not in address else pair_on(line)
        if pair is None or KNOWN_KEYS.get(pair.key) not in _FACTS:
            return False
        self.body.facts.append(pair)
        return True

    def _take_quotation(self, group: Sequence[Line]) -> None:
        """A block quotation is a highlight; a call-out of another kind is the author's."""
        self._is_head = False
        highlight = _quotation(group)
        if highlight:
            self.body.highlights.append(highlight)
        else:
            self.body.prose += group


def _quotation(group: Sequence[Line]) -> Highlight | None:
    lines = [line.with_text(re.sub(r"^>\s?", "", line.text)) for line in group]
    callout = _CALLOUT.fullmatch(lines[0].text)
    if callout and callout[1].lower() not in _QUOTING_CALLOUTS:
        return None
    block_ids = [match[1] for line in lines if (match := _BLOCK_ID.fullmatch(line.text))]
    content = [line for line in lines[1 if callout else 0 :] if not _BLOCK_ID.fullmatch(line.text)]
    text = joined(content)
    if not any(character.isalnum() for character in text):
        return None
    return Highlight(
        anchor=anchor((), text),
        title=callout[2] if callout else "",
        text=text,
        ids=tuple(f"obsidian:{block_id}" for block_id in block_ids),
        line=group[0].number,
    )


def _groups(lines: Sequence[Line]) -> Iterator[_Group]:
    """Quotations with the block id below them; every other line by itself, code fences watched."""
    index = 0
    fence = ""
    while index < len(lines):
        line = lines[index]
        if line.text.startswith(">") and not fence:
            end = _end_of_quotation(lines, index)
            yield _Group(tuple(line for line in lines[index:end] if not line.is_blank), is_quotation=True)
            index = end
            continue
        mark = _FENCE.match(line.text)
        if mark:
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        yield _Group((line,))
        index += 1


def _end_of_quotation(lines: Sequence[Line], start: int) -> int:
    """Behind the last line of the quotation; its block id may stand below a blank line."""
    end = start
    while end < len(lines) and lines[end].text.startswith(">"):
        end += 1
    below = end + 1 if end < len(lines) and lines[end].is_blank else end
    has_id = below < len(lines) and _BLOCK_ID.fullmatch(lines[below].text)
    return below + 1 if has_id else end
