"""A table's caption: a paragraph below it that begins with `: ` or `Table: `, as Pandoc has it.

It may end with attributes of the table, `: Net multiples {#multiples}`.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from letterbook.markup.attributes import Attributes, read_attributes

CAPTION = "caption"
"""In the `meta` of a paragraph's token: it is a caption, and these are the attributes behind it."""

OPENINGS = (": ", "Table: ")
_BRACES = re.compile(r"(?:(?<=[ \t\n])|^)\{(?=[#.])[^{}\\]*\}$")


def add_captions(parser: MarkdownIt) -> None:
    """Teach `parser` to see the captions of tables before their words are read."""
    parser.core.ruler.before("inline", "captions", _find_captions)


def _find_captions(state: StateCore) -> None:
    for number, token in enumerate(state.tokens):
        if token.type != "table_close":
            continue
        match state.tokens[number + 1 : number + 3]:
            case (Token(type="paragraph_open") as paragraph, inline):
                _read_caption(paragraph, inline)


def _read_caption(paragraph: Token, inline: Token) -> None:
    opening = next((each for each in OPENINGS if inline.content.startswith(each)), "")
    if opening:
        inline.content, attributes = _without_attributes(inline.content.removeprefix(opening))
        paragraph.meta = {CAPTION: attributes}


def _without_attributes(words: str) -> tuple[str, Attributes]:
    braces = _BRACES.search(words)
    found = read_attributes(words, braces.start()) if braces else None
    if braces is None or found is None:
        return words, Attributes()
    return words[: braces.start()].rstrip(), found[0]
