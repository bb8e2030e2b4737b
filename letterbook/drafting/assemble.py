"""From an edition to its Draft: what it places is printed, what it says is checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from letterbook.checks.checked_edition import CheckedEdition, OtherEdition, Trace
from letterbook.checks.letters.allowances import Allowance, passage_allowances, without_allowances
from letterbook.checks.letters.profile import Profile
from letterbook.draft import Block, Draft, Metadata, Subtitle, Title
from letterbook.drafting.assembling.audience_passages import (
    fields_in_wider_draft,
    misspelt_audiences,
    passages_for,
)
from letterbook.drafting.assembling.body import BodyPrinter
from letterbook.drafting.assembling.cross_references import fill_cross_references
from letterbook.drafting.assembling.edition_views import edition_view, publication_view
from letterbook.drafting.assembling.letter_facts import about_investors, facts_reader
from letterbook.drafting.assembling.lines import RESOLVED, LinePrinter
from letterbook.drafting.assembling.placed_chart import PlacedChart, charts_in
from letterbook.drafting.assembling.quotations import find_quotations
from letterbook.drafting.assembling.resolver import AUDIENCE_LEAK, Resolver
from letterbook.drafting.assembling.sections_of_edition import SectionInEdition, render_sections
from letterbook.drafting.editions.edition import Edition
from letterbook.drafting.editions.translations import is_translation_of
from letterbook.drafting.figures.checked_figures import earlier_figures, known_figures, used_figures
from letterbook.drafting.figures.printer import FigurePrinter, FigureUse
from letterbook.drafting.partials.periods import period_start
from letterbook.drafting.printing.item_print import ItemPrinter
from letterbook.drafting.project import Project
from letterbook.drafting.review import review
from letterbook.drafting.search_path import Kind
from letterbook.drafting.sections.disclosures import printed_disclosures
from letterbook.drafting.templates.template import EditionTemplate, load_template, render_layout
from letterbook.finding import Finding, Place, Severity
from letterbook.item import Audience
from letterbook.markup.normal_form import normalise
from letterbook.markup.text import plain_text
from letterbook.markup.tree import is_same, map_inlines
from letterbook.record import named_record
from letterbook.writers.forbidden_characters import CHARACTER_DROPPED, printable

_SEVERITIES = list(Severity)


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
    figures = FigurePrinter(resolver)
    sections, body, fenced = _printed(blocks, resolver, template, figures, today)
    opened = without_allowances(fenced)
    printed = fenced if is_same(fenced, opened) else normalise(opened, document=True)
    draft = Draft(printed, _metadata(printed, edition, template, today))
    traces = project.quotation_sources.trace(find_quotations(blocks))
    checked = _with_figures(_checked(resolver, draft, body, sections, traces), resolver, figures.uses)
    checked = replace(checked, required_parts=template.required_parts)
    read_as = profile or edition.profile or template.profile
    findings = (
        *edition.findings,
        *project.editions.findings,
        *misspelt_audiences(edition.blocks),
        *fields_in_wider_draft(draft.blocks, edition.audience, addressed.audience),
        *resolver.findings,
        *_about_items(checked, project),
        *about_investors(project, read_as),
        *(review(checked, template, read_as, _allowances(edition, fenced)) if is_reviewed else ()),
    )
    return Assembly(
        edition=edition,
        template=template,
        audience=addressed.audience,
        draft=_writable(draft, findings) if is_reviewed else printable(draft),
        placed=tuple(dict.fromkeys(placed.item.name for placed in checked.placed)),
        traces=traces,
        figures=figures.uses,
        findings=in_order(findings),
        charts=charts_in(draft.blocks, resolver.charts),
        checked=checked,
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


def _printed(
    blocks: tuple[Block, ...],
    resolver: Resolver,
    template: EditionTemplate,
    figures: FigurePrinter,
    today: date,
) -> tuple[Mapping[Place, SectionInEdition], BodyPrinter, tuple[Block, ...]]:
    """The printed tree of `blocks` within the layout, with what printed its sections and its body."""
    edition, project = resolver.edition, resolver.project
    printer = ItemPrinter(template.heading, edition.language)
    lines = LinePrinter(resolver, printer, project.search_path.names(Kind.SECTION), figures)
    sections = render_sections(blocks, resolver, printer, today)
    body = BodyPrinter(resolver, printer, lines, sections)
    views = edition_view(edition), publication_view(edition, project)
    whole = render_layout(template, *views, body.print(blocks), project.search_path)
    return sections, body, _with_references(whole, resolver, template, lines)


def _with_references(
    blocks: tuple[Block, ...], resolver: Resolver, template: EditionTemplate, lines: LinePrinter
) -> tuple[Block, ...]:
    """The draft in normal form, with what stands within its lines resolved."""
    printed = normalise(map_inlines(blocks, lines.inline, RESOLVED), document=True)
    if not lines.has_cross_references:
        return printed
    numbered = has_heading_numbers(resolver.edition, template)
    filled = fill_cross_references(printed, resolver, lines, heading_numbers=numbered)
    return normalise(filled, document=True)


def _about_items(checked: CheckedEdition, project: Project) -> Iterator[Finding]:
    """What is wrong with the files of the items that the edition places."""
    paths = {placed.item.path for placed in checked.placed}
    for finding in project.catalogue.findings:
        if finding.place and finding.place.file in paths and finding.severity is not Severity.NOTE:
            yield finding


def in_order(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings, each once: the most severe first, then by file, line and column."""
    return tuple(sorted(dict.fromkeys(findings), key=_order))


