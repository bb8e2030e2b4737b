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
    TableOfContents,
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
        st.builds(Link, children | st.just(()), TARGETS, TITLES),
        st.builds(Span, children, st.lists(NAMES, max_size=1).map(tuple), attributes),
    )


IDENTIFIERS = st.sampled_from(["", "", "nav", "über-1", "fig:2.1"])
WIDTHS = st.lists(st.sampled_from([1.0, 2.0, 0.25, 1 / 3, 1e-9, 40.0, 0.0, -1.0]), max_size=3).map(tuple)
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
TABLES = st.builds(
    Table,
    st.lists(st.sampled_from(list(Alignment)), max_size=3).map(tuple),
    ROWS,
    ROWS,
    INLINES | st.just(()),
    WIDTHS,
    IDENTIFIERS,
)
TABLE_ATTRIBUTES = st.sampled_from(
    [
        *[("id", value) for value in ("nav", "other", "a b", "")],
        *[("header", value) for value in ("0", "1", "2", "9", "-1", "²", "")],
        *[("widths", value) for value in ("1", "1 2", "40%, 60%", "1 2 3", "1 2%", "0 1", "")],
        *[("align", value) for value in ("left", "left decimal", "Right default", "middle")],
        ("lang", "de"),
    ]
)
TOLD_TABLES = st.builds(
    Division,
    st.tuples(TABLES) | st.tuples(TABLES, st.builds(Paragraph, INLINES)),
    st.sampled_from([("table",), ("wide", "table")]),
    st.lists(TABLE_ATTRIBUTES, max_size=3).map(tuple),
)
TOLD_CONTENTS = st.builds(
    Division,
    st.just(()) | st.tuples(st.builds(TableOfContents, st.integers(1, 6))),
    st.sampled_from([("toc",), ("toc", "wide")]),
    st.lists(st.sampled_from([("depth", "2"), ("depth", "9"), ("depth", "²"), ("id", "x")]), max_size=2).map(
        tuple
    ),
)
PARTS = st.sampled_from(
    [
        (),
        (),
        (("count", "2"),),
        (("test", "recipient.x = 'a b'"), ("id", "x")),
        (("test", 'not "recipient.x"'),),
    ]
)
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
    st.builds(Picture, IMAGES, INLINES | st.just(()), IDENTIFIERS),
    st.builds(TableOfContents, st.integers(0, 7)),
    TABLES,
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
        st.builds(Division, blocks, st.lists(NAMES, max_size=2).map(tuple), PARTS),
        TOLD_TABLES,
        TOLD_CONTENTS,
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


def rows(*lines: str) -> tuple[TableRow, ...]:
    return tuple(TableRow(tuple(TableCell((Text(word),)) for word in line.split())) for line in lines)


def test_a_table_with_decimals_and_widths_says_so_in_a_division():
    alignments = (Alignment.LEFT, Alignment.DECIMAL)
    table = Table(alignments, rows("Fund TVPI"), rows("I 2.15"), (Text("Multiples"),), (2, 1), "multiples")
    assert reads_back((table,)) == (
        '::: {.table #multiples widths="66.67% 33.33%" align="left decimal"}\n'
        "| Fund | TVPI |\n"
        "| :--- | ---: |\n"
        "| I    | 2.15 |\n"
        "\n: Multiples\n:::\n"
    )


def test_a_numbered_table_is_named_behind_its_caption():
    table = Table((Alignment.DEFAULT,), rows("Fund"), rows("I"), (Text("Our funds {#x}"),), (), "funds")
    assert reads_back((table,)) == "| Fund |\n| ---- |\n| I    |\n\n: Our funds {#x} {#funds}\n"
    plain = Table((Alignment.DEFAULT,), rows("Fund"), rows("I"), (Text("Our funds {#x}"),))
    assert reads_back((plain,)) == "| Fund |\n| ---- |\n| I    |\n\n: Our funds \\{#x}\n"


def test_a_numbered_picture_carries_its_name():
    picture = Picture(Image("nav.png", "A rising line", width="60%"), (Text("Net asset value"),), "nav")
    assert reads_back((picture,)) == '![Net asset value](nav.png){#nav alt="A rising line" width=60%}\n'


def test_a_table_of_contents_is_an_empty_division():
    assert reads_back((TableOfContents(), TableOfContents(2))) == "::: toc\n:::\n\n::: {.toc depth=2}\n:::\n"


def test_a_cross_reference_is_a_link_without_words():
    inlines = (Text("See!"), Link((), "#nav"), Text("."))
    assert reads_back((Paragraph(inlines),)) == "See\\![](#nav).\n"


def test_what_a_division_cannot_tell_its_table_stays_with_the_division():
    table = Table((Alignment.LEFT,), rows("Fund"), rows("I"))
    told = (("widths", "50% 50%"), ("align", "decimal"))
    assert reads_back((Division((table,), ("table",), told),)) == (
        ':::: {.table widths="50% 50%"}\n::: {.table align=decimal}\n'
        "| Fund |\n| ---: |\n|    I |\n:::\n::::\n"
    )
