"""Themes: those that `themes.yaml` describes and those that items simply use."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from letterbook.errors import WrongUse
from letterbook.files import name_key
from letterbook.finding import Place
from letterbook.item import Highlight, Item
from letterbook.record import record
from letterbook.word_lists import listed

_BETWEEN_WORDS = re.compile(r"[\s_-]+")


@lru_cache(maxsize=4096)
def theme_key(word: str) -> str:
    """The form in which themes and tags are compared: case, accents' encoding, spaces and hyphens alike."""
    return _BETWEEN_WORDS.sub(" ", name_key(word)).removeprefix("#").strip()


@record
class Theme:
    """One theme of `themes.yaml`; `seeds` are words that hint at it, `parent` the id of a wider theme."""

    id: str
    title: str = ""
    aliases: tuple[str, ...] = ()
    seeds: tuple[str, ...] = ()
    parent: str = ""
    place: Place | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """Everything that names the theme: its id, title and aliases."""
        return (self.id, self.title, *self.aliases) if self.title else (self.id, *self.aliases)


@record
class ThemeCount:
    """A theme and the number of items that have it, themselves or in a highlight."""

    theme: Theme
    items: int


@dataclass(frozen=True)
class KnownThemes:
    """The themes that `themes.yaml` describes (`described`) and the words that items use (`used`)."""

    described: tuple[Theme, ...] = ()
    used: tuple[str, ...] = ()

    @cached_property
    def _by_key(self) -> dict[str, Theme]:
        named = [(theme.id, theme) for theme in self.described]
        named += [(theme.title, theme) for theme in self.described]
        named += [(alias, theme) for theme in self.described for alias in theme.aliases]
        named += [(word, Theme(id=word)) for word in self.used]
        by_key: dict[str, Theme] = {}
        for word, theme in named:
            by_key.setdefault(theme_key(word), theme)
        by_key.pop("", None)
        return by_key

    @cached_property
    def described_keys(self) -> frozenset[str]:
        """The keys of all ids, titles and aliases of `themes.yaml`."""
        return frozenset(theme_key(word) for theme in self.described for word in theme.words)

    def find(self, word: str) -> Theme | None:
        """The theme that `word` names: by id, then title, then alias, then as a word that items use."""
        return self._by_key.get(theme_key(word))

    def theme(self, word: str) -> Theme:
        """The theme that `word` names; raises WrongUse, with the nearest ones, when there is none."""
        theme = self.find(word)
        if theme is None:
            near = listed((f'"{name}"' for name in self.suggest(word)), "or")
            hint = f"Did you mean {near}?" if near else '"letterbook themes" lists those there are.'
            raise WrongUse(f'There is no theme "{word}".', hint=hint)
        return theme

    def suggest(self, word: str) -> tuple[str, ...]:
        """At most three known themes that `word` may have been meant for, the nearest first."""
        near = difflib.get_close_matches(theme_key(word), self._by_key, n=3, cutoff=0.6)
        return tuple(dict.fromkeys(self._by_key[key].id for key in near))

    def with_narrower(self, theme: Theme) -> tuple[Theme, ...]:
        """The theme and all themes below it, each once, however the parents are arranged."""
        found = {theme_key(theme.id): theme}
        waiting = [theme]
        while waiting:
            wider = waiting.pop()
            for child in self._children.get(theme_key(wider.id), ()):
                if theme_key(child.id) not in found:
                    found[theme_key(child.id)] = child
                    waiting.append(child)
        return tuple(found.values())

    @cached_property
    def _children(self) -> dict[str, list[Theme]]:
        children: dict[str, list[Theme]] = {}
        for theme in self.described:
            parent = self.find(theme.parent)
            if parent is not None:
                children.setdefault(theme_key(parent.id), []).append(theme)
        return children

    def of(self, tagged: Item | Highlight) -> tuple[Theme, ...]:
        """The themes of an item or a highlight: its `themes`, and its `tags` that `themes.yaml` knows."""
        words = [*tagged.themes, *(tag for tag in tagged.tags if theme_key(tag) in self.described_keys)]
        themes = (self.find(word) or Theme(id=word) for word in words if theme_key(word))
        return tuple({theme_key(theme.id): theme for theme in themes}.values())

    def of_item_and_highlights(self, item: Item) -> tuple[Theme, ...]:
        """The themes of an item and of its highlights, each once, in the order of the file."""
        themes = (theme for tagged in tagged_parts(item) for theme in self.of(tagged))
        return tuple({theme_key(theme.id): theme for theme in themes}.values())

    def counts(self, items: Iterable[Item]) -> tuple[ThemeCount, ...]:
        """All known themes with the number of their items: described ones first, each group in order."""
        numbers = {theme_key(theme.id): 0 for theme in self._all()}
        for item in items:
            for theme in self.of_item_and_highlights(item):
                numbers[theme_key(theme.id)] = numbers.get(theme_key(theme.id), 0) + 1
        return tuple(ThemeCount(theme, numbers[theme_key(theme.id)]) for theme in self._all())

    def _all(self) -> Iterator[Theme]:
        yield from self.described
        seen = {theme_key(theme.id) for theme in self.described}
        for word in sorted(self.used, key=theme_key):
            theme = self.find(word)
            if theme is not None and theme_key(theme.id) not in seen:
                seen.add(theme_key(theme.id))
                yield theme


def tagged_parts(item: Item) -> tuple[Item | Highlight, ...]:
    """What themes and tags can be on: the item, then its highlights."""
    return (item, *item.highlights)


def known_themes(described: tuple[Theme, ...], items: Iterable[Item]) -> KnownThemes:
    """The described themes together with the words that `items` and their highlights use."""
    used: dict[str, str] = {}
    for item in items:
        for tagged in tagged_parts(item):
            for word in tagged.themes:
                used.setdefault(theme_key(word), word)
    used.pop("", None)
    return KnownThemes(described, tuple(used.values()))
