"""Where everything of a chart stands, with letters that are all half as wide as high."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest

from letterbook.charts.drawing import sheet_of
from letterbook.charts.pen import Pen
from letterbook.charts.shapes import Polyline, Rectangle, Side, Words
from tests.charts.examples import BRIDGE, CHARTS, CONTRIBUTIONS, EDGES, GROWTH, STYLE, VALUE

NARROW = 200


def measure(text, size, *, bold=False):
    return len(text) * size * (0.55 if bold else 0.5)


def sheet(chart, width=420):
    return sheet_of(chart, Pen(replace(STYLE, width=width), measure))


def texts(drawn):
    return [shape.text for shape in drawn.shapes if isinstance(shape, Words)]


def bars(drawn):
    return [shape for shape in drawn.shapes if isinstance(shape, Rectangle)]


def box(words):
    width = measure(words.text, words.size, bold=words.bold)
    left = words.x - {Side.LEFT: 0, Side.CENTRE: 0.5, Side.RIGHT: 1}[words.side] * width
    return left, words.y - words.size * 0.7, left + width, words.y + words.size * 0.1


def overlap(one, other):
    return min(one[2], other[2]) - max(one[0], other[0]) > 0.01 and min(one[3], other[3]) > max(
        one[1], other[1]
    )


ALL = CHARTS | EDGES


@pytest.mark.parametrize("width", [420, NARROW])
@pytest.mark.parametrize("name", ALL)
def test_no_two_texts_stand_on_each_other(name, width):
    boxes = [(shape.text, box(shape)) for shape in sheet(ALL[name], width).shapes if isinstance(shape, Words)]
    assert [(a, b) for (a, one), (b, other) in combinations(boxes, 2) if overlap(one, other)] == []


@pytest.mark.parametrize("width", [420, NARROW])
@pytest.mark.parametrize("name", ALL)
def test_everything_stands_on_the_sheet(name, width):
    drawn = sheet(ALL[name], width)
    for shape in drawn.shapes:
        match shape:
            case Words():
                left, top, right, bottom = box(shape)
            case Rectangle():
                left, top, right, bottom = shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
            case Polyline():
                xs, ys = zip(*shape.points, strict=True)
                left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
        assert (left >= 0, top >= 0, right <= drawn.width, bottom <= drawn.height) == (True,) * 4, shape


def test_above_a_chart_stand_its_title_unit_date_and_status_and_below_it_the_source():
    shown = texts(sheet(BRIDGE))
    assert "Fund I: how the net asset value changed" in shown
    assert "USD, 31 December 2025 to 30 June 2026, unaudited" in shown
    assert "Source: Tideline Administration" in texts(sheet(VALUE))
    assert "USD, as of 30 June 2026" in texts(sheet(VALUE))
    assert "% of opening NAV, 31 December 2025 to 30 June 2026" in texts(sheet(CONTRIBUTIONS))


def test_the_bars_of_a_bridge_go_on_where_the_last_one_ended():
    drawn = bars(sheet(BRIDGE))
    opening, calls, distributions, gains = drawn[:4]
    assert calls.x == pytest.approx(opening.x + opening.width)
    assert distributions.x + distributions.width == pytest.approx(calls.x + calls.width)
    assert gains.x == pytest.approx(distributions.x)
    assert drawn[-1].x == opening.x
    assert calls.width / opening.width == pytest.approx(3.5 / 71.3)


def test_rises_falls_and_totals_have_tones_of_their_own():
    opening, calls, distributions = bars(sheet(BRIDGE))[:3]
    assert (opening.fill, calls.fill, distributions.fill) == (STYLE.dark, STYLE.middle, STYLE.light)
    assert (opening.outline, calls.outline, distributions.outline) == ("", "", STYLE.ink)


def test_contributions_go_both_ways_from_zero():
    drawn = bars(sheet(CONTRIBUTIONS))
    gains, losses = drawn[:2], drawn[2]
    zero = gains[0].x
    assert [bar.x for bar in gains] == pytest.approx([zero, zero])
    assert losses.x + losses.width == pytest.approx(zero)
    assert losses.width / gains[0].width == pytest.approx(0.021 / 0.062)
    assert [text for text in texts(sheet(CONTRIBUTIONS)) if text.endswith("%")] == [
        "6.2%",
        "4.1%",
        "(2.1)%",
        "8.2%",
    ]


def test_a_step_that_is_too_small_to_be_seen_is_drawn_all_the_same():
    small = bars(sheet(BRIDGE))[4]
    assert small.width == pytest.approx(0.8)


def test_columns_stand_on_zero_with_nav_upon_what_was_distributed():
    drawn = [shape for shape in bars(sheet(VALUE)) if shape.width > 10]
    first, distributed, nav = drawn[0], drawn[-2], drawn[-1]
    assert (first.fill, distributed.fill, nav.fill) == (STYLE.middle, STYLE.dark, STYLE.middle)
    assert first.y + first.height == pytest.approx(distributed.y + distributed.height)
    assert nav.y + nav.height == pytest.approx(distributed.y)
    assert nav.height / distributed.height == pytest.approx(78.5 / 9.2)


def test_a_net_asset_value_below_zero_hangs_from_the_axis():
    one, other = (shape for shape in bars(sheet(EDGES["value below zero"])) if shape.width > 10)
    assert one.y == other.y
    assert other.height / one.height == pytest.approx(1.4 / 0.4)


def test_lines_are_told_apart_by_width_and_dashes():
    lines = [
        shape for shape in sheet(GROWTH).shapes if isinstance(shape, Polyline) and len(shape.points) == 3
    ]
    assert [(line.width, line.dashes) for line in lines] == [(1.3, (5, 2)), (2.4, ())]


def test_many_days_are_named_by_their_years_and_the_last_is_always_named():
    shown = texts(sheet(EDGES["forty quarters"]))
    assert shown.count("2025") == 1
    assert {str(year) for year in range(2016, 2026)} >= {text for text in shown if text.isdigit()}
    assert [text for text in texts(sheet(VALUE)) if "Jun" in text and "as of" not in text] == ["Jun 2026"]


def test_names_at_the_ends_keep_their_order():
    drawn = [
        shape for shape in sheet(EDGES["five lines of which one is empty"]).shapes if isinstance(shape, Words)
    ]
    ends = [shape for shape in drawn if shape.bold and shape.text in {"B", "A", "D"}]
    heights = {shape.text: shape.y for shape in ends}
    assert heights["B"] < heights["A"] < heights["D"]
    assert all(upper < lower for upper, lower in pairwise(sorted(heights.values())))
