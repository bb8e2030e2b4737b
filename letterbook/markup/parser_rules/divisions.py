"""Pandoc's fenced divs: blocks between `::: {.class key=value}` and `:::`, nested as one likes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from letterbook.markup.attributes import Attributes, read_attributes

_FENCE = re.compile(r":{3,}[ \t]*(?P<info>.*?)[ \t:]*$")
_MOST_OPEN = 100
_WORD = re.compile(r"[\w-]+")
_CODE_FENCE = re.compile(r"(?:(?:[-+*]|\d{1,9}[.)])[ \t]++)*+(`{3,}(?=[^`]*$)|~{3,})")


def add_divisions(parser: MarkdownIt) -> None:
    """Teach `parser` fenced divs; one that is not closed is text."""
    interrupts = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("fence", "division", _division, {"alt": interrupts})


def is_class_name(text: str) -> bool:
    """Whether a fence may open with `text` alone, as its class."""
    return _WORD.fullmatch(text) is not None


def _division(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    if state.is_code_block(start_line) or not (attributes := _opening(_line(state, start_line))):
        return False
    last = _closing_line(state, start_line, end_line)
    if last < 0:
        return False
    if silent:
        return True
    parent, line_max = state.parentType, state.lineMax
    state.parentType, state.lineMax = "container", last
    token = state.push("division_open", "div", 1)
    token.meta = {"attributes": attributes}
    token.map = [start_line, last]
    state.md.block.tokenize(state, start_line + 1, last)
    state.push("division_close", "div", -1)
    state.parentType, state.lineMax, state.line = parent, line_max, last + 1
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _opening(text: str) -> Attributes | None:
    """The attributes of a fence that opens a division: braces or one class name."""
    fence = _FENCE.match(text) if text.startswith(":::") else None
    if fence is None or not fence["info"]:
        return None
    if is_class_name(fence["info"]):
        return Attributes(classes=(fence["info"],))
    found = read_attributes(fence["info"], 0)
    return found[0] if found and found[1] == len(fence["info"]) else None


@dataclass(slots=True)
class _Fences:
    """The fences of one container: those of its lines from `first` to before `last`."""

    first: int
    last: int
    closing_lines: dict[int, int] = field(default_factory=dict)


def _closing_line(state: StateBlock, start_line: int, end_line: int) -> int:
    """The line that closes the division opened on `start_line`, or -1.

    The fences of a container are matched once, in one pass, and kept for its other divisions.
    """
    known: dict[tuple[int, int, int], _Fences] = state.env.setdefault("divisions", {})
    key = (end_line, state.blkIndent, state.level)
    fences = known.get(key)
    if fences is None or not fences.first <= start_line < fences.last:
        fences = known[key] = _match_fences(state, start_line, end_line)
    return fences.closing_lines.get(start_line, -1)


def _match_fences(state: StateBlock, start_line: int, end_line: int) -> _Fences:
    """A closing fence closes the last division that was opened with as many colons, else the last."""
    fences = _Fences(start_line, end_line)
    open_fences: list[tuple[int, int]] = []
    code, item_indent = "", 0
    for line in range(start_line, end_line):
        text = _line(state, line)
        if text and state.sCount[line] < state.blkIndent:
            fences.last = line
            break
        if text and state.sCount[line] < item_indent:
            code, item_indent = "", 0
        fence = _CODE_FENCE.match(text)
        if code or (fence and not state.is_code_block(line)):
            item_indent = item_indent if code else _item_indent(state, line, fence)
            code = _code_fence_after(code, text)
        elif not text.startswith(":::") or state.is_code_block(line):
            continue
        elif _opening(text):
            open_fences.append((line, _colons(text)))
        elif not text.strip(": \t") and (closed := _closed_by(open_fences, _colons(text))) is not None:
            fences.closing_lines[closed] = line
    return fences


def _closed_by(open_fences: list[tuple[int, int]], colons: int) -> int | None:
    """The line of the fence that one with so many colons closes; what was opened after it is text."""
    at = next(
        (
            n
            for n in reversed(range(max(0, len(open_fences) - _MOST_OPEN), len(open_fences)))
            if open_fences[n][1] == colons
        ),
        None,
    )
    if at is None:
        return open_fences.pop()[0] if open_fences and open_fences[-1][1] < colons else None
    line = open_fences[at][0]
    del open_fences[at:]
    return line


def _colons(text: str) -> int:
    return len(text) - len(text.lstrip(":"))


def _item_indent(state: StateBlock, line: int, fence: re.Match[str] | None) -> int:
    """Where the text of the list item begins that begins with `fence`; the item's end ends its code."""
    return state.sCount[line] + fence.start(1) if fence and fence.start(1) else 0


def _code_fence_after(code: str, text: str) -> str:
    """The code fence that is open after the line `text`, given the one open before it."""
    fence = _CODE_FENCE.match(text)
    if not code:
        return fence[1] if fence else ""
    return "" if text.startswith(code) and not text.strip(code[0] + " \t") else code
