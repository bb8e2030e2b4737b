"""Which item of the library an imported one is: by id, else by address, else by source and title."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from letterbook.addresses import canonical_url, is_private_link
from letterbook.files import name_key
from letterbook.item import Highlight, Item


class KnownItems:
    """The paths of all items, by everything that identifies them or their highlights."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._by_id: dict[str, str] = {}
        self._by_address: dict[str, str] = {}
        self._by_title: defaultdict[tuple[str, str], list[tuple[Item, str]]] = defaultdict(list)
        self._by_highlight_id: dict[str, str] = {}
        self._by_anchor: dict[str, str] = {}
        for item in items:
            self.add(item, item.path)

    def add(self, item: Item, path: str) -> None:
        """Make known that the file at `path` is this item; what was known before stays so."""
        for identifier in item.ids:
            self._by_id.setdefault(identifier, path)
        if _tells(item.url):
            self._by_address.setdefault(canonical_url(item.url), path)
        self._by_title[_title_key(item)].append((item, path))
        for highlight in item.highlights:
            self._by_anchor.setdefault(highlight.anchor, path)
            for identifier in highlight.ids:
                self._by_highlight_id.setdefault(identifier, path)

    def find(self, item: Item) -> str:
        """The path of the library's item that `item` is, or an empty text."""
        by_id = next((self._by_id[each] for each in item.ids if each in self._by_id), "")
        return by_id or self._by_address.get(canonical_url(item.url), "") or self._find_by_title(item)

    def find_by_highlights(self, item: Item) -> str:
        """The path of the item that holds at least half of the highlights of `item`, or an empty text.

        For an item whose title or address a person has changed. Highlights are known by their ids; by
        their words only where neither they nor the item have anything better, since two items may
        well quote the same sentence.
        """
        home = self.home if item.ids or item.url else self._home_by_words
        homes = Counter(filter(None, map(home, item.highlights)))
        path, count = homes.most_common(1)[0] if homes else ("", 0)
        return path if 2 * count >= len(item.highlights) else ""

    def home(self, highlight: Highlight) -> str:
        """The path of the item that holds `highlight`, found by its ids, or an empty text."""
        return next(
            (self._by_highlight_id[each] for each in highlight.ids if each in self._by_highlight_id), ""
        )

    def _home_by_words(self, highlight: Highlight) -> str:
        return self.home(highlight) if highlight.ids else self._by_anchor.get(highlight.anchor, "")

    def _find_by_title(self, item: Item) -> str:
        candidates = self._by_title.get(_title_key(item), ())
        return next((path for other, path in candidates if not _are_rivals(item, other)), "")


def _title_key(item: Item) -> tuple[str, str]:
    return name_key(item.source), name_key(item.title)


def _tells(url: str) -> bool:
    return bool(url) and not is_private_link(url)


def _are_rivals(one: Item, other: Item) -> bool:
    """Whether both have an address, or ids of one source: since those differ, so do the items."""
    sources = {identifier.partition(":")[0] for identifier in one.ids}
    both_identified = any(identifier.partition(":")[0] in sources for identifier in other.ids)
    return both_identified or (_tells(one.url) and _tells(other.url))
