"""The terms of a query, one class a kind: what each says about an item and about a highlight.

A term holds for an item as a whole, and then selects all its highlights, or for single highlights.
`str(term)` is the term as a person would write it.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable
from functools import lru_cache

from letterbook.files import name_key
from letterbook.item import Highlight, Item
from letterbook.library.queries.period import Period, read_period
from letterbook.library.themes.known_themes import theme_key
from letterbook.record import record

_NEEDS_QUOTES = re.compile(r"[\s\"\\]")
_PLAIN_QUOTES = str.maketrans("“”„‟‘’‚‛", "\"\"\"\"''''")


@record
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

    def holds_for_highlight(self, _highlight: Highlight) -> bool:
        """Whether a highlight meets the condition although its item does not."""
        return False

    def leaves_out(self, candidate: Candidate) -> bool:
        """Whether the negated condition leaves out the whole item."""
        return self.holds_for(candidate)


@record
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


@record
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


@record
class HasTag(Term):
    """`tag:`: an imported label of the item or the highlight; `a` also matches `a/b`."""

    tag: str

    def holds_for(self, candidate: Candidate) -> bool:
        """Whether the item has the tag."""
        return has_tag(candidate.item.tags, self.tag)

    def holds_for_highlight(self, highlight: Highlight) -> bool:
        """Whether the highlight has the tag."""
        return has_tag(highlight.tags, self.tag)

    def __str__(self) -> str:
        return written("tag", self.tag)


@record
class OfKind(Term):
    """`kind:`: article, podcast, video, ..."""

    kind: str

    def holds_for(self, candidate: Candidate) -> bool:
        """Whether the item is of the kind."""
        return folded(candidate.item.kind) == folded(self.kind)

    def __str__(self) -> str:
        return written("kind", self.kind)


@record
class FromSource(Term):
    """`source:`: words of the source's name."""

    source: str

    def holds_for(self, candidate: Candidate) -> bool:
        """Whether the item's source has the words."""
        return folded(self.source) in folded(candidate.item.source)

    def __str__(self) -> str:
        return written("source", self.source)


@record
class ByAuthor(Term):
    """`author:`: words of one author's name."""

    author: str

    def holds_for(self, candidate: Candidate) -> bool:
        """Whether one of the item's authors has the words."""
        return any(folded(self.author) in folded(author) for author in candidate.item.authors)

    def __str__(self) -> str:
        return written("author", self.author)


@record
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


@record
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


@record
class UsedIn(Term):
    """`used:`: placed by an edition whose name has the words."""

    edition: str

    def holds_for(self, candidate: Candidate) -> bool:
        """Whether such an edition placed the item."""
        return any(folded(self.edition) in folded(name) for name in candidate.used_in)

    def __str__(self) -> str:
        return written("used", self.edition)


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


def has_tag(tags: tuple[str, ...], tag: str) -> bool:
    """Whether one of `tags` is `tag` or lies below it, as `a/b` below `a`."""
    wanted = theme_key(tag)
    return any(key == wanted or key.startswith(f"{wanted}/") for key in map(theme_key, tags))
