from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterbook.draft import (
    Division,
    Heading,
    Image,
    Link,
    Paragraph,
    Picture,
    Quote,
    Span,
    Subtitle,
    Table,
    TableCell,
    Title,
)
from letterbook.errors import BadInput
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.markup.normal_form import normalise

DATA = Path(__file__).parent.parent / "data" / "markup"
EXAMPLE = re.compile(
    r"^=== (?P<title>[^\n]+) \((?P<dialect>\w+)\)\n(?P<input>.*?)^---\n(?P<tree>.*?)(?=^=== |\Z)",
    re.MULTILINE | re.DOTALL,
)


def examples():
    for file in sorted(DATA.glob("*.md")):
        for found in EXAMPLE.finditer(file.read_text(encoding="utf-8")):
            yield pytest.param(Dialect(found["dialect"]), found["input"], found["tree"], id=found["title"])


def described(node):
    """One line for `node` in the golden files: what it is, and its fields that say something."""
    name = type(node).__name__
    if name in {"Text", "Code", "CodeBlock"}:
        return f"{name} {node.text!r}"
    image = node.image if isinstance(node, Picture) else node
    words = [name]
    for field in ("source", "alt", "level", "identifier", "target", "heading", "anchor", "words", "embed"):
        value = getattr(image, field, None)
        words += [f"{field}={value!r}"] if value else []
    for field in ("title", "width", "start", "checked"):
        value = getattr(image, field, None)
        words += [f"{field}={value!r}"] if value not in (None, "") else []
    if isinstance(node, (Span, Division)):
        words += [f"classes={','.join(node.classes)}"]
        words += (
            [f"attributes={','.join(':'.join(pair) for pair in node.attributes)}"] if node.attributes else []
        )
    if isinstance(node, TableCell):
        words += [
            f"{field}={getattr(node, field)}" for field in ("rows", "columns") if getattr(node, field) > 1
        ]
    if isinstance(node, Table):
        words += [f"alignments={','.join(node.alignments)}"]
    words += ["tight"] if getattr(node, "tight", False) else []
    return " ".join(words)


def outline(nodes, depth=0):
    """The tree as indented lines."""
    for node in nodes:
        yield "  " * depth + described(node)
        for label, children in parts(node):
            if label:
                yield "  " * (depth + 1) + label
            yield from outline(children, depth + 1 + bool(label))


def parts(node):
    if isinstance(node, Table):
        for rows, label in ((node.header, "TableRow header"), (node.body, "TableRow")):
            yield from ((label, row.cells) for row in rows)
    for field in ("children", "blocks", "items", "definitions"):
        if hasattr(node, field):
            yield "", getattr(node, field)
    if hasattr(node, "link"):
        yield "", (node.link,)
    if hasattr(node, "term"):
        yield "term", node.term
        yield from (("meaning", meaning) for meaning in node.meanings)
    for field in ("attribution", "caption"):
        if getattr(node, field, ()):
            yield field, getattr(node, field)


@pytest.mark.parametrize(("dialect", "text", "tree"), list(examples()))
def test_the_examples_mean_what_they_say(dialect, text, tree):
    assert "\n".join(outline(parse_blocks(text, dialect=dialect))) == tree.rstrip("\n")


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(list(Dialect)), st.text("ab *_[]()`\\<>~#-:|!^{}%\n\t1.\"'&=/", max_size=60))
def test_any_text_has_a_tree_in_normal_form(dialect, text):
    blocks = parse_blocks(text, dialect=dialect, smart="en")
    assert normalise(blocks) == blocks


NOTES_OF_NOTES = "\n\n".join(f"[^{number}]: " + f"[^{number + 1}]" * 10 for number in range(9))


@pytest.mark.parametrize(
    "text",
    ["> " * 500 + "a", "^[a " * 300 + "]" * 300, "a" * 70_000, "a\n" * 600_000, f"{NOTES_OF_NOTES}\n\nx[^0]"],
    ids=["quotes", "notes in notes", "a long line", "a long text", "notes of notes"],
)
def test_what_nobody_writes_is_refused(text):
    with pytest.raises(BadInput) as raised:
        parse_blocks(text, dialect=Dialect.EDITION)
    assert raised.value.hint


@pytest.mark.parametrize(
    "text", ["[" * 10_000, "*a_ " * 5_000, "<!--\n" * 5_000, "::: a\n" * 5_000, "%% a\n" * 999]
)
def test_open_marks_without_end_are_text(text):
    assert parse_blocks(text, dialect=Dialect.EDITION)


def test_a_block_knows_its_line_and_column():
    blocks = parse_blocks("# A\n\n> b\n> [[C]]\n", dialect=Dialect.EDITION, file="e.md", first_line=10)
    quote = blocks[1]
    assert str(blocks[0].place) == "e.md:10:1"
    assert str(quote.blocks[0].place) == "e.md:12:3"
    assert str(quote.blocks[0].children[2].place) == "e.md:13:3"


def test_two_sources_never_share_notes_or_references():
    parse_blocks("[a]: https://example.org\n\n[^1]: note", dialect=Dialect.ITEM)
    (paragraph,) = parse_blocks("[a] b[^1]", dialect=Dialect.ITEM)
    assert [child.text for child in paragraph.children] == ["[a] b[^1]"]


@pytest.mark.parametrize(
    ("language", "printed"),
    [("en", "“a” – b’s…"), ("de", "„a“ – b’s…"), ("fr", "«\u00a0a\u00a0» – b’s…"), ("", '"a" -- b\'s...')],
)
def test_the_authors_prose_gets_the_marks_of_its_language(language, printed):
    (paragraph,) = parse_blocks('"a" -- b\'s...', dialect=Dialect.EDITION, smart=language)
    assert paragraph.children[0].text == printed


def test_quotations_code_and_addresses_stay_verbatim():
    text = '> "a" -- b\n\n`"c"` <https://example.org/--> \\"d\\"'
    quote, paragraph = parse_blocks(text, dialect=Dialect.EDITION, smart="en")
    assert isinstance(quote, Quote)
    assert quote.blocks[0].children[0].text == '"a" -- b'
    assert paragraph.children[0].text == '"c"'
    assert isinstance(paragraph.children[2], Link)
    assert paragraph.children[2].target == "https://example.org/--"
    assert paragraph.children[3].text == ' "d"'


def test_place_holders_are_found_in_text_and_kept_in_targets():
    (paragraph,) = parse_blocks("a \ue0001\ue001 [b](\ue0002\ue001)", dialect=Dialect.PARTIAL)
    assert paragraph.children[1].key == "1"
    assert paragraph.children[3].target == "\ue0002\ue001"


def test_only_a_document_has_a_title():
    text = "# A\n\n*B*\n"
    whole, part = (parse_blocks(text, dialect=Dialect.DRAFT, document=is_whole) for is_whole in (True, False))
    assert [type(block) for block in whole] == [Title, Subtitle]
    assert [type(block) for block in part] == [Heading, Paragraph]


def test_an_image_alone_is_a_picture():
    (picture,) = parse_blocks("![A *b*](c.png)", dialect=Dialect.DRAFT)
    assert picture == Picture(Image("c.png", "A b"), picture.caption)
    assert len(picture.caption) == 2
