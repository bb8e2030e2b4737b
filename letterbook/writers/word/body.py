"""Blocks as Word paragraphs and tables, in one pass over the tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
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
    Text,
    Title,
)
from letterbook.writers.word.formats import Numbering, ParagraphFormat, RunFormat, paragraph_properties
from letterbook.writers.word.headings import word_level
from letterbook.writers.word.inlines import runs
from letterbook.writers.word.languages import full_language
from letterbook.writers.word.lists import BULLETS, DONE_TASKS, LARGEST_START, OPEN_TASKS
from letterbook.writers.word.printed_text import words
from letterbook.writers.word.scripts import begins_right_to_left
from letterbook.writers.word.story import Story
from letterbook.writers.word.stylesheet import DEEPEST_LIST_LEVEL, MILLIMETRE
from letterbook.writers.word.tables import table_xml

_UNADORNED = ParagraphFormat()
_SPACE_BELOW_TABLE = 200
_TABLE_CAPTION = ParagraphFormat(keep_with_next=True, space_after=80)
_WIDEST_INDENT_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a block stands.

    `style` is the style of its paragraphs, `left` the edge of its text in twentieths of a point,
    `level` the number of lists around it, `numbered` that of the numbered ones, `tight` whether it
    stands in a tight list, `language` that of the division around it or empty.
    """

    style: str = "Body Text"
    left: int = 0
    level: int = 0
    numbered: int = 0
    tight: bool = False
    language: str = ""


