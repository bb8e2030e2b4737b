"""A heading's anchor: `## Heading {#identifier}`."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

_IDENTIFIER = re.compile(r'(?:(?<=[^\\])|^)\{#(?P<identifier>[^\s{}"=.#\\]+)\}$')


def add_heading_identifiers(parser: MarkdownIt) -> None:
    """Teach `parser` to take the identifier off a heading before its words are read."""
    parser.core.ruler.before("inline", "heading_identifiers", _take_identifiers)


def _take_identifiers(state: StateCore) -> None:
    for heading, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if heading.type != "heading_open" or not inline.content.endswith("}"):
            continue
        if found := _IDENTIFIER.search(inline.content):
            heading.meta = {"identifier": found["identifier"]}
            inline.content = inline.content[: found.start()].rstrip()
