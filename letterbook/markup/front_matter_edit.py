"""Changing values of front matter, and nothing else in the file."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from letterbook.errors import BadInput
from letterbook.files import line_end_of
from letterbook.markup.front_matter import find_region, read_front_matter
from letterbook.markup.whole_lines import WHOLE_LINE
from letterbook.markup.yaml_text import YamlEntry, YamlMapping, YamlScalar, YamlSequence
from letterbook.markup.yaml_writing import list_yaml, scalar_yaml


def replace_values(
    text: str,
    file: str,
    changes: Mapping[str, str | Sequence[str] | None],
    text_keys: Collection[str] = (),
) -> str:
    """The text with other values for some keys of its front matter, and not a byte else changed.

    A key that is absent is added at the end (with front matter, if there was none); None removes a
    key. The result is read again: raises BadInput when it would not say exactly what was asked for,
    or when the front matter cannot be read as it is.
    """
    before = read_front_matter(text, file, text_keys).values
    changed = text
    for key, value in changes.items():
        changed = _changed(changed, file, text_keys, key, value)
    if _said_after(changed, file, text_keys) != _expected(before, changes):
        raise BadInput(
            "The front matter cannot be changed without touching more than one value.",
            hint=f"Change {', '.join(changes)} by hand.",
            place=before.place,
        )
    return changed


def mend_front_matter(text: str, file: str, text_keys: Collection[str]) -> str:
    """The text with quotes around every value whose whole line had to be taken."""
    front = read_front_matter(text, file, text_keys)
    places = {finding.place for finding in front.findings if finding.id == WHOLE_LINE}
    changes = {
        entry.key.text: entry.value.text
        for entry in front.values.entries
        if isinstance(entry.value, YamlScalar) and entry.value.place in places
    }
    return replace_values(text, file, changes, text_keys)


def _changed(
    text: str, file: str, text_keys: Collection[str], key: str, value: str | Sequence[str] | None
) -> str:
    region = find_region(text, file)
    values = read_front_matter(text, file, text_keys).values
    entry = next((entry for entry in values.entries if entry.key.text == key), None)
    if value is None:
        return text if entry is None else _without(text, entry)
    if entry is not None:
        return _with_value(text, entry, value)
    newline = line_end_of(text)
    line = f"{scalar_yaml(key)}: {_written(value)}{newline}"
    if region is None:
        mark = "\ufeff" if text.startswith("\ufeff") else ""
        return f"{mark}---{newline}{line}---{newline}{text[len(mark) :]}"
    return text[: region[1]] + line + text[region[1] :]


def _without(text: str, entry: YamlEntry) -> str:
    start = text.rfind("\n", 0, entry.key.start) + 1
    end = text.find("\n", max(entry.value.end - 1, entry.key.end)) + 1
    return text[:start] + text[end or len(text) :]


def _with_value(text: str, entry: YamlEntry, value: str | Sequence[str]) -> str:
    """The value's span replaced; a list that has a line for each entry keeps that form."""
    old = entry.value
    in_lines = isinstance(old, YamlSequence) and text.startswith("-", old.start)
    if in_lines and value and not isinstance(value, str):
        gap = line_end_of(text) + " " * (old.place.column - 1)
        lines = gap.join(f"- {scalar_yaml(each)}" for each in value)
        return text[: old.start] + lines + text[old.end :]
    colon = text.index(":", entry.key.end) + 1
    start = old.start if old.place.line == entry.key.place.line and old.start > colon else colon
    ending = "\n" if text[start : old.end].endswith("\n") else ""
    return text[:start] + " " * (start == colon) + _written(value) + ending + text[old.end :]


def _written(value: str | Sequence[str]) -> str:
    return scalar_yaml(value) if isinstance(value, str) else list_yaml(value)


def _said_after(text: str, file: str, text_keys: Collection[str]) -> dict[str, object]:
    try:
        return read_front_matter(text, file, text_keys).values.plain()
    except BadInput:
        return {}


def _expected(before: YamlMapping, changes: Mapping[str, str | Sequence[str] | None]) -> dict[str, object]:
    values = before.plain()
    for key, value in changes.items():
        values.pop(key, None) if value is None else values.update({key: _as_read(value)})
    return values


def _as_read(value: str | Sequence[str]) -> object:
    return value if isinstance(value, str) else list(value)