class BodyWriter:
    """Writes the blocks of one story; what they need elsewhere is gathered in the story."""

    def __init__(self, story: Story, opening: str = "") -> None:
        """`opening` is a run that begins the first paragraph, as the mark does in a footnote."""
        self.story = story
        self.sheet = story.gathered.sheet
        self._parts: list[str] = []
        self._opening = opening
        self._page_break = False
        self._below_table = False

    def xml(self) -> str:
        """All that was written, ending with a paragraph as Word demands after a table."""
        if self._opening or self._page_break or self._below_table:
            self._separate()
        return "".join(self._parts)

    def write(self, blocks: Iterable[Block], around: Surroundings) -> None:
        """Write blocks one after the other."""
        for block in blocks:
            self.story.place = block.place or self.story.place
            _WRITERS[type(block)](self, block, around)

    def paragraph(self, style: str, content: str, look: ParagraphFormat) -> None:
        """Write a paragraph with finished runs, after whatever waits for the next paragraph."""
        space = _SPACE_BELOW_TABLE if self._below_table and not style.startswith("Heading") else None
        look = replace(
            look,
            style=self.sheet.identifier(style),
            page_break_before=self._page_break,
            space_before=space,
        )
        self._parts.append(f"<w:p>{paragraph_properties(look)}{self._opening}{content}</w:p>")
        self._opening, self._page_break, self._below_table = "", False, False

    def text(
        self,
        style: str,
        children: tuple[Inline, ...],
        around: Surroundings,
        look: ParagraphFormat = _UNADORNED,
    ) -> None:
        """Write inlines as a paragraph of a style at the left edge of its surroundings."""
        content = runs(children, self.story, RunFormat(language=around.language))
        look = replace(
            look,
            # Letters outside ASCII stand in the runs as they are, so that most text needs no second look.
            right_to_left=not content.isascii() and begins_right_to_left("".join(words(children))),
            indent=look.indent if look.numbering else self._indent(style, around.left),
        )
        self.paragraph(style, content, look)

    def _indent(self, style: str, left: int) -> int | None:
        """The direct indent, where the style's own does not do."""
        left = min(left, self._widest_indent())
        return None if left <= self.sheet.left_indent(style) else left

    def _widest_indent(self) -> int:
        return round(self.text_width() * _WIDEST_INDENT_SHARE)

    def text_width(self) -> int:
        """The width of the text on the page, in twentieths of a point."""
        page = self.sheet.look.page
        return round((page.width - page.left - page.right) * MILLIMETRE)

    def _separate(self) -> None:
        self.paragraph("Body Text", "", ParagraphFormat())

    def break_page(self) -> None:
        """Begin a new page with the next paragraph."""
        if self._page_break:
            self._separate()
        self._page_break = True

    def heading(self, heading: Heading, around: Surroundings) -> None:
        """Write a heading, with a bookmark where something may link to it."""
        if not heading.children:
            return
        gathered = self.story.gathered
        style = f"Heading {word_level(heading, gathered.heading_shift)}"
        content = runs(heading.children, self.story, RunFormat(language=around.language))
        name = gathered.anchors.get(heading.identifier) if heading.identifier else None
        if name and name not in gathered.bookmarked:
            gathered.bookmarked.append(name)
            number = len(gathered.bookmarked)
            content = (
                f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'
            )
        self.paragraph(style, content, ParagraphFormat(indent=self._indent(style, around.left)))

    def quote(self, quote: Quote, around: Surroundings) -> None:
        """Write a quotation; its last paragraph stays with the attribution."""
        left = around.left + self.sheet.left_indent("Quote")
        inside = replace(around, style="Quote", left=left)
        *before, last = quote.blocks or (None,)
        self.write((block for block in before if block), inside)
        if isinstance(last, Paragraph) and last.children and quote.attribution:
            self.story.place = last.place or self.story.place
            self.text("Quote", last.children, inside, ParagraphFormat(keep_with_next=True))
        elif last is not None:
            self.write((last,), inside)
        if quote.attribution:
            self.text("Quote Attribution", (Text("— "), *quote.attribution), inside)

    def list(
        self, items: BulletList | NumberedList, signs: Callable[[ListItem], int], around: Surroundings
    ) -> None:
        """Write a list; `signs` gives the `w:num` of each item.

        Lists of two styles that are tight within each other have no space between them either.
        """
        numbered = isinstance(items, NumberedList)
        style = "List Number" if numbered else "List Bullet"
        inside = replace(
            around,
            style="List Continue",
            left=around.left + self.sheet.list_indent(0),
            level=around.level + 1,
            numbered=around.numbered + numbered,
            tight=items.tight,
        )
        for item in items.items:
            look = replace(self._item_format(signs(item), around), spread=not items.tight)
            first, rest = _first_paragraph(item)
            goes_on = bool(rest) and isinstance(rest[0], BulletList | NumberedList)
            if (goes_on and items.tight) or (around.tight and not rest and item is items.items[-1]):
                look = replace(look, space_after=0)
            self.story.place = first.place or item.place or self.story.place
            self.text(style, _with_box(item, style, first.children), around, look)
            self.write(rest, inside)

    def _item_format(self, number: int, around: Surroundings) -> ParagraphFormat:
        """The format of an item's first paragraph; the list's own indent does unless it stands deeper."""
        level = min(around.level, DEEPEST_LIST_LEVEL)
        step = self.sheet.list_indent(0)
        left = min(around.left + step, self._widest_indent())
        if left == self.sheet.list_indent(level):
            return ParagraphFormat(numbering=Numbering(number, level))
        return ParagraphFormat(numbering=Numbering(number, level), indent=left, hanging=step)

    def table(self, table: Table, around: Surroundings) -> None:
        """Write a table below its caption; a paragraph separates it from a table before it."""
        if table.caption:
            self.text("Caption", table.caption, around, _TABLE_CAPTION)
        if self._below_table or self._page_break or self._opening:
            self._separate()
        left = min(around.left, self._widest_indent())
        self._parts.append(table_xml(table, left, self.text_width() - left, self._cell))
        self._below_table = True

    def _cell(self, cell: TableCell, _style: str, look: ParagraphFormat) -> str:
        return f"<w:p>{paragraph_properties(look)}{runs(cell.children, self.story)}</w:p>"


