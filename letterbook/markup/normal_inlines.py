"""The normal form of a run of inlines; see `normal_form` for what that is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from enum import Enum, auto
from itertools import groupby
from operator import is_not

from markdown_it.common.utils import MD_TRIM_CHARS

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
from letterbook.markup.targets import is_allowed_target
from letterbook.markup.tree import Inlines, children_of, is_same, join_text

_EDGES = frozenset(("", *MD_TRIM_CHARS))
_CLEANED = str.maketrans({"\0": "\ufffd", "\v": " ", "\f": " "})
_DELIMITED = (Emphasis, Strong, Strikethrough)
_BREAKS = (SoftBreak, LineBreak)
_BREAK_KINDS = frozenset[type[Inline]](_BREAKS)


class Room(Enum):
    """Which line ends a place has room for: both kinds, printed ones only, or none."""

    PARAGRAPH = auto()
    CELL = auto()
    LINE = auto()


class InlineNormaliser:
    """Brings runs of inlines to normal form; `on_blocks` does it for what footnotes hold."""

    def __init__(self, on_blocks: Callable[[tuple[Block, ...]], tuple[Block, ...]], room: Room) -> None:
        self._on_blocks = on_blocks
        self._room = room

    def normalise(self, inlines: Inlines) -> Inlines:
        """The normal form of what stands in one paragraph, heading or cell: often as it is."""
        return _trimmed(self._sequence(inlines, frozenset()))

    def _sequence(self, inlines: Inlines, inside: frozenset[type[Inline]]) -> Inlines:
        made = [new for inline in inlines for new in self._normal(inline, inside)]
        return inlines if _is_tidy(made) and is_same(made, inlines) else _tidy(made)

    def _normal(  # noqa: PLR0911 - one return a kind of inline
        self, inline: Inline, inside: frozenset[type[Inline]]
    ) -> Iterable[Inline]:
        match inline:
            case Text():
                return (inline,) if inline.text and inline.text.isprintable() else self._text(inline.text)
            case SoftBreak():
                return (inline,) if self._room is Room.PARAGRAPH else (Text(" "),)
            case LineBreak():
                return (Text(" "),) if self._room is Room.LINE else (inline,)
            case Code():
                return (Code(_one_line(inline.text)),) if inline.text else ()
            case Emphasis() | Strong() | Strikethrough():
                return self._delimited(inline, inside)
            case Span():
                children = self._sequence(inline.children, inside)
                return (
                    (replace(inline, children=children),) if inline.classes or inline.attributes else children
                )
            case Link():
                return self._link(inline, inside)
            case Image():
                return self._image(inline)
            case Footnote():
                blocks = self._on_blocks(inline.blocks)
                return (Footnote(blocks),) if blocks else ()
        return (inline,)

    def _text(self, text: str) -> Iterator[Inline]:
        lines = text.translate(_CLEANED).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for number, line in enumerate(lines):
            if number:
                yield SoftBreak() if self._room is Room.PARAGRAPH else Text(" ")
            yield Text(line)

    def _delimited(
        self, inline: Emphasis | Strong | Strikethrough, inside: frozenset[type[Inline]]
    ) -> Iterable[Inline]:
        """Emphasis in emphasis says nothing more; blanks at its edges belong outside it."""
        kind = type(inline)
        if kind in inside:
            return self._sequence(inline.children, inside)
        before, core, after = _without_edges(self._sequence(inline.children, inside | {kind}))
        return (*before, *((_emphasised(kind, core),) if core else ()), *after)

    def _link(self, inline: Link, inside: frozenset[type[Inline]]) -> Iterable[Inline]:
        if Link in inside:
            return self._sequence(inline.children, inside)
        children = self._sequence(inline.children, inside | {Link})
        target = inline.target.replace("\n", "%0A").replace("\r", "%0D")
        if not is_allowed_target(target):
            return (Text("["), *children, Text(f"]({target})"))
        title = " ".join(inline.title.split())
        if is_same(children, inline.children) and (target, title) == (inline.target, inline.title):
            return (inline,)
        return (Link(children, target, title),)

    def _image(self, inline: Image) -> Iterable[Inline]:
        source = inline.source.replace("\n", "%0A").replace("\r", "%0D")
        alt, title = " ".join(inline.alt.split()), " ".join(inline.title.split())
        if not is_allowed_target(source):
            return (Text(f"![{alt}]({source})"),)
        return (Image(source, alt, title, inline.width, inline.place),)


def _one_line(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", " ").translate(_CLEANED)


def _emphasised(kind: type[Emphasis | Strong | Strikethrough], children: Inlines) -> Inline:
    """Bold and italic at once have one form: the emphasis outside."""
    if kind is Strong and len(children) == 1 and isinstance(children[0], Emphasis):
        return Emphasis((Strong(children[0].children),))
    return kind(children)


def _without_edges(children: Inlines) -> tuple[Inlines, Inlines, Inlines]:
    """Blanks and breaks before, what is between, and blanks and breaks after."""
    start, end = 0, len(children)
    while start < end and _is_blank(children[start]):
        start += 1
    while end > start and _is_blank(children[end - 1]):
        end -= 1
    core = list(children[start:end])
    before, after = list(children[:start]), list(children[end:])
    if core and isinstance(first := core[0], Text):
        words = first.text.lstrip()
        core[0] = Text(words)
        before.append(Text(first.text[: len(first.text) - len(words)]))
    if core and isinstance(last := core[-1], Text):
        words = last.text.rstrip()
        core[-1] = Text(words)
        after.insert(0, Text(last.text[len(words) :]))
    return tuple(before), tuple(core), tuple(after)


def _is_blank(inline: Inline) -> bool:
    return isinstance(inline, _BREAKS) or (isinstance(inline, Text) and not inline.text.strip())


def _is_tidy(inlines: Inlines | list[Inline]) -> bool:
    """Whether there is nothing to join and no break to look after: no two of a kind, side by side."""
    kinds = [type(inline) for inline in inlines]
    return _BREAK_KINDS.isdisjoint(kinds) and all(map(is_not, kinds, kinds[1:]))


def _tidy(inlines: Iterable[Inline]) -> Inlines:
    """Join what is of one kind side by side, and keep one break where there are several."""
    tidy: list[Inline] = []
    for inline in _joined(inlines):
        if isinstance(inline, _BREAKS):
            _append_break(tidy, inline)
        elif isinstance(inline, Text) and tidy and isinstance(tidy[-1], _BREAKS):
            if text := inline.text.lstrip(" \t"):
                tidy.append(Text(text))
        else:
            tidy.append(inline)
    return tuple(tidy)


def _append_break(tidy: list[Inline], line_end: Inline) -> None:
    if tidy and isinstance(last := tidy[-1], Text):
        tidy.pop()
        if text := last.text.rstrip(" \t"):
            tidy.append(Text(text))
    if tidy and isinstance(tidy[-1], SoftBreak):
        tidy.pop()
    if not (tidy and isinstance(tidy[-1], LineBreak) and isinstance(line_end, SoftBreak)):
        tidy.append(line_end)


def _joined(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for kind, group in groupby(join_text(inlines), type):
        if kind in _DELIMITED:
            together = [child for inline in group for child in children_of(inline)]
            yield _emphasised(kind, _tidy(together))
        elif kind is Code:
            yield Code("".join(inline.text for inline in group if isinstance(inline, Code)))
        else:
            yield from group


def _trimmed(inlines: Inlines) -> Inlines:
    """Without blanks and breaks at the two ends."""
    if inlines and not _has_edge(inlines[0], 0) and not _has_edge(inlines[-1], -1):
        return inlines
    trimmed = list(inlines)
    while trimmed and _is_edge(trimmed[0]):
        trimmed.pop(0)
    while trimmed and _is_edge(trimmed[-1]):
        trimmed.pop()
    if trimmed and isinstance(first := trimmed[0], Text):
        trimmed[0] = _saying(first, first.text.lstrip(MD_TRIM_CHARS))
    if trimmed and isinstance(last := trimmed[-1], Text):
        trimmed[-1] = _saying(last, last.text.rstrip(MD_TRIM_CHARS))
    return tuple(trimmed)


def _has_edge(inline: Inline, end: int) -> bool:
    """Whether there is something to trim of `inline`, which stands at the beginning (0) or the end (-1)."""
    if isinstance(inline, Text):
        return inline.text[end : end + 1 or None] in _EDGES
    return isinstance(inline, _BREAKS)


def _saying(text: Text, words: str) -> Text:
    """A text that says `words`: this very one where it does, so that nothing around it is copied."""
    return text if text.text == words else Text(words)


def _is_edge(inline: Inline) -> bool:
    return isinstance(inline, _BREAKS) or (isinstance(inline, Text) and not inline.text.strip(MD_TRIM_CHARS))
