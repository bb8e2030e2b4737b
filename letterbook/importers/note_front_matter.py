"""A note's front matter as pairs, whatever state its YAML is in."""

from __future__ import annotations

import re

from letterbook.errors import BadInput
from letterbook.importers.lines import lines_of
from letterbook.importers.note_keys import key_name
from letterbook.importers.note_pairs import Pair
from letterbook.markup.front_matter import read_front_matter
from letterbook.markup.yaml_text import YamlMapping, YamlScalar, YamlSequence, YamlValue
from letterbook.record import record

_KEY = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}):(?:\s+(?P<value>.*))?")
_LIST_ENTRY = re.compile(r"\s*-\s+(.*)")
_MARK = re.compile(r"---\s*")
_TEXT_KEYS = ("title", "full-title", "fullTitle", "author", "source", "summary", "description", "url")


@record
class NoteValues:
    """The pairs above a note and the note itself, which begins on `body_line`."""

    pairs: tuple[Pair, ...]
    body: str
    body_line: int


def read_values(text: str, file: str) -> NoteValues:
    """The front matter of a note. Broken YAML is read line by line, so nothing is lost and nothing fails."""
    text = text.lstrip("\n") if text.lstrip().startswith("---") else text
    if not text.startswith("---"):
        return NoteValues((), text, 1)
    try:
        front = read_front_matter(text, file, _TEXT_KEYS)
    except BadInput:
        return _line_by_line(text)
    pairs = _pairs(front.values, text)
    return NoteValues(pairs, front.body, front.body_line)


def _pairs(values: YamlMapping, text: str) -> tuple[Pair, ...]:
    pairs = []
    for entry in values.entries:
        end = text.find("\n", max(entry.value.end - 1, entry.key.end))
        written = text[entry.key.start : end if end >= 0 else len(text)].rstrip()
        value = _text(entry.value, written.partition(":")[2].strip())
        pairs.append(Pair(key_name(entry.key.text), value, lines_of(written, entry.key.place.line)))
    return tuple(pairs)


def _text(value: YamlValue, written: str) -> str:
    """A value as a line of text, given how it is written behind its key.

    What YAML takes for a comment is text in an export, and a wikilink is no list within a list.
    """
    if isinstance(value, YamlScalar):
        is_plain_line = not value.quoted and "\n" not in written and written[:1] not in {"|", ">"}
        return written if is_plain_line else value.text
    is_wikilink = "[[" in written and '"' not in written and "'" not in written
    if isinstance(value, YamlSequence) and not is_wikilink:
        texts = [entry.text for entry in value.entries if isinstance(entry, YamlScalar)]
        if len(texts) == len(value.entries):
            return ", ".join(texts)
    return written


def _line_by_line(text: str) -> NoteValues:
    """Front matter that is no YAML: each line a key and its value, lists below their key."""
    lines = lines_of(text)
    end = next((index for index, line in enumerate(lines[1:], 1) if _MARK.fullmatch(line.text)), 0)
    pairs: list[Pair] = []
    for line in lines[1:end]:
        match = _KEY.fullmatch(line.text)
        entry = _LIST_ENTRY.fullmatch(line.text)
        if match:
            pairs.append(Pair(key_name(match["key"]), (match["value"] or "").strip(), [line]))
        elif pairs and not line.is_blank:
            addition = entry[1] if entry else line.text.strip()
            pairs[-1].value += f", {addition}" if entry and pairs[-1].value else f" {addition}"
            pairs[-1].lines.append(line)
        elif not line.is_blank:
            pairs.append(Pair("", line.text, [line]))
    body = "\n".join(line.text for line in lines[end + 1 :]) if end else text.removeprefix("---")
    return NoteValues(tuple(pairs), body, end + 2 if end else 1)
