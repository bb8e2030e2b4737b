"""A heading's attributes: `## Heading {#identifier .unnumbered}`, of which a draft keeps the anchor."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from letterbook.markup.attributes import read_attributes

_BRACES = re.compile(r"(?:(?<=[ \t])|^)\{(?=[#.])[^{}\\]*\}$")


def add_heading_identifiers(parser: MarkdownIt) -> None:
    """Teach `parser` to take the attributes off a heading before its words are read."""
    parser.core.ruler.before("inline", "heading_identifiers", _take_identifiers)


def _take_identifiers(state: StateCore) -> None:
    for heading, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if heading.type != "heading_open" or not inline.content.endswith("}"):
            continue
        braces = _BRACES.search(inline.content)
        found = read_attributes(inline.content, braces.start()) if braces else None
        if braces and found:
            heading.meta = {"identifier": found[0].identifier}
            inline.content = inline.content[: braces.start()].rstrip()
