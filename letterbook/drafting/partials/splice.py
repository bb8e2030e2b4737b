"""Putting values into the tree of a partial, where their place-holders stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from letterbook.draft import (
    Block,
    BulletList,
    Code,
    CodeBlock,
    Division,
    Emphasis,
    Heading,
    Image,
    Inline,
    Link,
    NumberedList,
    Paragraph,
    Picture,
    SoftBreak,
    Span,
    Strikethrough,
    Strong,
    Subtitle,
    Text,
    Title,
)
from letterbook.drafting.partials.printable import Blocks, Inlines, Origin, Value
from letterbook.finding import Place
from letterbook.markup.additions import Placeholder, PlaceholderBlock
from letterbook.markup.placeholders import PLACEHOLDER
from letterbook.markup.targets import is_allowed_target
from letterbook.markup.text import plain_text
from letterbook.markup.tree import (
    children_of,
    iter_blocks,
    join_text,
    map_blocks,
    map_inlines,
    rebuild,
    shift_headings,
)
from letterbook.record import record

_EMPHASES = (Emphasis, Strong, Strikethrough)
_WITH_VALUES = frozenset((Placeholder, Link, Image, Code, Span, *_EMPHASES))
_Attributes = tuple[tuple[str, str], ...]


@record
class Spliced:
    """A finished tree and where the values in it came from, each origin once and in order."""

    blocks: tuple[Block, ...]
    origins: tuple[Origin, ...]


def splice(blocks: tuple[Block, ...], values: tuple[Value, ...], place: Place) -> Spliced:
    """`blocks`, parsed from a partial, with `values` for the place-holders in them.

    A value made of blocks stands by itself where its place-holder is alone in a paragraph; within a
    line its first paragraph runs in and the rest follows. Its headings are shifted below the heading
    that it stands under. In link targets, code and attributes a value is text. No value is looked
    into. The partial's own blocks get the place `place`.
    """
    splicer = _Splicer(values, place)
    with_inlines = map_inlines(blocks, splicer.inline, _WITH_VALUES)
    with_blocks = map_blocks(with_inlines, splicer.block)
    run_together = map_inlines(with_blocks, splicer.run_together, {Placeholder})
    return Spliced(_unwrapped(run_together, 0), splicer.origins())


@record
class _Wrapped(Block):
    """The blocks of a value, on their way into the tree and closed to everybody who walks it."""

    blocks: tuple[Block, ...]
    keeps_headings: bool


class _Splicer:
    def __init__(self, values: tuple[Value, ...], place: Place) -> None:
        self._values = values
        self._place = place
        self._used: dict[Origin, None] = {}

    def origins(self) -> tuple[Origin, ...]:
        """Where the values that were put into the tree came from."""
        return tuple(self._used)

    def inline(self, node: Inline) -> tuple[Inline, ...]:
        """What stands in a line: values of text and of inlines; values of blocks wait."""
        match node:
            case Placeholder():
                value = self._value(node.key)
                return (node,) if isinstance(value, Blocks) else _as_inlines(value)
            case Link():
                target = self._text(node.target)
                link = replace(node, target=target, title=self._text(node.title))
                return (link,) if is_allowed_target(target) else node.children
            case Image():
                return (self._image(node),)
            case Code():
                return (Code(self._text(node.text)),)
            case Span():
                return (replace(node, attributes=self._attributes(node.attributes)),)
        return (node,) if children_of(node) or not isinstance(node, _EMPHASES) else ()

    def block(self, block: Block) -> tuple[Block, ...]:
        """What stands by itself, with its values; nothing when there is nothing left in it."""
        match block:
            case PlaceholderBlock():
                return self._alone(block)
            case Paragraph():
                return tuple(self._paragraphs(block))
            case Title() | Subtitle() | Heading() if not block.children:
                return ()
        return (replace(self._with_texts(block), place=self._place),)

    def _with_texts(self, block: Block) -> Block:
        """The block with values in what it holds besides its content."""
        match block:
            case Heading():
                return replace(block, identifier=self._text(block.identifier))
            case CodeBlock():
                return replace(block, text=self._text(block.text), language=self._text(block.language))
            case Division():
                return replace(block, attributes=self._attributes(block.attributes))
            case Picture():
                return replace(block, image=self._image(block.image))
            case BulletList() | NumberedList():
                return replace(block, items=tuple(replace(item, place=self._place) for item in block.items))
        return block

    def run_together(self, node: Inline) -> tuple[Inline, ...]:
        """A value of blocks where only a line can stand, as in a heading or a table: its words."""
        if not isinstance(node, Placeholder):
            return (node,)
        return _as_inlines(self._value(node.key))

    def _alone(self, block: PlaceholderBlock) -> tuple[Block, ...]:
        value = self._value(block.key)
        if isinstance(value, Blocks):
            return (_Wrapped(value.nodes, value.keeps_headings),)
        children = _as_inlines(value)
        return (Paragraph(children, place=self._place),) if children else ()

    def _paragraphs(self, paragraph: Paragraph) -> Iterator[Block]:
        """The paragraph, ended and begun again around each value of blocks in it."""
        line: list[Inline] = []
        for node in paragraph.children:
            value = self._value(node.key) if isinstance(node, Placeholder) else None
            if not isinstance(value, Blocks):
                line.append(node)
                continue
            first, *rest = value.nodes or (Paragraph(()),)
            if isinstance(first, Paragraph):
                line += first.children
            else:
                rest = list(value.nodes)
            if rest:
                yield from self._ended(line)
                yield _Wrapped(tuple(rest), value.keeps_headings)
                line = []
        yield from self._ended(line)

    def _ended(self, line: list[Inline]) -> Iterator[Block]:
        children = join_text(line)
        while children and isinstance(children[0], SoftBreak):
            children = children[1:]
        if children:
            yield Paragraph(children, place=self._place)

    def _value(self, key: str) -> Value:
        value = self._values[int(key)]
        if not isinstance(value, str):
            self._used.update(dict.fromkeys(value.origins))
        return value

    def _text(self, text: str) -> str:
        return PLACEHOLDER.sub(lambda found: _as_text(self._value(found[1])), text)

    def _attributes(self, attributes: _Attributes) -> _Attributes:
        return tuple((name, self._text(value)) for name, value in attributes)

    def _image(self, image: Image) -> Image:
        return replace(
            image, source=self._text(image.source), alt=self._text(image.alt), title=self._text(image.title)
        )


def _as_inlines(value: Value) -> tuple[Inline, ...]:
    if isinstance(value, str):
        lines = value.strip().splitlines()
        nodes = [node for line in lines for node in (SoftBreak(), Text(line))]
        return tuple(nodes[1:])
    if isinstance(value, Inlines):
        return value.nodes
    match value.nodes:
        case (Paragraph(children),):
            return children
        case blocks:
            return _as_inlines(plain_text(blocks))


def _as_text(value: Value) -> str:
    return value if isinstance(value, str) else plain_text(value.nodes)


def _unwrapped(blocks: tuple[Block, ...], above: int) -> tuple[Block, ...]:
    """`blocks` with the values' own in place, their headings shifted below the last one above them."""
    result: list[Block] = []
    for block in blocks:
        if isinstance(block, _Wrapped):
            result += block.blocks if block.keeps_headings else _below(block.blocks, above)
            continue
        if isinstance(block, Heading):
            above = block.level
        result.append(rebuild(block, _unchanged, partial(_unwrapped, above=above)))
    return tuple(result)


def _below(blocks: tuple[Block, ...], above: int) -> tuple[Block, ...]:
    highest = min((block.level for block in iter_blocks(blocks) if isinstance(block, Heading)), default=0)
    return shift_headings(blocks, above + 1 - highest) if 0 < highest <= above else blocks


def _unchanged(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return inlines
