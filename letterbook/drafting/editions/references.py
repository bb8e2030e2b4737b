"""What `[[…]]` means: an item or an edition, by the name of its file, else by its title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from letterbook.drafting.editions.edition_summary import EditionSummary
from letterbook.drafting.editions.translations import is_translation_of
from letterbook.files import name_key
from letterbook.finding import Finding, Place, Severity
from letterbook.item import Highlight, Item
from letterbook.library.catalogue import why_unreadable
from letterbook.suggestion import did_you_mean
from letterbook.word_lists import listed

Target: TypeAlias = Item | EditionSummary
_T = TypeVar("_T", bound=Target)


class References:
    """Everything that can be referred to: all items and editions of a workspace.

    A reference is compared with names and titles in NFC and case-folded. It may carry a folder and
    the ending `.md`, as Obsidian writes them. `broken` are the reasons why an item's file cannot be
    read, by its path.
    """

    def __init__(
        self,
        items: Iterable[Item],
        editions: Iterable[EditionSummary],
        broken: Mapping[str, tuple[Finding, ...]] = MappingProxyType({}),
    ) -> None:
        self._targets: tuple[Target, ...] = (*items, *editions)
        self._broken = broken

    @cached_property
    def _by_name(self) -> Mapping[str, list[Target]]:
        return _grouped((target.name, target) for target in self._targets)

    @cached_property
    def _by_title(self) -> Mapping[str, list[Target]]:
        return _grouped((target.title, target) for target in self._targets if target.title)

    def find(self, reference: str) -> tuple[Target, ...]:
        """All that `reference` may mean: those of that name, else those of that title."""
        key = name_key(reference.strip())
        return tuple(self._by_name.get(key) or self._by_title.get(key) or self._by_path(key))

    def resolve(self, reference: str, place: Place, *, within: str = "") -> Target | Finding:
        """The one thing that `reference` means, or the finding that says why there is none.

        `within` is the path of the file that refers: it cannot mean itself.
        """
        found = self.find(reference)
        if not found:
            return self._broken_item(reference, place) or self._missing(reference, place)
        found = tuple(target for target in found if target.path != within) or found
        found = without_translations(found)
        if len(found) > 1:
            return _ambiguous(reference, found, place)
        if found[0].path == within:
            return Finding(
                "reference-to-itself",
                Severity.ERROR,
                f'"{reference}" is this very edition.',
                "Refer to another one, or write the words without brackets.",
                place,
            )
        return found[0]

    def _by_path(self, key: str) -> list[Target]:
        """Those whose path ends in the folders and the name of `key`."""
        path = key if key.endswith(".md") else f"{key}.md"
        name = path.rpartition("/")[2].removesuffix(".md")
        named = self._by_name.get(name, ())
        return [target for target in named if f"/{name_key(target.path)}".endswith(f"/{path}")]

    def _broken_item(self, reference: str, place: Place) -> Finding | None:
        reasons = why_unreadable(reference, self._broken)
        if not reasons:
            return None
        first = reasons[0]
        where = f" ({first.place})" if first.place else ""
        message = f'"{reference}" cannot be read: {first.message}{where}'
        return Finding("item-broken", Severity.ERROR, message, first.hint, place)

    def _missing(self, reference: str, place: Place) -> Finding:
        names = [target.name for target in self._targets]
        titles = [target.title for target in self._targets if target.title]
        hint = did_you_mean(reference, names) or did_you_mean(reference, titles)
        return Finding(
            "reference-missing",
            Severity.ERROR,
            f'No item and no edition is called "{reference}".',
            hint or 'See "letterbook items" for the names there are.',
            place,
        )


def without_translations(targets: tuple[_T, ...]) -> tuple[_T, ...]:
    """The things that were found, less the translations of an edition that is among them."""
    return tuple(
        target
        for target in targets
        if not any(
            is_translation_of(target.path, other.path) and len(other.name) < len(target.name)
            for other in targets
            if isinstance(target, EditionSummary) and isinstance(other, EditionSummary)
        )
    )


def find_highlight(item: Item, anchor: str, place: Place) -> Highlight | Finding:
    """The highlight of `item` with the id `^anchor`, or the finding that says that there is none."""
    found = [highlight for highlight in item.highlights if highlight.anchor == anchor]
    if len(found) == 1:
        return found[0]
    if found:
        message, hint = f'"{item.name}" has {len(found)} highlights ^{anchor}.', "Give each a ^id of its own."
    else:
        message = f'"{item.name}" has no highlight ^{anchor}.'
        anchors = [highlight.anchor for highlight in item.highlights]
        hint = did_you_mean(anchor, anchors) or f"Its highlights are in {item.path}."
    return Finding("highlight-missing", Severity.ERROR, message, hint, place)


def _grouped(pairs: Iterable[tuple[str, Target]]) -> Mapping[str, list[Target]]:
    groups: defaultdict[str, list[Target]] = defaultdict(list)
    for name, target in pairs:
        groups[name_key(name)].append(target)
    return groups


def _ambiguous(reference: str, targets: Iterable[Target], place: Place) -> Finding:
    found = tuple(targets)
    by_path = found[-1].path.removesuffix(".md")
    return Finding(
        "reference-ambiguous",
        Severity.ERROR,
        f'"{reference}" means {listed(target.path for target in found)}.',
        f"Rename one of them, or write its folder too, as in [[{by_path}]].",
        place,
    )
