"""Which highlights of two lists are the same passage: by id, else by place, else by their words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from difflib import SequenceMatcher

from letterbook.files import name_key
from letterbook.item import Highlight

_NEARLY = 0.85
_COMPARED = 2000
_EDGE = 4
_TRIED = 8
_NO_WORD = re.compile(r"[\W_]+")


def match_highlights(mine: Sequence[Highlight], theirs: Sequence[Highlight]) -> dict[int, int]:
    """For each of `theirs` that is one of `mine`: its index there. No two share one.

    Linear in the number of highlights: words are only compared where they begin or end alike.
    """
    matching = _Matching(mine, theirs)
    matching.match_by(_ids)
    matching.match_by(lambda highlight: (highlight.anchor,) if highlight.anchor else ())
    matching.match_by(_place, only_single=True)
    matching.match_by(_words)
    matching.match_nearly()
    return matching.found


class _Matching:
    def __init__(self, mine: Sequence[Highlight], theirs: Sequence[Highlight]) -> None:
        self._mine = mine
        self._theirs = theirs
        self._taken: set[int] = set()
        self.found: dict[int, int] = {}

    def match_by(self, keys: Callable[[Highlight], Iterable[Hashable]], *, only_single: bool = False) -> None:
        """Match what has a key in common; `only_single` for keys that say too little for two.

        Those that are matched already count as well: else what is left would be matched when all the
        others have found each other, in the next import.
        """
        ours = self._index(self._mine, () if only_single else self._taken, keys)
        counts = self._index(self._theirs, (), keys) if only_single else {}
        for number, highlight in self._open_theirs():
            for key in keys(highlight):
                if only_single and (len(ours[key]) != 1 or len(counts[key]) != 1):
                    continue
                if only_single and _have_rival_ids(self._mine[ours[key][0]], highlight):
                    continue
                if self._take_last(number, ours[key]):
                    break

    def match_nearly(self) -> None:
        """Match what begins or ends with the same words and is nearly the same text."""
        edges = self._index(self._mine, self._taken, _edges)
        for number, highlight in self._open_theirs():
            alike = [each for key in _edges(highlight) for each in edges[key] if each not in self._taken]
            near = [each for each in alike[-_TRIED:] if _nearly_same(self._mine[each], highlight)]
            self._take_last(number, near)

    def _open_theirs(self) -> list[tuple[int, Highlight]]:
        return [pair for pair in enumerate(self._theirs) if pair[0] not in self.found]

    def _take_last(self, number: int, candidates: list[int]) -> bool:
        """Match with the last candidate that is free; those that are not are dropped on the way."""
        while candidates:
            candidate = candidates.pop()
            if candidate not in self._taken:
                self._taken.add(candidate)
                self.found[number] = candidate
                return True
        return False

    @staticmethod
    def _index(
        highlights: Sequence[Highlight],
        done: Iterable[int],
        keys: Callable[[Highlight], Iterable[Hashable]],
    ) -> defaultdict[Hashable, list[int]]:
        """The highlights that are not done by key, the first one last."""
        index: defaultdict[Hashable, list[int]] = defaultdict(list)
        skipped = set(done)
        for number, highlight in reversed(list(enumerate(highlights))):
            if number not in skipped:
                for key in keys(highlight):
                    index[key].append(number)
        return index


def _ids(highlight: Highlight) -> tuple[str, ...]:
    return highlight.ids


def _place(highlight: Highlight) -> tuple[str, ...]:
    return (highlight.place,) if highlight.place else ()


def _have_rival_ids(one: Highlight, other: Highlight) -> bool:
    """Whether one source gave both an id: then it holds them for two passages."""
    sources = {identifier.partition(":")[0] for identifier in one.ids}
    return any(identifier.partition(":")[0] in sources for identifier in other.ids)


def _word_list(highlight: Highlight) -> list[str]:
    turns = " ".join(turn.text for turn in highlight.transcript)
    text = highlight.text or turns or " ".join(highlight.takeaways)
    return _NO_WORD.sub(" ", name_key(text)).split()


def _words(highlight: Highlight) -> tuple[str, ...]:
    words = " ".join(_word_list(highlight))
    return (words,) if words else ()


def _edges(highlight: Highlight) -> tuple[tuple[str, ...], ...]:
    words = _word_list(highlight)
    return (("begins", *words[:_EDGE]), ("ends", *words[-_EDGE:])) if words else ()


def _nearly_same(one: Highlight, other: Highlight) -> bool:
    first, second = (" ".join(_word_list(each))[:_COMPARED] for each in (one, other))
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.real_quick_ratio() >= _NEARLY <= matcher.quick_ratio() and matcher.ratio() >= _NEARLY
