"""The outline of a draft: what each paragraph of its Word file is and says.

`outline_of` tells it from the tree, `outline_reader.read_outline` from the file; both give the same
rows. Text that repeats on every page (headers, footers) is no part of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from letterbook.draft import (
    Block,
    BulletList,
    CodeBlock,
    DefinitionList,
    Division,
    Draft,
    Footnote,
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
    TableOfContents,
    Text,
    Title,
)
from letterbook.markup.labels import Label, labels
from letterbook.markup.tree import children_of
from letterbook.writers.forbidden_characters import without_forbidden
from letterbook.writers.word.headings import (
    PrintedHeading,
    heading_shift,
    listed_headings,
    passage_test,
    word_level,
)
from letterbook.writers.word.printed_text import image_text, note_text, words
from letterbook.writers.word.stylesheet import DEEPEST_LIST_LEVEL
from letterbook.writers.word.tables import grid


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One paragraph: its kind and its text.

    Kinds: `title`, `subtitle`, `heading 1` to `heading 6`, `paragraph`, `quote`, `attribution`,
    `bullet 1` (the number is the level), `number 1`, `task 1`, `continuation` (a paragraph of a list
    item), `term`, `definition`, `contents 1`, `code`, `picture`, `caption`, `heading cell`, `cell`, `rule`,
    `page break`, `footnote`. The text of a numbered item begins with its number, that of a task with
    its box; a footnote's mark is `[^1]`, a picture is its alt text.
    """

    kind: str
    text: str = ""


def outline_of(draft: Draft) -> tuple[OutlineRow, ...]:
    """The outline of a draft; the footnotes follow the body in their order."""
    shift = heading_shift(draft)
    outline = _Outline(shift, listed_headings(draft, shift), labels_of(draft))
    rows = [*outline.rows(draft.blocks, _Around())]
    for position in range(len(outline.notes)):
        rows += outline.note(position)
    return tuple(rows)


def labels_of(draft: Draft) -> Mapping[str, Label]:
    """What references call the headings, figures and tables of a draft."""
    metadata = draft.metadata
    return labels(draft.blocks, metadata.language, heading_numbers=metadata.heading_numbers)


@dataclass(frozen=True, slots=True)
class _Around:
    kind: str = "paragraph"
    level: int = 0


class _Outline:
    """Walks the tree and counts its footnotes on the way."""

    def __init__(self, shift: int, headings: tuple[PrintedHeading, ...], labels: Mapping[str, Label]) -> None:
        self.shift = shift
        self.headings = headings
        self.labels = dict(labels)
        self.notes: list[tuple[Block, ...]] = []
        self.in_note = False

    def rows(self, blocks: Iterable[Block], around: _Around) -> Iterator[OutlineRow]:
        for block in blocks:
            yield from _ROWS[type(block)](self, block, around)

    def note(self, position: int) -> Iterator[OutlineRow]:
        self.in_note = True
        rows = tuple(self.rows(self.notes[position], _Around("footnote")))
        if not rows or rows[0].kind in {"heading cell", "cell"}:
            yield OutlineRow("footnote", " ")
            yield from rows
        else:
            yield OutlineRow(rows[0].kind, f" {rows[0].text}")
            yield from rows[1:]

    def text(self, children: Iterable[Inline]) -> str:
        return "".join(map(without_forbidden, self._words(children)))

    def _words(self, children: Iterable[Inline]) -> Iterator[str]:
        for child in children:
            if isinstance(child, Footnote):
                yield note_text(child) if self.in_note else self._mark(child)
            elif inner := children_of(child):
                yield from self._words(inner)
            else:
                yield from words((child,))

    def _mark(self, note: Footnote) -> str:
        self.notes.append(note.blocks)
        return f"[^{len(self.notes)}]"

    def caption(self, caption: tuple[Inline, ...], identifier: str) -> Iterator[OutlineRow]:
        label = self.labels.pop(identifier, None)
        parts = ([label.words] if label else []) + ([self.text(caption)] if caption else [])
        if parts:
            yield OutlineRow("caption", ": ".join(parts))

    def one(self, kind: str, children: tuple[Inline, ...]) -> Iterator[OutlineRow]:
        if children:
            yield OutlineRow(kind, self.text(children))


