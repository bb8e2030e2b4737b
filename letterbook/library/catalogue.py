"""The catalogue: all items of a workspace, found by name or title."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from letterbook.errors import BadInput, WrongUse
from letterbook.files import name_key, read_text
from letterbook.finding import Finding, Place, Severity
from letterbook.item import Item
from letterbook.library.index import Entry, Stamp, load_index, update_index
from letterbook.library.item_files import FoundFile, find_item_files, numbered_name
from letterbook.library.items.item_file import read_item
from letterbook.library.themes.known_themes import KnownThemes, known_themes
from letterbook.library.themes.theme_file import read_themes
from letterbook.library.workspace import Workspace
from letterbook.suggestion import did_you_mean

_SETTLED_NS = 2_000_000_000
READING_CODE = (Path(__file__).parent / "items", Path(__file__).parents[1] / "markup")
"""The folders of the modules that turn a file into an item."""


@dataclass(frozen=True)
class Catalogue:
    """All items that can be read, sorted by name, the known themes, and what reading found.

    `broken` maps the path of each item that cannot be read to the reasons.
    """

    items: tuple[Item, ...] = ()
    themes: KnownThemes = field(default_factory=KnownThemes)
    findings: tuple[Finding, ...] = ()
    broken: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Item, ...]]:
        return _grouped(self.items, lambda item: item.name)

    @cached_property
    def _by_title(self) -> Mapping[str, tuple[Item, ...]]:
        return _grouped(self.items, lambda item: item.title)

    def find(self, reference: str) -> tuple[Item, ...]:
        """All items that `reference` may mean: by path, else by name, else by title."""
        key = name_key(reference.strip()).removesuffix(".md")
        by_name = self._by_name.get(key.rpartition("/")[2], ())
        if "/" in key:
            by_path = tuple(item for item in by_name if _path_key(item).endswith(f"/{key}"))
            if by_path:
                return by_path
        return self._by_name.get(key) or self._by_title.get(name_key(reference.strip()), ())

    def item(self, reference: str) -> Item:
        """The one item that `reference` means.

        Raises WrongUse, with the nearest name, when there is none, and with all paths when there
        are several; BadInput when the item's file is broken.
        """
        found = self.find(reference)
        if len(found) == 1:
            return found[0]
        if found:
            paths = ", ".join(item.path for item in found)
            raise WrongUse(f'"{reference}" may be any of {paths}.', hint="Name it by its path.")
        if reasons := why_unreadable(reference, self.broken):
            raise BadInput.from_findings(reasons)
        hint = did_you_mean(reference, (item.name for item in self.items))
        hint = hint or did_you_mean(reference, (item.title for item in self.items))
        raise WrongUse(f'There is no item "{reference}".', hint=hint or '"letterbook items" lists them.')


def why_unreadable(reference: str, broken: Mapping[str, tuple[Finding, ...]]) -> tuple[Finding, ...]:
    """The reasons why the item that `reference` means cannot be read, if it is one of the `broken`."""
    ending = f"/{name_key(reference.strip()).removesuffix('.md')}.md"
    return next((reasons for path, reasons in broken.items() if f"/{name_key(path)}".endswith(ending)), ())


def read_catalogue(workspace: Workspace) -> Catalogue:
    """All items of the workspace; files that have not changed are taken from the index.

    A broken item is a finding and stops nothing. Raises BadInput when `themes.yaml` is not right or
    the items' folder cannot be read.
    """
    described = read_themes(workspace.root)
    found = find_item_files(workspace)
    entries, broken = _entries(workspace, found.files)
    items, copies = _without_copies(entry.item for entry in entries.values())
    findings = (
        *described.findings,
        *found.findings,
        *copies,
        *(_unreadable(path, reasons[0]) for path, reasons in broken.items()),
        *(finding for entry in entries.values() for finding in entry.findings),
        *_doubled_names(items),
    )
    return Catalogue(items, known_themes(described.themes, items), findings, broken)


def _entries(
    workspace: Workspace, files: Sequence[FoundFile]
) -> tuple[dict[str, Entry], dict[str, tuple[Finding, ...]]]:
    """What each file holds, from the index where it fits, and why the others cannot be read.

    The index is brought up to date. A file that was written a moment ago is not recorded: it may
    yet change within the same tick of the file system's clock.
    """
    reader = _reader()
    indexed = load_index(workspace.index_folder, reader)
    settled = time.time_ns() - _SETTLED_NS
    entries: dict[str, Entry] = {}
    broken: dict[str, tuple[Finding, ...]] = {}
    changed: dict[str, tuple[Stamp, Entry]] = {}
    for file in files:
        known = indexed.get(file.relative)
        entry = known.entry() if known and known.stamp == file.stamp else None
        if entry is None:
            try:
                entry = _read(file)
            except BadInput as error:
                broken[file.relative] = error.findings or (_reason(error, file),)
                continue
            if file.stamp.mtime_ns < settled:
                changed[file.relative] = (file.stamp, entry)
        entries[file.relative] = entry
    gone = indexed.keys() - entries.keys()
    if changed or gone:
        update_index(workspace.index_folder, reader, changed, gone)
    return entries, broken


def _reader() -> str:
    """Changes with the code that reads items: with every release, and while it is worked on."""
    modules = [path.stat() for folder in READING_CODE for path in folder.glob("*.py")]
    times, sizes = (each.st_mtime_ns for each in modules), (each.st_size for each in modules)
    return f"{len(modules)} {max(times, default=0)} {sum(sizes)}"


def _read(file: FoundFile) -> Entry:
    read = read_item(read_text(file.path), file.relative)
    return Entry(read.item, read.findings)


def _reason(error: BadInput, file: FoundFile) -> Finding:
    return Finding("item-broken", Severity.ERROR, error.message, error.hint, Place(file.relative))


def _without_copies(items: Iterable[Item]) -> tuple[tuple[Item, ...], list[Finding]]:
    """The items by name, without those that a synchronising program has copied (`Title 2.md`)."""
    ordered = sorted(items, key=lambda item: (name_key(item.name), item.path))
    by_path = {_path_key(item): item for item in ordered}
    kept: list[Item] = []
    findings: list[Finding] = []
    for item in ordered:
        folder, _, name = _path_key(item).rpartition("/")
        original = by_path.get(f"{folder}/{numbered_name(name)}")
        if original and _is_copy(item, original):
            message = f"This is a copy of {original.path} and is not read."
            hint = "Carry over what you want to keep, then delete it."
            findings.append(Finding("conflict-copy", Severity.WARNING, message, hint, Place(item.path)))
        else:
            kept.append(item)
    return tuple(kept), findings


def _is_copy(item: Item, original: Item) -> bool:
    if item.ids or original.ids:
        return not set(item.ids).isdisjoint(original.ids)
    return replace(item, name=original.name, path=original.path) == original


def _unreadable(path: str, reason: Finding) -> Finding:
    message = f"An item is left out, for it cannot be read: {reason.message}"
    return Finding("item-unreadable", Severity.WARNING, message, reason.hint, reason.place or Place(path))


def _doubled_names(items: Iterable[Item]) -> Iterator[Finding]:
    for group in _grouped(items, lambda item: item.name).values():
        if len(group) > 1:
            paths = ", ".join(item.path for item in group)
            message = f'{len(group)} items are called "{group[0].name}": {paths}.'
            hint = "Rename all but one, so that a reference means one item."
            yield Finding("name-doubled", Severity.WARNING, message, hint, Place(group[1].path))


def _path_key(item: Item) -> str:
    return "/" + name_key(item.path).removesuffix(".md")


def _grouped(items: Iterable[Item], key: Callable[[Item], str]) -> dict[str, tuple[Item, ...]]:
    groups: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        groups[name_key(key(item))].append(item)
    return {name: tuple(group) for name, group in groups.items()}
