"""The normal form of a tree: of all trees that print the same, the one Markdown can say.

The parser yields it, and assembling ends with it, so that a written draft reads back as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from letterbook.draft import (
    Block,
    BulletList,
    CodeBlock,
    Definition,
    DefinitionList,
    Division,
    Emphasis,
    Heading,
    Image,
    ListItem,
    NumberedList,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Subtitle,
    Table,
    TableOfContents,
    Text,
    Title,
)
from letterbook.markup.normal_inlines import InlineNormaliser, Room
from letterbook.markup.table_attributes import with_attributes
from letterbook.markup.tables import normalise_table
from letterbook.markup.tree import DEEPEST_HEADING, Blocks, Inlines, is_same

ATTRIBUTION = "— "
PAGE_BREAK = "page-break"
TABLE = "table"
CONTENTS = "toc"
DEPTH = "depth"
DEFAULT_DEPTH = TableOfContents().depth
_LARGEST_NUMBER = 999_999_999
_DEPTHS = frozenset(map(str, range(1, DEEPEST_HEADING + 1)))
_List = BulletList | NumberedList


def normalise(blocks: Iterable[Block], *, document: bool = False) -> Blocks:
    """The normal form of `blocks`; doing it again changes nothing.

    In a whole `document` a level-1 heading without identifier that comes first is the title and an
    emphasised paragraph right behind it the subtitle; elsewhere there is neither.
    """
    normal = tuple(_joined(new for block in blocks for new in _normal(block)))
    return _with_title(normal) if document else normal


def normalise_inlines(inlines: Inlines) -> Inlines:
    """The normal form of what stands in one paragraph."""
    return _PARAGRAPH.normalise(inlines)


_PARAGRAPH = InlineNormaliser(normalise, Room.PARAGRAPH)
_CELL = InlineNormaliser(normalise, Room.CELL)
_LINE = InlineNormaliser(normalise, Room.LINE)


def _with_title(blocks: Blocks) -> Blocks:
    if not blocks or not isinstance(first := blocks[0], Heading) or first.level != 1 or first.identifier:
        return blocks
    title = Title(first.children, place=first.place)
    match blocks[1:2]:
        case (Paragraph(children=(Emphasis(children=words),)) as second,):
            return (title, Subtitle(words, place=second.place), *blocks[2:])
    return (title, *blocks[1:])


def _joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """Two definition lists side by side are one."""
    waiting: DefinitionList | None = None
    for block in blocks:
        if isinstance(block, DefinitionList):
            before = waiting.definitions if waiting else ()
            waiting = replace(waiting or block, definitions=before + block.definitions)
            continue
        if waiting:
            yield waiting
            waiting = None
        yield block
    if waiting:
        yield waiting


def _normal(block: Block) -> Iterable[Block]:
    normal = _NORMAL.get(type(block))
    return normal(block) if normal else (block,)


def _title(block: Title) -> Iterable[Block]:
    return (Heading(1, _LINE.normalise(block.children), place=block.place),)


def _subtitle(block: Subtitle) -> Iterable[Block]:
    return _paragraph(Paragraph((Emphasis(block.children),), place=block.place))


def _heading(block: Heading) -> Iterable[Block]:
    level, children = max(1, min(DEEPEST_HEADING, block.level)), _LINE.normalise(block.children)
    if level == block.level and is_same(children, block.children):
        return (block,)
    return (replace(block, level=level, children=children),)


def _code(block: CodeBlock) -> Iterable[Block]:
    return (replace(block, text=_newlines(block.text), language=" ".join(block.language.split())),)


def _table(block: Table) -> Iterable[Block]:
    table = normalise_table(block, _CELL.normalise, _LINE.normalise)
    return (table,) if table else ()


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")


def _paragraph(block: Paragraph) -> Iterable[Block]:
    children = _PARAGRAPH.normalise(block.children)
    match children:
        case ():
            return ()
        case (Image() as image,):
            caption: Inlines = (Text(image.alt),) if image.alt else ()
            return (Picture(image, caption, place=block.place),)
    return (block if is_same(children, block.children) else replace(block, children=children),)


def _picture(block: Picture) -> Iterable[Block]:
    caption = _LINE.normalise(block.caption)
    match _LINE.normalise((block.image,)):
        case (Image() as image,):
            return (replace(block, image=image, caption=caption),)
    return _paragraph(Paragraph((block.image,), place=block.place))


def _quote(block: Quote) -> Iterable[Block]:
    blocks, attribution = normalise(block.blocks), _PARAGRAPH.normalise(block.attribution)
    if attribution and not blocks:
        words = _PARAGRAPH.normalise((Text(ATTRIBUTION), *attribution))
        return (replace(block, blocks=(Paragraph(words, place=block.place),), attribution=()),)
    if not attribution and len(blocks) > 1 and (words := _attribution_of(blocks[-1])):
        return (replace(block, blocks=blocks[:-1], attribution=words),)
    if is_same(blocks, block.blocks) and is_same(attribution, block.attribution):
        return (block,)
    return (replace(block, blocks=blocks, attribution=attribution),)


def _attribution_of(block: Block) -> Inlines:
    """What a last paragraph names as the source of a quotation, or nothing."""
    match block:
        case Paragraph(children=(Text(text=text), *rest)) if text.startswith(ATTRIBUTION):
            return _PARAGRAPH.normalise((Text(text.removeprefix(ATTRIBUTION)), *rest))
    return ()


def _list(block: _List) -> Iterable[Block]:
    items = tuple(map(_list_item, block.items))
    if not items:
        return ()
    tight = _is_tight(items, tight=block.tight)
    if isinstance(block, NumberedList):
        start = max(0, min(_LARGEST_NUMBER, block.start))
        return (replace(block, items=items, tight=tight, start=start),)
    return (replace(block, items=items, tight=tight),)


def _list_item(item: ListItem) -> ListItem:
    blocks = normalise(item.blocks)
    return item if is_same(blocks, item.blocks) else replace(item, blocks=blocks)


def _is_tight(items: tuple[ListItem, ...], *, tight: bool) -> bool:
    """Whether the list is tight in Markdown: it shows in paragraphs, and in blank lines between."""
    if not any(isinstance(block, Paragraph) for item in items for block in item.blocks):
        return True
    if tight:
        return all(map(fits_tightly, items))
    return len(items) == 1 and len(items[0].blocks) < 2


def fits_tightly(item: ListItem) -> bool:
    """Whether an item can be written without a blank line: one block, or lists below a paragraph."""
    blocks = item.blocks
    if item.checked is not None and blocks and not isinstance(blocks[0], Paragraph):
        return False
    if len(blocks) < 2:
        return True
    is_first_fine = isinstance(blocks[0], (Paragraph, BulletList, NumberedList))
    return is_first_fine and all(map(_can_interrupt, blocks[1:]))


def _can_interrupt(block: Block) -> bool:
    """Whether a list can follow a paragraph's line: not when it begins empty or not with 1."""
    if isinstance(block, BulletList) or (isinstance(block, NumberedList) and block.start == 1):
        return bool(block.items[0].blocks) or block.items[0].checked is not None
    return False