def _first_paragraph(item: ListItem) -> tuple[Paragraph, tuple[Block, ...]]:
    """The paragraph that carries an item's sign, empty where it begins with something else; the rest."""
    if item.blocks and isinstance(item.blocks[0], Paragraph):
        return item.blocks[0], item.blocks[1:]
    return Paragraph(()), item.blocks


def _with_box(item: ListItem, style: str, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """A task of a numbered list keeps its number, so its box stands in the text."""
    if item.checked is None or style == "List Bullet":
        return children
    return (Text("☒ " if item.checked else "☐ "), *children)


def _paragraph(writer: BodyWriter, paragraph: Paragraph, around: Surroundings) -> None:
    if paragraph.children:
        writer.text(around.style, paragraph.children, around)


def _title(writer: BodyWriter, title: Title | Subtitle, around: Surroundings) -> None:
    if title.children:
        writer.text(type(title).__name__, title.children, around)


def _bullet_list(writer: BodyWriter, bullets: BulletList, around: Surroundings) -> None:
    signs = {None: BULLETS, False: OPEN_TASKS, True: DONE_TASKS}
    writer.list(bullets, lambda item: signs[item.checked], around)


def _numbered_list(writer: BodyWriter, numbered: NumberedList, around: Surroundings) -> None:
    start = min(numbered.start, LARGEST_START)
    if start != numbered.start:
        writer.story.report("list-number-too-large", f"A Word list cannot begin with {numbered.start}.")
    number = writer.story.gathered.numbering.numbered_list(around.level, around.numbered, start)
    writer.list(numbered, lambda _item: number, around)


def _definition_list(writer: BodyWriter, definitions: DefinitionList, around: Surroundings) -> None:
    left = around.left + writer.sheet.left_indent("Definition")
    inside = replace(around, style="Definition", left=left)
    for definition in definitions.definitions:
        writer.story.place = definition.place or writer.story.place
        writer.text("Definition Term", definition.term, around, ParagraphFormat(keep_with_next=True))
        for meaning in definition.meanings:
            writer.write(meaning, inside)


def _code_block(writer: BodyWriter, code: CodeBlock, around: Surroundings) -> None:
    writer.text("Source Code", (Text(code.text),), around)


def _rule(writer: BodyWriter, _block: Rule, _around: Surroundings) -> None:
    writer.paragraph("Horizontal Rule", "", ParagraphFormat())


def _page_break(writer: BodyWriter, _block: PageBreak, _around: Surroundings) -> None:
    writer.break_page()


def _picture(writer: BodyWriter, picture: Picture, around: Surroundings) -> None:
    keep = ParagraphFormat(keep_with_next=bool(picture.caption))
    writer.text("Figure", (picture.image,), around, keep)
    if picture.caption:
        writer.text("Caption", picture.caption, around)


def _division(writer: BodyWriter, division: Division, around: Surroundings) -> None:
    """A class that is a style of the look dresses text; quotations, lists and notes keep their own."""
    style = writer.sheet.of_classes(division.classes)
    language = dict(division.attributes).get("lang", "")
    inside = replace(around, language=full_language(language) or around.language)
    if style and (around.style == "Body Text" or writer.sheet.is_own(around.style)):
        inside = replace(inside, style=style, left=around.left + writer.sheet.left_indent(style))
    writer.write(division.blocks, inside)


# One entry a kind of block; the second argument is of that kind.
_WRITERS: Mapping[type[Block], Callable[[BodyWriter, Any, Surroundings], None]] = {
    Title: _title,
    Subtitle: _title,
    Heading: BodyWriter.heading,
    Paragraph: _paragraph,
    Quote: BodyWriter.quote,
    BulletList: _bullet_list,
    NumberedList: _numbered_list,
    DefinitionList: _definition_list,
    CodeBlock: _code_block,
    Rule: _rule,
    PageBreak: _page_break,
    Picture: _picture,
    Table: BodyWriter.table,
    Division: _division,
}
