"""Walks over a tree and copies of it with something changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import is_
from typing import Any, cast

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
_WRAPPER_KINDS = frozenset[type[Inline]](_WRAPPERS)
_TEXT_BLOCKS = (Title, Subtitle, Heading, Paragraph)


def children_of(node: Inline) -> Inlines:
    """The inlines directly within `node`; a footnote's blocks are not among them."""
    return node.children if isinstance(node, _WRAPPERS) else ()


def child_inlines(block: Block) -> tuple[Inlines, ...]:
    """Every run of inlines that stands directly in `block`, in reading order."""
    runs = _INLINES.get(type(block))
    return runs(block) if runs else ()


def _table_inlines(table: Table) -> tuple[Inlines, ...]:
    rows = (*table.header, *table.body)
    return (*(cell.children for row in rows for cell in row.cells), table.caption)


# One entry a kind of block that holds inlines itself.
_INLINES: Mapping[type[Block], Callable[[Any], tuple[Inlines, ...]]] = {
    **dict.fromkeys(_TEXT_BLOCKS, lambda block: (block.children,)),
    Quote: lambda quote: (quote.attribution,),
    Picture: lambda picture: (picture.caption,),
    DefinitionList: lambda block: tuple(definition.term for definition in block.definitions),
    Table: _table_inlines,
}


def child_blocks(block: Block) -> tuple[Blocks, ...]:
    """Every run of blocks that stands directly in `block`, footnotes left out."""
    runs = _BLOCKS.get(type(block))
    return runs(block) if runs else ()


# One entry a kind of block that holds blocks itself.
_BLOCKS: Mapping[type[Block], Callable[[Any], tuple[Blocks, ...]]] = {
    **dict.fromkeys((Quote, ListItem, Division), lambda block: (block.blocks,)),
    **dict.fromkeys((BulletList, NumberedList), lambda block: (block.items,)),
    DefinitionList: lambda block: tuple(
        run for definition in block.definitions for run in definition.meanings
    ),
}


def iter_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """All blocks, each before what it holds: in lists, quotes, divisions, definitions and footnotes."""
    waiting = [*blocks][::-1]
    while waiting:
        block = waiting.pop()
        yield block
        if inner := inner_blocks(block):
            waiting += reversed(inner)


def inner_blocks(block: Block) -> list[Block]:
    """The blocks that stand directly in `block`, those of its footnotes first."""
    inner: list[Block] = []
    if inlines_in := _INLINES.get(type(block)):
        for inlines in inlines_in(block):
            _gather_notes(inlines, inner)
    if blocks_in := _BLOCKS.get(type(block)):
        for blocks in blocks_in(block):
            inner += blocks
    return inner


def _gather_notes(inlines: Inlines, found: list[Block]) -> None:
    for inline in inlines:
        if isinstance(inline, Footnote):
            found += inline.blocks
        elif type(inline) in _WRAPPER_KINDS:
            _gather_notes(children_of(inline), found)


def inlines_of(block: Block) -> list[Inline]:
    """The inlines that stand in `block` itself, not in blocks within it, each before its children."""
    found: list[Inline] = []
    for inlines in child_inlines(block):
        _gather(inlines, found)
    return found


def _gather(inlines: Inlines, found: list[Inline]) -> None:
    for inline in inlines:
        found.append(inline)
        if type(inline) in _WRAPPER_KINDS:
            _gather(children_of(inline), found)


def rebuild(
    block: Block, on_inlines: Callable[[Inlines], Inlines], on_blocks: Callable[[Blocks], Blocks]
) -> Block:
    """`block` with what the two functions make of its runs of inlines and of blocks.

    It is `block` itself where both give back the runs that they were given.
    """
    rebuilt = _REBUILT.get(type(block))
    return rebuilt(block, on_inlines, on_blocks) if rebuilt else block


def is_same(one: Sequence[object], other: Sequence[object]) -> bool:
    """Whether two runs hold the very same nodes, so that what holds them need not be copied."""
    return one is other or (len(one) == len(other) and all(map(is_, one, other)))


_OnInlines = Callable[[Inlines], Inlines]
_OnBlocks = Callable[[Blocks], Blocks]


def _rebuilt_text(
    block: Title | Subtitle | Heading | Paragraph, on_inlines: _OnInlines, _on_blocks: _OnBlocks
) -> Block:
    children = on_inlines(block.children)
    return block if is_same(children, block.children) else replace(block, children=children)


def _rebuilt_quote(block: Quote, on_inlines: _OnInlines, on_blocks: _OnBlocks) -> Block:
    blocks, words = on_blocks(block.blocks), on_inlines(block.attribution)
    if is_same(blocks, block.blocks) and is_same(words, block.attribution):
        return block
    return replace(block, blocks=blocks, attribution=words)


def _rebuilt_division(
    block: ListItem | Division, _on_inlines: _OnInlines, on_blocks: _OnBlocks
) -> ListItem | Division:
    blocks = on_blocks(block.blocks)
    return block if is_same(blocks, block.blocks) else replace(block, blocks=blocks)


def _rebuilt_list(
    block: BulletList | NumberedList, on_inlines: _OnInlines, on_blocks: _OnBlocks
) -> BulletList | NumberedList:
    items = tuple(_rebuilt_division(item, on_inlines, on_blocks) for item in block.items)
    return block if is_same(items, block.items) else replace(block, items=cast("tuple[ListItem, ...]", items))


