"""Walks over a tree and copies of it with something changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from operator import is_

from letterbook.draft import (
    Block,
    BulletList,
    Definition,
    DefinitionList,
    Division,
    Emphasis,
    Footnote,
    Heading,
    Image,
    Inline,
    Link,
    ListItem,
    NumberedList,
    Paragraph,
    Picture,
    Quote,
    Span,
    Strikethrough,
    Strong,
    Subtitle,
    Table,
    TableRow,
    Text,
    Title,
)

DEEPEST_HEADING = 6

Inlines = tuple[Inline, ...]
Blocks = tuple[Block, ...]
_WRAPPERS = (Emphasis, Strong, Strikethrough, Span, Link)
_TEXT_BLOCKS = (Title, Subtitle, Heading, Paragraph)


def children_of(node: Inline) -> Inlines:
    """The inlines directly within `node`; a footnote's blocks are not among them."""
    return node.children if isinstance(node, _WRAPPERS) else ()


def child_inlines(block: Block) -> tuple[Inlines, ...]:
    """Every run of inlines that stands directly in `block`, in reading order."""
    if isinstance(block, _TEXT_BLOCKS):
        return (block.children,)
    match block:
        case Quote():
            return (block.attribution,)
        case Picture():
            return (block.caption,)
        case DefinitionList():
            return tuple(definition.term for definition in block.definitions)
        case Table():
            rows = (*block.header, *block.body)
            return (*(cell.children for row in rows for cell in row.cells), block.caption)
    return ()


def child_blocks(block: Block) -> tuple[Blocks, ...]:
    """Every run of blocks that stands directly in `block`, footnotes left out."""
    if isinstance(block, _TEXT_BLOCKS):
        return ()
    match block:
        case Quote() | ListItem() | Division():
            return (block.blocks,)
        case BulletList() | NumberedList():
            return (block.items,)
        case DefinitionList():
            return tuple(meaning for definition in block.definitions for meaning in definition.meanings)
    return ()


def iter_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """All blocks, each before what it holds: in lists, quotes, divisions, definitions and footnotes."""
    waiting = [*blocks][::-1]
    while waiting:
        block = waiting.pop()
        yield block
        waiting += reversed(inner_blocks(block))


def inner_blocks(block: Block) -> list[Block]:
    """The blocks that stand directly in `block`, those of its footnotes first."""
    inner: list[Block] = []
    for inline in inlines_of(block):
        if isinstance(inline, Footnote):
            inner += inline.blocks
    for children in child_blocks(block):
        inner += children
    return inner


def inlines_of(block: Block) -> list[Inline]:
    """The inlines that stand in `block` itself, not in blocks within it, each before its children."""
    found: list[Inline] = []
    for inlines in child_inlines(block):
        _gather(inlines, found)
    return found


def _gather(inlines: Inlines, found: list[Inline]) -> None:
    for inline in inlines:
        found.append(inline)
        if isinstance(inline, _WRAPPERS):
            _gather(inline.children, found)


def rebuild(  # noqa: PLR0911 - one return a kind of block
    block: Block, on_inlines: Callable[[Inlines], Inlines], on_blocks: Callable[[Blocks], Blocks]
) -> Block:
    """`block` with what the two functions make of its runs of inlines and of blocks."""
    match block:
        case Title() | Subtitle() | Heading() | Paragraph():
            children = on_inlines(block.children)
            return block if is_same(children, block.children) else replace(block, children=children)
        case Quote():
            blocks, words = on_blocks(block.blocks), on_inlines(block.attribution)
            if is_same(blocks, block.blocks) and is_same(words, block.attribution):
                return block
            return replace(block, blocks=blocks, attribution=words)
        case ListItem() | Division():
            blocks = on_blocks(block.blocks)
            return block if is_same(blocks, block.blocks) else replace(block, blocks=blocks)
        case BulletList() | NumberedList():
            items = tuple(_rebuilt_item(item, on_blocks) for item in block.items)
            return block if is_same(items, block.items) else replace(block, items=items)
        case Picture():
            return replace(block, caption=on_inlines(block.caption))
        case DefinitionList():
            return _rebuilt_definitions(block, on_inlines, on_blocks)
        case Table():
            return _rebuilt_table(block, on_inlines)
    return block


def is_same(one: Sequence[object], other: Sequence[object]) -> bool:
    """Whether two runs hold the very same nodes, so that what holds them need not be copied."""
    return len(one) == len(other) and all(map(is_, one, other))


