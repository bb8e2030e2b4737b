"""Which part of one letter has become which of another: the same, with other numbers, or in other words.

Equal parts are found first, then those that differ in numbers only. What is left is compared by the words
that few parts have, so that even a letter of which every paragraph was rewritten takes time that grows with
its length.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from operator import attrgetter, itemgetter
from typing import Protocol, TypeAlias

from letterbook.common_parts import common_pairs, rising
from letterbook.record import record

_RARE = 6  # in so many parts a word or a run of three may stand that tells of which it is
_CANDIDATES = 5
_NEARBY = 3
_ALIKE, _ALIKE_ELSEWHERE = 0.5, 0.6
_BEGINNING, _BEGINS_ALIKE = 3, 0.2
"""What begins with the same three words is that much more alike."""
_WORDS_ELSEWHERE = 5

_Scored: TypeAlias = tuple[float, int, int]


class Likeness(StrEnum):
    """How much of a part is the same in both letters."""

    SAME = "same"
    NUMBERS = "numbers"
    WORDS = "words"


class Unit(Protocol):
    """What of a part is compared; the rest is only asked of parts whose `text` is not in both letters."""

    @property
    def text(self) -> str:
        """What it says."""

    @property
    def masked(self) -> str:
        """What it says without numbers and days."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words by which it is known again."""

    @property
    def kind(self) -> str:
        """What it is: only parts of one kind are paired when their words differ."""


@record
class Pair:
    """The positions of a part in both letters; one that has `moved` stands elsewhere among the others."""

    before: int
    after: int
    likeness: Likeness
    moved: bool = False


def paired(before: Sequence[Unit], after: Sequence[Unit]) -> tuple[Pair, ...]:
    """The parts that are in both letters, in the order of the newer one; none of them twice."""
    found = dict[int, tuple[int, Likeness]]()
    _pair_equal(before, after, attrgetter("text"), Likeness.SAME, found)
    _pair_equal(before, after, attrgetter("masked"), Likeness.NUMBERS, found)
    _pair_alike(before, after, found)
    in_order = dict(rising((i, found[i][0]) for i in sorted(found)))
    pairs = (Pair(i, j, likeness, moved=i not in in_order) for i, (j, likeness) in found.items())
    return tuple(sorted(pairs, key=lambda pair: pair.after))


def _pair_equal(
    before: Sequence[Unit],
    after: Sequence[Unit],
    said: Callable[[Unit], str],
    likeness: Likeness,
    found: dict[int, tuple[int, Likeness]],
) -> None:
    """Pair what waits and says the same: in order as far as can be, then wherever it stands."""
    old, new = _waiting(before, after, found)
    old_said, new_said = [said(before[i]) for i in old], [said(after[j]) for j in new]
    for i, j in common_pairs(old_said, new_said):
        found[old[i]] = new[j], likeness
    taken = {j for j, _ in found.values()}
    places = defaultdict[str, list[int]](list)
    for j, text in zip(reversed(new), reversed(new_said), strict=True):
        if j not in taken:
            places[text].append(j)
    for i, text in zip(old, old_said, strict=True):
        if i not in found and places[text]:
            found[i] = places[text].pop(), likeness


def _waiting(
    before: Sequence[object], after: Sequence[object], found: dict[int, tuple[int, Likeness]]
) -> tuple[list[int], list[int]]:
    """The positions in both that are not paired yet."""
    taken = {j for j, _ in found.values()}
    return [i for i in range(len(before)) if i not in found], [j for j in range(len(after)) if j not in taken]


def _pair_alike(
    before: Sequence[Unit], after: Sequence[Unit], found: dict[int, tuple[int, Likeness]]
) -> None:
    """Pair what waits and has most words in common, the likest first."""
    old, new = _waiting(before, after, found)
    gaps = _gaps(old, new, found)
    scored = sorted(_scores(before, after, old, new, gaps), key=lambda each: (-each[0], each[1], each[2]))
    taken: set[int] = set()
    for _, i, j in scored:
        if i not in found and j not in taken:
            found[i] = j, Likeness.WORDS
            taken.add(j)


def _gaps(
    old: Iterable[int], new: Sequence[int], found: dict[int, tuple[int, Likeness]]
) -> dict[int, tuple[int, int]]:
    """For what waits in the older letter the room between its neighbours in the newer one."""
    fixed = rising((i, found[i][0]) for i in sorted(found))
    end = (new[-1] + 1) if new else 0
    gaps: dict[int, tuple[int, int]] = {}
    position, start = 0, -1
    for i in old:
        while position < len(fixed) and fixed[position][0] < i:
            start, position = fixed[position][1], position + 1
        gaps[i] = start + 1, fixed[position][1] if position < len(fixed) else end
    return gaps


def _scores(
    before: Sequence[Unit],
    after: Sequence[Unit],
    old: Sequence[int],
    new: Sequence[int],
    gaps: dict[int, tuple[int, int]],
) -> Iterator[_Scored]:
    """How alike two parts are that wait, for those that may be alike enough."""
    index = defaultdict[object, list[int]](list)
    for j in new:
        for token in _tokens(after[j]):
            index[token].append(j)
    counts = {j: Counter(after[j].words) for j in new}
    waiting = frozenset(new)
    seen_in_gap: Counter[int] = Counter()
    for i in old:
        start, end = gaps[i]
        candidates = _near(start, end, waiting, seen_in_gap[start])
        seen_in_gap[start] += 1
        candidates |= _with_rare_words(_tokens(before[i]), index)
        words = Counter(before[i].words)
        for j in sorted(candidates):
            if before[i].kind == after[j].kind:
                score = _alike(words, counts[j]) + _begins_alike(before[i].words, after[j].words)
                is_here = start <= j < end
                if score >= (_ALIKE if is_here else _ALIKE_ELSEWHERE) and (
                    is_here or len(before[i].words) >= _WORDS_ELSEWHERE
                ):
                    yield score, i, j


def _near(start: int, end: int, waiting: frozenset[int], rank: int) -> set[int]:
    """What waits in the room between two neighbours, around the place where a part would stand in it."""
    first = max(start, start + rank - _NEARBY)
    return {j for j in range(first, min(end, start + rank + _NEARBY + 1)) if j in waiting}


def _with_rare_words(tokens: Iterable[object], index: dict[object, list[int]]) -> set[int]:
    """The parts with which one shares most of what few have."""
    votes: Counter[int] = Counter()
    for token in tokens:
        places = index.get(token, ())
        if len(places) <= _RARE:
            votes.update(places)
    best = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:_CANDIDATES]
    return set(map(itemgetter(0), best))


def _tokens(unit: Unit) -> set[object]:
    """The words of a part, and the runs of three words, each once."""
    words = unit.words
    return {*words, *zip(words, words[1:], words[2:], strict=False)}


def _begins_alike(one: Sequence[str], other: Sequence[str]) -> float:
    is_alike = len(one) >= _BEGINNING and one[:_BEGINNING] == other[:_BEGINNING]
    return _BEGINS_ALIKE if is_alike else 0.0


def _alike(one: Counter[str], other: Counter[str]) -> float:
    """The share of the words of two parts that they have in common (Dice), 0 to 1."""
    total = one.total() + other.total()
    common = sum(min(count, other[word]) for word, count in one.items() if word in other)
    return 2 * common / total if total else 0.0
