import pytest

from letterbook.stretch import overlap, overlaps_any
from letterbook.verify.not_figures import NoFigure

MIDDLE = NoFigure(3, 6, "")


@pytest.mark.parametrize(("start", "end"), [(0, 4), (5, 9), (4, 5), (0, 9), (3, 6)])
def test_what_shares_a_character_overlaps(start, end):
    other = NoFigure(start, end, "")
    assert overlap(MIDDLE, other)
    assert overlap(other, MIDDLE)


@pytest.mark.parametrize(("start", "end"), [(0, 3), (6, 9)])
def test_what_only_touches_does_not(start, end):
    other = NoFigure(start, end, "")
    assert not overlap(MIDDLE, other)
    assert not overlap(other, MIDDLE)


def test_one_of_many_is_enough():
    assert overlaps_any(MIDDLE, [NoFigure(0, 2, ""), NoFigure(5, 7, "")])
    assert not overlaps_any(MIDDLE, [])
