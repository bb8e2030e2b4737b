"""What the file, the base record and the source each say, and the rules that decide between them.

Mine is the file, base what the source last said, theirs what it says now. For a text: theirs
absent, as the base or as mine keeps mine; mine as the base or empty takes theirs; otherwise mine is
kept and that is reported. For a set: mine plus what theirs added, minus what theirs dropped.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import field

from letterbook.item import Highlight, Item
from letterbook.library.items.field_values import write_list
from letterbook.library.items.item_rendering import highlight_callouts, highlight_fields
from letterbook.markup.yaml_text import YamlMapping
from letterbook.record import record

ITEM_TEXTS = ("title", "source", "url", "kind", "published")
_IDS = ("ids", "source-id")
_FIELD_TEXTS = ("place", "link", "favourite", "colour", "highlighted")


@record
class Said:
    """Texts and sets by key, of an item or a highlight; only what a source may own."""

    texts: Mapping[str, str] = field(default_factory=dict)
    sets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@record
class Conflict:
    """A text that both the person and the source have changed."""

    key: str
    yours: str
    theirs: str


@record
class Decision:
    """What has to change in mine, and where mine was kept although theirs differs."""

    texts: Mapping[str, str]
    sets: Mapping[str, tuple[str, ...]]
    kept: tuple[Conflict, ...]

    def as_written(self) -> dict[str, str]:
        """The changes as a highlight's parts, lists written with commas."""
        return {**self.texts, **{key: write_list(values) for key, values in self.sets.items()}}


def item_said(item: Item) -> Said:
    """What an item's front matter says."""
    texts = {key: str(getattr(item, key)) for key in ITEM_TEXTS}
    return Said(texts, {"authors": item.authors, "tags": item.tags, "ids": item.ids})


def file_said(values: YamlMapping, item: Item) -> Said:
    """The same of a file that was read into `item`, as it is written: an odd date is not empty."""
    return Said({key: values.text(key) for key in ITEM_TEXTS}, item_said(item).sets)


def preamble_said(item: Item) -> Said:
    """What stands before the first highlight."""
    return Said({"summary": item.summary, "note": item.note, "unread": item.unread})


def highlight_said(highlight: Highlight) -> Said:
    """All parts of a highlight that its source owns."""
    fields = highlight_fields(highlight)
    texts = {"title": highlight.title, **highlight_callouts(highlight)}
    texts |= {key: fields[key] for key in _FIELD_TEXTS}
    return Said(texts, {"tags": highlight.tags, "source-id": highlight.ids})


def decide(mine: Said, base: Said | None, theirs: Said) -> Decision:
    """The changes to `mine` that `theirs` asks for; without a base mine wins wherever it says anything."""
    texts: dict[str, str] = {}
    kept: list[Conflict] = []
    for key, their in theirs.texts.items():
        said, last = mine.texts[key], base.texts[key] if base else None
        if not their or _same(their, said) or (last is not None and _same(their, last)):
            continue
        if not said or (last is not None and _same(said, last)):
            texts[key] = their
        else:
            kept.append(Conflict(key, said, their))
    sets: dict[str, tuple[str, ...]] = {}
    for key, values in theirs.sets.items():
        ours = mine.sets[key]
        if base is None and ours and key not in _IDS:
            if not _keys(values) <= _keys(ours):
                kept.append(Conflict(key, write_list(ours), write_list(values)))
        elif (merged := _merged(ours, base.sets[key] if base else (), values)) != ours:
            sets[key] = merged
    return Decision(texts, sets, tuple(kept))


def _same(one: str, other: str) -> bool:
    return one == other or unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)


def _merged(mine: tuple[str, ...], base: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    """A set that theirs does not have at all keeps mine, as an absent text does."""
    if not theirs:
        return mine
    known_mine, known_base, known_theirs = _keys(mine), _keys(base), _keys(theirs)
    kept = [value for value in mine if _key(value) not in known_base - known_theirs]
    added = [value for value in theirs if _key(value) not in known_base | known_mine]
    return (*kept, *added)


def _keys(values: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(_key, values))


def _key(value: str) -> str:
    return unicodedata.normalize("NFC", value)
