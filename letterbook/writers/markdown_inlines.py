"""Inlines as Markdown.

Whether `*` opens or closes emphasis depends on the characters beside it. Where they would mislead,
an empty remark `<!-- -->` keeps them apart; that is rare, and prints nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from letterbook.draft import (
    Block,
    Code,
    Emphasis,
    Footnote,
    Image,
    Inline,
    LineBreak,
    Link,
    SoftBreak,
    Span,
    Strikethrough,
    Strong,
    Text,
)
from letterbook.markup.attributes import write_attributes
from letterbook.markup.tables import Covered
from letterbook.markup.targets import is_allowed_target
from letterbook.record import record
from letterbook.writers.markdown_escapes import (
    code_span,
    escape_line_start,
    escape_pipes,
    escape_text,
    link_goal,
)

SEPARATOR = "<!-- -->"
_DELIMITERS: dict[type[Inline], str] = {Emphasis: "*", Strong: "**", Strikethrough: "~~"}
_AUTOLINK = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^<>\x00-\x20]*")


@record
class _Delimiter:
    """The beginning or the end of emphasis, to be written when its neighbours are known."""

    text: str
    opens: bool


_Piece = str | _Delimiter


class InlineWriter:
    """Writes inlines and collects the footnotes it meets, in order."""

    def __init__(self) -> None:
        self.notes: list[tuple[Block, ...]] = []

    def paragraph(self, inlines: Sequence[Inline]) -> str:
        """The lines of a paragraph; none of them looks like the beginning of another block."""
        return "\n".join(escape_line_start(line) for line in self.line(inlines).split("\n"))

    def line(self, inlines: Sequence[Inline]) -> str:
        """What stands behind a mark: a heading's words, a caption."""
        return _joined(list(self._pieces(inlines)))

    def cell(self, inlines: Sequence[Inline]) -> str:
        """A table cell; a line break is `<br>`, and a mark of a covered cell is text."""
        words = escape_pipes(self.line(inlines).replace("\\\n", "<br>"))
        return f"\\{words}" if words in set(Covered) else words

    def _pieces(  # noqa: C901 - one case a kind of inline
        self, inlines: Sequence[Inline], *, in_strong: bool = False
    ) -> Iterator[_Piece]:
        for number, inline in enumerate(inlines):
            before = inlines[number - 1] if number else None
            after = inlines[number + 1] if number + 1 < len(inlines) else None
            match inline:
                case Text():
                    yield _text(inline.text, before, after)
                case SoftBreak():
                    yield "\n"
                case LineBreak():
                    yield "\\\n"
                case Code():
                    yield code_span(inline.text)
                case Emphasis() | Strong() | Strikethrough():
                    is_edge = in_strong and (before is None or after is None)
                    delimiter = "_" if _touches_strong(inline, is_edge=is_edge) else _DELIMITERS[type(inline)]
                    yield _Delimiter(delimiter, opens=True)
                    yield from self._pieces(inline.children, in_strong=isinstance(inline, Strong))
                    yield _Delimiter(delimiter, opens=False)
                case Span():
                    yield f"[{self.line(inline.children)}]" + write_attributes(
                        inline.classes, inline.attributes
                    )
                case Link():
                    yield self._link(inline)
                case Image():
                    yield image(inline, escape_text(inline.alt))
                case Footnote():
                    self.notes.append(inline.blocks)
                    yield f"[^{len(self.notes)}]"

    def _link(self, link: Link) -> str:
        match link:
            case Link(children=(Text(text=text),), target=target, title="") if text == target:
                if _AUTOLINK.fullmatch(text) and is_allowed_target(text):
                    return f"<{text}>"
        return f"[{self.line(link.children)}]({link_goal(link.target, link.title)})"


def image(picture: Image, words: str, alt: str | None = None, identifier: str = "") -> str:
    """An image whose brackets hold `words`; `alt` is given where it differs from them."""
    pairs = [] if alt is None else [("alt", alt)]
    if picture.width:
        pairs.append(("width", picture.width))
    attributes = write_attributes((), pairs, identifier) if pairs or identifier else ""
    return f"![{words}]({link_goal(picture.source, picture.title)}){attributes}"


def _touches_strong(inline: Inline, *, is_edge: bool) -> bool:
    """Whether emphasis begins or ends where strong emphasis does, so that `***` would be ambiguous.

    Not when the two hold the same words: then `***` can mean only one thing.
    """
    if not isinstance(inline, Emphasis):
        return False
    is_whole = len(inline.children) == 1
    return is_edge or (not is_whole and any(isinstance(inline.children[at], Strong) for at in (0, -1)))


def _text(text: str, before: Inline | None, after: Inline | None) -> str:
    """The text escaped, minding that brackets and braces beside it may belong to its neighbours."""
    escaped = escape_text(text)
    if text.endswith(("!", "^")) and not isinstance(after, (Link, Span, Footnote)):
        escaped = escaped[:-2] + text[-1]
    continues_note = isinstance(before, Footnote) and text.startswith(("(", "{", ":"))
    continues_braces = isinstance(before, (Image, Span)) and text.startswith("{")
    if (continues_note or continues_braces) and not escaped.startswith("\\"):
        escaped = "\\" + escaped
    return escaped


def _joined(pieces: Sequence[_Piece]) -> str:
    written: list[str] = []
    last = ""
    for number, piece in enumerate(pieces):
        before = pieces[number - 1] if number else ""
        after = pieces[number + 1] if number + 1 < len(pieces) else ""
        if isinstance(piece, str):
            text = _beside_tildes(piece, before, after)
        else:
            text = _opening(piece, before, after, last) if piece.opens else _closing(piece, after, last)
        written.append(text)
        last = text[-1:] or last
    return "".join(written)


def _beside_tildes(text: str, before: _Piece, after: _Piece) -> str:
    """A tilde of the text beside one that strikes through."""
    if isinstance(before, _Delimiter) and before.text == "~~" and text.startswith("~"):
        text = "\\" + text
    if isinstance(after, _Delimiter) and after.text == "~~" and _ends_in_tilde(text):
        text = text[:-1] + "\\~"
    return text


def _ends_in_tilde(text: str) -> bool:
    """Whether a tilde ends the escaped text that is not escaped itself."""
    backslashes = len(text) - 1 - len(text[:-1].rstrip("\\"))
    return text.endswith("~") and backslashes % 2 == 0


def _opening(piece: _Delimiter, before: _Piece, after: _Piece, last: str) -> str:
    """The delimiter, kept apart from what stands before it where the two would be misread."""
    if isinstance(before, _Delimiter):
        return piece.text if before.opens else SEPARATOR + piece.text
    inner = after.text[0] if isinstance(after, _Delimiter) else after[:1]
    return piece.text if _is_clear(last, inner, piece) else SEPARATOR + piece.text


def _closing(piece: _Delimiter, after: _Piece, last: str) -> str:
    """The delimiter, kept apart from what stands behind it where the two would be misread."""
    if isinstance(after, _Delimiter) or _is_clear(after[:1], last, piece):
        return piece.text
    return piece.text + SEPARATOR


def _is_clear(outer: str, inner: str, delimiter: _Delimiter) -> bool:
    """Whether a delimiter between these two characters can only be read the way it is meant."""
    if not outer or outer.isspace() or _is_punctuation(outer):
        return True
    return delimiter.text != "_" and not _is_punctuation(inner)


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character).startswith(("P", "S"))
