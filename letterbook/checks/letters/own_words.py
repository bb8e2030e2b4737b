"""What a draft says in its author's own name: without quotations, titles of items and standing text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import field

from letterbook.checks.letters.sentences import sentences
from letterbook.checks.letters.word_columns import column_of, without_quotations
from letterbook.checks.prose import PrintedBlock
from letterbook.draft import (
    Block,
    Footnote,
    Heading,
    Inline,
    LineBreak,
    Link,
    SoftBreak,
    Span,
    Subtitle,
    Table,
    TableRow,
    Text,
    Title,
)
from letterbook.finding import Place
from letterbook.markup.figure_marks import figure_of
from letterbook.markup.text import plain_text
from letterbook.markup.tree import child_inlines, children_of, iter_blocks
from letterbook.record import record

STANDING_TEXT = "fund/disclosures/"
"""The folder of texts that lawyers wrote: no rule reads them as claims."""

SOURCE = "source"
"""The attribute of a span that says where a number comes from which is no figure: `[42%]{source="AFR"}`."""

_ADDRESS = re.compile(r"https?://")


@record
class FigureInText:
    """A figure that a passage prints, from `start` to `end`, with the place of its call."""

    name: str
    start: int
    end: int
    place: Place | None


@record
class Passage:
    """A paragraph, a heading, a caption or the row of a table in the author's own words.

    Words of others are blanks in `text`. `notes` is the text of the footnotes that hang on it, `note_marks`
    where they do. `sourced` are the parts that are linked to a page or say their source; one that
    `is_curated` comes from an item, or stands below its heading. `ends` are
    the offsets at which a line of its file ends. `section` counts the headings before it. `is_heading` is
    true for titles too, `line` is that of a table's row. `source` are the lines of the file it is from, empty
    where they are not known.
    """

    text: str
    block: Block
    section: int
    heading: str = ""
    notes: str = ""
    note_marks: tuple[int, ...] = ()
    sourced: tuple[tuple[int, int], ...] = ()
    is_curated: bool = False
    ends: tuple[int, ...] = ()
    figures: tuple[FigureInText, ...] = ()
    is_heading: bool = False
    line: int = 0
    source: tuple[str, ...] = field(default=(), repr=False, compare=False)

    def place(self, offset: int = 0) -> Place | None:
        """Where the word at `offset` stands."""
        place = self.block.place
        if place is None or not place.line:
            return place
        below = sum(end < offset for end in self.ends)
        line = (self.line or place.line) + below
        column = place.column if line == place.line else 0
        return Place(place.file, line, self._column(offset, below, line, column) or column)

    def _column(self, offset: int, below: int, line: int, first: int) -> int:
        """The column of the word at `offset`, `below` lines under the first; 0 where it is not known."""
        if not offset or line > len(self.source):
            return 0
        start = self.ends[below - 1] + 1 if below else 0
        return column_of(self.text[start:], offset - start, self.source[line - 1], first)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, each with what is around it."""
        return tuple(Sentence(self.text[start:end], start, self) for start, end in sentences(self.text))

    @property
    def full_sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, which a semicolon does not end: what stands on both sides of one is compared."""
        spans: list[tuple[int, int]] = []
        for start, end in sentences(self.text):
            goes_on = spans and self.text[: spans[-1][1]].rstrip().endswith(";")
            spans.append((spans.pop()[0] if goes_on else start, end))
        return tuple(Sentence(self.text[start:end], start, self) for start, end in spans)


@record
class Sentence:
    """A sentence of a passage, and where in its text it begins."""

    text: str
    start: int
    passage: Passage

    def place(self, offset: int = 0) -> Place | None:
        """Where the word at `offset` of the sentence stands."""
        return self.passage.place(self.start + offset)


@record
class Cell:
    """A cell of a table: what it says, its row and column from 1, and how many columns it covers."""

    passage: Passage
    row: int
    column: int
    width: int = 1
    is_header: bool = False


@record
class OwnTable:
    """A table with its caption and rows as passages; `before` and `after` are what stands around it."""

    table: Table
    caption: str
    header: tuple[Passage, ...]
    rows: tuple[Passage, ...]
    section: int
    heading: str
    cells: tuple[Cell, ...] = ()
    before: str = field(default="")
    after: str = field(default="")

    @property
    def text(self) -> str:
        """All that it says, with its caption."""
        return "\n".join((self.caption, *(row.text for row in (*self.header, *self.rows))))

    @property
    def labels(self) -> str:
        """What names its rows and columns, with its caption."""
        firsts = (row.text.partition(" | ")[0] for row in self.rows)
        return "\n".join((self.caption, *(row.text for row in self.header), *firsts))


@record
class OwnWords:
    """The passages and the tables of a draft, each in reading order; `parts` are both.

    `sentences` are those of all passages; tables have none.
    """

    passages: tuple[Passage, ...]
    tables: tuple[OwnTable, ...]
    parts: tuple[Passage | OwnTable, ...]
    sentences: tuple[Sentence, ...]

    @property
    def full_sentences(self) -> Iterator[Sentence]:
        """The sentences of all passages, which semicolons do not end."""
        return (sentence for passage in self.passages for sentence in passage.full_sentences)


def read_own_words(
    blocks: Iterable[PrintedBlock],
    titles: Collection[str] = (),
    headings: Collection[tuple[str, int]] = (),
    files: Collection[str] = (),
    source: tuple[str, tuple[str, ...]] = ("", ()),
) -> OwnWords:
    """What the `blocks` of a draft say in its author's name. Links to one of the `titles`, and headings in
    the files and lines of `headings`, are names of items, whose `files` say what is curated. `source` is the
    path of the draft's own file and its lines.
    """
    reading = _Reading(frozenset(titles), frozenset(headings), frozenset(files), source)
    for printed in blocks:
        reading.read(printed)
    tables = {id(table.table): table for table in reading.with_surroundings()}
    parts = tuple(each if isinstance(each, Passage) else tables[id(each)] for each in reading.parts)
    said = tuple(sentence for passage in reading.passages for sentence in passage.sentences)
    return OwnWords(tuple(reading.passages), tuple(tables.values()), parts, said)


class _Reading:
    """Reads block after block; knows the heading that it is below."""

    def __init__(
        self,
        titles: frozenset[str],
        headings: frozenset[tuple[str, int]],
        files: frozenset[str],
        source: tuple[str, tuple[str, ...]],
    ) -> None:
        self.passages: list[Passage] = []
        self.parts: list[Passage | Table] = []
        self._files = files
        self._item_level = 0
        self._tables: list[tuple[OwnTable, int]] = []
        self._titles = titles
        self._headings = headings
        self._path, self._source = source
        self._section = 0
        self._heading = ""

    def read(self, printed: PrintedBlock) -> None:
        """Take what one block says itself; those within it come after it."""
        block = printed.block
        place = block.place or Place("")
        if printed.quoted or place.file.startswith(STANDING_TEXT):
            return
        if isinstance(block, Heading):
            self._section += 1
            self._heading = plain_text(block.children)
            if block.level <= self._item_level:
                self._item_level = 0
        if isinstance(block, Heading) and (place.file, place.line) in self._headings:
            self._item_level = block.level
            return
        if isinstance(block, Table):
            self._read_table(block)
            return
        for inlines in child_inlines(block):
            passage = self._passage(inlines, block)
            if passage.text.strip():
                self.passages.append(passage)
                self.parts.append(passage)

    def with_surroundings(self) -> Iterator[OwnTable]:
        """The tables, with the passages before and after them in their section."""
        for table, position in self._tables:
            near = self.passages[max(0, position - 1) : position + 1]
            before = [each.text for each in near[: min(1, position)] if each.section == table.section]
            after = [each.text for each in near[min(1, position) :] if each.section == table.section]
            yield OwnTable(
                table.table,
                table.caption,
                table.header,
                table.rows,
                table.section,
                table.heading,
                table.cells,
                " ".join(before),
                " ".join(after),
            )

    def _read_table(self, table: Table) -> None:
        first = table.place.line if table.place else 0
        header = tuple(self._row(row, table, first) for row in table.header)
        below = first + 2 if table.header else first
        rows = tuple(self._row(row, table, below + at) for at, row in enumerate(table.body))
        caption = self._passage(table.caption, table).text
        cells = (
            *self._cells(table.header, table, first, 1),
            *self._cells(table.body, table, below, len(header) + 1),
        )
        own = OwnTable(table, caption, header, rows, self._section, self._heading, cells)
        self.parts.append(table)
        self._tables.append((own, len(self.passages)))

    def _cells(self, rows: Sequence[TableRow], table: Table, line: int, first: int) -> Iterator[Cell]:
        """The cells of rows that begin in `line`; the first is the row `first` of the table."""
        for at, row in enumerate(rows):
            column = 1
            for cell in row.cells:
                writing = _Writing(self._titles)
                writing.write(cell.children)
                passage = self._finished(writing, table, line + at)
                yield Cell(passage, first + at, column, cell.columns, is_header=rows is table.header)
                column += cell.columns

    def _row(self, row: TableRow, table: Table, line: int) -> Passage:
        writing = _Writing(self._titles)
        for at, cell in enumerate(row.cells):
            if at:
                writing.add(" | ")
            writing.write(cell.children)
        return self._finished(writing, table, line)

    def _passage(self, inlines: Sequence[Inline], block: Block) -> Passage:
        writing = _Writing(self._titles)
        writing.write(inlines)
        return self._finished(writing, block, 0)

    def _finished(self, writing: _Writing, block: Block, line: int) -> Passage:
        return Passage(
            without_quotations(writing.text),
            block,
            self._section,
            self._heading,
            " ".join(writing.notes),
            tuple(writing.note_marks),
            tuple(writing.sourced),
            bool(self._item_level) or (block.place is not None and block.place.file in self._files),
            tuple(writing.ends),
            tuple(writing.figures),
            isinstance(block, (Heading, Title, Subtitle)),
            line,
            self._source if block.place is not None and block.place.file == self._path else (),
        )


class _Writing:
    """Writes inlines as text, and keeps where lines end and figures stand."""

    def __init__(self, titles: frozenset[str]) -> None:
        self.text = ""
        self.notes: list[str] = []
        self.note_marks: list[int] = []
        self.sourced: list[tuple[int, int]] = []
        self.ends: list[int] = []
        self.figures: list[FigureInText] = []
        self._titles = titles

    def add(self, text: str) -> None:
        """Add words."""
        self.text += text

    def write(self, inlines: Sequence[Inline]) -> None:
        """Add inlines: what is verbatim, a picture or a line end is a blank."""
        for inline in inlines:
            self._write(inline)

    def _write(self, inline: Inline) -> None:
        start = len(self.text)
        match inline:
            case Text():
                self.text += inline.text
            case Link() if plain_text(inline.children).casefold() in self._titles:
                self.text += " " * len(plain_text(inline.children))
            case Footnote():
                self.note_marks.append(start)
                self.notes += [
                    plain_text(run) for b in iter_blocks(inline.blocks) for run in child_inlines(b)
                ]
            case SoftBreak() | LineBreak():
                self.ends.append(start)
                self.text += " "
            case _ if children_of(inline):
                self.write(children_of(inline))
            case _:
                self.text += " "
        if (isinstance(inline, Link) and _ADDRESS.match(inline.target)) or (
            isinstance(inline, Span) and dict(inline.attributes).get(SOURCE, "").strip()
        ):
            self.sourced.append((start, len(self.text)))
        if isinstance(inline, Span) and (called := figure_of(inline)):
            self.figures.append(FigureInText(called, start, len(self.text), inline.place))
