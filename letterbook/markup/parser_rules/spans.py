"""Pandoc's bracketed spans `[words]{.class}`, attributes of images, and `<br>` in table cells."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from letterbook.markup.attributes import read_attributes
from letterbook.markup.parser_rules.wikilinks import TOKEN as WIKILINK

ATTRIBUTES = "attributes"
"""In the `meta` of a token: what the braces behind it say."""

BREAK_TOKEN = "break_tag"  # noqa: S105 - a token of the parser, no secret
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)


def add_spans(parser: MarkdownIt) -> None:
    """Teach `parser` spans, image attributes and break tags."""
    parser.inline.ruler.before("link", "span", _span)
    parser.inline.ruler.push("image_attributes", _image_attributes)
    parser.inline.ruler.push(BREAK_TOKEN, _break_tag)


def _span(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[" or "]{" not in state.src:
        return False
    start, end, maximum = state.pos + 1, state.md.helpers.parseLinkLabel(state, state.pos), state.posMax
    if end < 0 or not (found := read_attributes(state.src, end + 1)) or found[1] > maximum:
        return False
    attributes, behind = found
    if not silent:
        state.pos, state.posMax = start, end
        state.push("span_open", "span", 1).meta = {ATTRIBUTES: attributes}
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
    state.pos, state.posMax = behind, maximum
    return True


def _image_attributes(state: StateInline, silent: bool) -> bool:
    """Attributes right behind an image or an embed; a draft keeps name, width and alternative text."""
    if silent or state.src[state.pos] != "{" or state.pending or not state.tokens:
        return False
    image = state.tokens[-1]
    found = read_attributes(state.src, state.pos)
    is_image = image.type == "image" or (image.type == WIKILINK and image.content.startswith("!"))
    if not is_image or ATTRIBUTES in image.meta or not found or found[1] > state.posMax:
        return False
    attributes, state.pos = found
    image.meta = {**image.meta, ATTRIBUTES: attributes}
    return True


def _break_tag(state: StateInline, silent: bool) -> bool:
    found = _BREAK.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push(BREAK_TOKEN, "", 0).content = found[0]
    state.pos = found.end()
    return True
