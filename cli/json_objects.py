"""The JSON objects for items, highlights, themes and files, as docs/reference/json.md lists their keys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from letterbook.cli.json_output import JsonObject
from letterbook.item import Highlight, Item
from letterbook.library.themes.known_themes import ThemeCount


def item_object(item: Item, highlights: Iterable[Highlight], used_in: Iterable[str]) -> JsonObject:
    """The object for an item with the given ones of its highlights."""
    return {
        "id": item.name,
        "path": item.path,
        "title": item.title,
        "source": item.source,
        "authors": list(item.authors),
        "url": item.url,
        "kind": item.kind,
        "themes": list(item.themes),
        "tags": list(item.tags),
        "ids": list(item.ids),
        "published": item.published,
        "added": item.added,
        "via": item.via,
        "teaser": item.teaser,
        "audience": item.audience.value,
        "commentary": "\n\n".join(passage.text for passage in item.commentary),
        "used_in": list(used_in),
        "highlights": [highlight_object(highlight) for highlight in highlights],
    }


def highlight_object(highlight: Highlight) -> JsonObject:
    """The object for one highlight."""
    return {
        "id": highlight.anchor,
        "kind": highlight.kind.value,
        "title": highlight.title,
        "text": highlight.text,
        "takeaways": list(highlight.takeaways),
        "transcript": [asdict(turn) for turn in highlight.transcript],
        "note": highlight.note,
        "place": highlight.place,
        "url": highlight.url,
        "tags": list(highlight.tags),
        "themes": list(highlight.themes),
        "favourite": highlight.favourite,
        "colour": highlight.colour,
        "highlighted": highlight.highlighted,
        "checked": highlight.checked,
        "ids": list(highlight.ids),
    }


def theme_object(counted: ThemeCount) -> JsonObject:
    """The object for a theme and the number of its items."""
    theme = counted.theme
    return {
        "id": theme.id,
        "title": theme.title,
        "aliases": list(theme.aliases),
        "parent": theme.parent,
        "items": counted.items,
    }


def output_object(path: str, format_name: str, size: int, digest: str) -> JsonObject:
    """The object for a file that was written; `digest` is its SHA-256."""
    return {"path": path, "format": format_name, "bytes": size, "sha256": digest}
