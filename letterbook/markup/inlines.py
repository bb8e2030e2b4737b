"""Inlines: from the parser's tokens to the tree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from markdown_it.token import Token

from letterbook.draft import (
    Code,
    Emphasis,
    Footnote,
    Image,
    Inline,
    LineBreak,
    Link,
    Paragraph,
    SoftBreak,
    Span,
    Strikethrough,
    Strong,
    Text,
)
from letterbook.errors import BadInput
from letterbook.finding import Place
from letterbook.markup.additions import InlineExpression
from letterbook.markup.attributes import NO_ATTRIBUTES, Attributes
from letterbook.markup.dialect import DEEPEST_NESTING, Dialect, parser_for
from letterbook.markup.normal_form import normalise_inlines
from letterbook.markup.parser_rules.spans import ATTRIBUTES, BREAK_TOKEN
from letterbook.markup.parser_rules.wikilinks import read_wikilink
from letterbook.markup.placeholders import OPEN, split_placeholders
from letterbook.markup.source import Source
from letterbook.markup.text import plain_text

Children = tuple[Inline, ...]
DEEPEST_NOTE = 30
Wrap = Callable[[Token, Children], Inline]


def parse_inlines(
    text: str, *, dialect: Dialect, file: str = "", line: int = 1, smart: str = ""
) -> tuple[Inline, ...]:
    """The tree of a text that stands in one paragraph, a title for example.

    `smart` is the language of the typographic quotation marks to use, or empty. A link to a script,
    to inline data or to a local file stays literal text. Raises BadInput for a text nobody writes:
    too long, or nested a hundred times.
    """
    source = Source(text, file, line)
    env: dict[str, Any] = {}
    with source.refusing_depth():
        tokens = parser_for(dialect, smart).parseInline(source.text, env)
        return normalise_inlines(InlineReader(source, dialect, env, _no_note).read(tokens[0], 0))


def _no_note(_label: str) -> Footnote | None:
    """In a single line no note is defined."""
    return None


def image_of(token: Token, alt: str, place: Place | None = None) -> Image:
    """The image a token means, with this alternative text."""
    attributes: Attributes = token.meta.get(ATTRIBUTES, NO_ATTRIBUTES)
    source, title = str(token.attrs["src"]), str(token.attrs.get("title", ""))
    return Image(source, alt, title, attributes.get("width") or "", place)


class InlineReader:
    """Reads the inline tokens of one source."""

    def __init__(
        self,
        source: Source,
        dialect: Dialect,
        env: dict[str, Any],
        labelled_note: Callable[[str], Footnote | None],
    ) -> None:
        self._source = source
        self._dialect = dialect
        self._env = env
        self._labelled_note = labelled_note
        self._token = Token("inline", "", 0)
        self._line = 0
        self._in_cell = False
        self._open_notes = 0

    def read(self, token: Token, line: int, *, in_cell: bool = False) -> Children:
        """The inlines of one inline token, which begins on line `line` of the source."""
        outer = self._token, self._line, self._in_cell
        self._token, self._line, self._in_cell = token, line, in_cell
        children = self.read_tokens(token.children or ())
        self._token, self._line, self._in_cell = outer
        return children

    def read_tokens(self, tokens: Sequence[Token]) -> Children:
        """The inlines that a run of tokens means."""
        stack: list[tuple[Token, list[Inline]]] = []
        current: list[Inline] = []
        for token in tokens:
            if token.nesting == 1:
                stack.append((token, current))
                current = []
                self._check_depth(len(stack))
            elif token.nesting == -1:
                opening, outer = stack.pop()
                outer.append(_WRAPS[opening.type](opening, tuple(current)))
                current = outer
            else:
                current.extend(self._leaf(token))
        return tuple(current)

    def _check_depth(self, depth: int) -> None:
        if depth > DEEPEST_NESTING:
            raise self._too_deep()

    def _too_deep(self) -> BadInput:
        return self._source.refusal(self._line, "This text is nested too deeply.", "Simplify its markup.")

    def _leaf(self, token: Token) -> Children:  # noqa: PLR0911 - one return a kind of token
        match token.type:
            case "text" | "text_special":
                return self._text(token.content)
            case "softbreak":
                return (SoftBreak(),)
            case "hardbreak":
                return (LineBreak(),)
            case "code_inline":
                return (Code(token.content),)
            case "image":
                alt = plain_text(self.read_tokens(token.children or ()))
                return (image_of(token, alt, self._source.place(self._line)),)
            case "footnote_ref":
                return (self._nested_note(token),)
        return (self._addition(token),)

    def _addition(self, token: Token) -> Inline:
        if token.type == BREAK_TOKEN:
            return LineBreak() if self._in_cell else Text(token.content)
        place = self._source.place_within(self._line, self._token.content, token.meta["offset"])
        if token.type == "wikilink":
            return read_wikilink(token.content, place, token.meta.get(ATTRIBUTES, NO_ATTRIBUTES))
        return InlineExpression(token.content, place)

    def _text(self, text: str) -> Children:
        if self._dialect is Dialect.PARTIAL and OPEN in text:
            return tuple(split_placeholders(text))
        return (Text(text),) if text else ()

    def _nested_note(self, token: Token) -> Inline:
        """A note, which may stand in another one, but not in ever so many."""
        self._open_notes += 1
        if self._open_notes > DEEPEST_NOTE:
            raise self._too_deep()
        note = self._note(token)
        self._open_notes -= 1
        return note

    def _note(self, token: Token) -> Inline:
        label = token.meta.get("label")
        if label is not None:
            return self._labelled_note(label) or Text(f"[^{label}]")
        note = self._env["footnotes"]["list"][token.meta["id"]]
        inline = Token("inline", "", 0, content=note["content"], children=note["tokens"])
        return Footnote((Paragraph(self.read(inline, self._line), place=self._source.place(self._line)),))


def _span(token: Token, children: Children) -> Inline:
    attributes: Attributes = token.meta[ATTRIBUTES]
    identifier = (("id", attributes.identifier),) if attributes.identifier else ()
    return Span(children, attributes.classes, identifier + attributes.pairs)


def _link(token: Token, children: Children) -> Inline:
    return Link(children, str(token.attrs.get("href", "")), str(token.attrs.get("title", "")))


_WRAPS: dict[str, Wrap] = {
    "em_open": lambda _token, children: Emphasis(children),
    "strong_open": lambda _token, children: Strong(children),
    "s_open": lambda _token, children: Strikethrough(children),
    "link_open": _link,
    "span_open": _span,
}
