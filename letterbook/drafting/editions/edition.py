"""An edition file: the details at its top and the tree of what its author wrote."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Self

from pydantic import ConfigDict, Field, field_validator, model_validator

from letterbook.checks.letters.allowances import ALLOW, Allowance
from letterbook.checks.letters.profile import Profile
from letterbook.draft import Block
from letterbook.drafting.editions.numbering import NUMBERINGS, is_number
from letterbook.drafting.editions.translations import language_of
from letterbook.drafting.partials.periods import period_end
from letterbook.errors import BadInput
from letterbook.files import read_text
from letterbook.finding import Finding, Place, Severity
from letterbook.item import Audience
from letterbook.library.settings import SETTINGS_FILE, PublicationSettings
from letterbook.library.workspace import Workspace
from letterbook.markup.blocks import parse_blocks
from letterbook.markup.dialect import Dialect
from letterbook.markup.front_matter import read_front_matter
from letterbook.markup.validation import Model, TextList, validate
from letterbook.markup.yaml_text import YamlMapping
from letterbook.record import named_record
from letterbook.suggestion import closest, did_you_mean

TEXT_KEYS = ("publication", "number", "title", "subtitle", "link")
_OPENING_MARKS = "[{\"'"


class EditionDetails(Model):
    """The details at the top of an edition file. Keys of your own are kept and can be printed."""

    model_config = ConfigDict(extra="allow")

    publication: str = Field(description="The publication's name in letterbook.yaml.")
    number: str = Field("", description="12, 2024-01, 2024 Q1 or 2024 H1, as the publication numbers.")
    date: dt.date | None = Field(None, description="The day it is dated, like 2024-01-25.")
    title: str = Field("", description="The edition's own title.")
    subtitle: str = Field("", description="The line below the title.")
    audience: Audience | None = Field(None, description="Who may read it; otherwise as the publication says.")
    authors: TextList = Field((), description="Who wrote it; otherwise the author in letterbook.yaml.")
    link: str = Field("", description="The address at which it was published.")
    template: str = Field("", description="Another edition template than the publication's.")
    look: str = Field("", description="Another look than the publication's, in place of its letterhead too.")
    letterhead: str = Field("", description="Another letterhead than the publication's: a Word file.")
    language: str = Field("", description="Its language, like de; else as its name or letterbook.yaml says.")
    as_of: dt.date | None = Field(
        None,
        alias="as-of",
        description="The day of its figures, like 2024-06-30; otherwise the end of the period it is about.",
    )
    heading_numbers: bool | None = Field(
        None,
        alias="heading-numbers",
        description="Whether Word numbers the headings; otherwise as the template says.",
    )

    profile: Profile | None = Field(
        None, description="By which rules it is read; otherwise as the template says."
    )
    allow: Mapping[str, str] = Field(
        default_factory=dict, description="Checks that may find something in it, each with the reason."
    )

    @model_validator(mode="after")
    def _have_one_appearance(self) -> Self:
        if self.look and self.letterhead:
            raise ValueError("it has both a look and a letterhead; keep one of them.")
        return self

    @field_validator("date", "as_of", mode="before")
    @classmethod
    def _read_date(cls, value: object) -> dt.date:
        try:
            return dt.date.fromisoformat(str(value))
        except ValueError as error:
            raise ValueError(f'"{value}" is no date such as 2024-01-25.') from error


@named_record
class Edition:
    """One member of a publication, as its author wrote it.

    `name` is the file's stem and `path` the file from the workspace, with `/`. `values` are the
    author's own keys, `allowances` what its checks may find. `as_of` is the day of its figures, where it says
    one or is about a period. `blocks` is the tree of the body, references and expressions unresolved. `text`
    is that of the whole file.
    """

    name: str
    path: str
    publication_name: str
    publication: PublicationSettings
    number: str = ""
    date: dt.date | None = None
    as_of: dt.date | None = None
    title: str = ""
    subtitle: str = ""
    audience: Audience = Audience.PUBLIC
    authors: tuple[str, ...] = ()
    link: str = ""
    template: str = ""
    look: str = ""
    letterhead: str = ""
    language: str = "en"
    heading_numbers: bool | None = None
    profile: Profile | None = None
    allowances: tuple[Allowance, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    text: str = field(default="", repr=False, compare=False)

    def place_of(self, key: str) -> Place:
        """Where the value of `key` stands; what the file does not say is said in the settings."""
        return self.places.get(key, Place(SETTINGS_FILE))


def read_edition(workspace: Workspace, path: Path) -> Edition:
    """The edition in the file `path`; raises BadInput with every problem of its details at once."""
    return edition_from_text(workspace, read_text(path), workspace.relative(path), name=path.stem)


def edition_from_text(workspace: Workspace, text: str, path: str, *, name: str) -> Edition:
    """The edition that `text` says, as if read from `path`; raises BadInput as `read_edition` does."""
    front = read_front_matter(text, path, TEXT_KEYS)
    details = validate(EditionDetails, front.values, path)
    publication = _publication(workspace, details, front.values)
    settings = workspace.settings
    language = details.language or language_of(workspace.root / path) or settings.language
    return Edition(
        name=name,
        path=path,
        publication_name=details.publication,
        publication=publication,
        number=details.number,
        date=details.date,
        as_of=details.as_of or period_end(details.number),
        title=details.title,
        subtitle=details.subtitle,
        audience=details.audience or publication.audience,
        authors=details.authors or ((settings.author,) if settings.author else ()),
        link=details.link,
        template=details.template or publication.template,
        look=details.look or publication.look,
        letterhead=details.letterhead or ("" if details.look else publication.letterhead),
        language=language,
        heading_numbers=details.heading_numbers,
        profile=details.profile,
        allowances=_allowances(front.values),
        values={key: str(value) for key, value in (details.model_extra or {}).items()},
        blocks=parse_blocks(
            front.body, dialect=Dialect.EDITION, file=path, first_line=front.body_line, smart=language
        ),
        places={entry.key.text: entry.value.place for entry in front.values.entries},
        findings=(*front.findings, *_look_misspelt(details, front.values)),
        text=text,
    )


def _allowances(values: YamlMapping) -> tuple[Allowance, ...]:
    """The allowances at the top, with the place of each; one without a reason has an empty one."""
    said = values.get(ALLOW)
    entries = said.entries if isinstance(said, YamlMapping) else ()
    return tuple(
        Allowance(entry.key.text, said.text(entry.key.text), entry.key.place)
        for entry in entries
        if isinstance(said, YamlMapping)
    )


def _publication(workspace: Workspace, details: EditionDetails, values: YamlMapping) -> PublicationSettings:
    """The settings of the edition's publication, which also say how it is numbered."""
    publications = workspace.settings.publications
    publication = publications.get(details.publication)
    if publication is None:
        raise BadInput(
            f'letterbook.yaml knows no publication "{details.publication}".',
            hint=did_you_mean(details.publication, publications) or f"It knows {_listing(publications)}.",
            place=values.place_of("publication"),
        )
    if details.number and not is_number(publication.numbering, details.number):
        raise _wrong_number(details.number, publication, values.place_of("number"))
    return publication


def _wrong_number(number: str, publication: PublicationSettings, place: Place) -> BadInput:
    example = NUMBERINGS[publication.numbering].example
    hint = f"Write it like {example}, or change numbering in letterbook.yaml."
    if number[0] in _OPENING_MARKS:
        message = f'The number "{number}" begins with a bracket or a quotation mark.'
        return BadInput(message, hint=f"Write it like {example}, without the mark.", place=place)
    message = f'The number "{number}" is not one of a publication numbered by {publication.numbering}.'
    return BadInput(message, hint=hint, place=place)


def _listing(names: Mapping[str, object]) -> str:
    return ", ".join(names) or "none yet"


def _look_misspelt(details: EditionDetails, values: YamlMapping) -> tuple[Finding, ...]:
    """A note for each key of the author's own that looks like a misspelt one of ours."""
    known = [field.alias or name for name, field in EditionDetails.model_fields.items()]
    return tuple(
        Finding(
            "key-unknown",
            Severity.NOTE,
            f'"{key}" is kept as a key of your own.',
            f'If you meant "{closest(key, known)}", write it so.',
            values.place_of(key),
        )
        for key in details.model_extra or {}
        if closest(key, known)
    )
