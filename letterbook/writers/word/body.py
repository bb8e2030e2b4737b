"""Blocks as Word paragraphs and tables, in one pass over the tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from letterbook.draft import (
    Block,
    BulletList,
    CodeBlock,
    DefinitionList,
    Division,
    Heading,
    Inline,
    ListItem,
    NumberedList,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Subtitle,
    Table,
    TableCell,
    TableOfContents,
    Text,
    Title,
)
from letterbook.markup.normal_form import ATTRIBUTION
from letterbook.writers.word.bookmarks import Bookmark
from letterbook.writers.word.captions import write_caption
from letterbook.writers.word.contents import write_contents
from letterbook.writers.word.formats import Numbering, ParagraphFormat, paragraph_properties
from letterbook.writers.word.headings import passage_test, word_level
from letterbook.writers.word.inlines import Line, write_line
from letterbook.writers.word.languages import full_language
from letterbook.writers.word.lists import LARGEST_START, Sign
from letterbook.writers.word.paragraphs import Below, StoryWriter, Surroundings
from letterbook.writers.word.sections import Arrangement
from letterbook.writers.word.stylesheet import DEEPEST_LIST_LEVEL
from letterbook.writers.word.tables import table_xml

# Word draws one border along paragraphs of the same indent; a twentieth of a point keeps two apart.
_APART = 1
_LISTS = (BulletList, NumberedList)
_TABLE_CAPTION = ParagraphFormat(keep_with_next=True, space_after=80)


def write_blocks(writer: StoryWriter, blocks: Iterable[Block], around: Surroundings) -> None:
    """Write blocks one after the other; of neighbouring quotations every second stands apart."""
    below_quote = apart = False
    blocks = tuple(blocks)
    for block, following in zip(blocks, (*blocks[1:], None), strict=False):
        is_quote = isinstance(block, Quote)
        apart = is_quote and below_quote and not apart
        below_quote = is_quote
        here = replace(around, left=around.left + _APART) if apart else around
        if isinstance(block, _LISTS) and following is not None:
            here = replace(here, below=Below.LIST if isinstance(following, _LISTS) else Below.TEXT)
        writer.story.place = block.place or writer.story.place
        _WRITERS[type(block)](writer, block, here)


def _heading(writer: StoryWriter, heading: Heading, around: Surroundings) -> None:
    """Write a heading, with a bookmark where something may refer to it."""
    if not heading.children:
        return
    gathered = writer.story.gathered
    level = word_level(heading, gathered.heading_shift)
    line = write_line(heading.children, writer.story, around.run_format)
    for bookmark in _heading_bookmarks(writer, heading):
        line = replace(line, xml=f"{bookmark.start}{line.xml}{bookmark.end}")
    numbering = None
    if gathered.numbers_headings and not writer.story.is_footnotes:
        numbering = Numbering(gathered.numbering.headings(), level - 1)
    style = f"Heading {level}"
    look = ParagraphFormat(numbering=numbering, indent=writer.indent(style, around.left))
    writer.line(style, line, around, look)


def _heading_bookmarks(writer: StoryWriter, heading: Heading) -> Iterator[Bookmark]:
    """The bookmarks by which tables of contents and links refer to a heading."""
    gathered = writer.story.gathered
    names = [each.bookmark for each in gathered.headings if each.heading is heading]
    if heading.identifier in gathered.targets:
        names.append(gathered.targets[heading.identifier].bookmark)
    for name in names:
        if name not in gathered.placed:
            gathered.placed.add(name)
            yield gathered.bookmarks.named(name)


def _quote(writer: StoryWriter, quote: Quote, around: Surroundings) -> None:
    """Write a quotation; its last paragraph stays with the attribution.

    One within another is indented more, even where a letterhead's Quote is not indented at all.
    """
    within = around.style == "Quote"
    step = writer.sheet.left_indent("Quote") or (writer.sheet.list_indent(0) if within else 0)
    left = around.left + step
    inside = replace(around, style="Quote", left=left, below=Below.TEXT, nested=True)
    write_blocks(writer, quote.blocks, inside)
    if quote.attribution:
        if quote.blocks:
            writer.keep_last_with_next()
        writer.text("Quote Attribution", (Text(ATTRIBUTION), *quote.attribution), inside)


def _list(
    writer: StoryWriter,
    items: BulletList | NumberedList,
    signs: Callable[[ListItem], int],
    around: Surroundings,
) -> None:
    """Write a list; `signs` gives the `w:num` of each item.

    Lists of two styles that are tight within each other have no space between them either; a list that
    another one follows keeps its distance from it. The sign of an item that begins with a quotation, code, a
    table or a picture stands right above that, for Word numbers nothing but paragraphs of text.
    """
    numbered = isinstance(items, NumberedList)
    style, continued = _list_styles(writer, around, numbered=numbered)
    is_quoted = style == "Quote"
    inside = replace(
        around,
        style=continued,
        left=around.left + writer.sheet.list_indent(0),
        level=around.level + 1,
        numbered=around.numbered + numbered,
        nested=True,
    )
    for item in items.items:
        first, rest = _first_paragraph(item)
        is_last = item is items.items[-1]
        below = around.below if is_last else Below.ITEM if items.tight else Below.LIST
        goes_on = bool(rest) and isinstance(rest[0], _LISTS)
        is_close = (goes_on and items.tight) or (not rest and is_last and below is Below.ITEM)
        is_close = is_close or (is_quoted and items.tight and not rest and not is_last)
        is_sign_alone = not first.children and bool(rest)
        look = replace(
            _item_format(writer, signs(item), around),
            spread=not items.tight or (not rest and below is Below.LIST),
            space_after=0 if is_close or is_sign_alone else None,
            keep_with_next=is_sign_alone,
        )
        writer.story.place = first.place or item.place or writer.story.place
        writer.text(style, _with_box(item, first.children, numbered=numbered), around, look)
        write_blocks(writer, rest, replace(inside, below=below))


def _list_styles(writer: StoryWriter, around: Surroundings, *, numbered: bool) -> tuple[str, str]:
    """The styles of a list's items and of what follows in them.

    In a footnote all is as small as it is, and in a quotation all looks quoted.
    """
    if around.style == "Quote":
        return "Quote", "Quote"
    if writer.story.is_footnotes:
        return "Footnote Text", "Footnote Text"
    return "List Number" if numbered else "List Bullet", "List Continue"


def _item_format(writer: StoryWriter, number: int, around: Surroundings) -> ParagraphFormat:
    """The format of an item's first paragraph; the list's own indent does unless it stands deeper."""
    level = min(around.level, DEEPEST_LIST_LEVEL)
    step = writer.sheet.list_indent(0)
    left = min(around.left + step, writer.widest_indent())
    if left == writer.sheet.list_indent(level):
        return ParagraphFormat(numbering=Numbering(number, level))
    return ParagraphFormat(numbering=Numbering(number, level), indent=left, hanging=step)


def _table(writer: StoryWriter, table: Table, around: Surroundings) -> None:
    """A table stands below its caption."""
    write_caption(writer, table.caption, table.identifier, around, _TABLE_CAPTION)
    if not (table.header or table.body):
        return
    left = min(around.left, writer.widest_indent())
    width = writer.story.column_width() - left
    writer.table(table_xml(table, writer.sheet, left, width, partial(_cell, writer)))


def _cell(
    writer: StoryWriter, cell: TableCell, style: str, look: ParagraphFormat, position: tuple[int, int]
) -> str:
    """A cell's paragraph. Its bookmark ends within, because a cell must end with a paragraph."""
    line = write_line(cell.children, writer.story)
    look = replace(look, style=writer.sheet.identifier(style), right_to_left=line.right_to_left)
    properties = paragraph_properties(look)
    if writer.story.is_footnotes:
        writer.note(style, line.text, position)
        return f"<w:p>{properties}{line.xml}</w:p>"
    bookmark = writer.story.gathered.bookmarks.block()
    writer.anchor(bookmark.name, style, line.text, position)
    return f"<w:p>{properties}{bookmark.start}{line.xml}{bookmark.end}</w:p>"


