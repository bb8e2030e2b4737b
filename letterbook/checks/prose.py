"""A draft taken apart once, for all who read its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from letterbook.draft import Block, Inline, Paragraph, Quote, Table, Text
from letterbook.markup.tree import child_inlines, inlines_of, inner_blocks
from letterbook.record import record


@record
class PrintedBlock:
    """A block and the inlines that stand in it itself, each before its children.

    `text` is the words of the block itself; what is verbatim code is none of them. `quoted` is true for
    a block quotation and all that stands within one.
    """

    block: Block
    inlines: tuple[Inline, ...]
    text: str
    quoted: bool


def printed_blocks(blocks: Iterable[Block]) -> Iterator[PrintedBlock]:
    """All blocks taken apart, each before what it holds."""
    for block, quoted in walk(blocks):
        inlines = tuple(inlines_of(block))
        text = _words_of_table(block) if isinstance(block, Table) else _words(inlines)
        yield PrintedBlock(block, inlines, text, quoted)


def _words(inlines: Iterable[Inline]) -> str:
    return "".join([inline.text if isinstance(inline, Text) else " " for inline in inlines])


def _words_of_table(table: Table) -> str:
    """The words of its cells, each set apart from the next, and of its caption."""
    runs = (inlines_of(Paragraph(run)) for run in child_inlines(table))
    return "\n".join(map(_words, runs))


def walk(blocks: Iterable[Block]) -> Iterator[tuple[Block, bool]]:
    """All blocks, each before what it holds, and whether they are a block quotation or stand in one."""
    waiting = [(block, False) for block in blocks][::-1]
    while waiting:
        block, quoted = waiting.pop()
        quoted = quoted or isinstance(block, Quote)
        yield block, quoted
        if inner := inner_blocks(block):
            waiting += [(each, quoted) for each in reversed(inner)]
