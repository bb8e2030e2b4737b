"""Blocks: from text, by the parser's tokens, to the tree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from letterbook.draft import (
    Alignment,
    Block,
    BulletList,
    CodeBlock,
    Definition,
    DefinitionList,
    Division,
    Footnote,
    Heading,
    Inline,
    ListItem,
    NumberedList,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Table,
    TableCell,
    TableRow,
    Text,
)
from letterbook.finding import Place
from letterbook.markup.additions import (
    EmbedBlock,
    Expression,
    InlineExpression,
    ItemHeading,
    Placeholder,
    PlaceholderBlock,
    WikiLink,
)
from letterbook.markup.attributes import NO_ATTRIBUTES, Attributes
from letterbook.markup.dialect import Dialect, is_too_deep, parser_for
from letterbook.markup.inlines import InlineReader, image_of
from letterbook.markup.normal_form import TABLE, normalise
from letterbook.markup.parser_rules.captions import CAPTION
from letterbook.markup.parser_rules.spans import ATTRIBUTES
from letterbook.markup.source import Source
from letterbook.markup.table_attributes import HEADER, header_rows
from letterbook.markup.tables import Covered, Slot, merge_cells
from letterbook.markup.text import plain_text
from letterbook.markup.token_tree import Node, alone, build_tree

MOST_NOTES = 10_000
MARKS = frozenset(Covered)

Blocks = tuple[Block, ...]


def parse_blocks(  # noqa: PLR0913 - all but the text are named, and most calls need few
    text: str,
    *,
    dialect: Dialect,
    file: str = "",
    first_line: int = 1,
    smart: str = "",
    document: bool = False,
) -> tuple[Block, ...]:
    """The tree of a source in normal form; nothing of one parse touches another.

    `first_line` is the line of `file` on which the text begins. `smart` is the language whose
    quotation marks and dashes the author's prose gets, or empty. In a whole `document` the first
    heading is the title. A link to a script, to inline data or to a local file stays literal text.
    Raises BadInput for a text nobody writes: too long, or nested a hundred times.
    """
    source = Source(text, file, first_line)
    env: dict[str, Any] = {}
    with source.refusing_depth():
        tokens = parser_for(dialect, smart).parse(source.text, env)
        if any(map(is_too_deep, tokens)):
            raise RecursionError
        roots, notes = build_tree(tokens)
        return normalise(BlockReader(source, dialect, env, notes).read(roots), document=document)


class BlockReader:
    """Reads the nodes of one source."""

    def __init__(
        self, source: Source, dialect: Dialect, env: dict[str, Any], notes: dict[str, list[Node]]
    ) -> None:
        self._source = source
        self._notes = notes
        self._open_notes: list[str] = []
        self._printed_notes = 0
        self._inlines = InlineReader(source, dialect, env, self._note)

    def read(self, nodes: Sequence[Node]) -> Blocks:
        """The blocks that `nodes` mean, not yet in normal form."""
        blocks: list[Block] = []
        for node in nodes:
            if CAPTION in node.token.meta and blocks and isinstance(table := blocks[-1], Table):
                blocks[-1] = self._captioned(table, node)
            else:
                blocks.append(_READERS[node.kind](self, node))
        return tuple(blocks)

    def _captioned(self, table: Table, node: Node) -> Block:
        """The table with what the paragraph below it says: its caption and attributes."""
        table = replace(table, caption=self._inline(node))
        pairs = _pairs(node.token.meta[CAPTION])
        return Division((table,), (TABLE,), pairs, place=table.place) if pairs else table

    def _inline(self, node: Node, *, in_cell: bool = False) -> tuple[Inline, ...]:
        """The inlines of the one inline token within `node`."""
        inline = node.children[0]
        return self._inlines.read(inline.token, node.line, in_cell=in_cell)

    def _place(self, node: Node) -> Place:
        inline = alone(node.children, "inline")
        words = inline.token.content.partition("\n")[0] if inline and node.kind != "heading" else ""
        return self._source.place(node.line, words)

    def _note(self, label: str) -> Footnote | None:
        """The note of this label; one within itself is no note."""
        if label in self._open_notes or label not in self._notes:
            return None
        self._printed_notes += 1
        if self._printed_notes > MOST_NOTES:
            raise self._source.refusal(0, "This text has more than 10,000 footnotes.", "Split it up.")
        self._open_notes.append(label)
        blocks = self.read(self._notes[label])
        self._open_notes.pop()
        return Footnote(blocks)

    def paragraph(self, node: Node) -> Block:
        """A paragraph, or what stands for it when something stands alone in it."""
        place = self._place(node)
        tokens = node.children[0].token.children or []
        if len(tokens) == 1 and tokens[0].type == "image":
            return self._picture(node, place)
        children = self._inline(node)
        match children:
            case (WikiLink(embed=True) as link,):
                return EmbedBlock(link, place=place)
            case (InlineExpression(source=source),):
                return Expression(source, place=place)
            case (Placeholder(key=key),):
                return PlaceholderBlock(key, place=place)
        return Paragraph(children, place=place)

    def _picture(self, node: Node, place: Place) -> Block:
        """An image alone in its paragraph: what the brackets hold is its caption."""
        token = (node.children[0].token.children or [])[0]
        caption = self._inlines.read_tokens(token.children or ())
        attributes: Attributes = token.meta.get(ATTRIBUTES, NO_ATTRIBUTES)
        alt = attributes.get("alt")
        image = image_of(token, plain_text(caption) if alt is None else alt)
        return Picture(image, caption, attributes.identifier, place=place)

    def heading(self, node: Node) -> Block:
        """A heading, or an item's heading when it is nothing but a reference."""
        level = int(node.token.tag[1])
        children = self._inline(node)
        place = self._place(node)
        match children:
            case (WikiLink(embed=False) as link,):
                return ItemHeading(level, link, place=place)
        return Heading(level, children, node.token.meta.get("identifier", ""), place=place)

    def quote(self, node: Node) -> Block:
        """A block quotation; its attribution is found by bringing it to normal form."""
        return Quote(self.read(node.children), place=self._place(node))

    def bullet_list(self, node: Node) -> Block:
        """A bulleted list."""
        return BulletList(self._items(node), _is_tight(node), place=self._place(node))

    def numbered_list(self, node: Node) -> Block:
        """A numbered list."""
        start = int(node.token.attrs.get("start", 1))
        return NumberedList(self._items(node), start, _is_tight(node), place=self._place(node))

    def _items(self, node: Node) -> tuple[ListItem, ...]:
        return tuple(self.item(item) for item in node.children)

    def item(self, node: Node) -> ListItem:
        """One item of a list; a box at its beginning makes it a task."""
        blocks = self.read(node.children)
        box = _box_of(node)
        if not box or not blocks or not isinstance(first := blocks[0], Paragraph):
            return ListItem(blocks, place=self._place(node))
        match first.children:
            case (Text(text=text), *rest) if text.startswith(box):
                first = replace(first, children=(Text(text.removeprefix(box)), *rest))
        return ListItem((first, *blocks[1:]), checked=box != "[ ]", place=self._place(node))

    def definition_list(self, node: Node) -> Block:
        """Terms, each with its meanings."""
        definitions: list[Definition] = []
        for child in node.children:
            if child.kind == "dt":
                definitions.append(Definition(self._inline(child), ()))
            else:
                last = definitions[-1]
                definitions[-1] = replace(last, meanings=(*last.meanings, self.read(child.children)))
        return DefinitionList(tuple(definitions), place=self._place(node))

    def code(self, node: Node) -> Block:
        """Code, fenced or indented."""
        token = node.token
        return CodeBlock(token.content.removesuffix("\n"), token.info.strip(), place=self._place(node))

    def rule(self, node: Node) -> Block:
        """A horizontal rule."""
        return Rule(place=self._place(node))

    def division(self, node: Node) -> Block:
        """A fenced div; one of class `table` says which cells of its table belong together."""
        attributes: Attributes = node.token.meta["attributes"]
        place = self._place(node)
        if TABLE in attributes.classes and node.children and node.children[0].kind == "table":
            return self._merged_table(node.children, attributes, place)
        return Division(self.read(node.children), attributes.classes, _pairs(attributes), place=place)

    def table(self, node: Node) -> Table:
        """A pipe table."""
        grid = [
            [self._cell(cell) for cell in row.children] for group in node.children for row in group.children
        ]
        rows = tuple(TableRow(tuple(cells)) for cells in grid)
        return Table(_alignments(node), rows[:1], rows[1:], place=self._place(node))

    def _merged_table(self, nodes: Sequence[Node], attributes: Attributes, place: Place) -> Division:
        """A division that begins with a table, whose cells are joined as their marks say."""
        node, *others = nodes
        rows = [row for group in node.children for row in group.children]
        grid = [[self._slot(cell) for cell in row.children] for row in rows]
        count = header_rows(attributes.get(HEADER) or "", len(rows))
        end = 1 if count is None else count
        pairs = tuple(pair for pair in _pairs(attributes) if count is None or pair[0] != HEADER)
        head, body = merge_cells(grid[:end]), merge_cells(grid[end:])
        table = Table(_alignments(node), head, body, place=self._place(node))
        is_captioned = others and CAPTION in others[0].token.meta
        first = self._captioned(table, others.pop(0)) if is_captioned else table
        return Division((first, *self.read(others)), attributes.classes, pairs, place=place)

    def _slot(self, node: Node) -> Slot:
        content = node.children[0].token.content
        return Covered(content) if content in MARKS else self._cell(node)

    def _cell(self, node: Node) -> TableCell:
        return TableCell(self._inline(node, in_cell=True))