def _first_paragraph(item: ListItem) -> tuple[Paragraph, tuple[Block, ...]]:
    """The paragraph that carries an item's sign, empty where it begins with something else; the rest."""
    if item.blocks and isinstance(item.blocks[0], Paragraph):
        return item.blocks[0], item.blocks[1:]
    return Paragraph(()), item.blocks


def _with_box(item: ListItem, children: tuple[Inline, ...], *, numbered: bool) -> tuple[Inline, ...]:
    """A task of a numbered list keeps its number, so its box stands in the text."""
    if item.checked is None or not numbered:
        return children
    return (Text("☒ " if item.checked else "☐ "), *children)


def _paragraph(writer: StoryWriter, paragraph: Paragraph, around: Surroundings) -> None:
    if paragraph.children:
        writer.text(around.style, paragraph.children, around)


def _title(writer: StoryWriter, title: Title | Subtitle, around: Surroundings) -> None:
    if title.children:
        writer.text(type(title).__name__, title.children, around)


def _bullet_list(writer: StoryWriter, bullets: BulletList, around: Surroundings) -> None:
    numbering = writer.story.gathered.numbering
    signs = {None: Sign.BULLET, False: Sign.OPEN_TASK, True: Sign.DONE_TASK}
    _list(writer, bullets, lambda item: numbering.signs(signs[item.checked]), around)


