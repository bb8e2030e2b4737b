from __future__ import annotations

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from letterbook.draft import (
    Alignment,
    Block,
    BulletList,
    Code,
    CodeBlock,
    Definition,
    DefinitionList,
    Division,
    Draft,
    Emphasis,
    Footnote,
    Heading,
    Image,
    Inline,
    LineBreak,
    Link,
    ListItem,
    NumberedList,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Rule,
    SoftBreak,
    Span,
    Strikethrough,
    Strong,
    Subtitle,
    Table,
    TableCell,
    TableRow,
    Text,
    Title,
)
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.markup.normal_form import normalise
from letterbook.writers.markdown import write_markdown

MARKS = """fund a I 1. 2) - + * ** _ __ snake_case # > ` `` [ ] [sic] [x](y) [^1] [^1]: ! ![ ^[ { } {#id}
    [[a]] < > <br> <!-- --> %% % & &amp; \\ \\* | --- === ::: ~ ~~
    ~~~ ^ ^id “ ’ é 漢字 ( ) . , " ' $ = https://example.org/a_b"""
WORDS = st.sampled_from(
    [*MARKS.split(), " ", "  ", "\t", "\n", "\u00a0", ": ", "[ ]", "Table: ", "— ", "{{ x }}"]
)
TEXT = st.lists(WORDS, min_size=1, max_size=5).map("".join) | st.text(
    "ab *_[]`\\<>~#-", min_size=1, max_size=6
)
NAMES = st.text(string.ascii_lowercase, min_size=1, max_size=4)
TARGETS = st.sampled_from(
    [
        "https://example.org/a?b=1&c=2",
        "#here",
        "a b.png",
        "x(y)z",
        "x)y",
        "",
        "<odd>",
        "a\\b",
        "a&amp;b",
        "mailto:a@b.c",
        "javascript:x",
        "https://x.org/*a*",
    ]
)
TITLES = st.sampled_from(["", "a title", 'with "quotes" and \\', "&copy;"])


def _wraps(children: st.SearchStrategy[tuple[Inline, ...]]):
    attributes = st.lists(st.tuples(NAMES, st.sampled_from(["v", "v w", 'a"b', "\\"])), max_size=1).map(tuple)
    return st.one_of(
        st.builds(Emphasis, children),
        st.builds(Strong, children),
        st.builds(Strikethrough, children),
        st.builds(Link, children, TARGETS, TITLES),
        st.builds(Span, children, st.lists(NAMES, max_size=1).map(tuple), attributes),
    )


IMAGES = st.builds(Image, TARGETS, TEXT | st.just(""), TITLES, st.sampled_from(["", "50%", "3cm"]))
LEAVES = st.one_of(
    st.builds(Text, TEXT),
    st.builds(Text, TEXT),
    st.just(SoftBreak()),
    st.just(LineBreak()),
    st.builds(Code, TEXT),
    IMAGES,
    st.builds(
        Footnote, st.lists(st.builds(Paragraph, st.tuples(st.builds(Text, TEXT))), max_size=2).map(tuple)
    ),
)
_INLINES = st.recursive(
    st.lists(LEAVES, min_size=1, max_size=3).map(tuple),
    lambda inner: st.lists(LEAVES | _wraps(inner), min_size=1, max_size=4).map(tuple),
    max_leaves=6,
)


@st.composite
def some_inlines(draw):
    return draw(_INLINES)


INLINES = some_inlines()
CELLS = st.builds(TableCell, INLINES | st.just(()), st.integers(1, 2), st.integers(1, 2))
ROWS = st.lists(st.builds(TableRow, st.lists(CELLS, max_size=3).map(tuple)), max_size=2).map(tuple)
LEAF_BLOCKS = st.one_of(
    st.builds(Paragraph, INLINES),
    st.builds(Paragraph, INLINES),
    st.builds(Title, INLINES),
    st.builds(Subtitle, INLINES),
    st.builds(Heading, st.integers(1, 6), INLINES, st.sampled_from(["", "here"])),
    st.builds(
        CodeBlock,
        st.lists(WORDS | st.just("```"), max_size=4).map("".join),
        st.sampled_from(["", "python", "a b"]),
    ),
    st.just(Rule()),
    st.just(PageBreak()),
    st.builds(Picture, IMAGES, INLINES | st.just(())),
    st.builds(
        Table,
        st.lists(st.sampled_from(list(Alignment)), max_size=3).map(tuple),
        ROWS,
        ROWS,
        INLINES | st.just(()),
    ),
)


