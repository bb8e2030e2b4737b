"""What checks look at: an assembled edition as plain data, with nothing left to resolve."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from letterbook.checks.letters.fund_facts import FundFacts
from letterbook.checks.letters.own_words import FigureInText, OwnWords, read_own_words
from letterbook.checks.prose import PrintedBlock, printed_blocks
from letterbook.draft import Block, Code, Draft, Image, Inline, Link, Span
from letterbook.figure import Figure
from letterbook.finding import Place
from letterbook.item import Audience, Highlight, Item
from letterbook.record import named_record, record

if TYPE_CHECKING:
    from letterbook.checks.letters.parts.required_part import RequiredPart
    from letterbook.checks.letters.recipients.readership import Readership
    from letterbook.checks.letters.typed_numbers import TypedNumber
    from letterbook.fund.fund_data import FundData
    from letterbook.fund.investor_terms.known_recipients import KnownRecipient

Node = TypeVar("Node", bound=Block | Inline)

INLINES_BY_KIND: frozenset[type[Inline]] = frozenset((Code, Image, Link, Span))


@record
class PlacedItem:
    """An item that the edition places; `commented` when the edition itself says something about it.

    `by_section` is true for what a section chose; nobody wrote its heading by hand.
    """

    item: Item
    place: Place
    commented: bool = True
    by_section: bool = False


@record
class PrintedHighlight:
    """A highlight whose words the draft prints as a quotation."""

    item: Item
    highlight: Highlight
    place: Place


@record
class OtherEdition:
    """Another edition of the workspace, as far as checks compare with it; `date` is ISO text or empty."""

    name: str
    path: str
    publication: str
    number: str
    date: str = ""


class Agreement(StrEnum):
    """How a quotation agrees with the passage it was traced to."""

    VERBATIM = "verbatim"
    ALTERED = "altered"
    MACHINE_WRITTEN = "machine-written"
    UNTRACED = "untraced"


@named_record
class Trace:
    """A quotation in the author's prose and where its words come from.

    `item` and `anchor` are empty when it is untraced. `difference` shows, for altered words, what
    the edition and what the source says; `audience` may read the source. `block` is false for words
    quoted within a line, `heard` true for a machine's transcript that nobody has checked.
    """

    words: str
    place: Place
    agreement: Agreement
    block: bool = True
    item: str = ""
    anchor: str = ""
    position: str = ""
    heard: bool = False
    audience: Audience = Audience.PUBLIC
    difference: tuple[str, str] = ("", "")


@record
class StandingText:
    """A disclosure that the draft prints: what it `covers` besides its name, and when it is reviewed."""

    name: str
    place: Place
    covers: tuple[str, ...] = ()
    review_by: dt.date | None = None


@record
class UsedFigure:
    """What a call at `place` printed: `text` is a figure, or its change from a `predecessor`."""

    called: str
    text: str
    figure: Figure
    place: Place | None
    predecessor: Figure | None = None


@record
class EarlierFigure:
    """What an earlier edition printed of a figure."""

    edition: str
    text: str
    figure: Figure


@dataclass(frozen=True, kw_only=True)
class CheckedEdition:
    """An edition, the draft assembled from it, and what the workspace knows that bears on it.

    `sections` are the names of those it calls. `used` maps an item's name to the editions that
    placed it; `places` says where each detail at the top of the file stands. `items` are all of the
    workspace: what a section prints of them is placed by nobody. `as_of` is the day of its figures.
    `recipients` are the names of all who get a copy of it, `recipient_rows` their rows, `standing_texts` the
    disclosures that it prints. `figures` are those that it may call, `used_figures` what they printed,
    `earlier_figures` what the edition before it did. `read_fund` reads the data of the workspace's funds,
    None where the edition prints nothing of them; `read_facts` reads what else bears on a letter.
    `required_parts` are those that its template asks for, `quote_limit` is the most words of a quotation (0:
    any number), `drawn_charts` are the paths of the pictures that letterbook draws, `source` is the text of
    its file.
    """

    name: str
    path: str
    publication: str
    number: str = ""
    title: str = ""
    subtitle: str = ""
    date: dt.date | None = None
    as_of: dt.date | None = None
    audience: Audience = Audience.PUBLIC
    draft: Draft
    placed: tuple[PlacedItem, ...] = ()
    highlights: tuple[PrintedHighlight, ...] = ()
    sections: tuple[str, ...] = ()
    traces: tuple[Trace, ...] = ()
    items: tuple[Item, ...] = ()
    used: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    others: tuple[OtherEdition, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
    recipients: tuple[str, ...] = ()
    standing_texts: tuple[StandingText, ...] = ()
    figures: tuple[Figure, ...] = ()
    used_figures: tuple[UsedFigure, ...] = ()
    earlier_figures: tuple[EarlierFigure, ...] = ()
    read_fund: Callable[[], FundData] | None = None
    recipient_rows: tuple[KnownRecipient, ...] = ()
    read_facts: Callable[[], FundFacts] = FundFacts
    required_parts: tuple[RequiredPart, ...] = ()
    quote_limit: int = 0
    drawn_charts: frozenset[str] = frozenset()
    source: str = field(default="", repr=False)

    @cached_property
    def printed(self) -> tuple[PrintedBlock, ...]:
        """The blocks of the draft, taken apart."""
        return tuple(printed_blocks(self.draft.blocks))

    @cached_property
    def _by_kind(self) -> Mapping[type, list[tuple[Block | Inline, PrintedBlock]]]:
        """Blocks by kind, and those inlines that checks ask for: most others are texts."""
        by_kind: defaultdict[type, list[tuple[Block | Inline, PrintedBlock]]] = defaultdict(list)
        for printed in self.printed:
            by_kind[type(printed.block)].append((printed.block, printed))
            for inline in printed.inlines:
                if type(inline) in INLINES_BY_KIND:
                    by_kind[type(inline)].append((inline, printed))
        return by_kind

    def of_kind(self, kind: type[Node]) -> Sequence[tuple[Node, PrintedBlock]]:
        """The blocks or inlines of one kind in reading order, each with the block it is or stands in.

        Of inlines only those in `INLINES_BY_KIND` are known.
        """
        return cast("Sequence[tuple[Node, PrintedBlock]]", self._by_kind.get(kind, ()))

    @cached_property
    def text(self) -> str:
        """The words of all blocks: what is not in it is in none of them."""
        return "\n".join([printed.text for printed in self.printed])

    @cached_property
    def own_words(self) -> OwnWords:
        """What the draft says in its author's own name."""
        titles = {item.title.casefold() for item in self.items}
        headings = {(placed.place.file, placed.place.line) for placed in self.placed}
        source = (self.path, tuple(self.source.split("\n")))
        return read_own_words(self.printed, titles, headings, {item.path for item in self.items}, source)

    def says_any(self, words: Collection[str]) -> bool:
        """Whether its author says one of `words`, given in small letters; tables are not looked at."""
        return any(word in self._said for word in words)

    @cached_property
    def _said(self) -> str:
        return "\n".join([passage.text for passage in self.own_words.passages]).casefold()

    @cached_property
    def figure_ticks(self) -> tuple[TypedNumber, ...]:
        """The numbers that were typed, with what the figures say of them; none where there are no figures."""
        from letterbook.checks.letters.typed_numbers import typed_numbers  # noqa: PLC0415 - few need it

        return typed_numbers(self.own_words, self.figures)

    @cached_property
    def fund_data(self) -> FundData | None:
        """What is known of the funds of the workspace; None where the edition prints no figure of theirs."""
        return self.read_fund() if self.read_fund else None

    @cached_property
    def facts(self) -> FundFacts:
        """What the data of the funds say that bears on a letter."""
        return self.read_facts()

    @cached_property
    def readership(self) -> Readership:
        """Who gets which of its blocks."""
        from letterbook.checks.letters.recipients.readership import Readership  # noqa: PLC0415 - few need it

        terms = None if self.recipient_rows else self.facts.terms
        return Readership(self.draft, terms.recipients if terms else self.recipient_rows)

    @cached_property
    def _uses(self) -> Mapping[tuple[Place | None, str], UsedFigure]:
        return {(use.place, use.called): use for use in self.used_figures}

    def use_of(self, figure: FigureInText) -> UsedFigure | None:
        """The use that printed what stands in a text."""
        return self._uses.get((figure.place, figure.name))
