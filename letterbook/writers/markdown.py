"""A draft as Markdown that reads as if written by hand, and parses back to the same draft."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from letterbook.draft import (
    Block,
    BulletList,
    CodeBlock,
    Definition,
    DefinitionList,
    Division,
    Draft,
    Emphasis,
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
from letterbook.markup.attributes import write_attributes
from letterbook.markup.normal_form import (
    ATTRIBUTION,
    CONTENTS,
    DEFAULT_DEPTH,
    DEPTH,
    PAGE_BREAK,
    TABLE,
    fits_tightly,
    normalise,
)
from letterbook.markup.parser_rules.divisions import is_class_name
from letterbook.markup.table_attributes import attributes_of
from letterbook.markup.tables import Covered, Slot, is_plain, spread_cells
from letterbook.markup.text import plain_text
from letterbook.markup.tree import join_text
from letterbook.writers.markdown_escapes import escape_braces, escape_heading
from letterbook.writers.markdown_inlines import InlineWriter, image
from letterbook.writers.markdown_tables import pipe_table


def write_markdown(draft: Draft) -> str:
    """The draft in our dialect, without embeds and expressions.

    Reading it as a whole document gives the draft's blocks in normal form. Footnotes are numbered
    over the whole draft and stand at its end.
    """
    writer = _BlockWriter()
    parts = [writer.blocks(normalise(draft.blocks, document=True))]
    number = 0
    while number < len(writer.inlines.notes):
        note = writer.inlines.notes[number]
        number += 1
        text = writer.blocks(note)
        opening = f"[^{number}]: " if isinstance(note[0], Paragraph) else f"[^{number}]:\n    "
        parts.append(opening + _indented(text, 4))
    return "".join(f"{part}\n\n" for part in parts if part)[:-1]


class _BlockWriter:
    def __init__(self) -> None:
        self.inlines = InlineWriter()

    def blocks(self, blocks: Sequence[Block]) -> str:
        """The blocks with a blank line between."""
        return "\n\n".join(self.parts(blocks))

    def parts(self, blocks: Sequence[Block], mark: str = "") -> list[str]:
        """The blocks one by one; `mark` is the one of the item they stand in.

        A list takes another mark than the list before it, lest the two become one, and than the
        item it begins, lest the marks in a row become a rule.
        """
        parts: list[str] = []
        for number, block in enumerate(blocks):
            before = blocks[number - 1] if number else None
            if isinstance(block, BulletList):
                mark = "*" if mark == "-" else "-"
                parts.append(self._list(block, [f"{mark} "] * len(block.items), mark))
            elif isinstance(block, NumberedList):
                mark = ")" if mark == "." else "."
                numbers = range(block.start, block.start + len(block.items))
                parts.append(self._list(block, [f"{number}{mark} " for number in numbers], mark))
            else:
                text = "___" if mark and isinstance(block, Rule) else _WRITERS[type(block)](self, block)
                parts.append(_no_caption(text) if isinstance(before, Table) else text)
                mark = ""
        return parts

    def title(self, block: Title) -> str:
        """The title: a heading of level 1."""
        return self._heading_line(1, block.children)

    def subtitle(self, block: Subtitle) -> str:
        """The subtitle: an emphasised paragraph."""
        return self.inlines.paragraph((Emphasis(block.children),))

    def heading(self, block: Heading) -> str:
        """A heading with number signs, and its anchor when it has one."""
        line = self._heading_line(block.level, block.children)
        return f"{line} {{#{block.identifier}}}" if block.identifier else line

    def _heading_line(self, level: int, children: Sequence[Inline]) -> str:
        words = escape_heading(self.inlines.line(children))
        return f"{'#' * level} {words}".rstrip(" ")

    def paragraph(self, block: Paragraph) -> str:
        """A paragraph, with its line ends."""
        return self.inlines.paragraph(block.children)

    def quote(self, block: Quote) -> str:
        """A block quotation, with its attribution as the last paragraph."""
        parts = self.parts(block.blocks)
        if block.attribution:
            parts.append(self.inlines.paragraph(join_text((Text(ATTRIBUTION), *block.attribution))))
        lines = "\n\n".join(parts).split("\n")
        return "\n".join(f"> {line}" if line else ">" for line in lines)

    def _list(self, block: BulletList | NumberedList, marks: Sequence[str], mark: str) -> str:
        items = (
            self._item(item, begin, mark, tight=block.tight)
            for item, begin in zip(block.items, marks, strict=True)
        )
        return ("\n" if block.tight else "\n\n").join(items)

    def _item(self, item: ListItem, begin: str, mark: str, *, tight: bool) -> str:
        parts = self.parts(item.blocks, mark)
        if item.checked is not None:
            box = "[x]" if item.checked else "[ ]"
            if item.blocks and isinstance(item.blocks[0], Paragraph):
                parts[0] = f"{box} {parts[0]}"
            else:
                parts.insert(0, box)
        between = "\n" if tight and fits_tightly(item) else "\n\n"
        return (begin + _indented(between.join(parts), len(begin))).rstrip(" ") if parts else begin.rstrip()

    def definition_list(self, block: DefinitionList) -> str:
        """Terms, each with its meanings below."""
        return "\n\n".join(self._definition(entry) for entry in block.definitions)

    def _definition(self, entry: Definition) -> str:
        meanings = [f":   {_indented(self.blocks(meaning), 4)}" for meaning in entry.meanings]
        return "\n".join((self.inlines.paragraph(entry.term), "\n\n".join(meanings)))

    def code(self, block: CodeBlock) -> str:
        """Code between fences that do not occur in it."""
        mark = "~" if "`" in block.language else "`"
        longest = max(map(len, re.findall(f"{mark}+", block.text)), default=0)
        fence = mark * max(3, longest + 1)
        body = f"{block.text}\n" if block.text else ""
        return f"{fence}{block.language}\n{body}{fence}"

    def rule(self, _block: Rule) -> str:
        """A horizontal rule."""
        return "---"

    def page_break(self, _block: PageBreak) -> str:
        """A page break: an empty division."""
        return _fenced("", PAGE_BREAK)

    def division(self, block: Division) -> str:
        """Blocks between colons, more of them than any division within has."""
        body = self.blocks(block.blocks)
        return _fenced(body, _opening(block.classes, block.attributes))

    def picture(self, block: Picture) -> str:
        """An image alone in its paragraph; the brackets hold its caption."""
        words = plain_text(block.caption)
        alt = None if block.image.alt == words else block.image.alt
        return image(block.image, self.inlines.line(block.caption), alt, block.identifier)

    def table(self, block: Table) -> str:
        """A pipe table; in a division where it has attributes or its cells cover others."""
        text = self._pipe_table(block)
        caption = self.inlines.line(block.caption)
        is_whole = is_plain(block)
        if block.identifier and is_whole:
            caption += " " + write_attributes((), (), block.identifier)
        elif caption:
            caption = escape_braces(caption)
        text += f"\n\n: {caption}" if caption else ""
        if is_whole:
            return text
        return _fenced(text, write_attributes((TABLE,), attributes_of(block), block.identifier))

    def contents(self, block: TableOfContents) -> str:
        """A table of contents: an empty division."""
        depth = ((DEPTH, str(block.depth)),) if block.depth != DEFAULT_DEPTH else ()
        return _fenced("", _opening((CONTENTS,), depth))

    def _pipe_table(self, block: Table) -> str:
        columns = len(block.alignments)
        head = spread_cells(block.header, columns) or [[TableCell()] * columns]
        rows = [[self._slot(slot) for slot in line] for line in (*head, *spread_cells(block.body, columns))]
        return pipe_table(rows, block.alignments)

    def _slot(self, slot: Slot) -> str:
        return slot.value if isinstance(slot, Covered) else self.inlines.cell(slot.children)


def _indented(text: str, width: int) -> str:
    """All lines but the first, where they hold something, `width` blanks to the right."""
    first, *others = text.split("\n")
    return "\n".join((first, *(" " * width + line if line else "" for line in others)))


def _opening(classes: Sequence[str], pairs: Sequence[tuple[str, str]]) -> str:
    """What a fence opens with: one plain class stands by itself, all else in braces."""
    if len(classes) == 1 and not pairs and is_class_name(classes[0]):
        return classes[0]
    return write_attributes(classes, pairs)


def _fenced(body: str, attributes: str) -> str:
    longest = max(map(len, re.findall(":{3,}", body)), default=2)
    fence = ":" * (longest + 1)
    return "\n".join(filter(None, (f"{fence} {attributes}", body, fence)))


def _no_caption(text: str) -> str:
    """A paragraph below a table that only looks like its caption."""
    return text.replace(":", "\\:", 1) if text.startswith("Table: ") else text


_WRITERS: dict[type[Block], Callable[..., str]] = {
    Title: _BlockWriter.title,
    Subtitle: _BlockWriter.subtitle,
    Heading: _BlockWriter.heading,
    Paragraph: _BlockWriter.paragraph,
    Quote: _BlockWriter.quote,
    DefinitionList: _BlockWriter.definition_list,
    CodeBlock: _BlockWriter.code,
    Rule: _BlockWriter.rule,
    PageBreak: _BlockWriter.page_break,
    Division: _BlockWriter.division,
    Picture: _BlockWriter.picture,
    Table: _BlockWriter.table,
    TableOfContents: _BlockWriter.contents,
}
