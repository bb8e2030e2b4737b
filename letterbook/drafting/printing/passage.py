"""A passage of a quotation: cut out of its tree, word for word."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from letterbook.draft import (
    Block,
    BulletList,
    Code,
    CodeBlock,
    Division,
    Emphasis,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListItem,
    NumberedList,
    Paragraph,
    Quote,
    SoftBreak,
    Span,
    Strikethrough,
    Strong,
    Text,
)

_ELLIPSIS = re.compile(r"\s*(?:…|\.\.\.)\s*")
_ALIKE = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " "})


def cut_passage(blocks: tuple[Block, ...], words: str) -> tuple[Block, ...]:
    """The part of `blocks` that `words` name: the words themselves, or `first … last` and all between.

    Case, spacing and the shape of quotation marks and dashes do not matter for finding it; what is
    returned is the text as it stands. Nothing when the words are not there.
    """
    span = _find("".join(_leaves(blocks)), words)
    return _Cutter(*span).blocks(blocks) if span else ()


def _find(text: str, words: str) -> tuple[int, int] | None:
    folded = _fold(text)
    whole = _pattern(words).search(folded)
    if whole:
        return whole.span()
    parts = [part for part in _ELLIPSIS.split(words.strip()) if part]
    if len(parts) < 2:
        return None
    first = _pattern(parts[0]).search(folded)
    last = _pattern(parts[-1]).search(folded, first.end()) if first else None
    return (first.start(), last.end()) if first and last else None


def _fold(text: str) -> str:
    """`text` in small letters and plain marks, of the same length."""
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text.translate(_ALIKE))


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(re.escape(word) for word in _fold(words).split()))


def _leaves(nodes: tuple[Block | Inline, ...]) -> list[str]:
    """The text of the leaves in order; blocks end with a blank, so that words never run together."""
    return [text for node in nodes for text in _texts(node)]


def _texts(node: Block | Inline) -> list[str]:
    match node:
        case Text() | Code():
            return [node.text]
        case CodeBlock():
            return [node.text, " "]
        case SoftBreak() | LineBreak():
            return [" "]
        case Paragraph() | Heading():
            return [*_leaves(node.children), " "]
    return _leaves(_inner(node))


def _inner(node: Block | Inline) -> tuple[Block | Inline, ...]:
    match node:
        case Emphasis() | Strong() | Strikethrough() | Span() | Link():
            return node.children
        case Quote() | Division() | ListItem():
            return node.blocks
        case BulletList() | NumberedList():
            return node.items
    return ()


@dataclass(slots=True)
class _Cutter:
    """Walks the leaves in order and keeps what lies between two offsets of their text."""

    start: int
    end: int
    offset: int = 0

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        kept = (self._block(block) for block in blocks)
        return tuple(block for block in kept if block is not None)

    def _block(self, block: Block) -> Block | None:
        match block:
            case Paragraph() | Heading():
                children = self._inlines(block.children)
                self.offset += 1
                return replace(block, children=children) if children else None
            case Quote() | Division() | ListItem():
                inner = self.blocks(block.blocks)
                return replace(block, blocks=inner) if inner else None
            case BulletList() | NumberedList():
                items = tuple(item for item in self.blocks(block.items) if isinstance(item, ListItem))
                return replace(block, items=items) if items else None
            case CodeBlock():
                text = self._cut(block.text)
                self.offset += 1
                return replace(block, text=text) if text else None
            case _:
                return block if self.start < self.offset < self.end else None

    def _inlines(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        kept = (self._inline(inline) for inline in inlines)
        return tuple(inline for inline in kept if inline is not None)

    def _inline(self, inline: Inline) -> Inline | None:
        match inline:
            case Text() | Code():
                text = self._cut(inline.text)
                return replace(inline, text=text) if text else None
            case SoftBreak() | LineBreak():
                return inline if self._cut(" ") else None
            case Emphasis() | Strong() | Strikethrough() | Span() | Link():
                children = self._inlines(inline.children)
                return replace(inline, children=children) if children else None
            case _:
                return inline if self.start < self.offset < self.end else None

    def _cut(self, text: str) -> str:
        begin, self.offset = self.offset, self.offset + len(text)
        return text[max(self.start - begin, 0) : max(self.end - begin, 0)]
