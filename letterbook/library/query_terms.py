"""The terms of a query, one class a kind: what each says about an item and about a highlight.

A term holds for an item as a whole, and then selects all its highlights, or for single highlights.
`str(term)` is the term as a person would write it.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from letterbook.files import name_key
from letterbook.item import Highlight, Item
from letterbook.library.period import Period, read_period
from letterbook.library.themes import tagged_parts, theme_key

FAVOURITE_TAG = "favourite"
PICK_TAG = "pick"
_NEEDS_QUOTES = re.compile(r"[\s\"\\]")
_PLAIN_QUOTES = str.maketrans("“”„‟‘’‚‛", "\"\"\"\"''''")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item, and the names of the editions that placed it."""

    item: Item
    used_in: tuple[str, ...] = ()


class Term(ABC):
    """One condition of a query."""

    __slots__ = ()

    @abstractmethod
    def holds_for(self, candidate: Candidate) -> bool:
        """Whether the item itself meets the condition; then all its highlights do."""

    def holds_for_highlight(self, highlight: Highlight) -> bool:  # noqa: ARG002  (most terms are about items only)
        """Whether a highlight meets the condition although its item does not."""
        return False

    def leaves_out(self, candidate: Candidate) -> bool:
        """Whether the negated condition leaves out the whole item."""
        return self.holds_for(candidate)


@dataclass(frozen=True, slots=True)
class Phrase(Term):
    """Words to be found in the title, source, authors, tags and commentary, or in a highlight."""

    text: str

    def holds_for(self, candidate: Candidate) -> bool:
        """Whether one of the item's own texts has the words."""
        item = candidate.item
        texts = (item.title, item.source, *item.authors, *item.tags, *item.themes)
        return self._in(texts) or self._in(passage.text for passage in item.commentary)

    def holds_for_highlight(self, highlight: Highlight) -> bool:
        """Whether one of the highlight's texts has the words; a machine's takeaways do not count."""
        texts = (highlight.title, highlight.text, highlight.note, *highlight.tags, *highlight.themes)
        return self._in(texts) or self._in(turn.text for turn in highlight.transcript)

    def _in(self, texts: Iterable[str]) -> bool:
        words = _folded_words(self.text)
        return any(words in folded(text) for text in texts)

    def __str__(self) -> str:
        return quoted(self.text)


@dataclass(frozen=True, slots=True)
class HasTheme(Term):
    """`theme:`: `keys` are all words for the theme and its narrower ones; `tags_count` when described."""

    word: str
    keys: frozenset[str]
    tags_count: bool

    def holds_for(self, candidate: Candidate) -> bool:
        """Whether the item has the theme."""
        return self._on(candidate.item)

    def holds_for_highlight(self, highlight: Highlight) -> bool:
        """Whether the highlight has the theme."""
        return self._on(highlight)

    def _on(self, tagged: Item | Highlight) -> bool:
        words = (*tagged.themes, *tagged.tags) if self.tags_count else tagged.themes
        return any(theme_key(word) in self.keys for word in words)

    def __str__(self) -> str:
        return written("theme", self.word)


@dataclass(frozen=True, slots=True)
class HasTag(Term):
    """`tag:`: an imported label of the item or the highlight; `a` also matches `a/b`."""

    tag: str

    def holds_for(self, candidate: Candidate) -> bool:
        """Whether the item has the tag."""
        return _has_tag(candidate.item.tags, self.tag)

    def holds_for_highlight(self, highlight: Highlight) -> bool:
        """Whether the highlight has the tag."""
        return _has_tag(highlight.tags, self.tag)

    def __str__(self) -> str:
        return written("tag", self.tag)


@dataclass(frozen=True, slots=True)
class OfKind(Term):
    """`kind:`: article, podcast, video, ..."""

    kind: str

    def holds_for(self, candidate: Candidate) -> bool:
        """Whether the item is of the kind."""
        return folded(candidate.item.kind) == folded(self.kind)

    def __str__(self) -> str:
        return written("kind", self.kind)


@dataclass(frozen=True, slots=True)
class FromSource(Term):
    """`source:`: words of the source's name."""

    source: str

    def holds_for(self, candidate: Candidate) -> bool:
        """Whether the item's source has the words."""
        return folded(self.source) in folded(candidate.item.source)

    def __str__(self) -> str:
        return written("source", self.source)


@dataclass(frozen=True, slots=True)
class ByAuthor(Term):
    """`author:`: words of one author's name."""

    author: str

    def holds_for(self, candidate: Candidate) -> bool:
        """Whether one of the item's authors has the words."""
        return any(folded(self.author) in folded(author) for author in candidate.item.authors)

    def __str__(self) -> str:
        return written("author", self.author)