def _is_tight(node: Node) -> bool:
    """The parser hides the paragraphs of a tight list."""
    paragraphs = (child for item in node.children for child in item.children if child.kind == "paragraph")
    return all(child.token.hidden for child in paragraphs)


def _box_of(item: Node) -> str:
    """`[ ]` or `[x]` when the item begins with such a box, as it was typed."""
    if not item.children or item.children[0].kind != "paragraph":
        return ""
    content = item.children[0].children[0].token.content
    box = content[:3]
    is_box = box.lower() in {"[ ]", "[x]"} and content[3:4] in {"", " ", "\t", "\n"}
    return box if is_box else ""


def _alignments(table: Node) -> tuple[Alignment, ...]:
    cells = table.children[0].children[0].children
    styles = (str(cell.token.attrs.get("style", "")) for cell in cells)
    return tuple(Alignment(style.removeprefix("text-align:") or "default") for style in styles)


def _pairs(attributes: Attributes) -> tuple[tuple[str, str], ...]:
    """The attributes of a block that keeps its identifier among them."""
    return ((("id", attributes.identifier),) if attributes.identifier else ()) + attributes.pairs


_READERS: dict[str, Callable[[BlockReader, Node], Block]] = {
    "paragraph": BlockReader.paragraph,
    "heading": BlockReader.heading,
    "blockquote": BlockReader.quote,
    "bullet_list": BlockReader.bullet_list,
    "ordered_list": BlockReader.numbered_list,
    "dl": BlockReader.definition_list,
    "fence": BlockReader.code,
    "code_block": BlockReader.code,
    "hr": BlockReader.rule,
    "division": BlockReader.division,
    "table": BlockReader.table,
}
