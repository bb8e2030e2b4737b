"""What the YAML file of a look may say: the models that it is checked against."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from letterbook.look import Align, FontKind, RunningField, Side
from letterbook.markup.validation import Model, TextList
from letterbook.suggestion import did_you_mean

_BRACES = re.compile(r"\{([^{}]*)\}")


class PaperSize(StrEnum):
    """The papers a look may name."""

    A4 = "A4"
    A5 = "A5"
    LETTER = "Letter"
    LEGAL = "Legal"


def _with_known_fields(text: str) -> str:
    known = [str(name) for name in RunningField]
    for name in _BRACES.findall(text):
        if name not in known:
            message = (
                f"there is no {{{name}}}. {did_you_mean(name, known) or 'There are: ' + ', '.join(known)}"
            )
            raise ValueError(message)
    return text


Points = Annotated[float, Field(ge=0, le=500)]
Millimetres = Annotated[float, Field(ge=0, le=500)]
Colour = Annotated[str, Field(description="A name from `colours`, or six hexadecimal digits.")]
RunningText = Annotated[str, AfterValidator(_with_known_fields)]
LineList = Annotated[
    tuple["LineDetails", ...], BeforeValidator(lambda value: (value,) if isinstance(value, dict) else value)
]


class FontDetails(Model):
    """A font under `fonts`."""

    name: str = Field(min_length=1)
    kind: FontKind = FontKind.SERIF
    fallbacks: TextList = ()


class LineDetails(Model):
    """A line along a side of a paragraph."""

    side: Side
    colour: Colour
    width: Points = 0.5
    distance: Points = 4.0


class StyleDetails(Model):
    """One style under `styles`; what is not said is as in the style it is based on."""

    based_on: str = Field("", alias="based-on")
    font: str = ""
    size: Annotated[float, Field(ge=4, le=200)] | None = None
    colour: Colour | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    capitals: bool | None = None
    tracking: Annotated[float, Field(ge=-20, le=20)] | None = None
    align: Align | None = None
    before: Points | None = None
    after: Points | None = None
    line: Annotated[float, Field(ge=0.5, le=5)] | None = None
    left: Points | None = None
    right: Points | None = None
    hanging: Points | None = None
    shade: Colour | None = None
    lines: LineList = ()
    close_together: bool | None = Field(None, alias="close-together")
    keep_with_next: bool | None = Field(None, alias="keep-with-next")
    keep_together: bool | None = Field(None, alias="keep-together")


class MarginDetails(Model):
    """The margins, and how far from the page's edge the header and footer stand."""

    top: Millimetres = 25.0
    bottom: Millimetres = 25.0
    left: Millimetres = 25.0
    right: Millimetres = 25.0
    header: Millimetres = 12.5
    footer: Millimetres = 12.5


class PageDetails(Model):
    """The page."""

    size: PaperSize = PaperSize.A4
    margins: MarginDetails = Field(default_factory=dict, validate_default=True)


class TableDetails(Model):
    """How tables look."""

    heading_shade: Colour | None = Field(None, alias="heading-shade")
    heading_line: Colour = Field("000000", alias="heading-line")
    row_line: Colour = Field("D0D0D0", alias="row-line")
    padding: Points = 4.0


class RunningLineDetails(Model):
    """A header or footer of one kind of page."""

    left: RunningText = ""
    centre: RunningText = ""
    right: RunningText = ""


class RunningDetails(Model):
    """A header or footer: on the first page, and on the others."""

    first: RunningLineDetails = Field(default_factory=dict, validate_default=True)
    others: RunningLineDetails = Field(default_factory=dict, validate_default=True)


class LogoDetails(Model):
    """The picture that `{logo}` stands for."""

    file: str = Field(min_length=1, description="A picture: its path from the workspace, or its name.")
    width: Annotated[float, Field(ge=1, le=300)] = Field(40.0, description="Millimetres.")
    alt: str = Field(min_length=1, description="What it shows, for those who cannot see it.")


class LookDetails(Model):
    """The whole file of a look."""

    about: str = ""
    fonts: dict[str, FontDetails]
    colours: dict[str, str] = Field(default_factory=dict)
    page: PageDetails = Field(default_factory=dict, validate_default=True)
    size: Annotated[float, Field(ge=6, le=30)] = 11.0
    list_indent: Points = Field(18.0, alias="list-indent")
    text: Colour = "000000"
    styles: dict[str, StyleDetails] = Field(default_factory=dict)
    table: TableDetails = Field(default_factory=dict, validate_default=True)
    header: RunningDetails = Field(default_factory=dict, validate_default=True)
    footer: RunningDetails = Field(default_factory=dict, validate_default=True)
    logo: LogoDetails | None = None
