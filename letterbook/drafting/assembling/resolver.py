"""References within one edition: resolved for its audience, with what could not be resolved noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterbook.draft import Block
from letterbook.drafting.assembling.placed_chart import PlacedChart
from letterbook.drafting.editions.edition import Edition
from letterbook.drafting.editions.edition_summary import EditionSummary
from letterbook.drafting.editions.references import Target, find_highlight
from letterbook.drafting.project import Project
from letterbook.finding import Finding, Place, Severity
from letterbook.item import Audience, Highlight, Item

if TYPE_CHECKING:
    from letterbook.charts.chart import Chart

AUDIENCE_LEAK = "audience-leak"
READERS = {Audience.PUBLIC: "everybody", Audience.INVESTORS: "investors", Audience.FIRM: "the firm"}


class Resolver:
    """Resolves what an edition refers to and keeps a finding for each reference that fails.

    An item that the edition's audience may not read resolves to nothing: nothing of it can be printed.
    `draft_name` is what the draft's files are called, and `charts` are those that sections have placed.
    """

    def __init__(self, edition: Edition, project: Project, draft_name: str = "") -> None:
        self.edition = edition
        self.project = project
        self.draft_name = draft_name or edition.name
        self.audience = edition.audience
        self.findings: list[Finding] = []
        self.charts: list[PlacedChart] = []

    def target(self, reference: str, place: Place) -> Target | None:
        """The item or edition that `reference` means."""
        found = self.project.references.resolve(reference, place, within=self.edition.path)
        if isinstance(found, Finding):
            self.findings.append(found)
            return None
        if isinstance(found, Item) and not self.audience.admits(found.audience):
            self.findings.append(_leak(found, self.audience, place))
            return None
        return found

    def item(self, reference: str, place: Place) -> Item | None:
        """The item that `reference` means; an edition is none."""
        found = self.target(reference, place)
        if isinstance(found, EditionSummary):
            self.note(
                "edition-embedded",
                f'"{reference}" is an edition; only items, highlights and pictures can be embedded.',
                "Refer to it in a line, without the exclamation mark.",
                place,
            )
            return None
        return found

    def highlight(self, item: Item, anchor: str, place: Place) -> Highlight | None:
        """The highlight `^anchor` of `item`."""
        found = find_highlight(item, anchor, place)
        if isinstance(found, Finding):
            self.findings.append(found)
            return None
        return found

    def picture(self, target: str, place: Place) -> str | None:
        """The path from the workspace of the picture that `target` names, or its URL."""
        if any(target == each.source for each in self.charts):
            return target
        found = self.project.pictures.find(target, place)
        if isinstance(found, Finding):
            self.findings.append(found)
            return None
        return found

    def place_of(self, block: Block) -> Place:
        """Where `block` stands, or the edition as a whole."""
        return block.place or Place(self.edition.path)

    def place_chart(self, name: str, chart: Chart, place: Place) -> str:
        """Have a chart drawn with the draft; the path of its picture, of which no other has the same."""
        folder = self.project.workspace.relative(self.project.workspace.drafts_folder)
        taken, source, number = {each.source for each in self.charts}, "", 1
        while not source or source in taken:
            ending = f"-{number}" if number > 1 else ""
            source, number = f"{folder}/{self.draft_name}-{name}{ending}.svg", number + 1
        self.charts.append(PlacedChart(name, source, chart, place))
        return source

    def note(self, name: str, message: str, hint: str, place: Place) -> None:
        """Keep an error of the id `name`."""
        self.findings.append(Finding(name, Severity.ERROR, message, hint, place))


def _leak(item: Item, audience: Audience, place: Place) -> Finding:
    return Finding(
        AUDIENCE_LEAK,
        Severity.ERROR,
        f'"{item.name}" is for {READERS[item.audience]}, this draft for {READERS[audience]}.',
        f"Take it out, put it into a passage `::: {{.only audience={item.audience}}}`, "
        "or widen the item's audience.",
        place,
    )
