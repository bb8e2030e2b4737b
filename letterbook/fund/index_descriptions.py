"""`fund/benchmarks.yaml`: what the indices are that a fund is compared with, for those who read of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from letterbook.files import read_text
from letterbook.finding import Place
from letterbook.markup.validation import Model, validate
from letterbook.markup.yaml_text import YamlMapping, YamlSequence, read_yaml
from letterbook.record import record

DESCRIPTIONS_FILE = "fund/benchmarks.yaml"

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
OwnText = Annotated[str, StringConstraints(strip_whitespace=True)]


class DescribedIndex(Model):
    """One index."""

    id: Text = Field(description='Its name in the column "index" of fund/benchmarks.')
    name: OwnText = Field(default="", description="Its full name, where letters call it by a shorter one.")
    description: Text = Field(description="What it measures: which shares or funds, how weighted, dividends.")
    limits: OwnText = Field(
        default="", description="Why it is not the fund: unmanaged, without fees, not to be invested in."
    )
    licence: OwnText = Field(default="", description="What its provider asks for where it is named.")


class DescribedIndices(Model):
    """All indices of the file."""

    model_config = ConfigDict(title="benchmarks.yaml")

    benchmarks: tuple[DescribedIndex, ...] = Field(description="The indices.")

    @model_validator(mode="after")
    def _have_names_of_their_own(self) -> Self:
        if not self.benchmarks:
            raise ValueError("it describes no index.")
        names = [each.id.casefold() for each in self.benchmarks]
        twice = next((each.id for each in self.benchmarks if names.count(each.id.casefold()) > 1), "")
        if twice:
            raise ValueError(f'two indices have the id "{twice}".')
        return self


@record
class IndexDescription:
    """What is to be said of the index that is called `index` in the data; `place` is that of its id.

    `name` is its full name, and its usual one where the file has no other.
    """

    index: str
    name: str
    description: str
    limits: str
    licence: str
    place: Place

    @property
    def text(self) -> str:
        """All that is printed of it below its name."""
        return " ".join(part for part in (self.description, self.limits, self.licence) if part)


def read_index_descriptions(path: Path) -> tuple[IndexDescription, ...]:
    """The descriptions in the file at `path`, in its order.

    Raises BadInput, with every problem and its place, when it cannot be read or is not right.
    """
    values = read_yaml(read_text(path), DESCRIPTIONS_FILE)
    described = validate(DescribedIndices, values, DESCRIPTIONS_FILE).benchmarks
    return tuple(
        IndexDescription(each.id, each.name or each.id, each.description, each.limits, each.licence, place)
        for each, place in zip(described, _places(values), strict=True)
    )


def _places(values: YamlMapping) -> list[Place]:
    """Where the id of each index stands."""
    indices = values.get("benchmarks")
    entries = indices.entries if isinstance(indices, YamlSequence) else ()
    ids = (entry.get("id") if isinstance(entry, YamlMapping) else None for entry in entries)
    return [known.place if known else values.place for known in ids]