def _rebuilt_picture(block: Picture, on_inlines: _OnInlines, _on_blocks: _OnBlocks) -> Block:
    caption = on_inlines(block.caption)
    return block if is_same(caption, block.caption) else replace(block, caption=caption)


def _rebuilt_definitions(block: DefinitionList, on_inlines: _OnInlines, on_blocks: _OnBlocks) -> Block:
    definitions = tuple(
        Definition(on_inlines(entry.term), tuple(on_blocks(meaning) for meaning in entry.meanings))
        for entry in block.definitions
    )
    return replace(block, definitions=definitions)


def _rebuilt_table(table: Table, on_inlines: _OnInlines, _on_blocks: _OnBlocks) -> Block:
    def row(old: TableRow) -> TableRow:
        """The row with what is made of each cell."""
        return TableRow(tuple(replace(cell, children=on_inlines(cell.children)) for cell in old.cells))

    return replace(
        table,
        header=tuple(row(old) for old in table.header),
        body=tuple(row(old) for old in table.body),
        caption=on_inlines(table.caption),
    )


# One entry a kind of block that holds inlines or blocks; the first argument is of that kind.
_REBUILT: Mapping[type[Block], Callable[[Any, _OnInlines, _OnBlocks], Block]] = {
    **dict.fromkeys(_TEXT_BLOCKS, _rebuilt_text),
    **dict.fromkeys((ListItem, Division), _rebuilt_division),
    **dict.fromkeys((BulletList, NumberedList), _rebuilt_list),
    Quote: _rebuilt_quote,
    Picture: _rebuilt_picture,
    DefinitionList: _rebuilt_definitions,
    Table: _rebuilt_table,
}


def map_inlines(
    blocks: Iterable[Block],
    function: Callable[[Inline], Inlines],
    kinds: Collection[type[Inline]] | None = None,
) -> Blocks:
    """A copy of `blocks` in which every inline is what `function` makes of it, children first.

    The results are spliced in its place; neighbouring texts are joined. Where `kinds` are given, the
    others are not asked about. What has nothing to change in it is not copied.
    """

    def on_inlines(inlines: Inlines) -> Inlines:
        """The inlines with what is made of each of them, or of the footnotes in them."""
        made: list[Inline] = []
        for inline in inlines:
            whole = _with_children(inline, on_inlines, on_blocks)
            if kinds is None or type(inline) in kinds:
                made += function(whole)
            else:
                made.append(whole)
        return inlines if is_same(made, inlines) else join_text(made)

    def on_blocks(children: Blocks) -> Blocks:
        """The blocks with what is made of each of them, or of the lines in them."""
        made = [rebuild(block, on_inlines, on_blocks) for block in children]
        return children if is_same(made, children) else tuple(made)

    return on_blocks(tuple(blocks))


def map_blocks(
    blocks: Iterable[Block],
    function: Callable[[Block], Blocks],
    kinds: Collection[type[Block]] | None = None,
) -> Blocks:
    """A copy of `blocks` in which every block is what `function` makes of it, inner blocks first.

    The results are spliced in its place. List items are not asked about, only what they hold, and
    where `kinds` are given, no others. What has nothing to change in it is not copied.
    """

    def on_inlines(inlines: Inlines) -> Inlines:
        """The inlines with what is made of each of them, or of the footnotes in them."""
        made = [_with_children(inline, on_inlines, on_blocks) for inline in inlines]
        return inlines if is_same(made, inlines) else tuple(made)

    def on_blocks(children: Blocks) -> Blocks:
        """The blocks with what is made of each of them, or of the lines in them."""
        made: list[Block] = []
        for block in children:
            whole = rebuild(block, on_inlines, on_blocks)
            if kinds is None or type(block) in kinds:
                made += function(whole)
            else:
                made.append(whole)
        return children if is_same(made, children) else tuple(made)

    return on_blocks(tuple(blocks))


def map_images(blocks: Iterable[Block], function: Callable[[Image], Image]) -> Blocks:
    """A copy of `blocks` in which every image, in a line or alone, is what `function` makes of it."""

    def on_inline(inline: Inline) -> Inlines:
        """An image in a line, changed."""
        return (function(inline),) if isinstance(inline, Image) else (inline,)

    def on_block(block: Block) -> Blocks:
        """An image alone, changed."""
        return (replace(block, image=function(block.image)),) if isinstance(block, Picture) else (block,)

    return map_blocks(map_inlines(blocks, on_inline, {Image}), on_block, {Picture})


def _with_children(inline: Inline, on_inlines: _OnInlines, on_blocks: _OnBlocks) -> Inline:
    if isinstance(inline, Text):
        return inline
    if isinstance(inline, _WRAPPERS):
        children = on_inlines(inline.children)
        return inline if is_same(children, inline.children) else replace(inline, children=children)
    if isinstance(inline, Footnote):
        blocks = on_blocks(inline.blocks)
        return inline if is_same(blocks, inline.blocks) else replace(inline, blocks=blocks)
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
        """A heading at its new level; anything else as it is."""
        if isinstance(block, Heading):
            return (replace(block, level=max(1, min(DEEPEST_HEADING, block.level + by))),)
        return (block,)

    return map_blocks(blocks, shifted, {Heading})
