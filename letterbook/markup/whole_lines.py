"""One-line texts in YAML that YAML itself cannot read: the whole rest of the line is the value.

`title: A title: with a colon` is an error, `title: #299` is empty, `@name` cannot begin a value,
`[Draft]` is a list. People type such titles, so for keys whose value is one line of text the line
is taken as it stands, and a finding says so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from letterbook.errors import BadInput
from letterbook.finding import Finding, Place, Severity
from letterbook.markup.yaml_text import PlaceFinder, YamlEntry, YamlMapping, YamlScalar, read_yaml
from letterbook.record import record

WHOLE_LINE = "front-matter-unquoted"
_LINE = re.compile(r"^([^\W\d][\w-]*)[ \t]*:[ \t]+(?![|>][-+\d]*\s*(?:#|$))(\S[^\n]*)$", re.MULTILINE)
_CONTINUED = re.compile(r"\n[ \t]+[^\s#]")


@record
class _Line:
    """A line `key: rest`, and where its rest stands in the file's text."""

    key: str
    rest: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.rest)


def read_with_whole_lines(
    text: str, file: str, region: tuple[int, int], text_keys: Collection[str]
) -> tuple[YamlMapping, tuple[Finding, ...]]:
    """The values in that region of `text`, with a note for each line that YAML reads otherwise.

    Raises BadInput for what is wrong apart from the one-line values of `text_keys`.
    """
    start, end = region
    try:
        values = read_yaml(text, file, start, end)
        taken = [line for line in _text_lines(text, region, text_keys) if _yields_nothing(line, values)]
    except BadInput:
        lines = _text_lines(text, region, text_keys)
        taken = [line for line in lines if not _is_readable(line, file)]
        if not taken:
            raise
    if taken:
        values = _with_whole_lines(read_yaml(_masked(text, taken), file, start, end), taken)
    return values, _findings(text, file, taken, values, text_keys)


def _text_lines(text: str, region: tuple[int, int], keys: Collection[str]) -> list[_Line]:
    """The one-line values of the text keys."""
    return [
        _Line(match[1], match[2].rstrip(), match.start(2))
        for match in _LINE.finditer(text, *region)
        if match[1] in keys and not _CONTINUED.match(text, match.end())
    ]


def _yields_nothing(line: _Line, values: YamlMapping) -> bool:
    value = values.get(line.key)
    if isinstance(value, YamlScalar):
        return line.rest.startswith("#") and not value.text
    return True


def _is_readable(line: _Line, file: str) -> bool:
    if line.rest.startswith("#"):
        return False  # YAML reads it without complaint, as nothing
    try:
        return isinstance(read_yaml(f"value: {line.rest}", file).get("value"), YamlScalar)
    except BadInput:
        return False


def _masked(text: str, lines: Sequence[_Line]) -> str:
    """The text with harmless values of the same length, so that the rest can be read."""
    parts, position = [], 0
    for line in lines:
        parts += [text[position : line.start], "x" * len(line.rest)]
        position = line.end
    return "".join([*parts, text[position:]])


def _with_whole_lines(values: YamlMapping, lines: Sequence[_Line]) -> YamlMapping:
    rests = {line.start: line.rest for line in lines}
    entries = tuple(
        YamlEntry(entry.key, replace(entry.value, text=rests[entry.value.start], quoted=True))
        if isinstance(entry.value, YamlScalar) and entry.value.start in rests
        else entry
        for entry in values.entries
    )
    return replace(values, entries=entries)


def _findings(
    text: str, file: str, taken: Sequence[_Line], values: YamlMapping, text_keys: Collection[str]
) -> tuple[Finding, ...]:
    places = PlaceFinder(text, file)
    found = [_line_was_taken(line, places(line.start)) for line in taken]
    for entry in values.entries:
        if entry.key.text in text_keys and isinstance(entry.value, YamlScalar):
            lost = _comment_after(text, entry.value)
            if lost:
                found.append(_comment_was_lost(entry.key.text, lost, places(entry.value.end)))
    return tuple(found)


def _line_was_taken(line: _Line, place: Place) -> Finding:
    message = f'YAML cannot read this {line.key} as it stands; the whole line was taken: "{line.rest}".'
    return Finding(WHOLE_LINE, Severity.NOTE, message, "`letterbook doctor --fix` puts it in quotes.", place)


def _comment_after(text: str, value: YamlScalar) -> str:
    """What follows a plain one-line value on its line and is a comment to YAML."""
    if value.quoted or not value.text:
        return ""
    line_end = text.find("\n", value.end)
    return text[value.end : line_end if line_end >= 0 else len(text)].strip()


def _comment_was_lost(key: str, lost: str, place: Place) -> Finding:
    message = f'"{lost}" is a comment in YAML and no part of the {key}.'
    hint = "Put the whole value in quotes if it belongs there."
    return Finding("front-matter-comment", Severity.NOTE, message, hint, place)
