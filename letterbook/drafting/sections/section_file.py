"""Sections: partials that compute a block of an edition, found by name and run with parameters."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from pydantic import Field, field_validator

from letterbook.drafting.partials.renderer import Partial
from letterbook.drafting.search_path import Kind, SearchPath
from letterbook.drafting.sections.charts.names import CHART_FUNCTIONS
from letterbook.drafting.sections.functions import FUNCTIONS
from letterbook.drafting.sections.fund.names import FUND_FUNCTIONS
from letterbook.drafting.sections.parameters import Parameter
from letterbook.errors import BadInput
from letterbook.finding import Place
from letterbook.markup.front_matter import read_front_matter
from letterbook.markup.validation import Model, validate
from letterbook.record import named_record
from letterbook.suggestion import did_you_mean

CONTEXT_NAMES = ("edition", "publication", "placed", "questions", "today")
"""What every section can read besides its parameters."""

DROP = "drop"


class SectionHeader(Model):
    """The YAML at the top of a section's file."""

    about: str = Field(description="What the section prints, in a line.")
    parameters: dict[str, Parameter] = Field(
        default_factory=dict, description="What an edition may give it, each under its name."
    )
    words: str = Field("", description="The parameter that takes words without a name.")
    empty: str = Field(DROP, description="`drop`, or the sentence to print when there is nothing to print.")
    places: bool = Field(default=True, description="Whether its items count as used by the edition.")
    reads_letter: bool = Field(
        default=False,
        alias="reads-letter",
        description="Whether it looks at what the rest of the letter says, and so is run last.",
    )

    @field_validator("parameters")
    @classmethod
    def _keep_names_apart(cls, parameters: dict[str, Parameter]) -> dict[str, Parameter]:
        for name in parameters:
            if (
                name in (*CONTEXT_NAMES, *FUNCTIONS, *FUND_FUNCTIONS, *CHART_FUNCTIONS)
                or not name.isidentifier()
            ):
                raise ValueError(f'"{name}" cannot be the name of a parameter.')
        return parameters


@named_record
class Section:
    """A section as its file says; `is_own` tells the user's own from a built-in one."""

    name: str
    header: SectionHeader
    partial: Partial
    is_own: bool = False

    @property
    def parameters(self) -> Mapping[str, Parameter]:
        """The parameters by name."""
        return self.header.parameters


def load_section(name: str, search_path: SearchPath, place: Place | None = None) -> Section:
    """The section `name`, the user's own before a built-in one.

    Raises WrongUse, located at `place`, for an unknown name, and BadInput for a broken header.
    """
    search_path.require(Kind.SECTION, name, place)
    source = search_path.read(Kind.SECTION, name)
    header, partial = _read(source.text, source.file)
    return Section(name=name, header=header, partial=partial, is_own=search_path.is_own(Kind.SECTION, name))


@lru_cache(maxsize=64)
def _read(text: str, file: str) -> tuple[SectionHeader, Partial]:
    front = read_front_matter(text, file, ("about", "empty"))
    header = validate(SectionHeader, front.values, file)
    if header.words and header.words not in header.parameters:
        raise BadInput(
            f'The section has no parameter "{header.words}" to take the words.',
            hint=did_you_mean(header.words, header.parameters) or "Declare it under `parameters`.",
            place=front.values.place_of("words"),
        )
    return header, Partial(front.body, file, front.body_line)


def list_sections(search_path: SearchPath) -> tuple[Section, ...]:
    """All sections by name. Raises BadInput for a broken header."""
    return tuple(load_section(name, search_path) for name in search_path.names(Kind.SECTION))
