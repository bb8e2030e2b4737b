"""Typographic quotation marks and dashes for the author's own prose.

Inside block quotations and code nothing is changed: a quotation is verbatim.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_core.smartquotes import process_inlines
from markdown_it.token import Token

QUOTES = {
    "en": "“”‘’",
    "de": "„“‚‘",
    "fr": ["«\u00a0", "\u00a0»", "‹\u00a0", "\u00a0›"],
    "es": "«»“”",
    "it": "«»“”",
    "pt": "“”‘’",
    "nl": "“”‘’",
    "sv": "””’’",
    "da": "»«›‹",
    "pl": "„”‚’",
}
_EM_DASH = re.compile(r"(?<!-)---(?!-)")
_EN_DASH = re.compile(r"(?<!-)--(?!-)")
_ELLIPSIS = re.compile(r"(?<!\.)\.{3}(?!\.)")


def add_typography(parser: MarkdownIt) -> None:
    """Teach `parser` quotation marks, dashes and ellipses; an escaped character stays as it is."""
    parser.core.ruler.before("text_join", "typography", _typography)


def _typography(state: StateCore) -> None:
    quoted = 0
    for token in state.tokens:
        if token.type in {"blockquote_open", "blockquote_close"}:
            quoted += token.nesting
        elif token.type == "inline" and token.children and not quoted:
            _improve(token.children, state)


def _improve(tokens: list[Token], state: StateCore) -> None:
    in_address = False
    for token in tokens:
        if token.info == "auto":
            in_address = token.nesting == 1
            continue
        if token.type == "text" and not in_address:
            token.content = _with_dashes(token.content)
        if token.type == "footnote_ref":
            _improve(_inline_note(token, state), state)
        if token.children:
            _improve(token.children, state)
    if any('"' in token.content or "'" in token.content for token in tokens):
        process_inlines(tokens, state)


def _with_dashes(text: str) -> str:
    """`text` with dashes and ellipses in the place of hyphens and full stops."""
    if "--" in text:
        text = _EN_DASH.sub("–", _EM_DASH.sub("—", text))
    return _ELLIPSIS.sub("…", text) if "..." in text else text


def _inline_note(token: Token, state: StateCore) -> list[Token]:
    note = state.env["footnotes"]["list"].get(token.meta["id"], {})
    tokens: list[Token] = note.get("tokens", [])
    return tokens
