"""The appendix that tells the sources of a draft: a numbered list in reading order, then the files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, groupby
from operator import attrgetter

from letterbook.draft import (
    Alignment,
    Block,
    Code,
    Heading,
    Inline,
    LineBreak,
    ListItem,
    NumberedList,
    PageBreak,
    Paragraph,
    Strong,
    Table,
    TableCell,
    TableRow,
    Text,
    Title,
)
from letterbook.drafting.sources.printed_source import PrintedSource
from letterbook.drafting.sources.source_words import SourceWords
from letterbook.markup.tree import DEEPEST_HEADING, Blocks, iter_blocks
from letterbook.writers.forbidden_characters import printable

_SHARES = (0.4, 0.6)
_HIGHEST_BELOW_TITLE = 2


def with_appendix(
    blocks: Blocks, sources: Sequence[PrintedSource], hashes: Mapping[str, str], words: SourceWords
) -> Blocks:
    """The blocks of a draft and, on a page of its own, the appendix "Sources".

    `hashes` are the SHA-256 of the files that were read, by their paths.
    """
    level = _level(blocks)
    appendix = (
        PageBreak(),
        Heading(level, (Text(words.sources),)),
        Paragraph((Text(words.for_the_firm),)),
        *_lists(sources, words),
        Heading(min(level + 1, DEEPEST_HEADING), (Text(words.files),)),
        _files(hashes, words),
    )
    return (*blocks, *printable(appendix))


def _level(blocks: Blocks) -> int:
    """The uppermost level of headings in a draft; that below its title where it has none."""
    levels = [block.level for block in iter_blocks(blocks) if isinstance(block, Heading)]
    is_titled = any(isinstance(block, Title) for block in blocks)
    return min(levels, default=_HIGHEST_BELOW_TITLE if is_titled else 1)


def _lists(sources: Iterable[PrintedSource], words: SourceWords) -> Iterator[Block]:
    """For each heading its words and a list of what stands below it; the numbers run on."""
    numbers = count(1)
    for heading, below in groupby(sources, key=attrgetter("heading")):
        yield Paragraph((Strong((Text(heading or words.opening),)),))
        items = [(next(numbers), _entry(source)) for source in below]
        yield NumberedList(tuple(item for _, item in items), start=items[0][0])


def _entry(source: PrintedSource) -> ListItem:
    """What is printed and what it is; on a second line where it comes from."""
    context = f" ({source.context})" if source.context else ""
    line: list[Inline] = [Strong((Text(source.printed),)), Text(f"{context}: {source.about}")]
    if source.origins:
        line += (LineBreak(), Text("; ".join(source.origins)))
    return ListItem((Paragraph(tuple(line)),))


def _files(hashes: Mapping[str, str], words: SourceWords) -> Table:
    rows = tuple(
        TableRow((TableCell((Text(file),)), TableCell((Code(digest),))))
        for file, digest in sorted(hashes.items())
    )
    header = TableRow((TableCell((Text(words.file),)), TableCell((Text("SHA-256"),))))
    return Table((Alignment.LEFT, Alignment.LEFT), (header,), rows, widths=_SHARES)
