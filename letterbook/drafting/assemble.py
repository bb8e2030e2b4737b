"""From an edition to its Draft: what it places is printed, what it says is checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from letterbook.checks.checked_edition import CheckedEdition, Trace
from letterbook.checks.letters.allowances import Allowance, passage_allowances, without_allowances
from letterbook.checks.letters.profile import Profile
from letterbook.draft import Block, Draft, Metadata, Subtitle, Title
from letterbook.drafting.assembling.audience_passages import (
    fields_in_wider_draft,
    misspelt_audiences,
    passages_for,
)
from letterbook.drafting.assembling.edition_to_check import edition_to_check
from letterbook.drafting.assembling.letter_facts import about_investors
from letterbook.drafting.assembling.placed_chart import PlacedChart, charts_in
from letterbook.drafting.assembling.printed_edition import PrintedEdition, print_edition
from letterbook.drafting.assembling.quotations import find_quotations
from letterbook.drafting.assembling.resolver import AUDIENCE_LEAK, Resolver
from letterbook.drafting.editions.edition import Edition
from letterbook.drafting.figures.printer import FigureUse
from letterbook.drafting.partials.periods import period_start
from letterbook.drafting.project import Project
from letterbook.drafting.review import review
from letterbook.drafting.search_path import Kind
from letterbook.drafting.templates.template import EditionTemplate, load_template
from letterbook.finding import Finding, Severity, in_order
from letterbook.item import Audience
from letterbook.markup.normal_form import normalise
from letterbook.markup.text import plain_text
from letterbook.markup.tree import is_same
from letterbook.record import named_record
from letterbook.writers.forbidden_characters import CHARACTER_DROPPED, printable


@named_record
class Assembly:
    """The draft of an edition, what it places and quotes, and all that was found on the way.

    `findings` come with the most severe first, then by file and line. `placed` are the names of
    the items that the edition and its sections placed, in reading order, `figures` what its figures printed,
    `charts` those that stand in it, `checked` what checks read of it.
    """

    edition: Edition
    template: EditionTemplate
    audience: Audience
    draft: Draft
    placed: tuple[str, ...]
    traces: tuple[Trace, ...]
    figures: tuple[FigureUse, ...]
    findings: tuple[Finding, ...]
    charts: tuple[PlacedChart, ...] = ()
    checked: CheckedEdition

    @property
    def name(self) -> str:
        """What the draft's files are called: a copy for other readers does not replace the edition's own."""
        return _draft_name(self.edition, self.audience)

    @property
    def may_be_written(self) -> bool:
        """Whether the draft may leave the house: it places nothing that its readers may not read."""
        return all(finding.id != AUDIENCE_LEAK for finding in self.findings)


def assemble(  # noqa: PLR0913 - each says one thing of what is wanted
    edition: Edition,
    project: Project,
    *,
    today: date,
    audience: Audience | None = None,
    profile: Profile | None = None,
    is_reviewed: bool = True,
) -> Assembly:
    """The draft of `edition` for `audience`, and what checks find when it is read as `profile` asks.

    Both are otherwise what the edition says, and the profile that of its template. Where only the words
    are wanted, it is not reviewed: no check and no rule is run.

    A reference that cannot be resolved prints the words its author gave, a section that fails
    nothing; each is a finding of severity error, and the rest of the draft is as it should be. An
    item that the audience may not read is not printed, and `may_be_written` is then false.
    Raises WrongUse for an unknown template or look and BadInput for a broken one.
    """
    addressed = replace(edition, audience=audience or edition.audience)
    template = load_template(edition.template, project.search_path, edition.place_of("template"))
    if edition.look:
        project.search_path.require(Kind.LOOK, edition.look, edition.place_of("look"))
    resolver = Resolver(addressed, project, _draft_name(edition, addressed.audience))
    blocks = passages_for(edition.blocks, addressed.audience)
    printed = print_edition(blocks, resolver, template, today)
    draft = _draft(printed, edition, today)
    traces = project.quotation_sources.trace(find_quotations(blocks))
    checked = edition_to_check(resolver, template, printed, draft, traces)
    read_as = profile or edition.profile or template.profile
    findings = (
        *edition.findings,
        *project.editions.findings,
        *misspelt_audiences(edition.blocks),
        *fields_in_wider_draft(draft.blocks, edition.audience, addressed.audience),
        *resolver.findings,
        *_about_items(checked, project),
        *about_investors(project, read_as),
        *(review(checked, template, read_as, _allowances(edition, printed.blocks)) if is_reviewed else ()),
    )
    return Assembly(
        edition=edition,
        template=template,
        audience=addressed.audience,
        draft=_writable(draft, findings) if is_reviewed else printable(draft),
        placed=tuple(dict.fromkeys(placed.item.name for placed in checked.placed)),
        traces=traces,
        figures=printed.figures,
        findings=in_order(findings),
        charts=charts_in(draft.blocks, resolver.charts),
        checked=replace(checked),  # without what the checks took apart of it, as large as the draft itself
    )


def _allowances(edition: Edition, fenced: tuple[Block, ...]) -> tuple[Allowance, ...]:
    """What the author allows, in the edition's details and around passages."""
    return (*edition.allowances, *passage_allowances(fenced))


def _draft_name(edition: Edition, audience: Audience) -> str:
    return edition.name if audience is edition.audience else f"{edition.name} ({audience})"


def _writable(draft: Draft, findings: tuple[Finding, ...]) -> Draft:
    """The draft without the characters that no file can hold, which `findings` tell."""
    if all(finding.id != CHARACTER_DROPPED for finding in findings):
        return draft
    cleaned = printable(draft)
    return replace(cleaned, blocks=normalise(cleaned.blocks, document=True))


def _about_items(checked: CheckedEdition, project: Project) -> Iterator[Finding]:
    """What is wrong with the files of the items that the edition places."""
    paths = {placed.item.path for placed in checked.placed}
    for finding in project.catalogue.findings:
        if finding.place and finding.place.file in paths and finding.severity is not Severity.NOTE:
            yield finding


def _draft(printed: PrintedEdition, edition: Edition, today: date) -> Draft:
    """The draft, without the divisions that only allow something."""
    opened = without_allowances(printed.blocks)
    blocks = printed.blocks if is_same(printed.blocks, opened) else normalise(opened, document=True)
    numbers = printed.has_heading_numbers
    return Draft(blocks, _metadata(blocks, edition, today, has_heading_numbers=numbers))


def _metadata(
    blocks: tuple[Block, ...], edition: Edition, today: date, *, has_heading_numbers: bool
) -> Metadata:
    """What a file says about itself: its title and subtitle as printed, if they are."""
    titles = [plain_text(block.children) for block in blocks if isinstance(block, Title)]
    subtitles = [plain_text(block.children) for block in blocks if isinstance(block, Subtitle)]
    return Metadata(
        title=(titles or [edition.title])[0],
        subtitle=(subtitles or [edition.subtitle])[0],
        authors=edition.authors,
        date=edition.date or today,
        language=edition.language,
        publication=edition.publication.title,
        number=edition.number,
        heading_numbers=has_heading_numbers,
        as_of=edition.as_of,
        period_start=period_start(edition.number),
    )
