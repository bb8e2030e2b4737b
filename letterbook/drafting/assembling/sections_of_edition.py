"""The sections that an edition calls, run with what the edition places and its readers may see."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from letterbook.draft import Block
from letterbook.drafting.assembling.edition_views import edition_view, publication_view, summary_view
from letterbook.drafting.assembling.resolver import READERS, Resolver
from letterbook.drafting.editions.edition_summary import EditionSummary, PlacedBy, reference_of
from letterbook.drafting.editions.references import find_highlight
from letterbook.drafting.editions.usage import Usage
from letterbook.drafting.figures.call import name_and_change
from letterbook.drafting.figures.printer import FigureUse
from letterbook.drafting.partials.views import EditionView
from letterbook.drafting.printing.item_print import ItemPrinter
from letterbook.drafting.search_path import Kind
from letterbook.drafting.sections.disclosures import read_disclosures
from letterbook.drafting.sections.material import SectionMaterial
from letterbook.drafting.sections.questions import read_questions
from letterbook.drafting.sections.section import RenderedSection, render_section
from letterbook.drafting.sections.section_file import load_section
from letterbook.errors import LetterbookError, WrongUse
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.figure_names import figures_named
from letterbook.item import Highlight, Item
from letterbook.library.queries.query import Query, Selection
from letterbook.markup.additions import Expression
from letterbook.markup.expressions import Call, parse_call
from letterbook.markup.text import plain_text
from letterbook.markup.tree import iter_blocks
from letterbook.record import record

if TYPE_CHECKING:
    from letterbook.drafting.assembling.fund_of_edition import FundOfEdition
    from letterbook.drafting.sections.fund.material import FundMaterial

_T = TypeVar("_T")


@record
class SectionInEdition:
    """What one section printed: its blocks, the items it places, the highlights it quotes, its figures."""

    name: str
    blocks: tuple[Block, ...] = ()
    placed: tuple[Item, ...] = ()
    quoted: tuple[tuple[Item, Highlight], ...] = ()
    figures: tuple[FigureUse, ...] = ()


@record
class _SectionCall:
    """A section's name with its arguments, where it is called, and when its turn is.

    `places` says whether its items are placed, `reads_letter` whether it looks at what all others say.
    """

    call: Call
    place: Place
    places: bool
    reads_letter: bool

    @property
    def turn(self) -> tuple[bool, bool]:
        """What sections are ordered by before they are run."""
        return self.reads_letter, not self.places


def render_sections(
    blocks: tuple[Block, ...], resolver: Resolver, printer: ItemPrinter, today: date
) -> Mapping[Place, SectionInEdition]:
    """What each section in `blocks` prints, by the place of the block that calls it.

    Sections that place items come first, and none of them chooses an item that is placed already,
    so that every item prints once; then those, like the contents, that look at what was placed; last those,
    like the glossary, that look at what all others say.
    A section that fails prints nothing; its error becomes a finding.
    """
    calls: list[_SectionCall] = []
    failed: dict[Place, SectionInEdition] = {}
    for block in iter_blocks(blocks):
        if isinstance(block, Expression):
            try:
                calls.extend(_section_call(block, resolver))
            except LetterbookError as error:
                place = resolver.place_of(block)
                resolver.findings.append(_failure(error, place))
                failed[place] = SectionInEdition("")
    if not calls:
        return failed
    run = _SectionRun(blocks, resolver, printer, today)
    for call in sorted(calls, key=lambda call: call.turn):
        run.render(call)
    return {**failed, **run.rendered}


def _section_call(block: Expression, resolver: Resolver) -> tuple[_SectionCall, ...]:
    """The call of a section that `block` is, if it is one: the first word may be followed by others."""
    search_path = resolver.project.search_path
    sections = search_path.names(Kind.SECTION)
    place = resolver.place_of(block)
    call = parse_call(block.source, place)
    first, _, rest = call.name.partition(" ")
    if call.name not in sections and first in sections and not _names_figure(call.name, resolver):
        call = Call(first, call.arguments, f"{rest} {call.words}".strip())
    if call.name not in sections:
        return ()
    header = load_section(call.name, search_path, place).header
    return (_SectionCall(call, place, header.places, header.reads_letter),)


def _names_figure(name: str, resolver: Resolver) -> bool:
    """Whether the words of a call are those of a figure, whose name begins with that of a section."""
    figures = resolver.project.figures.figures
    return bool(figures_named(figures, name) or figures_named(figures, name_and_change(name)[0]))


class _SectionRun:
    """Runs the sections of one edition one after the other."""

    def __init__(
        self, blocks: tuple[Block, ...], resolver: Resolver, printer: ItemPrinter, today: date
    ) -> None:
        self.rendered: dict[Place, SectionInEdition] = {}
        self._said: dict[Place, tuple[Block, ...]] = {}
        self._blocks = blocks
        self._resolver = resolver
        self._printer = printer
        self._today = today
        project, edition = resolver.project, resolver.edition
        self._items = {item.name: item for item in project.catalogue.items}
        self._used = _used_elsewhere(project.used, edition.name)
        self._root = project.workspace.root
        self._fund: FundOfEdition | None = None
        self._questions = self._read(read_questions)
        self._disclosures = self._read(partial(read_disclosures, language=edition.language))

    def render(self, call: _SectionCall) -> None:
        """Run one section; a failure is a finding, and the section prints nothing."""
        figures: list[FigureUse] = []
        try:
            section = render_section(
                call.call, self._material(call, figures), self._resolver.project.search_path, call.place
            )
        except LetterbookError as error:
            self._resolver.findings.append(_failure(error, call.place))
            self.rendered[call.place] = SectionInEdition(call.call.name)
            return
        self.rendered[call.place] = SectionInEdition(
            call.call.name,
            section.blocks,
            tuple(self._items[name] for name in section.items),
            tuple(self._quoted(section, call.place)),
            tuple(figures),
        )
        if not call.reads_letter:
            self._said[call.place] = section.blocks

    def _material(self, call: _SectionCall, figures: list[FigureUse]) -> SectionMaterial:
        project, placed = self._resolver.project, self._placed()
        taken = {item.name for item in placed} if call.places else set()
        return SectionMaterial(
            edition=edition_view(self._resolver.edition),
            publication=publication_view(self._resolver.edition, project),
            placed=placed,
            select=partial(self._select, taken=taken),
            find_item=self._find_item,
            find_edition=self._find_edition,
            themes=project.catalogue.themes,
            questions=self._questions,
            disclosures=self._disclosures,
            printer=self._printer,
            today=self._today,
            fund=partial(self._open_fund, call, figures),
            needed=self._needed,
            note=self._resolver.findings.append,
        )

    def _open_fund(self, call: _SectionCall, figures: list[FigureUse]) -> FundMaterial:
        """What the section of a call needs of a fund, whose files are read when the first section asks."""
        from letterbook.drafting.assembling.fund_of_edition import FundOfEdition  # noqa: PLC0415 - few editions have one

        self._fund = self._fund or FundOfEdition(self._resolver)
        return self._fund.material(call.place, figures, self._words() if call.reads_letter else "")

    def _words(self) -> str:
        """What the letter says, apart from the sections that look at it."""
        return "\n".join((plain_text(self._blocks), *map(plain_text, self._said.values())))

    def _needed(self) -> frozenset[str]:
        """The disclosures that the letter needs for what it says."""
        from letterbook.drafting.assembling.needed_disclosures import needed_by  # noqa: PLC0415 - few editions have any

        figures = self._resolver.project.figures.figures
        return needed_by(self._resolver.edition, self._blocks, self._said, figures)

    def _placed(self) -> tuple[Item, ...]:
        """What headings, embeds and the sections run so far place, in reading order, each once."""
        placed: dict[str, Item] = {}
        for block in iter_blocks(self._blocks):
            reference = reference_of(block)
            if reference and reference.placed_by is not PlacedBy.HIGHLIGHT:
                placed |= {item.name: item for item in self._readable(reference.target)}
            elif isinstance(block, Expression):
                section = self.rendered.get(self._resolver.place_of(block))
                placed |= {item.name: item for item in section.placed} if section else {}
        return tuple(placed.values())

    def _readable(self, reference: str) -> Iterator[Item]:
        """The item that `reference` means, if this edition's readers may read it."""
        found = self._resolver.project.references.find(reference)
        if len(found) == 1 and isinstance(found[0], Item) and self._admits(found[0]):
            yield found[0]

    def _select(self, query: Query, taken: set[str]) -> tuple[Selection, ...]:
        items = (item for item in self._items.values() if self._admits(item) and item.name not in taken)
        return query.select(items, self._used)

    def _find_item(self, reference: str) -> Item:
        item = self._items.get(reference) or self._resolver.project.catalogue.item(reference)
        if not self._admits(item):
            readers = READERS[self._resolver.audience]
            message = f'"{item.name}" is for {READERS[item.audience]}, this draft for {readers}.'
            raise WrongUse(message, hint="Leave it out, or widen the item's audience.")
        return item

    def _find_edition(self, reference: str) -> EditionView:
        place = Place(self._resolver.edition.path)
        found = self._resolver.project.references.resolve(reference, place)
        if isinstance(found, EditionSummary):
            return summary_view(found)
        hint = found.hint if isinstance(found, Finding) else "It is an item."
        raise WrongUse(f'There is no edition "{reference}".', hint=hint)

    def _admits(self, item: Item) -> bool:
        return self._resolver.audience.admits(item.audience)

    def _quoted(self, section: RenderedSection, place: Place) -> Iterator[tuple[Item, Highlight]]:
        for origin in section.origins:
            item = self._items[origin.item]
            highlight = find_highlight(item, origin.anchor, place) if origin.anchor else None
            if isinstance(highlight, Highlight):
                yield item, highlight

    def _read(self, read: Callable[..., tuple[_T, ...]]) -> tuple[_T, ...]:
        """What `read` finds in the workspace; nothing, and a finding, when it is broken."""
        try:
            return read(self._root)
        except LetterbookError as error:
            self._resolver.findings.append(_failure(error, Place(self._resolver.edition.path)))
            return ()


def _used_elsewhere(used: Usage, edition: str) -> Usage:
    others = {item: tuple(name for name in names if name != edition) for item, names in used.items()}
    return {item: names for item, names in others.items() if names}


def _failure(error: LetterbookError, place: Place) -> Finding:
    return Finding("section-failed", Severity.ERROR, error.message, error.hint, error.place or place)
