"""What two sequences have in common, in the same order, found in time that hardly grows faster than they do.

Elements that are unique in both come first, as in patience diff (Bram Cohen); what lies between them is
looked through again. Only short runs without any are compared element by element.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from letterbook.record import record

_MOST_COMPARISONS = 1_000


@record
class Run:
    """The elements from `start` to `end` of one sequence and those of the other that stand for them.

    One that is not `same` has been changed, or is empty on one side.
    """

    start: int
    end: int
    other_start: int
    other_end: int
    same: bool


@record
class _Gap:
    """A part of both sequences that is still to be looked through."""

    start: int
    end: int
    other_start: int
    other_end: int


def common_pairs(before: Sequence[Hashable], after: Sequence[Hashable]) -> tuple[tuple[int, int], ...]:
    """The positions of equal elements in both, rising in both; the same for the same sequences."""
    found: list[tuple[int, int]] = []
    gaps = [_Gap(0, len(before), 0, len(after))]
    while gaps:
        trimmed, ends = _without_equal_ends(before, after, gaps.pop())
        found += ends
        if trimmed.start < trimmed.end and trimmed.other_start < trimmed.other_end:
            inner = _in_gap(before, after, trimmed)
            found += inner
            gaps += _between(trimmed, inner) if inner and _is_large(trimmed) else ()
    return tuple(sorted(found))


def runs(before: Sequence[Hashable], after: Sequence[Hashable]) -> Iterator[Run]:
    """Both sequences as runs that are the same and runs that differ, one after the other."""
    start = other = 0
    same_from: tuple[int, int] | None = None
    for i, j in (*common_pairs(before, after), (len(before), len(after))):
        if (i, j) == (start, other) and same_from and i < len(before) and j < len(after):
            start, other = i + 1, j + 1
            continue
        if same_from and same_from != (start, other):
            yield Run(same_from[0], start, same_from[1], other, same=True)
        if (i, j) != (start, other):
            yield Run(start, i, other, j, same=False)
        same_from, start, other = (i, j), i + 1, j + 1


def counted(sequence: Iterable[Hashable]) -> Iterator[tuple[Hashable, int]]:
    """Each element with how many of its like stand before it, so that no two are the same."""
    seen: Counter[Hashable] = Counter()
    for each in sequence:
        yield each, seen[each]
        seen[each] += 1


def rising(pairs: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Of pairs whose first elements rise, the most whose second ones rise too."""
    pairs = tuple(pairs)
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for position, (_, value) in enumerate(pairs):
        place = bisect_left(ends, value)
        before.append(last[place - 1] if place else -1)
        ends[place : place + 1] = [value]
        last[place : place + 1] = [position]
    chosen: list[tuple[int, int]] = []
    position = last[-1] if last else -1
    while position >= 0:
        chosen.append(pairs[position])
        position = before[position]
    return tuple(reversed(chosen))


def _without_equal_ends(
    before: Sequence[Hashable], after: Sequence[Hashable], gap: _Gap
) -> tuple[_Gap, list[tuple[int, int]]]:
    """A gap without the equal elements at its ends, and these."""
    start, end, other, other_end = gap.start, gap.end, gap.other_start, gap.other_end
    found: list[tuple[int, int]] = []
    while start < end and other < other_end and before[start] == after[other]:
        found.append((start, other))
        start, other = start + 1, other + 1
    while start < end and other < other_end and before[end - 1] == after[other_end - 1]:
        end, other_end = end - 1, other_end - 1
        found.append((end, other_end))
    return _Gap(start, end, other, other_end), found


def _is_large(gap: _Gap) -> bool:
    return (gap.end - gap.start) * (gap.other_end - gap.other_start) > _MOST_COMPARISONS


def _in_gap(before: Sequence[Hashable], after: Sequence[Hashable], gap: _Gap) -> tuple[tuple[int, int], ...]:
    """Pairs within a gap: those that are unique in it; else, in a large one, the first with the first."""
    old, new = before[gap.start : gap.end], after[gap.other_start : gap.other_end]
    if not _is_large(gap):
        blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        return tuple(
            (gap.start + block.a + step, gap.other_start + block.b + step)
            for block in blocks
            for step in range(block.size)
        )
    positions = _unique(new)
    pairs = [(i, positions[each]) for each, i in _unique(old).items() if each in positions]
    if not pairs:
        numbered = {each: position for position, each in enumerate(counted(new))}
        pairs = [(i, numbered[each]) for i, each in enumerate(counted(old)) if each in numbered]
    return rising((gap.start + i, gap.other_start + j) for i, j in pairs)


def _unique(sequence: Sequence[Hashable]) -> dict[Hashable, int]:
    """The positions of the elements that are in a sequence once."""
    counts = Counter(sequence)
    return {each: position for position, each in enumerate(sequence) if counts[each] == 1}


def _between(gap: _Gap, pairs: Sequence[tuple[int, int]]) -> Iterator[_Gap]:
    """The parts of a gap between the pairs that were found in it."""
    start, other = gap.start, gap.other_start
    for i, j in (*pairs, (gap.end, gap.other_end)):
        if start < i and other < j:
            yield _Gap(start, i, other, j)
        start, other = i + 1, j + 1
