"""Expressions `{{ … }}`: where a section, a figure or a field goes."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from letterbook.errors import BadInput
from letterbook.finding import Place
from letterbook.record import record

TOKEN = "expression"  # noqa: S105 - a token of the parser, no secret
_PART = re.compile(r'\s*(?:(?P<key>[A-Za-z][\w-]*)=)?(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+))')


@record
class Call:
    """What an expression asks for.

    `name` is what comes before the first argument or quoted text, `arguments` the `key=value` pairs
    in order, `words` the other text behind the name. `items theme="a b" limit=5` has the name
    `items`; `Fund I NAV, change` is all name; `quote "Title#^id"` has the words `Title#^id`.
    """

    name: str
    arguments: tuple[tuple[str, str], ...] = ()
    words: str = ""


def parse_call(source: str, place: Place | None = None) -> Call:
    """Read what stands between `{{` and `}}`.

    Raises BadInput for a quotation mark that is not closed, nothing at all, and a doubled argument.
    """
    name: list[str] = []
    words: list[str] = []
    arguments: dict[str, str] = {}
    position = 0
    source = source.strip()
    while position < len(source):
        part = _PART.match(source, position)
        if part is None:
            raise _bad(f'A quotation mark is not closed in "{source}".', 'Write name="value".', place)
        position = part.end()
        value = part["bare"] if part["quoted"] is None else part["quoted"]
        if part["key"] is None:
            is_name = part["quoted"] is None and not arguments and not words
            (name if is_name else words).append(value)
        elif part["key"] in arguments:
            raise _bad(f'"{part["key"]}" is given twice in "{source}".', "Leave one of them out.", place)
        else:
            arguments[part["key"]] = value
    if not name:
        raise _bad("An expression needs a name.", "Write {{ contents }}, for example.", place)
    return Call(" ".join(name), tuple(arguments.items()), " ".join(words))


def add_expressions(parser: MarkdownIt) -> None:
    """Teach `parser` expressions within a line."""
    parser.inline.ruler.before("link", TOKEN, _expression)


def _expression(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("{{", state.pos):
        return False
    end = state.src.find("}}", state.pos + 2, state.posMax)
    inner = state.src[state.pos + 2 : end]
    if end < 0 or "{" in inner or "}" in inner:
        return False
    if not silent:
        token = state.push(TOKEN, "", 0)
        token.content = " ".join(inner.split())
        token.meta = {"offset": state.pos}
    state.pos = end + 2
    return True


def _bad(message: str, hint: str, place: Place | None) -> BadInput:
    return BadInput(message, hint=hint, place=place)
