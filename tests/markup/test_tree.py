from __future__ import annotations

from letterbook.draft import Emphasis, Heading, Paragraph, Rule, Strong, Text
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.markup.text import plain_text
from letterbook.markup.tree import (
    inlines_of,
    iter_blocks,
    join_text,
    map_blocks,
    map_inlines,
    shift_headings,
)

EVERYWHERE = """word[^1]

- word *word*

> word
>
> — word

Word
: word

| word |
|------|
| word |

: word

::: {.box}
word
:::

![word](a.png)

[^1]: word
"""


def inlines(blocks):
    return [inline for block in iter_blocks(blocks) for inline in inlines_of(block)]


def test_the_walk_reaches_every_place():
    blocks = parse_blocks(EVERYWHERE, dialect=Dialect.DRAFT)
    words = [inline.text.lower() for inline in inlines(blocks) if isinstance(inline, Text)]
    assert [word.strip() for word in words] == ["word"] * 13
    assert {type(block).__name__ for block in iter_blocks(blocks)} >= {
        "ListItem",
        "Quote",
        "Division",
        "Picture",
    }


def test_a_change_reaches_every_place():
    blocks = parse_blocks(EVERYWHERE, dialect=Dialect.DRAFT)
    shouted = map_inlines(blocks, lambda inline: (Text("X"),) if isinstance(inline, Text) else (inline,))
    assert {inline.text for inline in inlines(shouted) if isinstance(inline, Text)} == {"X"}
    assert map_inlines(blocks, lambda inline: (inline,)) == blocks


def test_blocks_can_be_replaced_by_none_or_several():
    blocks = parse_blocks("- a\n\n  ---\n\nb", dialect=Dialect.DRAFT)
    doubled = map_blocks(blocks, lambda block: () if isinstance(block, Rule) else (block, block))
    assert len(doubled) == 4
    assert [type(block) for block in doubled[0].items[0].blocks] == [Paragraph, Paragraph]


def test_neighbouring_texts_are_joined():
    assert join_text([Text("a"), Text(""), Text("b"), Strong(()), Text("")]) == (Text("ab"), Strong(()))


def test_headings_are_shifted_within_their_bounds():
    blocks = (Heading(1, ()), Heading(5, ()))
    assert [block.level for block in shift_headings(blocks, 3)] == [4, 6]
    assert [block.level for block in shift_headings(blocks, -3)] == [1, 2]


def test_plain_text_leaves_markup_and_notes_out():
    blocks = parse_blocks("# A *b* `c`\n\nd[^1]\ne\\\nf [[G|h]]\n\n[^1]: note", dialect=Dialect.EDITION)
    assert plain_text(blocks) == "A b c\nd e\nf h"
    assert plain_text([Text("a"), Emphasis((Text("b"),))]) == "ab"
