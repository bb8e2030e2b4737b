"""The keys of `letterbook.yaml`. `docs/reference/workspace.md` explains each with an example."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from letterbook.files import read_text
from letterbook.item import Audience
from letterbook.markup.model import Name, TextList, key
from letterbook.markup.validation import validate
from letterbook.markup.yaml_text import YamlMapping, YamlScalar, YamlValue, read_yaml

SETTINGS_FILE = "letterbook.yaml"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationSettings:
    """A series of editions with one template, look and numbering."""

    title: str = field(default="", metadata=key("Its name as readers see it; the key itself when absent."))
    template: Name = field(
        default="newsletter", metadata=key("The edition template its editions start from.")
    )
    look: str = field(default="", metadata=key("The Word look; the template's own when absent."))
    letterhead: str = field(
        default="", metadata=key("A .docx from the workspace to write into, in place of a look.")
    )
    audience: Audience = field(default=Audience.PUBLIC, metadata=key("Who may read its editions."))
    numbering: NumberedBy = field(
        default=NumberedBy.NUMBER, metadata=key("What its editions are counted in.")
    )
    formats: tuple[Format, ...] = field(
        default=(Format.DOCX, Format.MD), metadata=key("What a draft is written as.")
    )

    def __post_init__(self) -> None:
        if self.look and self.letterhead:
            raise ValueError("it has both a look and a letterhead; keep one of them.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What letterbook knows about a workspace."""

    author: str = field(default="", metadata=key("Whose commentary it is; the author of every draft."))
    language: Name = field(default="en", metadata=key("The language of the drafts, such as en, en-GB or de."))
    items: Name = field(
        default="items", metadata=key("The folder of the items; may lie in an Obsidian vault.")
    )
    attachments: Name = field(
        default="attachments", metadata=key("The folder of the pictures that editions show.")
    )
    sources: TextList = field(
        default=(), metadata=key("Files and folders that `letterbook import` reads on its own.")
    )
    publications: dict[str, PublicationSettings] = field(
        default_factory=dict, metadata=key("The newsletters and letters, each under its name.")
    )


def read_settings(root: Path) -> Settings:
    """The settings in the `letterbook.yaml` of the folder `root`.

    Raises BadInput, with every problem and its place, when it cannot be read or is not right.
    """
    values = read_yaml(read_text(root / SETTINGS_FILE), SETTINGS_FILE)
    settings = validate(Settings, _with_bare_publications(values), SETTINGS_FILE)
    titled = {name: replace(each, title=each.title or name) for name, each in settings.publications.items()}
    return replace(settings, publications=titled)


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
