"""What each source last said of an item: the base records of re-imports.

One JSON file an item and source under `records/imports/`, named by what identifies the item there.
They are committed with the workspace and edited by nobody.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from letterbook.addresses import canonical_url
from letterbook.errors import BadInput
from letterbook.files import name_key, read_text
from letterbook.finding import Place
from letterbook.item import Highlight, Item, Turn
from letterbook.library.reimport.highlight_matching import match_highlights
from letterbook.record import record

_ITEM_TEXTS = ("title", "source", "url", "kind", "published", "summary", "note", "unread")
_ITEM_LISTS = ("authors", "tags", "ids")
_HIGHLIGHT_TEXTS = ("anchor", "title", "text", "note", "place", "url", "colour", "highlighted")
_HIGHLIGHT_LISTS = ("takeaways", "tags", "ids")
_HIGHLIGHT_PARTS = (*_HIGHLIGHT_TEXTS, *_HIGHLIGHT_LISTS, "transcript", "favourite")
_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True)
_PLAIN_ID = re.compile(r"[a-z]+:[a-z0-9-]{1,80}")
T = TypeVar("T", Item, Highlight)


@record
class ImportRecord:
    """What a source has said so far; `gone` are the anchors of highlights it has dropped since."""

    path: Path
    item: Item | None = None
    gone: tuple[str, ...] = ()

    def says(self, theirs: Item) -> bool:
        """Whether `theirs` says exactly what its source said the last time."""
        return self.item is not None and _content(self.item) == _content(theirs)

    def updated(self, theirs: Item, gone: tuple[str, ...]) -> ImportRecord:
        """The record after `theirs`: what it does not say any more stays known."""
        return ImportRecord(self.path, _last_said(self.item, theirs) if self.item else theirs, gone)


def record_names(item: Item) -> tuple[str, ...]:
    """The file names that the record of `item` may have; the first is what a new one is called.

    The most telling comes first: by each id, by address, by source and title.
    """
    return tuple(f"{name}.json" for name in _names(item))


def _names(item: Item) -> Iterator[str]:
    for identifier in item.ids:
        yield _name(identifier)
    if item.url:
        yield f"url-{_hash(canonical_url(item.url))}"
    yield f"title-{_hash(name_key(item.source) + chr(10) + name_key(item.title))}"


def _name(identifier: str) -> str:
    if _PLAIN_ID.fullmatch(identifier):
        return identifier.replace(":", "-")
    return f"id-{_hash(identifier)}"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _last_said(before: Item, theirs: Item) -> Item:
    """`theirs`, with what only `before` says: not said any more is not the same as never said."""
    said = match_highlights(before.highlights, theirs.highlights)
    now = [
        _filled(each, before.highlights[said[index]], _HIGHLIGHT_PARTS) if index in said else each
        for index, each in enumerate(theirs.highlights)
    ]
    dropped = set(range(len(before.highlights))) - set(said.values())
    highlights = (*now, *(before.highlights[index] for index in sorted(dropped)))
    return replace(_filled(theirs, before, (*_ITEM_TEXTS, *_ITEM_LISTS)), highlights=highlights)


def _filled(theirs: T, before: T, names: tuple[str, ...]) -> T:
    missing = {name: getattr(before, name) for name in names if not getattr(theirs, name)}
    return replace(theirs, **missing) if any(missing.values()) else theirs


def render_record(record: ImportRecord) -> bytes:
    """The record's file: JSON with a line for each value and each highlight, in a fixed order."""
    content = _content(record.item or Item(title=""))
    if record.gone:
        content["gone"] = list(record.gone)
    lines = (f" {_JSON.encode(key)}: {_value_json(key, value)}" for key, value in sorted(content.items()))
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _value_json(key: str, value: object) -> str:
    if key == "highlights" and isinstance(value, list) and value:
        return "[\n  " + ",\n  ".join(map(_JSON.encode, value)) + "\n ]"
    return _JSON.encode(value)


def _content(item: Item) -> dict[str, object]:
    highlights = [_highlight_content(highlight) for highlight in item.highlights]
    return {**_said(item, (*_ITEM_TEXTS, *_ITEM_LISTS)), "highlights": highlights}


def _said(thing: Item | Highlight, names: tuple[str, ...]) -> dict[str, object]:
    values = ((name, getattr(thing, name)) for name in names)
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values if value}


def _highlight_content(highlight: Highlight) -> dict[str, object]:
    content = _said(highlight, _HIGHLIGHT_PARTS)
    if highlight.transcript:
        content["transcript"] = [[turn.speaker, turn.text] for turn in highlight.transcript]
    return content


def read_record(path: Path) -> ImportRecord:
    """The record in a file. Raises BadInput when it is damaged."""
    try:
        content = json.loads(read_text(path))
        highlights = tuple(Highlight(**_highlight_values(each)) for each in content.get("highlights", []))
        values = {**_texts(content, _ITEM_TEXTS), **_lists(content, _ITEM_LISTS)}
        item = Item(**{"title": "", **values}, highlights=highlights)
        return ImportRecord(path, item, tuple(map(str, content.get("gone", []))))
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise BadInput(
            "This record of an import is damaged.",
            hint="Take it back from your version control or a backup, or delete it to compare without it.",
            place=Place(str(path)),
        ) from error


def _highlight_values(content: Mapping[str, Any]) -> dict[str, Any]:
    turns = tuple(Turn(str(speaker), str(text)) for speaker, text in content.get("transcript", []))
    texts = {"anchor": "", **_texts(content, _HIGHLIGHT_TEXTS)}
    favourite = content.get("favourite") is True
    return {**texts, **_lists(content, _HIGHLIGHT_LISTS), "transcript": turns, "favourite": favourite}


def _texts(content: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: str(content[name]) for name in names if name in content}


def _lists(content: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: tuple(map(str, content[name])) for name in names if name in content}
