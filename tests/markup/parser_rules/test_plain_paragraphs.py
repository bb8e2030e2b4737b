from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it.rules_core import inline

from letterbook.markup.dialect import Dialect, parser_for


def as_dicts(parser, text):
    return [token.as_dict() for token in parser.parse(text, {})]


def slow_parser(dialect, smart):
    """The parser of a dialect, made to ask every rule about everything."""
    parser = parser_for.__wrapped__(dialect, smart)
    parser.block.ruler.disable("plain_paragraph")
    parser.core.ruler.at("inline", inline)
    return parser


SLOW = {(dialect, smart): slow_parser(dialect, smart) for dialect in Dialect for smart in ("", "en")}
PIECES = [
    *("word", "Käse", "don't", '"said"', "12%", "a-b", "word ", " ", "  ", "    ", "\n", "\n\n"),
    *("> ", "- ", "1. ", "# ", ": ", "~ ", "::: a", ":::", "---", "===", "| a | b |", "|---|---|"),
    *("*", "_", "`", "[", "]", "(u)", "!", "<", ">", "&amp;", "\\", "^", "{", "}", "{{", "}}", "[[", "]]"),
    *(
        "%%",
        "~~",
        "[^1]",
        "[^1]: ",
        "[a]: b",
        "$",
        "+",
        "=",
        "@",
        ".",
        "…",
        "\ue0000\ue001",
        "<br>",
        "Table: ",
    ),
]


@pytest.mark.parametrize("smart", ["", "en"])
@settings(max_examples=300, deadline=None)
@given(st.sampled_from(list(Dialect)), st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example(Dialect.DRAFT, "Term\n\n: what it means\n")
@example(Dialect.DRAFT, "- one\n\n  two\n\nthree\nfour")
def test_the_short_way_gives_the_same_tokens_as_the_long_one(smart, dialect, text):
    assert as_dicts(parser_for(dialect, smart), text) == as_dicts(SLOW[dialect, smart], text)
