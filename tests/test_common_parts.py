"""What two sequences have in common, quickly, and the runs between."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.common_parts import common_pairs, rising, runs
from tests.steps import steps_of

SEQUENCES = st.lists(st.sampled_from("abcdef"), max_size=30)


@given(SEQUENCES, SEQUENCES)
def test_pairs_are_equal_and_rise_in_both(before, after):
    pairs = common_pairs(before, after)
    assert all(before[i] == after[j] for i, j in pairs)
    assert all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(pairs))


@given(SEQUENCES, SEQUENCES)
def test_runs_put_both_sequences_together_again(before, after):
    found = list(runs(before, after))
    assert [x for run in found for x in before[run.start : run.end]] == before
    assert [x for run in found for x in after[run.other_start : run.other_end]] == after
    assert all(before[r.start : r.end] == after[r.other_start : r.other_end] for r in found if r.same)
    assert all(one.same != other.same for one, other in pairwise(found))


@given(SEQUENCES)
def test_a_sequence_is_all_the_same_as_itself(sequence):
    assert common_pairs(sequence, sequence) == tuple((i, i) for i in range(len(sequence)))


@given(st.permutations(range(12)))
def test_what_rises_is_as_long_as_can_be(values):
    def longest(start, least):
        rest = (longest(i + 1, values[i]) for i in range(start, len(values)) if values[i] > least)
        return max((1 + length for length in rest), default=0)

    found = rising(enumerate(values))
    assert len(found) == longest(0, -1)
    assert list(found) == sorted(found, key=lambda pair: pair[1])


@pytest.mark.parametrize("kinds", [3, 200_000])
def test_the_work_for_long_sequences_grows_hardly_faster_than_they_do(kinds):
    generator = random.Random(kinds)

    def steps(length):
        before = [generator.randrange(kinds) for _ in range(length)]
        after = [each for each in before if generator.random() > 0.1]
        after[length // 4 : length // 4] = [generator.randrange(kinds) for _ in range(length // 7)]
        assert len(common_pairs(before, after)) > length // 4
        return steps_of(lambda: common_pairs(before, after))

    few, many = steps(2_500), steps(20_000)
    assert many < 16 * few
