"""The words of a tree, without their markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from letterbook.draft import Block, Code, CodeBlock, Image, Inline, LineBreak, SoftBreak, Text
from letterbook.markup.additions import InlineExpression, WikiLink
from letterbook.markup.tree import child_blocks, child_inlines, children_of


def plain_text(nodes: Iterable[Inline | Block]) -> str:
    """The words of `nodes`: inlines run together, blocks are joined by newlines.

    A printed line break is a newline, a soft one a blank; a footnote's words are left out, an image
    gives its alt text and a reference the words it was typed with.
    """
    lines: list[str] = []
    running: list[str] = []
    for node in nodes:
        if isinstance(node, Inline):
            running.extend(_inline_words(node))
            continue
        if running:
            lines.append("".join(running))
            running = []
        lines.extend(_block_lines(node))
    if running:
        lines.append("".join(running))
    return "\n".join(lines)


def _block_lines(block: Block) -> Iterator[str]:
    if isinstance(block, CodeBlock):
        yield block.text
    for inlines in child_inlines(block):
        if words := plain_text(inlines):
            yield words
    for blocks in child_blocks(block):
        if words := plain_text(blocks):
            yield words


def _inline_words(node: Inline) -> Iterator[str]:
    match node:
        case Text(text) | Code(text):
            yield text
        case SoftBreak():
            yield " "
        case LineBreak():
            yield "\n"
        case Image():
            yield node.alt
        case WikiLink():
            yield node.words or node.target
        case InlineExpression():
            yield f"{{{{ {node.source} }}}}"
        case _:
            for child in children_of(node):
                yield from _inline_words(child)
