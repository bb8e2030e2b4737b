"""Which lines of a Markdown text are fenced code (https://spec.commonmark.org/0.31.2/#fenced-code-blocks)."""

from __future__ import annotations

import re
from collections.abc import Sequence

_OPENING = re.compile(r" {0,3}(?:(`{3,})[^`]*|(~{3,}).*)\Z", re.DOTALL)
_CLOSING = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*\Z")


def fenced_lines(lines: Sequence[str]) -> frozenset[int]:
    """The indexes of all lines in fenced code, fences included.

    A fence that is never closed is taken for an ordinary line: it must not swallow the rest.
    """
    found: set[int] = set()
    never_closed: set[str] = set()
    index = 0
    while index < len(lines):
        fence = _opened(lines[index])
        if fence and fence not in never_closed:
            end = _closing_line(lines, index + 1, fence)
            if end:
                found.update(range(index, end + 1))
                index = end
            else:
                never_closed.add(fence)
        index += 1
    return frozenset(found)


def closing_fence(text: str) -> str:
    """The fence that would close the last fenced code in `text`, or nothing when none is open."""
    lines = text.split("\n")
    code = fenced_lines(lines)
    fences = (_opened(line) for index, line in enumerate(lines) if index not in code)
    return next((fence for fence in fences if fence), "")


def _opened(line: str) -> str:
    match = _OPENING.match(line)
    return (match[1] or match[2]) if match else ""


def _closing_line(lines: Sequence[str], start: int, fence: str) -> int:
    for index in range(start, len(lines)):
        match = _CLOSING.match(lines[index])
        if match and match[1].startswith(fence):
            return index
    return 0
