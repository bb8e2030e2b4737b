"""Themes given to items and highlights, and taken away again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from letterbook.files import encode_like, read_text, write_all
from letterbook.item import Highlight, Item
from letterbook.library.catalogue import Catalogue
from letterbook.library.item_reference import find_item_or_highlight
from letterbook.library.items.field_values import write_list
from letterbook.library.items.item_edit import set_fields, set_highlight_fields
from letterbook.library.themes.known_themes import KnownThemes, Theme, theme_key
from letterbook.library.workspace import Workspace
from letterbook.record import record


@record
class ThemesWanted:
    """Words that the themes of something should have, and words they should not."""

    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


@record
class Tagged:
    """An item, or its highlight `anchor`, with the themes it has now."""

    item: Item
    anchor: str
    themes: tuple[str, ...]
    changed: bool


def tag(
    workspace: Workspace, catalogue: Catalogue, references: Sequence[str], wanted: ThemesWanted
) -> tuple[Tagged, ...]:
    """Change the themes of what `references` name: items, and highlights as `ITEM#^id`.

    A word that means a described theme is written as its id; any other word is a theme as it is.
    Only the one value is changed in each file, and all files are written together or none.
    Raises WrongUse for an unknown item or highlight.
    """
    texts: dict[Path, str] = {}
    done: list[Tagged] = []
    for reference in references:
        item, highlight = find_item_or_highlight(catalogue, reference)
        path = workspace.root / item.path
        text = texts.get(path) or read_text(path)
        themes = change_themes((highlight or item).themes, wanted, catalogue.themes)
        if themes != (highlight or item).themes:
            texts[path] = _with_themes(text, item, highlight, themes)
        anchor = highlight.anchor if highlight else ""
        done.append(Tagged(item, anchor, themes, themes != (highlight or item).themes))
    write_all({path: encode_like(text, path.read_bytes()) for path, text in texts.items()})
    return tuple(done)


def change_themes(themes: Iterable[str], wanted: ThemesWanted, known: KnownThemes) -> tuple[str, ...]:
    """`themes` without those removed, under whatever name, and with those added, each once.

    What is to be added and removed at once stays or is added.
    """
    welcome = {key for word in wanted.add for key in _keys(word, known)}
    unwelcome = {key for word in wanted.remove for key in _keys(word, known)} - welcome
    kept = [theme for theme in themes if theme_key(theme) not in unwelcome]
    present = {key for theme in kept for key in _keys(theme, known)}
    for word in wanted.add:
        if theme_key(word) not in present:
            kept.append(_written(word, known))
            present |= _keys(word, known)
    return tuple(kept)


def _with_themes(text: str, item: Item, highlight: Highlight | None, themes: tuple[str, ...]) -> str:
    if highlight is None:
        return set_fields(text, item.path, {"themes": themes})
    return set_highlight_fields(text, item.path, highlight.anchor, {"themes": write_list(themes)})


def _written(word: str, known: KnownThemes) -> str:
    """How a theme is written in an item: a described one by its id, any other as it was said."""
    theme = known.find(word)
    return theme.id if theme else word


def _keys(word: str, known: KnownThemes) -> set[str]:
    theme = known.find(word) or Theme(word)
    return {theme_key(name) for name in theme.words}