def _numbered_list(writer: StoryWriter, numbered: NumberedList, around: Surroundings) -> None:
    start = min(numbered.start, LARGEST_START)
    if start != numbered.start:
        writer.story.report("list-number-too-large", f"A Word list cannot begin with {numbered.start}.")
    number = writer.story.gathered.numbering.numbered_list(around.level, around.numbered, start)
    _list(writer, numbered, lambda _item: number, around)


def _definition_list(writer: StoryWriter, definitions: DefinitionList, around: Surroundings) -> None:
    left = around.left + writer.sheet.left_indent("Definition")
    inside = replace(around, style="Definition", left=left, below=Below.TEXT, nested=True)
    for definition in definitions.definitions:
        writer.story.place = definition.place or writer.story.place
        writer.text("Definition Term", definition.term, around, ParagraphFormat(keep_with_next=True))
        for meaning in definition.meanings:
            write_blocks(writer, meaning, inside)


def _code_block(writer: StoryWriter, code: CodeBlock, around: Surroundings) -> None:
    writer.text("Source Code", (Text(code.text),), around)


def _rule(writer: StoryWriter, _block: Rule, _around: Surroundings) -> None:
    writer.paragraph("Horizontal Rule", Line("", ""), ParagraphFormat())


def _page_break(writer: StoryWriter, _block: PageBreak, _around: Surroundings) -> None:
    writer.break_page()


def _picture(writer: StoryWriter, picture: Picture, around: Surroundings) -> None:
    keep = ParagraphFormat(keep_with_next=bool(picture.caption or picture.identifier))
    writer.text("Figure", (picture.image,), around, keep)
    write_caption(writer, picture.caption, picture.identifier, around, ParagraphFormat())


def _division(writer: StoryWriter, division: Division, around: Surroundings) -> None:
    """A class that is a style of the look dresses text; quotations, lists and notes keep their own."""
    if test := passage_test(division):
        _passage(writer, division, test, around)
        return
    style = writer.sheet.of_classes(division.classes)
    language = dict(division.attributes).get("lang", "")
    inside = replace(around, language=full_language(language) or around.language, nested=True)
    if style and (around.style == "Body Text" or writer.sheet.is_own(around.style)):
        inside = replace(inside, style=style, left=around.left + writer.sheet.left_indent(style))
    outside = writer.story.arrangement
    if not around.nested and not writer.story.is_footnotes:
        writer.arrange(_arrangement(division, outside))
    write_blocks(writer, division.blocks, inside)
    writer.arrange(outside)


def _arrangement(division: Division, outside: Arrangement) -> Arrangement:
    """How a division of class `landscape` or `columns` lies on the page."""
    count = dict(division.attributes).get("count", "2")
    most = int(count) if count in {"2", "3"} else 2
    return Arrangement(
        landscape=outside.landscape or "landscape" in division.classes,
        columns=most if "columns" in division.classes else outside.columns,
    )


def _passage(writer: StoryWriter, passage: Division, test: str, around: Surroundings) -> None:
    """A passage for some recipients, between the marks of a bookmark by which copies find it."""
    if writer.story.is_footnotes:
        writer.story.report(
            "passage-in-footnote",
            "A passage for some recipients stands in a footnote and is left out.",
            "Put the whole footnote, with the sentence it belongs to, into such a passage.",
        )
        return
    bookmarks = writer.story.gathered.bookmarks
    written = bookmarks.passage(f"when {test}")
    writer.settle()
    writer.begin_passage(written.bookmark.start)
    write_blocks(writer, passage.blocks, replace(around, nested=True))
    writer.settle()
    writer.mark(written.bookmark.end)
    bookmarks.close(written)


# One entry a kind of block; the second argument is of that kind.
_WRITERS: Mapping[type[Block], Callable[[StoryWriter, Any, Surroundings], None]] = {
    Title: _title,
    Subtitle: _title,
    Heading: _heading,
    Paragraph: _paragraph,
    Quote: _quote,
    BulletList: _bullet_list,
    NumberedList: _numbered_list,
    DefinitionList: _definition_list,
    CodeBlock: _code_block,
    Rule: _rule,
    PageBreak: _page_break,
    Picture: _picture,
    Table: _table,
    Division: _division,
    TableOfContents: write_contents,
}
