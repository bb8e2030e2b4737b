"""What a section is made from: the edition, the items it may use and the means to print them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from letterbook.drafting.partials.views import EditionView, PublicationView
from letterbook.drafting.printing.item_print import ItemPrinter
from letterbook.drafting.sections.disclosures import Disclosure
from letterbook.drafting.sections.questions import Question
from letterbook.errors import WrongUse
from letterbook.finding import Finding
from letterbook.item import Item
from letterbook.library.queries.query import Query, Selection
from letterbook.library.themes.known_themes import KnownThemes
from letterbook.record import named_record

if TYPE_CHECKING:
    from letterbook.drafting.sections.fund.material import FundMaterial


def no_fund() -> FundMaterial:
    """The material of a place where there is no fund."""
    raise WrongUse("There is no fund here.")


def no_note(_: Finding) -> None:
    """Tells nobody."""


@named_record
class SectionMaterial:
    """Everything a section may use.

    `placed` are the items placed in the edition, in reading order. `select` answers a query without
    the items that the edition's audience may not read. `find_item` and `find_edition` find by name
    or title what the audience may read; they raise WrongUse, with a suggestion, for anything else.
    `fund` opens what sections about a fund are made from, `needed` names the disclosures that the letter
    needs, and `note` takes what is to be told.
    """

    edition: EditionView
    publication: PublicationView
    placed: tuple[Item, ...]
    select: Callable[[Query], tuple[Selection, ...]]
    find_item: Callable[[str], Item]
    find_edition: Callable[[str], EditionView]
    themes: KnownThemes
    questions: tuple[Question, ...]
    disclosures: tuple[Disclosure, ...]
    printer: ItemPrinter
    today: date
    fund: Callable[[], FundMaterial] = no_fund
    needed: Callable[[], frozenset[str]] = frozenset
    note: Callable[[Finding], None] = no_note
