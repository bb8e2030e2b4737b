from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.draft import Alignment, Division, Table, TableOfContents
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.markup.table_attributes import normal_widths, read_alignments, read_widths

PIPES = "| Fund | TVPI |\n|:---|---|\n| I | 2.1 |\n"


def parse(text: str):
    return parse_blocks(text, dialect=Dialect.DRAFT)


@pytest.mark.parametrize(
    ("written", "widths"),
    [
        ("2 1 1", (0.5, 0.25, 0.25)),
        ("50% 25% 25%", (0.5, 0.25, 0.25)),
        ("10%, 10%, 20%", (0.25, 0.25, 0.5)),
        ("1 1 1", (0.3334, 0.3333, 0.3333)),
        (".5 .25 .25", (0.5, 0.25, 0.25)),
        ("2 1", ()),
        ("2 1 0", ()),
        ("2 1 -1", ()),
        ("2 1 1%", ()),
        ("2 1 x", ()),
        ("nan 1 1", ()),
        ("1e5 1 1", ()),
        ("", ()),
    ],
)
def test_widths_are_shares_or_percentages_one_for_each_column(written, widths):
    assert read_widths(written, 3) == widths


@given(st.lists(st.floats(allow_nan=False, min_value=1e-300), min_size=1, max_size=40))
def test_normal_widths_stay_and_make_a_whole(widths):
    normal = normal_widths(widths, len(widths))
    if normal:
        assert round(sum(normal), 9) == 1
        assert min(normal) > 0
        assert normal_widths(normal, len(widths)) == normal


def test_alignments_are_words_one_for_each_column():
    assert read_alignments("Left, decimal", 2) == (Alignment.LEFT, Alignment.DECIMAL)
    assert read_alignments("left", 2) == ()
    assert read_alignments("left middle", 2) == ()


def test_a_division_tells_its_table_what_pipes_cannot_say():
    (table,) = parse(f'::: {{.table #x widths="3 1" align="center decimal"}}\n{PIPES}\n: Caption\n:::')
    assert isinstance(table, Table)
    assert (table.identifier, table.widths) == ("x", (0.75, 0.25))
    assert table.alignments == (Alignment.CENTER, Alignment.DECIMAL)
    assert table.caption


@pytest.mark.parametrize("opening", [": ", "Table: "])
def test_a_caption_may_end_with_what_its_table_is_told(opening):
    (table,) = parse(f'{PIPES}\n{opening}*Net* multiples {{#x widths="1 1"}}')
    assert isinstance(table, Table)
    assert (table.identifier, table.widths, len(table.caption)) == ("x", (0.5, 0.5), 2)


def test_a_name_may_stand_for_a_caption():
    (table,) = parse(f"{PIPES}\n: {{#x}}")
    assert isinstance(table, Table)
    assert (table.identifier, table.caption) == ("x", ())


def test_a_paragraph_that_only_looks_like_a_caption_is_one_of_its_own():
    assert len(parse(f"{PIPES}\n\\: no caption")) == 2
    assert len(parse(f"{PIPES}\nBetween.\n\n: no caption {{#x}}")) == 2


def test_what_a_table_cannot_be_stays_with_its_division():
    (division,) = parse(f'::: {{.table #x widths="1 2 3" header=9}}\n{PIPES}:::')
    assert isinstance(division, Division)
    assert division.attributes == (("widths", "1 2 3"), ("header", "9"))
    (table,) = division.blocks
    assert isinstance(table, Table)
    assert (table.identifier, table.widths, len(table.header)) == ("x", (), 1)


@pytest.mark.parametrize(("written", "depth"), [("toc", 3), ("{.toc}", 3), ("{.toc depth=1}", 1)])
def test_an_empty_division_is_the_table_of_contents(written, depth):
    assert parse(f"::: {written}\n:::") == (TableOfContents(depth),)


def test_contents_of_no_possible_depth_are_contents_all_the_same():
    (division,) = parse("::: {.toc depth=0}\n:::")
    assert division == Division((TableOfContents(3),), ("toc",), (("depth", "0"),))


def test_a_table_may_have_a_class_beside():
    (division,) = parse(f'::: {{.small .table #x widths="1 1"}}\n{PIPES}:::')
    assert isinstance(division, Division)
    assert (division.classes, division.attributes) == (("small",), ())
    (table,) = division.blocks
    assert isinstance(table, Table)
    assert (table.identifier, table.widths) == ("x", (0.5, 0.5))
