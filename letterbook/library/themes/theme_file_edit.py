"""Changing `themes.yaml` value by value: comments, order and all that is not meant stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from letterbook.errors import BadInput
from letterbook.files import line_end_of
from letterbook.finding import Place
from letterbook.library.themes.known_themes import Theme
from letterbook.library.themes.theme_file import THEMES_FILE, themes_in
from letterbook.markup.yaml_text import YamlEntry, YamlMapping, YamlScalar, read_yaml
from letterbook.markup.yaml_writing import list_yaml, scalar_yaml
from letterbook.record import record

_KEYS = ("title", "aliases", "seeds", "parent")


@record
class _Edit:
    """The text from `start` to `end` is to become `text`."""

    start: int
    end: int
    text: str


@record
class ThemeEdit:
    """A theme of `themes.yaml` as it is (None: a new one) and as it is to become (None: removed)."""

    before: Theme | None
    after: Theme | None


def edit_themes(text: str, theme_edits: Sequence[ThemeEdit]) -> str:
    """The text of `themes.yaml` with the `theme_edits`; an empty text is a file with no themes.

    The result is read again: raises BadInput when it would not say exactly what was asked for.
    """
    entries = {entry.key.text: entry for entry in read_yaml(text, THEMES_FILE).entries}
    edits = [edit for theme_edit in theme_edits for edit in _edits(text, entries, theme_edit)]
    changed = _applied(text, edits)
    if _said(changed) != _expected(themes_in(text), theme_edits):
        names = ", ".join(f'"{(edit.before or edit.after or Theme("")).id}"' for edit in theme_edits)
        raise BadInput(
            f"{THEMES_FILE} cannot be changed without touching more than is meant.",
            hint=f"Write each theme on lines of its own, or change {names} by hand.",
            place=Place(THEMES_FILE),
        )
    return changed


def _edits(text: str, entries: Mapping[str, YamlEntry], edit: ThemeEdit) -> Iterator[_Edit]:
    if edit.before is None:
        if edit.after is not None:
            yield _addition(text, edit.after)
    elif edit.after is None:
        yield _removal(text, entries[edit.before.id], entries.values())
    else:
        yield from _changes(text, entries[edit.before.id], edit.before, edit.after)


def _expected(themes: Iterable[Theme], edits: Sequence[ThemeEdit]) -> tuple[Theme, ...]:
    after = {edit.before.id: edit.after for edit in edits if edit.before}
    changed = [after.get(theme.id, theme) for theme in themes]
    changed += [edit.after for edit in edits if not edit.before]
    return tuple(replace(theme, place=None) for theme in changed if theme)


def _said(text: str) -> tuple[Theme, ...]:
    try:
        return tuple(replace(theme, place=None) for theme in themes_in(text))
    except BadInput:
        return ()


def _applied(text: str, edits: Sequence[_Edit]) -> str:
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end))[::-1]:
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _addition(text: str, theme: Theme) -> _Edit:
    newline = line_end_of(text)
    lines = [f"{scalar_yaml(theme.id)}:", *(f"  {name}: {value}" for name, value in _written(theme))]
    before = newline if text and not text.endswith("\n") else ""
    return _Edit(len(text), len(text), before + newline.join(lines) + newline)


def _removal(text: str, entry: YamlEntry, entries: Iterable[YamlEntry]) -> _Edit:
    """Without the lines of the entry; comments and blank lines before the next one stay."""
    start = text.rfind("\n", 0, entry.key.start) + 1
    following = [other.key.start for other in entries if other.key.start > entry.key.start]
    limit = text.rfind("\n", 0, min(following)) + 1 if following else len(text)
    end = text.find("\n", max(entry.key.end, entry.value.end - 1, entry.key.end)) + 1
    return _Edit(start, min(end or limit, limit), "")


def _changes(text: str, entry: YamlEntry, old: Theme, new: Theme) -> Iterator[_Edit]:
    if old.id != new.id:
        yield _Edit(entry.key.start, entry.key.end, scalar_yaml(new.id))
    before, after = dict(_written(old)), dict(_written(new))
    added: dict[str, str] = {}
    for name in [name for name in _KEYS if before.get(name) != after.get(name)]:
        inner = _inner(entry, name)
        if inner is None:
            added[name] = after[name]
        elif name in after:
            yield _replacement(text, inner, after[name])
        elif text[entry.value.start] == "{":
            yield _replacement(text, inner, '""')
        else:
            yield _line(text, inner)
    if added:
        yield _insertion(text, entry, added)


def _written(theme: Theme) -> Iterator[tuple[str, str]]:
    """The keys of a theme that say something, as they are written."""
    if theme.title:
        yield "title", scalar_yaml(theme.title)
    if theme.aliases:
        yield "aliases", list_yaml(theme.aliases)
    if theme.seeds:
        yield "seeds", list_yaml(theme.seeds)
    if theme.parent:
        yield "parent", scalar_yaml(theme.parent)


def _inner(entry: YamlEntry, name: str) -> YamlEntry | None:
    if not isinstance(entry.value, YamlMapping):
        return None
    return next((inner for inner in entry.value.entries if inner.key.text == name), None)


def _replacement(text: str, inner: YamlEntry, value: str) -> _Edit:
    """The value on the line of its key, also where it was a list of lines below."""
    start = text.index(":", inner.key.end) + 1
    ending = line_end_of(text) if text[start : inner.value.end].endswith("\n") else ""
    return _Edit(start, max(start, inner.value.end), f" {value}{ending}")


def _line(text: str, inner: YamlEntry) -> _Edit:
    start = text.rfind("\n", 0, inner.key.start) + 1
    end = text.find("\n", max(inner.key.end, inner.value.end - 1)) + 1
    return _Edit(start, end or len(text), "")


def _insertion(text: str, entry: YamlEntry, added: dict[str, str]) -> _Edit:
    """New keys before the first one, or below a theme that was nothing but its id."""
    lines = [f"{name}: {value}" for name, value in added.items()]
    newline = line_end_of(text)
    if isinstance(entry.value, YamlMapping) and entry.value.entries:
        first = entry.value.entries[0].key.start
        if text[entry.value.start] == "{":
            return _Edit(first, first, "".join(f"{line}, " for line in lines))
        start = text.rfind("\n", 0, first) + 1
        return _Edit(start, start, "".join(f"{text[start:first]}{line}{newline}" for line in lines))
    start = text.index(":", entry.key.end) + 1
    nothing = isinstance(entry.value, YamlScalar) and text[entry.value.start : entry.value.end].strip()
    end = entry.value.end if nothing else start
    return _Edit(start, end, "".join(f"{newline}  {line}" for line in lines))
