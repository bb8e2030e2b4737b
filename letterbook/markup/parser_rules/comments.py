"""Remarks that never print: `%% … %%` and `<!-- … -->`, in a line or over several paragraphs."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

_CLOSING = {"%%": "%%", "<!--": "-->"}


def add_comments(parser: MarkdownIt) -> None:
    """Teach `parser` to drop remarks; inside code they stay, and an unclosed one is text."""
    parser.block.ruler.before("fence", "comment", _block_comment, {"alt": ["paragraph"]})
    parser.inline.ruler.before("link", "comment", _inline_comment)


def _inline_comment(state: StateInline, silent: bool) -> bool:
    end = _end_of_comment(state.src, state.pos, state.env)
    if end < 0 or end > state.posMax:
        return False
    after_blank = state.pending.endswith(" ") if state.pending else state.pos == 0
    if not silent and after_blank and state.src.startswith(" ", end):
        end += 1
    state.pos = min(end, state.posMax)
    return True


def _block_comment(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A remark that begins a line and ends one; it interrupts a paragraph only if it spans several."""
    start = state.bMarks[start_line] + state.tShift[start_line]
    if state.is_code_block(start_line):
        return False
    end = _end_of_comment(state.src, start, state.env)
    if end < 0:
        return False
    last = _line_of(state, start_line, end_line, end)
    if last < 0 or state.src[end : state.eMarks[last]].strip():
        return False
    if silent:
        return any(state.isEmpty(line) for line in range(start_line, last))
    state.line = last + 1
    return True


def _line_of(state: StateBlock, start_line: int, end_line: int, position: int) -> int:
    """The line of this container that holds `position`, or -1 when the container ends before it."""
    for line in range(start_line, end_line):
        if line > start_line and not state.isEmpty(line) and state.sCount[line] < state.blkIndent:
            return -1
        if position <= state.eMarks[line]:
            return line
    return -1


def _end_of_comment(text: str, start: int, env: MutableMapping[str, Any]) -> int:
    """The position behind the remark that begins at `start`, or -1.

    What was found last is kept in `env`, so that a thousand unclosed remarks are not a thousand searches.
    """
    opening = "%%" if text.startswith("%%", start) else "<!--"
    if not text.startswith(opening, start):
        return -1
    closing, begin = _CLOSING[opening], start + len(opening)
    searched, since, found = env.get(opening, ("", 0, 0))
    if searched is not text or begin < since or -1 < found < begin:
        found = text.find(closing, begin)
        env[opening] = (text, begin, found)
    return found + len(closing) if found >= 0 else -1
