"""Renaming a theme and merging one into another, across `themes.yaml` and all items.

The old name stays as an alias, and `themes.yaml` is written first: whatever interrupts a change,
everything still means the same theme, and running it again completes it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from letterbook.errors import WrongUse
from letterbook.files import read_text, write, write_all
from letterbook.item import Item
from letterbook.library.catalogue import Catalogue
from letterbook.library.items.field_values import write_list
from letterbook.library.items.item_edit import set_fields, set_highlight_fields
from letterbook.library.themes.known_themes import KnownThemes, Theme, theme_key
from letterbook.library.themes.theme_file import THEMES_FILE
from letterbook.library.themes.theme_file_edit import ThemeEdit, edit_themes
from letterbook.library.workspace import Workspace
from letterbook.record import record


@record
class ThemeChange:
    """What is to change: themes of `themes.yaml` before and after, and in items the words by `keys`."""

    edits: tuple[ThemeEdit, ...]
    keys: frozenset[str]
    word: str


def renaming(themes: KnownThemes, old: str, new: str) -> ThemeChange:
    """The change that gives the theme `old` the name `new`.

    Raises WrongUse when there is no theme `old`, or when `new` is the name of another one.
    """
    theme = themes.theme(old)
    word = _usable(new)
    other = themes.find(word)
    if other is not None and other != theme:
        hint = f'"letterbook themes merge {theme.id} {other.id}" makes one of the two.'
        raise WrongUse(f'"{new}" is the name of another theme already.', hint=hint)
    named = _with_aliases(replace(theme, id=word), (theme.id,))
    if theme not in themes.described:
        edits: list[ThemeEdit] = [ThemeEdit(None, named)] if named.aliases else []
    else:
        edits = [ThemeEdit(theme, named)] if named != theme else []
    edits += _adopted(themes, theme, word)
    return ThemeChange(tuple(edits), frozenset({theme_key(old), theme_key(theme.id)}), word)


def merging(themes: KnownThemes, old: str, into: str) -> ThemeChange:
    """The change that makes the theme `old` a part of the theme `into`; its names become aliases.

    Raises WrongUse when one of them is not known or both are the same.
    """
    theme, target = themes.theme(old), themes.theme(into)
    if theme == target:
        raise WrongUse(f'"{old}" and "{into}" are the same theme already.', hint=f'Its name is "{theme.id}".')
    merged = _with_aliases(target, theme.words)
    merged = replace(merged, seeds=tuple(dict.fromkeys((*merged.seeds, *theme.seeds))))
    if themes.find(target.parent) == theme:
        merged = replace(merged, parent=theme.parent if themes.find(theme.parent) != target else "")
    edits: list[ThemeEdit] = [ThemeEdit(target if target in themes.described else None, merged)]
    edits += [ThemeEdit(theme, None)] if theme in themes.described else []
    edits += [edit for edit in _adopted(themes, theme, target.id) if edit.before != target]
    return ThemeChange(tuple(edits), frozenset(map(theme_key, theme.words)), target.id)


def apply_change(workspace: Workspace, catalogue: Catalogue, change: ThemeChange) -> tuple[str, ...]:
    """Write the change and return the paths of the files that it changed.

    Raises BadInput when a file cannot be changed without touching more; nothing is written then.
    """
    file = workspace.root / THEMES_FILE
    themes = edit_themes(read_text(file) if file.exists() else "", change.edits) if change.edits else None
    items = {
        workspace.root / item.path: _retagged(read_text(workspace.root / item.path), item, change).encode()
        for item in _concerned(catalogue.items, change)
    }
    changed = [THEMES_FILE] if themes is not None and write(file, themes.encode()) else []
    return (*changed, *(workspace.relative(path) for path in write_all(items)))


def _usable(word: str) -> str:
    name = " ".join(word.split())
    if not theme_key(name) or "," in name:
        raise WrongUse(f'"{word}" cannot be the name of a theme.', hint="Use words without commas.")
    return name


def _with_aliases(theme: Theme, words: Iterable[str]) -> Theme:
    """The theme with those `words` as aliases that do not name it already."""
    taken = {theme_key(theme.id), theme_key(theme.title)}
    aliases: list[str] = []
    for word in (*theme.aliases, *words):
        if theme_key(word) not in taken:
            taken.add(theme_key(word))
            aliases.append(word)
    return replace(theme, aliases=tuple(aliases))


def _adopted(themes: KnownThemes, parent: Theme, new: str) -> list[ThemeEdit]:
    """The edits that put the themes below `parent` below `new`."""
    children = (theme for theme in themes.described if themes.find(theme.parent) == parent)
    return [ThemeEdit(child, replace(child, parent=new)) for child in children if child.parent != new]


def _concerned(items: Iterable[Item], change: ThemeChange) -> Iterable[Item]:
    for item in items:
        tagged = (item.themes, *(highlight.themes for highlight in item.highlights))
        if any(_replaced(words, change) != words for words in tagged):
            yield item


def _replaced(words: tuple[str, ...], change: ThemeChange) -> tuple[str, ...]:
    """The themes with the new word in place of the old ones, no theme twice."""
    new = {theme_key(change.word)}
    if not any(theme_key(word) in change.keys for word in words):
        return words
    changed = (change.word if theme_key(word) in change.keys | new else word for word in words)
    return tuple(dict.fromkeys(changed))


def _retagged(text: str, item: Item, change: ThemeChange) -> str:
    themes = _replaced(item.themes, change)
    if themes != item.themes:
        text = set_fields(text, item.path, {"themes": themes})
    for highlight in item.highlights:
        themes = _replaced(highlight.themes, change)
        if themes != highlight.themes:
            text = set_highlight_fields(text, item.path, highlight.anchor, {"themes": write_list(themes)})
    return text
