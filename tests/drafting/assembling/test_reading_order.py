"""Which text belongs to which item, and that blocks can be told apart by their places."""

from __future__ import annotations

from letterbook.drafting.assembling.reading_order import read_in_order
from letterbook.finding import Place
from letterbook.markup.additions import EmbedBlock, Expression, ItemHeading
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.markup.tree import iter_blocks

NESTED = """\
### [[A]]

![[A]]

> ### [[A]]
>
> ![[A]]
> > {{ contents }}

- {{ contents }}
- ![[A]]

  ![[A]]

1. - ![[A]]

Term
: {{ contents }}

::: {.only audience=firm}
{{ contents }}
:::
"""


def parsed(text):
    return parse_blocks(text, dialect=Dialect.EDITION, file="e.md")


def test_no_two_blocks_that_place_something_begin_in_the_same_place():
    blocks = [
        block
        for block in iter_blocks(parsed(NESTED))
        if isinstance(block, ItemHeading | EmbedBlock | Expression)
    ]
    assert len({block.place for block in blocks}) == len(blocks) == 11


def test_a_heading_is_commented_when_something_stands_below_it():
    order = read_in_order(parsed("## [[A]]\n\nMine.\n\n## [[B]]\n\n## [[C]]\n\n{{ contents }}"))
    assert order.commented == {Place("e.md", 1, 1)}


def test_an_embed_stands_one_level_below_the_heading_above_it_and_knows_its_item():
    order = read_in_order(parsed("## Read\n\n![[A]]\n\n### [[B]]\n\n![[B#^h1]]"))
    assert order.embed_levels[Place("e.md", 3, 1)] == 3
    assert order.embed_items == {Place("e.md", 3, 1): "", Place("e.md", 7, 1): "B"}
