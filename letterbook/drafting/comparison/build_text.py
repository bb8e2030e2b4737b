"""The parts of a letter as the record of its build has them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from letterbook.drafting.comparison.printed_letter import (
    Kind,
    Part,
    PrintedCell,
    PrintedPassage,
    PrintedTable,
    plain,
)
from letterbook.drafting.figures.draft_numbers import built_paragraphs
from letterbook.drafting.output.build_record import BuildRecord
from letterbook.finding import Place
from letterbook.record import record
from letterbook.writers.writer import Anchor

IsOwn: TypeAlias = Callable[[Place | None], bool]

HEADER_STYLE = "Table Heading"
_CELL_STYLES = frozenset({HEADER_STYLE, "Table Text"})
_TITLES = frozenset({"Title", "Subtitle"})


@record
class Written:
    """A paragraph as it was written: what it says, what it is, and where; a cell has its row and column."""

    text: str
    style: str
    place: Place | None = None
    figures: tuple[tuple[int, int], ...] = ()
    row: int = 0
    column: int = 0
    table: int = 0

    @property
    def is_cell(self) -> bool:
        """Whether it stands in a table."""
        return self.row > 0


def parts_of_build(build: BuildRecord, is_own: IsOwn) -> tuple[Part, ...]:
    """The passages and tables of a build in order, its footnotes last."""
    notes = (
        PrintedPassage(plain(each.text), Kind.NOTE, "", each.place, each.figures, is_own(each.place))
        for each in _notes(build)
        if each.text.strip()
    )
    return (*assembled_parts(written_paragraphs(build), is_own), *notes)


def written_paragraphs(build: BuildRecord) -> tuple[Written, ...]:
    """The paragraphs of the body of a build."""
    paragraphs = zip(build.anchors, built_paragraphs(build), strict=False)
    return tuple(
        _with_cells(
            [
                Written(
                    anchor.text,
                    anchor.style,
                    anchor.place,
                    tuple((part.start, part.end) for part in paragraph.figures),
                    anchor.row,
                    anchor.column,
                )
                for anchor, paragraph in paragraphs
            ]
        )
    )


def _notes(build: BuildRecord) -> Iterator[Written]:
    """The paragraphs of footnotes, in which figures stand one after the other."""
    waiting = [each for each in build.figures if not each.anchor]
    for note in build.notes or ():
        spans: list[tuple[int, int]] = []
        position = 0
        while waiting and (start := note.text.find(waiting[0].shown, position)) >= 0:
            position = start + len(waiting.pop(0).shown)
            spans.append((start, position))
        yield Written(note.text, note.style, note.place, tuple(spans))


def assembled_parts(paragraphs: Sequence[Written], is_own: IsOwn) -> Iterator[Part]:
    """Paragraphs as parts: the cells of a table are put together, what says nothing is left out."""
    heading, cells = "", list[Written]()
    for each in paragraphs:
        if cells and (not each.is_cell or each.table != cells[0].table):
            yield _table(cells, heading, is_own)
            cells = []
        if each.is_cell:
            cells.append(each)
            continue
        if not each.text.strip():
            continue
        kind = kind_of(each.style)
        heading = plain(each.text) if kind is Kind.HEADING and each.style not in _TITLES else heading
        yield _passage(each, kind, heading, is_own)
    if cells:
        yield _table(cells, heading, is_own)


def kind_of(style: str) -> Kind:
    """What a paragraph of a Word style is."""
    if style in _TITLES or style.startswith("Heading "):
        return Kind.HEADING
    if style.startswith("Quote"):
        return Kind.QUOTE
    return Kind.CAPTION if style == "Caption" else Kind.TEXT


def _passage(each: Written, kind: Kind, heading: str, is_own: IsOwn) -> PrintedPassage:
    text = plain(each.text)
    figures = each.figures if text == each.text else _moved(each.text, each.figures)
    own = kind in {Kind.TEXT, Kind.NOTE, Kind.HEADING} and is_own(each.place)
    return PrintedPassage(text, kind, heading, each.place, figures, own)


def _moved(text: str, spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Where parts of a text are once it has single blanks."""
    ends = ((plain(text[:start] + "|"), plain(text[:end] + "|")) for start, end in spans)
    return tuple((len(before) - 1, len(whole) - 1) for before, whole in ends)


def _table(cells: Sequence[Written], heading: str, is_own: IsOwn) -> PrintedTable:
    header: dict[int, list[PrintedCell]] = {}
    body: dict[int, list[PrintedCell]] = {}
    for cell in cells:
        rows = header if cell.style == HEADER_STYLE else body
        row = rows.setdefault(cell.row, [])
        if text := plain(cell.text):
            row.append(PrintedCell(cell.column, text, bool(cell.figures)))
    place = cells[0].place
    return PrintedTable(
        tuple(map(tuple, header.values())),
        tuple(tuple(row) for row in body.values() if row),
        heading,
        place,
        is_own(place),
    )


def _with_cells(paragraphs: Sequence[Written]) -> Iterator[Written]:
    """The paragraphs with their tables numbered; older records do not say the row of a cell."""
    table = 0
    run: list[Written] = []
    for each in paragraphs:
        if each.is_cell:
            table += (each.row, each.column) == (1, 1)
            yield _numbered(each, each.row, each.column, table)
        elif each.style in _CELL_STYLES:
            run.append(each)
        else:
            table += bool(run)
            yield from _guessed(run, table)
            run = []
            yield each
    yield from _guessed(run, table + 1)


def _guessed(cells: Sequence[Written], table: int) -> Iterator[Written]:
    """Cells in rows as long as the header of the table; one to a row where that cannot be."""
    width = next((at for at, cell in enumerate(cells) if cell.style != HEADER_STYLE), len(cells))
    width = width if width and len(cells) % width == 0 else 1
    for at, cell in enumerate(cells):
        yield _numbered(cell, at // width + 1, at % width + 1, table)


def _numbered(cell: Written, row: int, column: int, table: int) -> Written:
    return Written(cell.text, cell.style, cell.place, cell.figures, row, column, table)


def anchored(anchors: Iterable[Anchor]) -> dict[str, Anchor]:
    """The paragraphs of a build by the names of their bookmarks."""
    return {anchor.name: anchor for anchor in anchors if anchor.name}
