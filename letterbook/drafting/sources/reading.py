"""A draft read in its order: what it prints of figures and quotations is told, with comments beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import cast

from letterbook.charts.data_table import named_figures
from letterbook.checks.letters.own_words import SOURCE
from letterbook.draft import Block, Footnote, Heading, Inline, Paragraph, Picture, Quote, Span, Table, Text
from letterbook.drafting.assembling.placed_chart import PlacedChart
from letterbook.drafting.assembling.quotations import Quotation, line_quotations
from letterbook.drafting.figures.printer import FigureUse
from letterbook.drafting.sources.line_parts import Stretch, Told, in_order, line_parts
from letterbook.drafting.sources.printed_source import PrintedSource, comment_text, shared_comment_text
from letterbook.drafting.sources.quoted import Quoted
from letterbook.drafting.sources.source_words import SourceWords
from letterbook.drafting.sources.told_figure import (
    change_origins,
    change_words,
    figure_origins,
    figure_words,
)
from letterbook.drafting.sources.told_quotation import shortened
from letterbook.drafting.sources.typed import TypedNumbers
from letterbook.figure import Figure
from letterbook.figure_format import format_figure
from letterbook.finding import Place
from letterbook.markup.figure_marks import figure_of
from letterbook.markup.text import plain_text
from letterbook.markup.tree import Blocks, Inlines, children_of, is_same, rebuild
from letterbook.record import named_record, record
from letterbook.writers.word.comments import commented

_SEPARATOR = 1
"""The line of a table between its header and its body."""


@record
class ReadDraft:
    """The sources of a draft in reading order, and its blocks with a comment on each."""

    sources: tuple[PrintedSource, ...]
    blocks: Blocks


@named_record
class Material:
    """What is known of what a draft prints: `uses` of figures, charts, quotations, and typed numbers."""

    uses: tuple[FigureUse, ...]
    charts: tuple[PlacedChart, ...]
    quoted: Quoted
    typed: TypedNumbers
    words: SourceWords


def read_sources(blocks: Blocks, material: Material) -> ReadDraft:
    """The sources of what the blocks of a draft print, with comments beside it."""
    reading = _Reading(material)
    made = reading.blocks(blocks)
    return ReadDraft(tuple(reading.sources), made)


class _Reading:
    """Reads block after block; knows the heading that it is below, and the sources found so far."""

    def __init__(self, material: Material) -> None:
        self.sources: list[PrintedSource] = []
        self._calls: Mapping[tuple[Place | None, str], FigureUse] = {
            (use.place, use.called): use for use in material.uses
        }
        self._charts = {each.source: each for each in material.charts}
        self._quoted = material.quoted
        self._typed = material.typed
        self._words = material.words
        self._heading = ""
        self._context = ""
        self._place: Place | None = None
        self._lines = 0
        self._in_quote = False
        self._told_around: tuple[Told, ...] = ()
        self._waiting: list[PrintedSource] = []

    def blocks(self, blocks: Blocks) -> Blocks:
        """The blocks with comments."""
        made = [self._block(block) for block in blocks]
        return blocks if is_same(made, blocks) else tuple(made)

    def _block(self, block: Block) -> Block:
        self._place = block.place or self._place
        match block:
            case Heading():
                if not self._context:
                    self._heading = " ".join(plain_text(block.children).split())
            case Quote():
                return self._quote(block)
            case Picture() if block.image.source in self._charts:
                return self._chart(block, self._charts[block.image.source])
            case Table():
                caption = self._line(block.caption)
                self._lines = len(block.header) + len(block.body) + _SEPARATOR
                rows = cast("Table", rebuild(replace(block, caption=()), self._line, self.blocks))
                self._lines = 0
                return replace(rows, caption=caption)
            case Paragraph() if not self._in_quote and (quotations := tuple(line_quotations(block))):
                stretches = [self._quotation(each) for each in quotations]
                return replace(block, children=self._line(block.children, stretches))
        return rebuild(block, self._line, self.blocks)

    def _quote(self, quote: Quote) -> Block:
        """A quotation; the comment stands on its first line. What is told around it is not told again."""
        told = self._quoted.block(quote)
        around = self._told_around
        if told and told not in around:
            self._told_around = *around, told
            printed = shortened(plain_text(quote.blocks))
            self._waiting.append(self._keep(self._told(printed, told)))
        outside, self._in_quote = self._in_quote, True
        made = rebuild(quote, self._line, self.blocks)
        self._in_quote, self._told_around = outside, around
        self._waiting.clear()
        return made

    def _chart(self, picture: Picture, placed: PlacedChart) -> Block:
        """A chart; the comment on its caption tells of all its figures."""
        context = self._words.chart.format(title=placed.chart.titles.title)
        found = [
            self._keep(self._of_figure(format_figure(figure), figure, f"{context}, {label}"))
            for label, figure in named_figures(placed.chart)
        ]
        if not found:
            return rebuild(picture, self._line, self.blocks)
        text = shared_comment_text(context, found)
        if picture.caption or picture.identifier:
            return replace(picture, caption=(commented(self._line(picture.caption), text),))
        return Paragraph((commented((picture.image,), text),), place=picture.place)

    def _line(self, inlines: Inlines, quotations: Iterable[Stretch] = ()) -> Inlines:
        """A run of inlines with its comments, and those that wait for the first one."""
        waiting, self._waiting = (self._waiting, []) if inlines else ([], self._waiting)
        typed = self._typed.stretches(inlines, self._place, self._lines)
        stretches = in_order((*quotations, *typed))
        made = self._stretches(inlines, stretches) if stretches else self._run(inlines)
        for source in waiting:
            made = (commented(made, comment_text(source)),)
        return made

    def _stretches(self, inlines: Inlines, stretches: Sequence[Stretch]) -> Inlines:
        """A line in which there are quotations and typed numbers, each with its comment."""
        made: list[Inline] = []
        for part in line_parts(inlines, stretches):
            if part.stretch is None:
                made += self._run(part.inlines)
                continue
            source = self._keep(self._told(part.stretch.printed, part.stretch.told))
            made.append(commented(self._run(part.inlines), comment_text(source)))
        return tuple(made)

    def _run(self, inlines: Inlines) -> Inlines:
        made = [each if isinstance(each, Text) else self._inline(each) for each in inlines]
        return inlines if is_same(made, inlines) else tuple(made)

    def _inline(self, inline: Inline) -> Inline:
        if isinstance(inline, Footnote):
            return self._footnote(inline)
        source = self._source_of(inline) if isinstance(inline, Span) else None
        kept = self._keep(source) if source else None
        children = children_of(inline)
        made = self._run(children)
        if not is_same(made, children):
            inline = replace(cast("Span", inline), children=made)  # or another that has children
        return commented((inline,), comment_text(kept)) if kept else inline

    def _footnote(self, note: Footnote) -> Inline:
        """A footnote; Word has no comments in them, so that its mark has the one for all that is in it."""
        first = len(self.sources)
        outside = self._context, self._waiting, self._place, self._lines
        self._context, self._waiting, self._lines = self._words.footnote, [], 0
        self.blocks(note.blocks)
        self._context, self._waiting, self._place, self._lines = outside
        found = self.sources[first:]
        return commented((note,), shared_comment_text(self._words.footnote, found)) if found else note

    def _source_of(self, span: Span) -> PrintedSource | None:
        """What a span prints of a figure, or a number that its author gave a source."""
        printed = " ".join(plain_text(span.children).split())
        if called := figure_of(span):
            use = self._calls.get((span.place, called))
            return self._of_call(printed, use) if use else None
        source = dict(span.attributes).get(SOURCE, "").strip()
        if not source:
            return None
        said = self._words.source.format(source=source)
        where = (str(self._place),) if self._place else ()
        return self._source(printed, self._words.typed, (said, *where), self._context)

    def _of_call(self, printed: str, use: FigureUse) -> PrintedSource:
        source = self._of_figure(printed, use.figure, self._context, use.predecessor)
        called = self._words.printed_by.format(call=f"{{{{ {use.called} }}}}", place=use.place)
        return replace(source, called=called)

    def _of_figure(
        self, printed: str, figure: Figure, context: str, predecessor: Figure | None = None
    ) -> PrintedSource:
        words = self._words
        about, origins = figure_words(figure, words), figure_origins(figure, words)
        if predecessor:
            about, origins = change_words(figure, words), change_origins(figure, predecessor, words)
        return self._source(printed, about, origins, context)

    def _quotation(self, quotation: Quotation) -> Stretch:
        told = self._quoted.pasted(quotation)
        return Stretch(quotation.start, quotation.end, shortened(quotation.words), told)

    def _told(self, printed: str, told: Told) -> PrintedSource:
        return self._source(printed, told.about, told.origins, self._context)

    def _source(self, printed: str, about: str, origins: tuple[str, ...], context: str) -> PrintedSource:
        return PrintedSource(
            printed=printed,
            heading=self._heading,
            about=_in_one_line(about),
            origins=tuple(map(_in_one_line, origins)),
            context=context,
        )

    def _keep(self, source: PrintedSource) -> PrintedSource:
        self.sources.append(source)
        return source


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
