"""`fund/side_letters.yaml`: what single investors have been promised besides what all of them get."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints, field_validator

from letterbook.errors import BadInput
from letterbook.files import read_text
from letterbook.finding import Finding, Place, Severity
from letterbook.fund.investor_terms.known_recipients import LP, KnownRecipient
from letterbook.markup.validation import Model, TextList, validate
from letterbook.markup.yaml_text import YamlMapping, YamlScalar, YamlSequence, YamlValue, read_yaml
from letterbook.record import named_record

SIDE_LETTERS_FILE = "fund/side_letters.yaml"
LARGEST = 1024 * 1024
_LETTERS = "side_letters"

Text = Annotated[str, StringConstraints(strip_whitespace=True)]
_FORBIDDEN_IN_IDS = frozenset(",;'\"")


class Frequency(StrEnum):
    """How often something is owed."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    ANNUAL = "annual"

    @property
    def months(self) -> int:
        """The months from one time to the next."""
        return _MONTHS[self]


_MONTHS = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.HALF_YEARLY: 6, Frequency.ANNUAL: 12}


class Requirement(Model):
    """What a side letter asks of a letter."""

    section: Text = Field(default="", description="Words of a heading that has to be there, such as ESG.")
    metric: TextList = Field(default=(), description="What has to be printed, such as net IRR.")
    frequency: Frequency | None = Field(
        default=None,
        description="How often: monthly, quarterly, half-yearly or annual; with every letter if absent.",
    )
    format: Text = Field(default="", description="As what it is to be sent: docx, pdf, or in your words.")
    days_after_period_end: int | None = Field(
        default=None, ge=0, le=3650, description="By when: so many days after the day of the figures."
    )


class SideLetter(Model):
    """One obligation towards one investor or several."""

    lp: TextList = Field(description='Whom it binds the fund to, as in the column "lp".')
    id: Text = Field(description='Its name in the recipients\' column "obligations".')
    summary: Text = Field(default="", description="What has been promised, in a sentence.")
    requirement: Requirement = Field(default=Requirement(), description="What that asks of a letter.")
    source: Text = Field(default="", description="The side letter, such as its date or file.")
    page: Text = Field(default="", description="Its page or paragraph.")

    @field_validator("lp")
    @classmethod
    def _binds_to_somebody(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        if not any(name.strip() for name in names):
            raise ValueError("it names no investor.")
        return names

    @field_validator("id")
    @classmethod
    def _can_stand_in_a_list(cls, name: str) -> str:
        if not name or _FORBIDDEN_IN_IDS & {*name}:
            raise ValueError("commas, semicolons and quotation marks cannot stand in it.")
        return name


class SideLetters(Model):
    """All obligations of the file."""

    model_config = ConfigDict(title="side_letters.yaml")

    side_letters: tuple[SideLetter, ...] = Field(description="The obligations.")


@named_record
class Obligation:
    """What some investors have been promised: `lps` are theirs in the data, each with its place.

    `section` is part of a heading, `metrics` are what has to be printed, `format` what it is sent as, `days`
    how long after the day of the figures it may go out. `place` is that of its `id`.
    """

    id: str
    lps: tuple[tuple[str, Place], ...]
    summary: str
    section: str
    metrics: tuple[str, ...]
    frequency: Frequency | None
    format: str
    days: int | None
    source: str
    page: str
    place: Place

    @property
    def said(self) -> str:
        """What it says and where that stands, for a hint."""
        where = ", ".join(
            part for part in (self.source, f"page {self.page}" if self.page.isdigit() else self.page) if part
        )
        summary = f"{self.summary.rstrip('.')}." if self.summary else ""
        return " ".join(part for part in (summary, f"({where})" if where else "") if part)


def read_side_letters(path: Path) -> tuple[Obligation, ...]:
    """The obligations in the file at `path`, in its order.

    Raises BadInput, with every problem and its place, when it cannot be read or is not right.
    """
    values = read_yaml(read_text(path), SIDE_LETTERS_FILE, largest=LARGEST)
    letters = validate(SideLetters, values, SIDE_LETTERS_FILE).side_letters
    entries = values.get(_LETTERS)
    mappings = entries.entries if isinstance(entries, YamlSequence) else ()
    read = tuple(
        _obligation(letter, mapping)
        for letter, mapping in zip(letters, mappings, strict=True)
        if isinstance(mapping, YamlMapping)
    )
    if twice := tuple(_twice(read)):
        raise BadInput.from_findings(twice)
    return read


def owed_to(
    obligations: Iterable[Obligation], recipients: Iterable[KnownRecipient]
) -> Iterator[tuple[Obligation, tuple[KnownRecipient, ...]]]:
    """Each obligation with those who have been promised it, by the side letter or by their own row.

    One that no recipient has been promised is left out.
    """
    of_lp: defaultdict[str, list[KnownRecipient]] = defaultdict(list)
    of_id: defaultdict[str, list[KnownRecipient]] = defaultdict(list)
    for each in recipients:
        of_lp[each.text(LP).casefold()].append(each)
        for name in each.obligations:
            of_id[name.casefold()].append(each)
    for obligation in obligations:
        named = (row for lp, _ in obligation.lps if lp for row in of_lp.get(lp.casefold(), ()))
        owed = {id(row): row for row in (*named, *of_id.get(obligation.id.casefold(), ()))}
        if owed:
            yield obligation, tuple(sorted(owed.values(), key=lambda row: row.place.line))


def _obligation(letter: SideLetter, mapping: YamlMapping) -> Obligation:
    asked = letter.requirement
    return Obligation(
        id=letter.id,
        lps=tuple(zip((lp.strip() for lp in letter.lp), _places(mapping.get("lp")), strict=True)),
        summary=" ".join(letter.summary.split()),
        section=" ".join(asked.section.split()),
        metrics=tuple(metric.strip() for metric in asked.metric if metric.strip()),
        frequency=asked.frequency,
        format=asked.format,
        days=asked.days_after_period_end,
        source=letter.source,
        page=letter.page,
        place=mapping.place_of("id"),
    )


def _places(value: YamlValue | None) -> tuple[Place, ...]:
    if isinstance(value, YamlSequence):
        return tuple(entry.place for entry in value.entries)
    return (value.place,) if isinstance(value, YamlScalar) else ()


def _twice(read: tuple[Obligation, ...]) -> Iterator[Finding]:
    first: dict[str, Place] = {}
    for each in read:
        earlier = first.setdefault(each.id.casefold(), each.place)
        if earlier is not each.place:
            message = f'The obligation "{each.id}" is there twice, first in line {earlier.line}.'
            hint = "Give one another id, or write all whom it binds to into one, as in lp: [a, b]."
            yield Finding("side-letters-twice", Severity.ERROR, message, hint, each.place)