@dataclass(frozen=True, slots=True)
class AddedSince(Term):
    """`since:`: added in the period or after it."""

    word: str
    period: Period

    def holds_for(self, candidate: Candidate) -> bool:
        """Whether the item may have been added on the period's first day or later."""
        added = read_period(candidate.item.added)
        return added is not None and added.last >= self.period.first

    def __str__(self) -> str:
        return written("since", self.word)


@dataclass(frozen=True, slots=True)
class AddedUntil(Term):
    """`until:`: added in the period or before it."""

    word: str
    period: Period

    def holds_for(self, candidate: Candidate) -> bool:
        """Whether the item may have been added on the period's last day or earlier."""
        added = read_period(candidate.item.added)
        return added is not None and added.first <= self.period.last

    def __str__(self) -> str:
        return written("until", self.word)


@dataclass(frozen=True, slots=True)
class UsedIn(Term):
    """`used:`: placed by an edition whose name has the words."""

    edition: str

    def holds_for(self, candidate: Candidate) -> bool:
        """Whether such an edition placed the item."""
        return any(folded(self.edition) in folded(name) for name in candidate.used_in)

    def __str__(self) -> str:
        return written("used", self.edition)


class State(StrEnum):
    """What `is:` asks about an item."""

    FAVOURITE = "favourite"
    USED = "used"
    UNUSED = "unused"
    UNTAGGED = "untagged"
    PICKED = "picked"
    UNCOMMENTED = "uncommented"


@dataclass(frozen=True, slots=True)
class IsFavourite(Term):
    """`is:favourite`: tagged so, or with favourite highlights, which then are the ones selected."""

    def holds_for(self, candidate: Candidate) -> bool:
        """Whether the item is tagged `favourite`."""
        return _has_tag(candidate.item.tags, FAVOURITE_TAG)

    def holds_for_highlight(self, highlight: Highlight) -> bool:
        """Whether the highlight is a favourite."""
        return highlight.favourite or _has_tag(highlight.tags, FAVOURITE_TAG)

    def leaves_out(self, candidate: Candidate) -> bool:
        """An item with one favourite highlight is a favourite itself."""
        return self.holds_for(candidate) or any(map(self.holds_for_highlight, candidate.item.highlights))

    def __str__(self) -> str:
        return written("is", State.FAVOURITE)


@dataclass(frozen=True, slots=True)
class IsUsed(Term):
    """`is:used` and `is:unused`: whether any edition placed the item."""

    wanted: bool

    def holds_for(self, candidate: Candidate) -> bool:
        """Whether the item is used as wanted."""
        return bool(candidate.used_in) is self.wanted

    def __str__(self) -> str:
        return written("is", State.USED if self.wanted else State.UNUSED)


@dataclass(frozen=True, slots=True)
class IsPicked(Term):
    """`is:picked`: tagged `pick`, the queue of the next edition."""

    def holds_for(self, candidate: Candidate) -> bool:
        """Whether the item is tagged `pick`."""
        return _has_tag(candidate.item.tags, PICK_TAG)

    def __str__(self) -> str:
        return written("is", State.PICKED)


@dataclass(frozen=True, slots=True)
class IsUncommented(Term):
    """`is:uncommented`: the item's file holds no words of the author."""

    def holds_for(self, candidate: Candidate) -> bool:
        """Whether there is no commentary."""
        return not any(passage.text.strip() for passage in candidate.item.commentary)

    def __str__(self) -> str:
        return written("is", State.UNCOMMENTED)


@dataclass(frozen=True, slots=True)
class IsUntagged(Term):
    """`is:untagged`: neither the item nor a highlight has a theme; described ones may be tags."""

    described_keys: frozenset[str]

    def holds_for(self, candidate: Candidate) -> bool:
        """Whether there is no theme anywhere."""
        return not any(map(self._has_theme, tagged_parts(candidate.item)))

    def _has_theme(self, tagged: Item | Highlight) -> bool:
        return bool(tagged.themes) or any(theme_key(tag) in self.described_keys for tag in tagged.tags)

    def __str__(self) -> str:
        return written("is", State.UNTAGGED)


def folded(text: str) -> str:
    """Text as it is compared: case-folded, one space between words, straight quotation marks."""
    plain = text.lower() if text.isascii() else name_key(text).translate(_PLAIN_QUOTES)
    return " ".join(plain.split())


def written(field: str, value: str) -> str:
    """A term as it is written in a query, quoted where needed."""
    return f"{field}:{quoted(value) if _NEEDS_QUOTES.search(value) or value == '' else value}"


def quoted(text: str) -> str:
    """`text` between quotation marks, as `split_words` in query.py reads it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@lru_cache(maxsize=256)
def _folded_words(text: str) -> str:
    return folded(text)


def _has_tag(tags: tuple[str, ...], tag: str) -> bool:
    wanted = theme_key(tag)
    return any(key == wanted or key.startswith(f"{wanted}/") for key in map(theme_key, tags))