def _definition_list(block: DefinitionList) -> Iterator[Block]:
    """Definitions without a meaning are paragraphs, meanings without a term stand for themselves."""
    for entry in block.definitions:
        term = _LINE.normalise(entry.term)
        meanings = tuple(filter(None, map(normalise, entry.meanings)))
        if term and meanings:
            yield replace(block, definitions=(Definition(term, meanings),))
        elif term:
            yield from _paragraph(Paragraph(term, place=block.place))
        else:
            for meaning in meanings:
                yield from meaning


def _division(block: Division) -> Iterable[Block]:
    blocks = normalise(block.blocks)
    if not block.classes and not block.attributes:
        return blocks
    if block.classes == (PAGE_BREAK,) and not block.attributes and not blocks:
        return (PageBreak(place=block.place),)
    if TABLE in block.classes and blocks and isinstance(table := blocks[0], Table):
        return _table_division(block, table, blocks[1:])
    if CONTENTS in block.classes and (not blocks or isinstance(blocks[0], TableOfContents)):
        return _contents_division(block, blocks)
    return (replace(block, blocks=blocks),)


def _table_division(block: Division, table: Table, others: Blocks) -> Iterable[Block]:
    """The table as the division tells it to be."""
    told, rest = with_attributes(table, block.attributes)
    return _dissolved(replace(block, blocks=(*_table(told), *others), attributes=rest), TABLE)


def _contents_division(block: Division, blocks: Blocks) -> Iterable[Block]:
    """The table of contents as the division tells it to be."""
    first = blocks[0] if blocks else None
    depth = first.depth if isinstance(first, TableOfContents) else DEFAULT_DEPTH
    rest: list[tuple[str, str]] = []
    for key, value in block.attributes:
        if key == DEPTH and value in _DEPTHS:
            depth = int(value)
        else:
            rest.append((key, value))
    contents = TableOfContents(depth, place=first.place if first else block.place)
    whole = replace(block, blocks=(contents, *blocks[1:]), attributes=tuple(rest))
    return _dissolved(whole, CONTENTS)


def _dissolved(block: Division, name: str) -> Iterable[Block]:
    """The division without the class that its first block has taken over.

    It stays as it is where it says what that block cannot be, and is nothing where it says no more.
    """
    others = tuple(each for each in block.classes if each != name)
    if block.attributes or (len(block.blocks) > 1 and not others):
        return (block,)
    return (replace(block, classes=others),) if others else block.blocks


def _contents(block: TableOfContents) -> Iterable[Block]:
    return (replace(block, depth=max(1, min(DEEPEST_HEADING, block.depth))),)


_NORMAL: dict[type[Block], Callable[..., Iterable[Block]]] = {
    Title: _title,
    Subtitle: _subtitle,
    Heading: _heading,
    Paragraph: _paragraph,
    Quote: _quote,
    BulletList: _list,
    NumberedList: _list,
    CodeBlock: _code,
    DefinitionList: _definition_list,
    Division: _division,
    Picture: _picture,
    Table: _table,
    TableOfContents: _contents,
}
