"""Drafts of every construct, for property tests."""

from __future__ import annotations

from datetime import date

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
    Metadata,
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

HOSTILE = (
    "bell\x07 and null\x00",
    "lone \ud800 surrogate",
    "\u202eright-to-left override",
    "<w:p>&amp;]]>\"'",
    "日本語 mixed with Latin",
    "עברית and English",
    "🎉 👩\u200d👩\u200d👧",
    "\ufffe\uffff",
    "tab\tand\nline\r\nends\r",
    "  edges  ",
    "{{ expression }} [[link]] %% remark %%",
    "%ZZ %41 ümlaut.example",
)

words = st.sampled_from(("patience", "net asset value", "ARR", "2026", "a & b", "“quoted”", "x"))
texts = words | st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=12)
targets = st.sampled_from(
    (
        "https://example.org/a b?c=d&e=f#g",
        "http://bücher.example/ü",
        "mailto:ines@example.org",
        "#first",
        "#second",
        "#nowhere",
        "javascript:alert(1)",
        "https://[broken",
        "relative/path",
    )
)
PICTURES = ("chart.png", "photo.jpg", "tiny.gif")


def _runs(nodes: st.SearchStrategy[Inline], size: int = 3) -> st.SearchStrategy[tuple[Inline, ...]]:
    return st.lists(nodes, min_size=1, max_size=size).map(tuple)


_classes = st.sampled_from(((), ("smallcaps",), ("mark", "sup"), ("sub", "other")))
_languages = st.sampled_from(
    ((), (("lang", "de"),), (("lang", "ja"),), (("recipient", "salutation"),), (("recipient", "first name"),))
)
identifiers = st.sampled_from(("", "", "first", "second", "9 ünusual: one"))
_images = st.builds(Image, st.sampled_from(PICTURES), texts, width=st.sampled_from(("", "50%", "3cm")))
_leaves: st.SearchStrategy[Inline] = st.one_of(
    texts.map(Text), texts.map(Code), st.just(SoftBreak()), st.just(LineBreak()), _images
)


def _wrapped(nodes: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    children = _runs(nodes, 2)
    return st.one_of(
        children.map(Emphasis),
        children.map(Strong),
        children.map(Strikethrough),
        st.builds(Span, children, _classes, _languages),
        st.builds(Link, children, targets, st.just("") | texts),
    )


_note_inlines = _runs(_leaves | _wrapped(_leaves), 2)
_notes = st.lists(_note_inlines.map(Paragraph), min_size=1, max_size=2).map(tuple).map(Footnote)
_inlines = _runs(st.one_of(texts.map(Text), _leaves, _wrapped(_leaves), _wrapped(_wrapped(_leaves)), _notes))


@st.composite
def inlines(draw: st.DrawFn) -> tuple[Inline, ...]:
    """Runs of inlines, never empty, footnotes among them."""
    return draw(_inlines)


_spans = st.sampled_from((1, 1, 1, 2))
_cells = st.builds(TableCell, st.just(()) | inlines(), _spans, _spans)
_rows = st.lists(st.lists(_cells, max_size=3).map(tuple).map(TableRow), max_size=2).map(tuple)
_alignments = st.lists(st.sampled_from(list(Alignment)), min_size=1, max_size=3).map(tuple)
_captions = st.just(()) | inlines()
_widths = st.sampled_from(((), (1.0,), (2.0, 1.0), (0.5, 0.25, 0.25), (0.0, 1.0), (float("nan"),)))
_tables = st.builds(Table, _alignments, _rows, _rows, _captions, _widths, identifiers)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Tables with spans and widths, with rows that are too short or too long, and with none at all."""
    return draw(_tables)


def _simple_blocks() -> st.SearchStrategy[Block]:
    pictures = st.builds(Image, st.sampled_from(PICTURES), texts)
    return st.one_of(
        inlines().map(Paragraph),
        st.builds(Heading, st.integers(1, 6), inlines(), identifiers),
        texts.map(CodeBlock),
        st.just(Rule()),
        st.just(PageBreak()),
        st.builds(TableOfContents, st.integers(1, 6)),
        st.builds(Picture, pictures, st.just(()) | inlines(), identifiers),
        tables(),
    )


def _nesting(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    inner = st.lists(blocks, max_size=3).map(tuple)
    items = st.lists(
        st.builds(ListItem, inner, st.sampled_from((None, None, True, False))), min_size=1, max_size=3
    ).map(tuple)
    definitions = st.lists(
        st.builds(Definition, inlines(), st.lists(inner, min_size=1, max_size=2).map(tuple)),
        min_size=1,
        max_size=2,
    ).map(tuple)
    kinds = st.sampled_from(
        (
            *(((name,), ()) for name in ("pull-quote", "unknown", "landscape", "columns", "table", "toc")),
            ((), ()),
            (("callout", "other"), (("id", "second"), ("lang", "ja"))),
            (("columns",), (("count", "3"),)),
            (("columns",), (("count", "x"),)),
            (("when",), (("test", "recipient.public_records"),)),
            (("when",), (("test", "not 'a' <test>"),)),
        )
    )
    return st.one_of(
        st.builds(BulletList, items, st.booleans()),
        st.builds(NumberedList, items, st.integers(0, 99), st.booleans()),
        st.builds(Quote, inner, st.just(()) | inlines()),
        definitions.map(DefinitionList),
        st.builds(lambda blocks, kind: Division(blocks, *kind), inner, kinds),
    )


_blocks = st.recursive(_simple_blocks(), _nesting, max_leaves=5)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    """Blocks of every kind that may stand anywhere, with blocks in them."""
    return draw(_blocks)


metadata = st.builds(
    Metadata,
    title=st.just("") | texts,
    subtitle=st.just("") | texts,
    authors=st.lists(texts, max_size=2).map(tuple),
    date=st.none() | st.dates(date(1990, 1, 1), date(2090, 12, 31)),
    language=st.sampled_from(("en", "de-CH", "ja", "ar", "")),
    publication=st.just("") | texts,
    heading_numbers=st.booleans(),
)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Whole drafts, with and without a title."""
    opening: list[Block] = []
    if draw(st.booleans()):
        opening.append(Title(draw(inlines())))
        if draw(st.booleans()):
            opening.append(Subtitle(draw(inlines())))
    return Draft((*opening, *draw(st.lists(blocks(), max_size=6))), draw(metadata))
