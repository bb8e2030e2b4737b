"""Which characters of a text need a backslash, so that Markdown takes them literally.

As few as possible: what only looks like markup (`snake_case`, `a * b`, `[sic]`) stays as it is.
"""

from __future__ import annotations

import re

ENTITY = re.compile(r"&(?=#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)")
_SPECIAL = re.compile(r"[\\`*_~\[\]<&%!^]")
_PLAIN_BRACKETS = re.compile(r"\[(?![ xX]?\]|\^)[^\[\]]*\](?![\[({:])")
_ASCII_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_LINE_START = re.compile(
    r"(?P<marker>#{1,6}(?=[ \t]|$)|[-+*:~](?=[ \t]|$)|>|:::)|(?P<number>[0-9]{1,9})[.)](?=[ \t]|$)"
)
_LINE_OF_MARKS = re.compile(r"([-_*])[ \t]*(?:\1[ \t]*){2,}$|=+[ \t]*$|[-|:][-|: \t]*$")


def escape_text(text: str) -> str:
    """`text` so that it is read as text within a line."""
    brackets = {at for found in _PLAIN_BRACKETS.finditer(text) for at in (found.start(), found.end() - 1)}
    return _SPECIAL.sub(lambda found: _escaped(text, found.start(), brackets), text)


def _escaped(text: str, at: int, plain_brackets: set[int]) -> str:
    character = text[at]
    before = text[at - 1] if at else ""
    after = text[at + 1] if at + 1 < len(text) else ""
    match character:
        case "\\":
            needed = not after or after in _ASCII_PUNCTUATION
        case "*":
            needed = not (before.isspace() and after.isspace())
        case "_":
            between_words = before.isalnum() and after.isalnum()
            needed = not between_words and not (before.isspace() and after.isspace())
        case "~":
            needed = "~" in (before, after)
        case "[" | "]":
            needed = at not in plain_brackets
        case "<":
            needed = not after or after.isalpha() or after == "!"
        case "&":
            needed = ENTITY.match(text, at) is not None
        case "%":
            needed = after == "%"
        case "!" | "^":
            needed = after in ("", "[")
        case _:
            needed = True
    return "\\" + character if needed else character


def escape_line_start(line: str) -> str:
    """A line of a paragraph so that it does not begin a heading, a list, a quotation …"""
    if _LINE_OF_MARKS.match(line):
        return "\\" + line
    found = _LINE_START.match(line)
    if found is None:
        return line
    at = found.end("number") if found["number"] else 0
    return f"{line[:at]}\\{line[at:]}"


def escape_heading(line: str) -> str:
    """A heading's line whose last words only look like attributes or closing marks."""
    return escape_braces(re.sub(r"(^|[ \t])(#+)$", r"\1\\\2", line))


def escape_braces(line: str) -> str:
    """A line whose last words only look like the attributes of the block."""
    return re.sub(r"(^|[ \t])\{([#.][^{}]*\})$", r"\1\\{\2", line)


def escape_pipes(cell: str) -> str:
    """The Markdown of a cell so that it stays one cell."""
    return cell.replace("|", "\\|")


def link_goal(target: str, title: str) -> str:
    """What stands in the parentheses of a link or an image: the target, and the title if there is one."""
    if not title:
        return _target(target)
    escaped = ENTITY.sub(r"\\&", title.replace("\\", "\\\\").replace('"', '\\"'))
    return f'{_target(target) or "<>"} "{escaped}"'


def _target(target: str) -> str:
    """The target, in angle brackets where it has blanks or parentheses that do not match."""
    escaped = ENTITY.sub(r"\\&", target.replace("\\", "\\\\"))
    if _is_bare(target):
        return escaped
    return "<" + escaped.replace("<", "\\<").replace(">", "\\>") + ">"


def _is_bare(target: str) -> bool:
    depth = 0
    for character in target:
        if character <= " " or character == "\x7f":
            return False
        depth += {"(": 1, ")": -1}.get(character, 0)
        if depth < 0 or depth > 31:
            return False
    return depth == 0 and not target.startswith("<")


def code_span(text: str) -> str:
    """Code in a line, between more backticks than it has in a row itself."""
    longest = max(map(len, re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    is_padded = text.startswith(" ") and text.endswith(" ") and text.strip(" ")
    pad = " " if is_padded or text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"
