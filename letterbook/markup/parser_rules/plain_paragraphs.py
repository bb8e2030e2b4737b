"""Plain prose, the most frequent of all texts, told from everything else before the parser's rules are tried.

They give the same tokens; to ask two dozen of them in vain, character by character, takes many times as long.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, paragraph
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

# One of these is in all that any rule within a line makes something of.
_MEANING_SOMETHING = re.compile(r"[\n\\`*_~\[\]<&^{]|%%")
_SHORTEST_CODE = 4


def add_plain_paragraphs(parser: MarkdownIt) -> None:
    """Teach `parser` to see at once what can be nothing but a paragraph, and what is text alone."""
    parser.block.ruler.before("table", "plain_paragraph", _plain_paragraph)
    parser.core.ruler.at("inline", _read_lines)


def _plain_paragraph(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A single line that begins with a letter and is no term of a definition list."""
    if state.sCount[start_line] - state.blkIndent >= _SHORTEST_CODE:
        return False
    below = start_line + 1
    is_single = below >= state.lineMax or state.isEmpty(below)
    if not is_single or not _first_character(state, start_line).isalpha():
        return False
    if below + 1 < state.lineMax and _first_character(state, below + 1) in {":", "~"}:
        return False
    return paragraph(state, start_line, end_line, silent)


def _first_character(state: StateBlock, line: int) -> str:
    start = state.bMarks[line] + state.tShift[line]
    return state.src[start : start + 1]


def _read_lines(state: StateCore) -> None:
    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        if _MEANING_SOMETHING.search(token.content):
            state.md.inline.parse(token.content, state.md, state.env, token.children)
        elif token.content:
            token.children.append(Token("text", "", 0, content=token.content))
