"""The file that the Markdown writer makes."""

from __future__ import annotations

import pytest

from letterbook.draft import Code, CodeBlock, Draft, Heading, Link, Paragraph, Quote, Text
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.writers.markdown_file import write_markdown_file

BLOCKS = {
    "text": (Paragraph((Text("A \x07bell."),)), Paragraph((Text("A bell."),))),
    "heading mark": (Paragraph((Text("\x01# no heading"),)), Paragraph((Text("# no heading"),))),
    "quote": (Quote((Paragraph((Code("a\x1bb"),)),)), Quote((Paragraph((Code("ab"),)),))),
    "code": (CodeBlock("a\x0bb\n"), CodeBlock("ab\n")),
    "link": (
        Heading(1, (Link((Text("\x02a"),), "https://example.org"),)),
        Heading(1, (Link((Text("a"),), "https://example.org"),)),
    ),
}


@pytest.mark.parametrize(("block", "cleaned"), BLOCKS.values(), ids=BLOCKS)
def test_control_characters_are_left_out_and_the_rest_reads_back(resources, block, cleaned):
    text = write_markdown_file(Draft((block,)), resources).data.decode()
    assert text == write_markdown_file(Draft((cleaned,)), resources).data.decode()
    assert parse_blocks(text, dialect=Dialect.DRAFT) == (cleaned,)
