"""A workspace opened for drafting: its items and editions, and how they are found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from letterbook.drafting.assembling.pictures import Pictures
from letterbook.drafting.assembling.quotations import QuotationSources
from letterbook.drafting.editions.draft_records import read_draft_records
from letterbook.drafting.editions.edition_index import Editions, read_editions
from letterbook.drafting.editions.edition_summary import EditionSummary
from letterbook.drafting.editions.references import References
from letterbook.drafting.editions.usage import Usage, usage
from letterbook.drafting.search_path import SearchPath
from letterbook.errors import LetterbookError
from letterbook.files import name_key
from letterbook.finding import Finding, Severity
from letterbook.fund import FOLDER
from letterbook.fund.recipient_names import known_recipients, recipient_names
from letterbook.fund.stated_figures import Figures
from letterbook.library.catalogue import Catalogue, read_catalogue
from letterbook.library.workspace import Workspace

if TYPE_CHECKING:
    from letterbook.fund.fund_data import FundData
    from letterbook.fund.investor_terms.known_recipients import KnownRecipient


@dataclass(frozen=True)
class Project:
    """Everything that drafting an edition needs; each part is read when it is first asked for."""

    workspace: Workspace
    catalogue: Catalogue

    @cached_property
    def editions(self) -> Editions:
        """The editions of the workspace."""
        return read_editions(self.workspace)

    @cached_property
    def edition_by_name(self) -> Mapping[str, EditionSummary]:
        """The editions by the key of their name."""
        return {name_key(edition.name): edition for edition in self.editions.summaries}

    @cached_property
    def references(self) -> References:
        """What `[[…]]` can mean."""
        return References(self.catalogue.items, self.editions.summaries, self.catalogue.broken)

    @cached_property
    def used(self) -> Usage:
        """The editions that have placed each item."""
        return usage(self.editions.summaries, self.references, read_draft_records(self.workspace))

    @cached_property
    def figures(self) -> Figures:
        """The figures of the workspace, if it has any; its findings say what is wrong with their sheet."""
        if not (self.workspace.root / FOLDER).is_dir():
            return Figures("", ())
        # A newsletter has no data of a fund, and need not wait for what reads them.
        from letterbook.fund.figures_file import (  # noqa: PLC0415
            figures_files,
            find_figures_file,
            read_figures,
        )

        if not figures_files(self.workspace.root):
            return Figures("", ())
        try:
            path = find_figures_file(self.workspace.root)
            return read_figures(path, self.workspace.relative(path))
        except LetterbookError as error:
            place = error.place
            if place and Path(place.file).is_absolute():
                place = replace(place, file=self.workspace.relative(Path(place.file)))
            first = Finding("figures-unreadable", Severity.ERROR, error.message, error.hint, place)
            return Figures("", (), error.findings or (first,))

    @cached_property
    def fund_data(self) -> FundData:
        """The data that figures are computed from."""
        from letterbook.fund.fund_data import read_fund_data  # noqa: PLC0415 - few drafts need it

        return read_fund_data(self.workspace.root)

    def computed_figures(self, as_of: date | None = None) -> Figures:
        """The figures that the data allow, of one day or of all days on which a fund was valued.

        Those of single investors are none of them: no letter to all may print one.
        """
        if as_of not in self._computed:
            from letterbook.fund.computed import compute  # noqa: PLC0415

            self._computed[as_of] = compute(self.fund_data, as_of, of_investors=False)
        return self._computed[as_of]

    @cached_property
    def _computed(self) -> dict[date | None, Figures]:
        return {}

    @cached_property
    def figure_differences(self) -> tuple[Finding, ...]:
        """An error at each stated figure that the data come to otherwise."""
        from letterbook.fund.twins import differences  # noqa: PLC0415

        return differences(self.figures, self.computed_figures())

    @cached_property
    def pictures(self) -> Pictures:
        """The pictures of the workspace."""
        return Pictures(self.workspace)

    @cached_property
    def quotation_sources(self) -> QuotationSources:
        """The passages in which pasted quotations are looked up."""
        return QuotationSources(self.catalogue.items)

    @cached_property
    def recipients(self) -> tuple[str, ...]:
        """The names of all who get a copy of the workspace's letters."""
        return recipient_names(self.recipient_rows)

    @cached_property
    def recipient_rows(self) -> tuple[KnownRecipient, ...]:
        """All who get a copy of the workspace's letters."""
        return known_recipients(self.workspace.root)

    @cached_property
    def search_path(self) -> SearchPath:
        """Where sections, templates and looks are found."""
        return SearchPath(self.workspace.root)


def open_project(workspace: Workspace) -> Project:
    """The project of `workspace`, with all its items."""
    return Project(workspace, read_catalogue(workspace))