def _order(finding: Finding) -> tuple[int, str, int, int, str]:
    place = finding.place or Place("")
    return _SEVERITIES.index(finding.severity), place.file, place.line, place.column, finding.id


def has_heading_numbers(edition: Edition, template: EditionTemplate) -> bool:
    """Whether the headings are numbered: as the edition says, else as its template does."""
    return template.heading_numbers if edition.heading_numbers is None else edition.heading_numbers


def _metadata(
    blocks: tuple[Block, ...], edition: Edition, template: EditionTemplate, today: date
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
        heading_numbers=has_heading_numbers(edition, template),
        as_of=edition.as_of,
        period_start=period_start(edition.number),
    )


def _checked(
    resolver: Resolver,
    draft: Draft,
    body: BodyPrinter,
    sections: Mapping[Place, SectionInEdition],
    traces: tuple[Trace, ...],
) -> CheckedEdition:
    edition, project = resolver.edition, resolver.project
    return CheckedEdition(
        name=edition.name,
        path=edition.path,
        source=edition.text,
        publication=edition.publication_name,
        number=edition.number,
        title=edition.title,
        subtitle=edition.subtitle,
        date=edition.date,
        as_of=edition.as_of,
        audience=edition.audience,
        draft=draft,
        placed=tuple(body.placed),
        highlights=tuple(body.highlights),
        items=project.catalogue.items,
        sections=tuple(section.name for section in sections.values()),
        traces=traces,
        used=project.used,
        others=tuple(
            OtherEdition(other.name, other.path, other.publication, other.number, other.date)
            for other in project.editions.summaries
            if not is_translation_of(other.path, edition.path)
        ),
        places=edition.places,
        recipients=project.recipients,
        recipient_rows=project.recipient_rows,
        read_facts=facts_reader(project),
        quote_limit=project.workspace.settings.quote_limit,
        drawn_charts=frozenset(chart.source for chart in resolver.charts),
        standing_texts=printed_disclosures(project.workspace.root, draft.blocks),
    )


def _with_figures(checked: CheckedEdition, resolver: Resolver, uses: tuple[FigureUse, ...]) -> CheckedEdition:
    """An edition with what it prints of figures, and what is known of them besides."""
    edition, project = resolver.edition, resolver.project
    return replace(
        checked,
        figures=known_figures(project, uses),
        used_figures=used_figures(uses),
        earlier_figures=earlier_figures(project, edition, uses),
        read_fund=(lambda: project.fund_data) if uses or resolver.charts else None,
    )
