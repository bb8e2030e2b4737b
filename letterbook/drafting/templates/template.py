"""Edition templates: how an edition of one kind starts, and what surrounds it."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import Self

from pydantic import ConfigDict, Field, field_validator, model_validator

from letterbook.checks import CHECKS
from letterbook.checks.letters.parts.required_part import RequiredPart
from letterbook.checks.letters.profile import Profile
from letterbook.draft import Block
from letterbook.drafting.partials.printable import Blocks
from letterbook.drafting.partials.renderer import Partial, PartialRenderer
from letterbook.drafting.partials.views import EditionView, PublicationView
from letterbook.drafting.printing.heading_pattern import (
    DEFAULT_PATTERN,
    HeadingPattern,
    parse_heading_pattern,
)
from letterbook.drafting.search_path import Kind, SearchPath, Source
from letterbook.errors import BadInput, WrongUse
from letterbook.finding import Place
from letterbook.item import Audience
from letterbook.markup.validation import Model, TextList, validate
from letterbook.markup.yaml_text import YamlMapping, YamlSequence, read_yaml
from letterbook.record import named_record
from letterbook.suggestion import did_you_mean

DETAILS_FILE = "template.yaml"
OUTLINE_FILE = "outline.md.j2"
LAYOUT_FILE = "layout.md.j2"


class EditionKind(StrEnum):
    """What sort of text a template is for."""

    NEWSLETTER = "newsletter"
    LETTER = "letter"
    LIST = "list"


class RequiredPartDetails(Model):
    """A part that an edition cannot be without; one of its sections or headings is enough."""

    part: str = Field(min_length=1, description="What the finding calls it, such as the asks.")
    sections: TextList = Field((), description="Sections that are this part, such as kpis.")
    headings: TextList = Field((), description="Words of a heading above it, in any language.")

    @model_validator(mode="after")
    def _be_recognisable(self) -> Self:
        if not any(each.strip() for each in (*self.sections, *self.headings)):
            raise ValueError("it names neither a section nor a heading.")
        return self


class TemplateDetails(Model):
    """The keys of `template.yaml`."""

    model_config = ConfigDict(title="template.yaml")

    about: str = Field(description="What it is for, in a line.")
    kind: EditionKind = Field(EditionKind.NEWSLETTER, description="What sort of text it is.")
    look: str = Field("", description="The look of its Word drafts, where the publication names none.")
    audience: Audience = Field(Audience.PUBLIC, description="Who reads it, where nothing else says so.")
    heading: str = Field(DEFAULT_PATTERN, description="How an item's heading is made up.")
    heading_numbers: bool = Field(
        default=False,
        alias="heading-numbers",
        description="Whether Word numbers the headings, where the edition does not say.",
    )
    checks: TextList = Field((), description="The checks to run besides those that always run.")
    profile: Profile | None = Field(
        None, description="By which rules its editions are read, where they do not say."
    )
    requires: tuple[RequiredPartDetails, ...] = Field(
        (), description="The parts that an edition cannot be without."
    )

    @field_validator("heading")
    @classmethod
    def _be_a_pattern(cls, written: str) -> str:
        parse_heading_pattern(written)
        return written

    @field_validator("checks")
    @classmethod
    def _be_known(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        for name in names:
            if name not in CHECKS:
                hint = did_you_mean(name, CHECKS) or f"There are: {', '.join(CHECKS)}."
                raise ValueError(f'there is no check "{name}". {hint}')
        return names


@named_record
class EditionTemplate:
    """An edition template as its files say.

    `heading` is the pattern of its items' headings, `checks` the checks to run besides those that always
    run, `profile` says by which rules its editions are read, `required_parts` what these cannot be without.
    `outline` is what a new edition starts from, `layout` what surrounds the body, if anything does.
    `is_own` tells the user's own from a built-in one.
    """

    name: str
    about: str
    kind: EditionKind
    look: str
    audience: Audience
    heading: HeadingPattern
    checks: tuple[str, ...]
    outline: Partial
    layout: Partial | None = None
    heading_numbers: bool = False
    profile: Profile | None = None
    required_parts: tuple[RequiredPart, ...] = ()
    is_own: bool = False


def load_template(name: str, search_path: SearchPath, place: Place | None = None) -> EditionTemplate:
    """The edition template `name`, the user's own before a built-in one.

    Raises WrongUse, located at `place`, for an unknown name, and BadInput when its files are broken
    or its outline is missing.
    """
    search_path.require(Kind.TEMPLATE, name, place)
    source = search_path.read(Kind.TEMPLATE, name, DETAILS_FILE)
    details = _read_details(source.text, source.file)
    has_layout = search_path.has_part(name, LAYOUT_FILE)
    return EditionTemplate(
        name=name,
        about=details.about,
        kind=details.kind,
        look=details.look,
        audience=details.audience,
        heading=parse_heading_pattern(details.heading),
        checks=details.checks,
        outline=_partial(name, OUTLINE_FILE, search_path),
        layout=_partial(name, LAYOUT_FILE, search_path) if has_layout else None,
        heading_numbers=details.heading_numbers,
        profile=details.profile,
        required_parts=_required_parts(details, source, search_path),
        is_own=search_path.is_own(Kind.TEMPLATE, name),
    )


def list_templates(search_path: SearchPath) -> tuple[EditionTemplate, ...]:
    """All edition templates by name. Raises BadInput for a broken one."""
    return tuple(load_template(name, search_path) for name in search_path.names(Kind.TEMPLATE))


def render_layout(
    template: EditionTemplate,
    edition: EditionView,
    publication: PublicationView,
    body: tuple[Block, ...],
    search_path: SearchPath,
) -> tuple[Block, ...]:
    """The whole draft: the layout with `body` in it, or `body` alone when there is no layout.

    Raises BadInput for a layout that is broken; see `PartialRenderer.render`.
    """
    if template.layout is None:
        return body
    context = {"edition": edition, "publication": publication, "body": Blocks(body, keeps_headings=True)}
    called_from = Place(edition.path or edition.name)
    renderer = _renderer(search_path, template.name)
    return renderer.render(template.layout, context, called_from, document=True).blocks


@lru_cache(maxsize=64)
def _read_details(text: str, file: str) -> TemplateDetails:
    return validate(TemplateDetails, read_yaml(text, file), file)


def _required_parts(
    details: TemplateDetails, source: Source, search_path: SearchPath
) -> tuple[RequiredPart, ...]:
    """The parts that editions cannot be without; raises BadInput, with its place, for an unknown section."""
    for at, part in enumerate(details.requires):
        for section in part.sections:
            try:
                search_path.require(Kind.SECTION, section)
            except WrongUse as error:
                place = _place_of_sections(source, at)
                raise BadInput(error.message, hint=error.hint, place=place) from error
    return tuple(RequiredPart(each.part, each.sections, each.headings) for each in details.requires)


def _place_of_sections(source: Source, part: int) -> Place:
    """Where the sections of the part of a number stand."""
    values = read_yaml(source.text, source.file)
    parts = values.get("requires")
    entry = parts.entries[part] if isinstance(parts, YamlSequence) else values
    return entry.place_of("sections") if isinstance(entry, YamlMapping) else values.place


def _partial(name: str, part: str, search_path: SearchPath) -> Partial:
    source = search_path.read(Kind.TEMPLATE, name, part)
    return Partial(source.text, source.file)


@lru_cache(maxsize=4)
def _renderer(search_path: SearchPath, name: str) -> PartialRenderer:
    """The renderer of a template's layout; it may include the other files of its folder."""

    def find(part: str) -> Partial | None:
        is_part = "/" not in part and "\\" not in part and search_path.has_part(name, part)
        return _partial(name, part, search_path) if is_part else None

    return PartialRenderer(find)
