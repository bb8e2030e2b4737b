"""The terms that ask for an item's state: `is:favourite`, `is:unused` and so on."""

from __future__ import annotations

from enum import StrEnum

from letterbook.item import Highlight, Item
from letterbook.library.queries.query_terms import Candidate, Term, has_tag, written
from letterbook.library.themes.known_themes import tagged_parts, theme_key
from letterbook.record import record

FAVOURITE_TAG = "favourite"
PICK_TAG = "pick"


class State(StrEnum):
    """What `is:` asks about an item."""

    FAVOURITE = "favourite"
    USED = "used"
    UNUSED = "unused"
    UNTAGGED = "untagged"
    PICKED = "picked"
    UNCOMMENTED = "uncommented"


@record
class IsFavourite(Term):
    """`is:favourite`: tagged so, or with favourite highlights, which then are the ones selected."""

    def holds_for(self, candidate: Candidate) -> bool:
        """Whether the item is tagged `favourite`."""
        return has_tag(candidate.item.tags, FAVOURITE_TAG)

    def holds_for_highlight(self, highlight: Highlight) -> bool:
        """Whether the highlight is a favourite."""
        return highlight.favourite or has_tag(highlight.tags, FAVOURITE_TAG)

    def leaves_out(self, candidate: Candidate) -> bool:
        """An item with one favourite highlight is a favourite itself."""
        return self.holds_for(candidate) or any(map(self.holds_for_highlight, candidate.item.highlights))

    def __str__(self) -> str:
        return written("is", State.FAVOURITE)


@record
class IsUsed(Term):
    """`is:used` and `is:unused`: whether any edition placed the item."""

    wanted: bool

    def holds_for(self, candidate: Candidate) -> bool:
        """Whether the item is used as wanted."""
        return bool(candidate.used_in) is self.wanted

    def __str__(self) -> str:
        return written("is", State.USED if self.wanted else State.UNUSED)


@record
class IsPicked(Term):
    """`is:picked`: tagged `pick`, or with highlights tagged so: the queue of the next edition."""

    def holds_for(self, candidate: Candidate) -> bool:
        """Whether the item is tagged `pick`."""
        return has_tag(candidate.item.tags, PICK_TAG)

    def holds_for_highlight(self, highlight: Highlight) -> bool:
        """Whether the highlight is tagged `pick`, as a reading application tags passages."""
        return has_tag(highlight.tags, PICK_TAG)

    def leaves_out(self, candidate: Candidate) -> bool:
        """An item with one picked highlight is picked itself."""
        return self.holds_for(candidate) or any(map(self.holds_for_highlight, candidate.item.highlights))

    def __str__(self) -> str:
        return written("is", State.PICKED)


@record
class IsUncommented(Term):
    """`is:uncommented`: the item's file holds no words of the author."""

    def holds_for(self, candidate: Candidate) -> bool:
        """Whether there is no commentary."""
        return not any(passage.text.strip() for passage in candidate.item.commentary)

    def __str__(self) -> str:
        return written("is", State.UNCOMMENTED)


@record
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