def _containers(blocks: st.SearchStrategy[tuple[Block, ...]]):
    items = st.lists(st.builds(ListItem, blocks, st.sampled_from([None, None, True, False])), max_size=3).map(
        tuple
    )
    definitions = st.builds(Definition, INLINES, st.lists(blocks, max_size=2).map(tuple))
    return st.one_of(
        st.builds(Quote, blocks, INLINES | st.just(())),
        st.builds(BulletList, items, st.booleans()),
        st.builds(NumberedList, items, st.sampled_from([1, 1, 0, 9, 42]), st.booleans()),
        st.builds(DefinitionList, st.lists(definitions, max_size=2).map(tuple)),
        st.builds(Division, blocks, st.lists(NAMES, max_size=2).map(tuple), st.just(())),
    )


_BLOCKS = st.recursive(
    st.lists(LEAF_BLOCKS, max_size=3).map(tuple),
    lambda inner: st.lists(LEAF_BLOCKS | _containers(inner), max_size=3).map(tuple),
    max_leaves=5,
)


@st.composite
def some_blocks(draw):
    return draw(_BLOCKS)


BLOCKS = some_blocks()


def reads_back(blocks: tuple[Block, ...]) -> str:
    text = write_markdown(Draft(blocks))
    assert parse_blocks(text, dialect=Dialect.DRAFT, document=True) == normalise(blocks, document=True)
    return text


@settings(max_examples=100, deadline=None)
@given(INLINES)
def test_a_generated_paragraph_reads_back(inlines):
    reads_back((Heading(2, (Text("Above"),)), Paragraph(inlines)))


@settings(max_examples=100, deadline=None)
@given(BLOCKS)
def test_a_generated_draft_reads_back(blocks):
    reads_back(blocks)


@settings(max_examples=100, deadline=None)
@given(BLOCKS)
def test_the_normal_form_is_reached_at_once(blocks):
    normal = normalise(blocks)
    assert normalise(normal) == normal


def paragraph(*words: str) -> Paragraph:
    return Paragraph(tuple(Text(word) for word in words))


def test_what_only_looks_like_markup_is_not_escaped():
    words = "Up ~5% (see [sic], snake_case) & more: 3 * 4 < 5, C#, a | b!"
    assert write_markdown(Draft((paragraph(words),))) == f"{words}\n"


def test_two_lists_side_by_side_stay_two():
    items = (ListItem((paragraph("a"),)),)
    draft = (BulletList(items), BulletList(items), NumberedList(items), NumberedList(items, 3))
    assert reads_back(draft) == "- a\n\n* a\n\n1. a\n\n3) a\n"


def test_emphasis_within_a_word_is_kept_apart_only_where_it_must():
    inlines = (Text("a"), Emphasis((Text("b"),)), Text("c"), Strong((Text('"d"'),)), Text("e"))
    assert reads_back((Paragraph(inlines),)) == 'a*b*c<!-- -->**"d"**<!-- -->e\n'


def test_notes_are_numbered_over_the_whole_draft():
    first = Footnote((Paragraph((Text("one"), Footnote((paragraph("three"),)))),))
    draft = (Paragraph((Text("a"), first)), Paragraph((Text("b"), Footnote((paragraph("two"),)))))
    assert reads_back(draft) == "a[^1]\n\nb[^2]\n\n[^1]: one[^3]\n\n[^2]: two\n\n[^3]: three\n"


def test_nine_lists_within_each_other_read_back():
    blocks: tuple[Block, ...] = (paragraph("deep"),)
    for _ in range(9):
        blocks = (paragraph("level"), BulletList((ListItem(blocks),)))
    reads_back(blocks)


def test_cells_that_cover_others_are_marked_in_a_division():
    header = (TableRow((TableCell((Text("Fund"),), rows=2), TableCell((Text("2023"),), columns=2))),)
    header += (TableRow((TableCell((Text("H1"),)), TableCell((Text("H2"),)))),)
    body = (TableRow((TableCell((Text("I"),)), TableCell((Text("1.9x"),)), TableCell((Text("2|x"),)))),)
    alignments = (Alignment.LEFT, Alignment.RIGHT, Alignment.RIGHT)
    assert reads_back((Table(alignments, header, body, (Text("Multiples"),)),)) == (
        "::: {.table header=2}\n"
        "| Fund | 2023 |    < |\n"
        "| :--- | ---: | ---: |\n"
        "| ^    |   H1 |   H2 |\n"
        "| I    | 1.9x | 2\\|x |\n"
        "\n: Multiples\n:::\n"
    )
