"""The keys of `letterbook.yaml`. `docs/reference/workspace.md` explains each with an example."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from letterbook.files import read_text
from letterbook.item import Audience
from letterbook.markup.validation import Model, TextList, validate
from letterbook.markup.yaml_text import YamlMapping, YamlScalar, YamlValue, read_yaml

SETTINGS_FILE = "letterbook.yaml"

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class NumberedBy(StrEnum):
    """What the editions of a publication are counted in."""

    NUMBER = "number"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"


class Format(StrEnum):
    """What a draft can be written as."""

    DOCX = "docx"
    MD = "md"


class PublicationSettings(Model):
    """A series of editions with one template, look and numbering."""

    title: str = Field(default="", description="Its name as readers see it; the key itself when absent.")
    template: Name = Field(default="newsletter", description="The edition template its editions start from.")
    look: str = Field(default="", description="The Word look; the template's own when absent.")
    letterhead: str = Field(
        default="", description="A .docx from the workspace to write into, in place of a look."
    )
    audience: Audience = Field(default=Audience.PUBLIC, description="Who may read its editions.")
    numbering: NumberedBy = Field(default=NumberedBy.NUMBER, description="What its editions are counted in.")
    formats: tuple[Format, ...] = Field(
        default=(Format.DOCX, Format.MD), description="What a draft is written as."
    )

    @model_validator(mode="after")
    def _have_one_appearance(self) -> Self:
        if self.look and self.letterhead:
            raise ValueError("it has both a look and a letterhead; keep one of them.")
        return self


class Settings(Model):
    """What letterbook knows about a workspace."""

    model_config = ConfigDict(title="letterbook.yaml")

    author: str = Field(default="", description="Whose commentary it is; the author of every draft.")
    language: Name = Field(default="en", description="The language of the drafts, such as en, en-GB or de.")
    items: Name = Field(default="items", description="The folder of the items; may lie in an Obsidian vault.")
    attachments: Name = Field(
        default="attachments", description="The folder of the pictures that editions show."
    )
    sources: TextList = Field(
        default=(), description="Files and folders that `letterbook import` reads on its own."
    )
    quote_limit: int = Field(
        default=0,
        ge=0,
        alias="quote-limit",
        description="The most words that an edition quotes in one piece; 0 for any number.",
    )
    publications: dict[str, PublicationSettings] = Field(
        default_factory=dict, description="The newsletters and letters, each under its name."
    )

    @model_validator(mode="after")
    def _title_publications(self) -> Self:
        for name, publication in self.publications.items():
            if not publication.title:
                self.publications[name] = publication.model_copy(update={"title": name})
        return self


def read_settings(root: Path) -> Settings:
    """The settings in the `letterbook.yaml` of the folder `root`.

    Raises BadInput, with every problem and its place, when it cannot be read or is not right.
    """
    values = read_yaml(read_text(root / SETTINGS_FILE), SETTINGS_FILE)
    return validate(Settings, _with_bare_publications(values), SETTINGS_FILE)


def _with_bare_publications(values: YamlMapping) -> YamlMapping:
    """The values, with a publication that is nothing but its name as one without keys."""
    entries = tuple(
        replace(entry, value=_filled(entry.value)) if entry.key.text == "publications" else entry
        for entry in values.entries
    )
    return replace(values, entries=entries)


def _filled(publications: YamlValue) -> YamlValue:
    if not isinstance(publications, YamlMapping):
        return publications
    entries = (
        replace(entry, value=YamlMapping((), entry.key.place, entry.key.end, entry.key.end))
        if isinstance(entry.value, YamlScalar) and entry.value.is_null
        else entry
        for entry in publications.entries
    )
    return replace(publications, entries=tuple(entries))