def _rebuilt_item(item: ListItem, on_blocks: Callable[[Blocks], Blocks]) -> ListItem:
    blocks = on_blocks(item.blocks)
    return item if is_same(blocks, item.blocks) else replace(item, blocks=blocks)


def _rebuilt_definitions(
    block: DefinitionList, on_inlines: Callable[[Inlines], Inlines], on_blocks: Callable[[Blocks], Blocks]
) -> DefinitionList:
    definitions = tuple(
        Definition(on_inlines(entry.term), tuple(on_blocks(meaning) for meaning in entry.meanings))
        for entry in block.definitions
    )
    return replace(block, definitions=definitions)


def _rebuilt_table(table: Table, on_inlines: Callable[[Inlines], Inlines]) -> Table:
    def row(old: TableRow) -> TableRow:
        return TableRow(tuple(replace(cell, children=on_inlines(cell.children)) for cell in old.cells))

    return replace(
        table,
        header=tuple(row(old) for old in table.header),
        body=tuple(row(old) for old in table.body),
        caption=on_inlines(table.caption),
    )


def map_inlines(blocks: Iterable[Block], function: Callable[[Inline], Inlines]) -> Blocks:
    """A copy of `blocks` in which every inline is what `function` makes of it, children first.

    The results are spliced in its place; neighbouring texts are joined.
    """

    def on_inlines(inlines: Inlines) -> Inlines:
        return join_text(
            new for inline in inlines for new in function(_with_children(inline, on_inlines, on_blocks))
        )

    def on_blocks(children: Blocks) -> Blocks:
        return tuple(rebuild(block, on_inlines, on_blocks) for block in children)

    return on_blocks(tuple(blocks))


def map_blocks(blocks: Iterable[Block], function: Callable[[Block], Blocks]) -> Blocks:
    """A copy of `blocks` in which every block is what `function` makes of it, inner blocks first.

    The results are spliced in its place. List items are not asked about, only what they hold.
    """

    def on_inlines(inlines: Inlines) -> Inlines:
        return tuple(_with_children(inline, on_inlines, on_blocks) for inline in inlines)

    def on_blocks(children: Blocks) -> Blocks:
        return tuple(new for block in children for new in function(rebuild(block, on_inlines, on_blocks)))

    return on_blocks(tuple(blocks))


def map_images(blocks: Iterable[Block], function: Callable[[Image], Image]) -> Blocks:
    """A copy of `blocks` in which every image, in a line or alone, is what `function` makes of it."""

    def on_inline(inline: Inline) -> Inlines:
        return (function(inline),) if isinstance(inline, Image) else (inline,)

    def on_block(block: Block) -> Blocks:
        return (replace(block, image=function(block.image)),) if isinstance(block, Picture) else (block,)

    return map_blocks(map_inlines(blocks, on_inline), on_block)


def _with_children(
    inline: Inline, on_inlines: Callable[[Inlines], Inlines], on_blocks: Callable[[Blocks], Blocks]
) -> Inline:
    if isinstance(inline, _WRAPPERS):
        children = on_inlines(inline.children)
        return inline if is_same(children, inline.children) else replace(inline, children=children)
    if isinstance(inline, Footnote):
        return replace(inline, blocks=on_blocks(inline.blocks))
    return inline


def join_text(inlines: Iterable[Inline]) -> Inlines:
    """The same inlines with neighbouring texts joined and empty ones left out."""
    joined: list[Inline] = []
    texts: list[Text] = []
    for inline in inlines:
        if isinstance(inline, Text):
            if inline.text:
                texts.append(inline)
            continue
        if texts:
            joined.append(_as_one(texts))
            texts.clear()
        joined.append(inline)
    if texts:
        joined.append(_as_one(texts))
    return tuple(joined)


def _as_one(texts: list[Text]) -> Text:
    return texts[0] if len(texts) == 1 else Text("".join(text.text for text in texts))


def shift_headings(blocks: Iterable[Block], by: int) -> Blocks:
    """A copy with every heading `by` levels deeper, never deeper than 6 nor higher than 1."""

    def shifted(block: Block) -> Blocks:
        if isinstance(block, Heading):
            return (replace(block, level=max(1, min(DEEPEST_HEADING, block.level + by))),)
        return (block,)

    return map_blocks(blocks, shifted)