def _heading(outline: _Outline, heading: Heading, _around: _Around) -> Iterator[OutlineRow]:
    if heading.children:
        outline.labels.pop(heading.identifier, None)
    return outline.one(f"heading {word_level(heading, outline.shift)}", heading.children)


def _quote(outline: _Outline, quote: Quote, around: _Around) -> Iterator[OutlineRow]:
    yield from outline.rows(quote.blocks, _Around("quote", around.level))
    if quote.attribution:
        yield from outline.one("attribution", (Text("— "), *quote.attribution))


def _list(outline: _Outline, items: BulletList | NumberedList, around: _Around) -> Iterator[OutlineRow]:
    inside = _Around("quote" if around.kind == "quote" else "continuation", around.level + 1)
    for position, item in enumerate(items.items):
        numbered = items.start + position if isinstance(items, NumberedList) else None
        first, rest = item.blocks[:1], item.blocks[1:]
        if not (first and isinstance(first[0], Paragraph)):
            first, rest = (Paragraph(()),), item.blocks
        kind, sign = _sign(item, numbered)
        text = "".join(outline.text(block.children) for block in first if isinstance(block, Paragraph))
        yield OutlineRow(f"{kind} {min(around.level, DEEPEST_LIST_LEVEL) + 1}", sign + text)
        yield from outline.rows(rest, inside)


def _sign(item: ListItem, numbered: int | None) -> tuple[str, str]:
    box = {None: "", False: "☐ ", True: "☒ "}[item.checked]
    if numbered is not None:
        return "number", f"{numbered}. {box}"
    return ("task", box) if box else ("bullet", "")


def _definitions(outline: _Outline, listed: DefinitionList, around: _Around) -> Iterator[OutlineRow]:
    for definition in listed.definitions:
        yield OutlineRow("term", outline.text(definition.term))
        for meaning in definition.meanings:
            yield from outline.rows(meaning, _Around("definition", around.level))


def _picture(outline: _Outline, picture: Picture, _around: _Around) -> Iterator[OutlineRow]:
    yield OutlineRow("picture", without_forbidden(image_text(picture.image)))
    yield from outline.caption(picture.caption, picture.identifier)


def _table(outline: _Outline, table: Table, _around: _Around) -> Iterator[OutlineRow]:
    yield from outline.caption(table.caption, table.identifier)
    laid_out = grid(table)
    for kind, rows in (("heading cell", laid_out.header), ("cell", laid_out.body)):
        for slot in (slot for row in rows for slot in row if not slot.continued):
            yield OutlineRow(kind, outline.text(slot.cell.children))


def _contents(outline: _Outline, contents: TableOfContents, _around: _Around) -> Iterator[OutlineRow]:
    for heading in outline.headings:
        if heading.level <= contents.depth:
            yield OutlineRow(f"contents {heading.level}", f"{without_forbidden(heading.words)}\t…")


def _division(outline: _Outline, division: Division, around: _Around) -> Iterator[OutlineRow]:
    if passage_test(division) and outline.in_note:
        return
    yield from outline.rows(division.blocks, around)


# One entry a kind of block; the second argument is of that kind.
_ROWS: Mapping[type[Block], Callable[[_Outline, Any, _Around], Iterator[OutlineRow]]] = {
    Title: lambda outline, block, _around: outline.one("title", block.children),
    Subtitle: lambda outline, block, _around: outline.one("subtitle", block.children),
    Heading: _heading,
    Paragraph: lambda outline, block, around: outline.one(around.kind, block.children),
    Quote: _quote,
    BulletList: _list,
    NumberedList: _list,
    DefinitionList: _definitions,
    CodeBlock: lambda _outline, block, _around: iter((OutlineRow("code", without_forbidden(block.text)),)),
    Rule: lambda _outline, _block, _around: iter((OutlineRow("rule"),)),
    PageBreak: lambda _outline, _block, _around: iter((OutlineRow("page break"),)),
    Picture: _picture,
    Table: _table,
    Division: _division,
    TableOfContents: _contents,
}
